/** How a language with clause tables names its speakers: its verbs, its small words, its nouns. */

export interface Grammar {
  /** Finite verbs that report speech wherever they have a speaker, folded. */
  readonly say: ReadonlySet<string>;
  /** Finite verbs that take what is said as a plain object too: no speaker behind them unless known. */
  readonly act: ReadonlySet<string>;
  /** Finite verbs that report speech before a clause of content or behind one. */
  readonly that: ReadonlySet<string>;
  /** Forms that need an auxiliary before them, among those above. */
  readonly participles: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  /** What makes the verb beside it unsaid, before or right behind it. */
  readonly negations: ReadonlySet<string>;
  /** What makes a whole clause unsaid: "if". */
  readonly conditions: ReadonlySet<string>;
  /** Small words between subject and verb: adverbs and object pronouns. */
  readonly adverbs: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Prepositions inside a noun phrase: "of". */
  readonly links: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Words that open a clause or join two. */
  readonly openers: ReadonlySet<string>;
  /** "as", before "as X reports". */
  readonly as: ReadonlySet<string>;
  /** Words that open what is said: "that". */
  readonly opensContent: ReadonlySet<string>;
  /** Personal pronouns that may speak. */
  readonly pronouns: ReadonlySet<string>;
  /** Pronouns that mean nobody who speaks: "it", "one". */
  readonly nobody: ReadonlySet<string>;
  /** Phrases before a speaker: "according to". */
  readonly according: readonly (readonly string[])[];
  /** Between verb and speaker: "quant à elle", "por su parte". */
  readonly asides: readonly (readonly string[])[];
  /** Words behind a speaker that say the same. */
  readonly accordingBehind: ReadonlySet<string>;
  /** Phrases between a medium and whom it cites: "citing". */
  readonly citing: readonly (readonly string[])[];
  /** Roles of persons, before their names. */
  readonly titles: RegExp;
  /** Those who are not named: "officials". */
  readonly people: RegExp;
  readonly bodies: RegExp;
  readonly documents: RegExp;
  readonly outlets: RegExp;
  /** The subject may be left out: "dijo". */
  readonly dropsSubject: boolean;
  /** Every noun is capitalised. */
  readonly capitalNouns: boolean;
  /** Weekdays and months are capitalised. */
  readonly capitalTimes: boolean;
  /** Verb forms and accents tell apart what folding makes equal. */
  readonly keepsAccents: boolean;
}

export const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .filter((word) => word !== ""),
  );

/** Phrases parted by commas, their words by spaces. */
export const phrases = (list: string): readonly (readonly string[])[] =>
  list
    .split(",")
    .map((phrase) => phrase.trim().split(/\s+/))
    .filter(([first]) => first !== "");

/** Stems of nouns, compiled once: `minist` finds "ministra". */
export const stems = (list: string): RegExp =>
  new RegExp(`^(?:${list.trim().split(/\s+/).join("|")})`, "u");
