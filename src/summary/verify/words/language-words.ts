/** What the rules for a rewritten sentence must know of a language: closed lists, nothing learnt. */

export interface LanguageWords {
  readonly negations: ReadonlySet<string>;
  /** Modal verbs and words that make less sure; none may come or go. */
  readonly hedges: ReadonlySet<string>;
  readonly quantifiers: ReadonlySet<string>;
  /** Phrases before a number by what they mean: "at least" is `at-least`. */
  readonly bounds: readonly (readonly [words: readonly string[], meaning: string])[];
  /** Phrases above that are something else where no number follows: "some", "over". */
  readonly boundsOfNumbers: ReadonlySet<string>;
  /** Pronouns by the one that stands for all their cases. */
  readonly pronouns: ReadonlyMap<string, string>;
  /** Words that open a clause or set one thing against another; none may come or go. */
  readonly links: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly coordinators: ReadonlySet<string>;
  /** Forms of the auxiliaries by what they tell: `was` is `be:past`. */
  readonly auxiliaries: ReadonlyMap<string, string>;
  /** Opens what is said: "that". */
  readonly opensContent: ReadonlySet<string>;
  /** Verbs that report and weigh nothing, one for another. */
  readonly neutralCues: ReadonlySet<string>;
  /** Verbs that report and weigh: each only for itself. */
  readonly otherCues: ReadonlySet<string>;
  /** Before a speaker: "according to". */
  readonly according: readonly string[];
  /** Persons told: "told reporters". */
  readonly addressees: ReadonlySet<string>;
  /** Where or how something was said: "in a statement". */
  readonly occasions: ReadonlySet<string>;
  /** Words that a sentence can lose and stay true. */
  readonly droppable: ReadonlySet<string>;
  /** Titles and kinds of places before a name that says the same alone. */
  readonly titles: ReadonlySet<string>;
  /** Prepositions of a phrase that can go at the end of a clause. */
  readonly droppablePrepositions: ReadonlySet<string>;
  /** Words whose clause must stay whole: what they say holds of all of it. */
  readonly scoping: ReadonlySet<string>;
  /** Clauses with these are never an aside. */
  readonly restricting: ReadonlySet<string>;
  /** Verbs that say the same, form by form. */
  readonly alternates: ReadonlyMap<
    string,
    { readonly key: string; readonly forms: ReadonlySet<string> }
  >;
  /** Words by their one accepted equal. */
  readonly equals: ReadonlyMap<string, string>;
  /** Irregular verbs, every form by the first. */
  readonly verbForms: ReadonlyMap<string, VerbRow>;
  readonly antonyms: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that tie two facts together. */
  readonly connectives: ReadonlySet<string>;
  /** Nouns of kin to a number: `$` and "dollars". */
  readonly measures: ReadonlyMap<string, string>;
  /** Prepositions that may stand before a date or be left out. */
  readonly datePrepositions: ReadonlySet<string>;
}

export interface VerbRow {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
}

export const wordSet = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).filter((word) => word !== ""));

/** `a b = c; d = e`: every word before the sign by the one behind it. */
export function wordMap(list: string): ReadonlyMap<string, string> {
  const pairs = list.split(";").flatMap((row) => {
    const [words = "", meaning = ""] = row.split("=");
    return [...wordSet(words)].map((word) => [word, meaning.trim()] as const);
  });
  return new Map(pairs);
}
