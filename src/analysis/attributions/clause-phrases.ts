/** Tokens of a clause to the noun phrase that speaks and its speaker, by a language's tables. */
import { fold } from "../../text/fold.js";
import type { Grammar } from "./grammars/grammar.js";
import { type Memory, plainSpeaker, type Speaker } from "./speaker-memory.js";
import type { Token } from "./tokens.js";

/** A sentence as the tables read it. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Each token as the tables hold it: folded, an elided article cut off. */
  readonly keys: readonly string[];
  readonly grammar: Grammar;
  readonly memory: Memory;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const ELIDED = /^(?:l|d|qu|n|s|j|c|m|t|un|dell|all|nell|sull|dall|quell)'(?=\p{L})/u;

export function readClause(
  text: string,
  tokens: readonly Token[],
  grammar: Grammar,
  memory: Memory,
): Clause {
  const keys = tokens.map((token) => {
    if (!token.isWord) return token.text;
    const key = grammar.keepsAccents ? token.text.toLowerCase().replace(/[’ʼ]/g, "'") : token.low;
    return key.includes("'") ? key.replace(ELIDED, "") : key;
  });
  return { text, tokens, keys, grammar, memory };
}

/** Words of a noun phrase, with its titles and its name. */
const LONGEST = 12;

/** The noun phrase that begins at `from`, up to a mark, a verb, a preposition or a time. */
export function phraseFrom(clause: Clause, from: number): Range | null {
  const { tokens, keys, grammar } = clause;
  let to = from;
  let sawPerson = false;
  for (; to < tokens.length && to - from < LONGEST; to += 1) {
    const token = tokens[to];
    const key = keys[to] ?? "";
    if (token === undefined || !token.isWord) {
      if (opensName(clause, to) || isAbbreviated(clause, to)) continue;
      break;
    }
    if (token.isQuoted && !tokens[to - 1]?.isQuoted) break;
    if (isStop(token, key, grammar)) {
      const isPlace =
        sawPerson && grammar.prepositions.has(key) && tokens[to + 1]?.isQuoted === false;
      if (!isPlace || !STAYS.has(key)) break;
      sawPerson = false;
      continue;
    }
    if (grammar.people.test(key)) sawPerson = to - from < 3;
  }
  while (to > from && isLoose(clause, to - 1)) to -= 1;
  if (closesName(clause, from, to)) to += 1;
  return to > from ? { from, to } : null;
}

/** Where those who are not named are: "источник в полиции". */
const STAYS: ReadonlySet<string> = new Set(["в", "in", "en", "dans", "im", "bei"]);

/** The point of a short title before a name: `Sr. Juan`. */
function isAbbreviated({ tokens, keys, grammar }: Clause, at: number): boolean {
  const title = keys[at - 1] ?? "";
  const isShort = title.length > 1 && title.length < 5 && grammar.titles.test(title);
  return isShort && tokens[at]?.text === "." && tokens[at + 1]?.isCapital === true;
}

/** A quoted name right behind its noun: `агентство «Север»`. */
function opensName({ tokens, keys, grammar }: Clause, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^["“„«»”]$/.test(token.text)) return false;
  const opens = grammar.outlets.test(keys[at - 1] ?? "") && tokens[at + 1]?.isCapital === true;
  return (
    opens ||
    (tokens[at - 1]?.isQuoted === true && tokens[at - 1]?.isCapital === true && token.isQuoted)
  );
}

/** The mark that closes a name that the phrase holds. */
function closesName({ tokens }: Clause, from: number, to: number): boolean {
  const opens = tokens.slice(from, to).some((token) => !token.isWord);
  return opens && /^["”»“]$/.test(tokens[to]?.text ?? "");
}

function isStop(token: Token, key: string, grammar: Grammar): boolean {
  if (token.name !== null || (token.isCapital && !grammar.capitalNouns)) {
    return grammar.capitalTimes && grammar.times.has(key) && token.name === null;
  }
  return (
    grammar.openers.has(key) ||
    grammar.times.has(key) ||
    grammar.auxiliaries.has(key) ||
    grammar.negations.has(key) ||
    grammar.accordingBehind.has(key) ||
    isVerb(key, grammar) ||
    (grammar.prepositions.has(key) && !grammar.links.has(key)) ||
    (grammar.adverbs.has(key) && !grammar.determiners.has(key) && !grammar.links.has(key))
  );
}

export function isVerb(key: string, grammar: Grammar): boolean {
  return grammar.say.has(key) || grammar.act.has(key) || grammar.that.has(key);
}

function isLoose({ tokens, keys, grammar }: Clause, at: number): boolean {
  const key = keys[at] ?? "";
  if (grammar.capitalNouns && /^\p{Ll}/u.test(tokens[at]?.text ?? "")) return true;
  return grammar.determiners.has(key) || grammar.links.has(key) || grammar.prepositions.has(key);
}

/**
 * The speaker of a phrase; null where it is nobody known to speak.
 * @param isCertain the place in the clause leaves no other reading than a speaker
 */
export function speakerOf(clause: Clause, phrase: Range, isCertain: boolean): Speaker | null {
  const { tokens, keys, grammar } = clause;
  let from = phrase.from;
  while (from < phrase.to && grammar.determiners.has(keys[from] ?? "") && !tokens[from]?.name) {
    if (tokens[from]?.isCapital === true && tokens[from + 1] === undefined) break;
    from += 1;
  }
  if (from >= phrase.to) return null;
  const first = tokens[from];
  const head = keys[from] ?? "";
  if (first === undefined) return null;
  const isPronoun = grammar.pronouns.has(head) || grammar.nobody.has(head);
  if (isPronoun && phrase.to - from === 1) return null;
  if (isArticledName(clause, from, phrase)) return bodySpeaker(clause, phrase);
  const name = leadingName(clause, from, phrase.to) ?? nameIn(clause, from, phrase.to);
  if (name !== null && (isCertain || isSurelyName(clause, name))) {
    return namedSpeaker(clause, phrase, name);
  }
  return nounSpeaker(clause, phrase, from, isCertain);
}

/** `das Rote Kreuz`: where nouns are capitalised too, an adjective is so in a name alone. */
function isArticledName({ tokens, keys, grammar }: Clause, from: number, { to }: Range): boolean {
  if (!grammar.capitalNouns || to !== from + 2 || keys[from - 1] !== "das") return false;
  const [adjective, noun] = [tokens[from], tokens[from + 1]];
  const isCapital = adjective?.isCapital === true && noun?.isCapital === true;
  return isCapital && noun.name === null && /^\p{L}{2,}e$/u.test(keys[from] ?? "");
}

function bodySpeaker({ text, tokens }: Clause, phrase: Range): Speaker {
  const words = wordsIn(text, tokens, phrase);
  return plainSpeaker(words, "body");
}

/** `Bernd Berg | von der Hochschule`, `Anne Berg | chef d'antenne`: a full name before what it is. */
function leadingName(clause: Clause, from: number, to: number): Range | null {
  const { tokens, keys, grammar } = clause;
  let start = from;
  while (start < to && !isNamePart(clause, start)) {
    if (grammar.links.has(keys[start] ?? "") || isElided(tokens[start])) return null;
    start += 1;
  }
  let end = start;
  while (end < to && isNamePart(clause, end)) end += 1;
  const next = keys[end] ?? "";
  const goesOn =
    grammar.links.has(next) || grammar.prepositions.has(next) || grammar.titles.test(next);
  return end - start > 1 && end < to && goesOn && !isBodyNoun(clause, from, end)
    ? { from: start, to: end }
    : null;
}

/** Where every noun is capitalised, one word alone is a name only if it is known as one. */
function isSurelyName({ tokens, grammar, memory }: Clause, { from, to }: Range): boolean {
  const last = tokens[to - 1];
  if (!grammar.capitalNouns || to - from > 1 || last === undefined) return true;
  return last.name !== null || memory.surnames.has(last.low) || memory.outlets.has(last.low);
}

/** The name that ends a phrase, free of the noun or title before it; null in "the ministry of X". */
function nameIn(clause: Clause, from: number, to: number): Range | null {
  const { tokens, keys, grammar } = clause;
  if (to === from + 1 && isAcronym(tokens[from])) return { from, to };
  let start = to;
  while (start > from && isNamePart(clause, start - 1)) start -= 1;
  while (start < to && tokens[start]?.isCapital === false && tokens[start]?.name === null)
    start += 1;
  if (start >= to) return null;
  const before = keys[start - 1] ?? "";
  const isTied =
    start > from &&
    (grammar.links.has(before) || grammar.determiners.has(before) || isElided(tokens[start]));
  if (isTied) {
    const isTitled = to - start > 2 && grammar.titles.test(keys[from] ?? "");
    return isTitled ? { from: start + 1, to } : null;
  }
  if (start > from && isBodyNoun(clause, from, start)) return null;
  return { from: start, to };
}

/** `l'ONU`: its article is written to it. */
function isAcronym(token: Token | undefined): boolean {
  return token !== undefined && /^l['’ʼ]\p{Lu}{2,}$/u.test(token.text);
}

/** `l'Intérieur`, `d'Anne`. */
function isElided(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Ll}{1,5}['’ʼ]/u.test(token.text);
}

/** "agence Nordpresse", "Ministry Berlin": the noun is no person's role, so it stays with its name. */
function isBodyNoun({ keys, grammar }: Clause, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const key = keys[at] ?? "";
    if (grammar.titles.test(key)) return false;
    if (grammar.outlets.test(key) || grammar.bodies.test(key)) return true;
  }
  return false;
}

function isNamePart({ tokens, keys, grammar }: Clause, at: number): boolean {
  const token = tokens[at];
  const key = keys[at] ?? "";
  if (token === undefined || !token.isWord || token.isQuoted) return false;
  if (token.name !== null) return true;
  if (PARTICLES.has(key) && !token.isCapital)
    return tokens[at + 1]?.isCapital === true && tokens[at - 1]?.isCapital === true;
  if (!token.isCapital || grammar.determiners.has(key)) return false;
  if (!grammar.capitalNouns)
    return (
      !(grammar.titles.test(key) || grammar.bodies.test(key) || grammar.outlets.test(key)) ||
      tokens[at - 1]?.isCapital === true
    );
  return !isNoun(key, grammar) && !isDetermined(tokens, keys, grammar, at);
}

const PARTICLES: ReadonlySet<string> = new Set(
  "de del della di da von van der den zu bin ben ibn al el la le du dos".split(" "),
);

function isNoun(key: string, grammar: Grammar): boolean {
  return (
    grammar.titles.test(key) ||
    grammar.people.test(key) ||
    grammar.bodies.test(key) ||
    grammar.documents.test(key) ||
    grammar.outlets.test(key)
  );
}

/** Where nouns are capitalised, the first word behind an article is one. */
function isDetermined(
  tokens: readonly Token[],
  keys: readonly string[],
  grammar: Grammar,
  at: number,
): boolean {
  return !tokens[at - 1]?.isCapital && grammar.determiners.has(keys[at - 1] ?? "");
}

function namedSpeaker(clause: Clause, phrase: Range, name: Range): Speaker {
  const { text, tokens, keys, grammar, memory } = clause;
  const words = wordsIn(text, tokens, name);
  const last = tokens[name.to - 1];
  const entity = last?.name?.entity ?? null;
  const type = entity === null ? null : (memory.entities.get(entity)?.type ?? null);
  const isOutlet = memory.outlets.has(fold(words));
  const isTitled = name.from > phrase.from && grammar.titles.test(keys[name.from - 1] ?? "");
  const surname = last?.low ?? "";
  const isPerson =
    type === "person" ||
    (type === null &&
      !isOutlet &&
      (name.to - name.from > 1 || isTitled || memory.surnames.has(surname)));
  const isAcronym = /^\p{Lu}{2,}$/u.test(words);
  if (isPerson && !isAcronym && entity === null && name.to - name.from > 1)
    memory.surnames.set(surname, words);
  const sort = isOutlet
    ? "outlet"
    : isPerson && !isAcronym
      ? "person"
      : type === null
        ? "other"
        : "body";
  return { text: words, entity, sort, isPlural: false, owner: null };
}

function nounSpeaker(
  clause: Clause,
  phrase: Range,
  headAt: number,
  isCertain: boolean,
): Speaker | null {
  const { text, tokens, grammar, keys } = clause;
  const sort = sortOf(clause, headAt, phrase.to);
  if (sort === null && !(isCertain && isCountable(tokens[headAt], keys[headAt] ?? "", grammar)))
    return null;
  const last = tokens[phrase.to - 1];
  return {
    text: wordsIn(text, tokens, phrase),
    entity: sort === "people" ? null : (tokens[headAt]?.name?.entity ?? last?.name?.entity ?? null),
    sort: sort ?? "people",
    isPlural: false,
    owner: null,
  };
}

function isCountable(token: Token | undefined, key: string, grammar: Grammar): boolean {
  if (grammar.capitalNouns && token?.isCapital !== true) return false;
  return token?.isWord === true && /^\p{L}{3,}/u.test(key) && !grammar.pronouns.has(key);
}

/** What kind of speaker the first telling noun of a phrase is; adjectives may stand before it. */
function sortOf({ keys, grammar }: Clause, from: number, to: number): Speaker["sort"] | null {
  for (let at = from; at < Math.min(to, from + 3); at += 1) {
    const key = keys[at] ?? "";
    if (grammar.links.has(key)) return null;
    if (grammar.people.test(key)) return "people";
    if (grammar.outlets.test(key)) return "outlet";
    if (grammar.bodies.test(key)) return "body";
    if (grammar.documents.test(key)) return "document";
  }
  return null;
}

export function wordsIn(text: string, tokens: readonly Token[], { from, to }: Range): string {
  const words = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const isOpen = /["«„“]/.test(words.slice(0, -1));
  return isOpen ? words : words.replace(/["»”“]$/, "");
}

/** Tokens that the longest of some phrases covers at a place, 0 where none stands there. */
export function phraseLength(
  { keys, tokens }: Clause,
  at: number,
  list: readonly (readonly string[])[],
): number {
  let longest = 0;
  const first = keys[at] ?? "";
  const whole = (tokens[at]?.text ?? "").toLowerCase().replace(/[’ʼ]/g, "'");
  for (const phrase of list) {
    const opener = phrase[0] ?? "";
    const elided = opener.includes("'") && phrase.length === 1 && whole.startsWith(opener);
    if (elided && longest === 0) return whole.length > opener.length ? 0 : 1;
    if (first !== opener || phrase.length <= longest) continue;
    if (phrase.every((word, index) => keys[at + index] === word)) longest = phrase.length;
  }
  return longest;
}

/** Keys that the longest of some phrases covers at a place, 0 where none stands there. */
export function matchPhrase(
  keys: readonly string[],
  at: number,
  list: readonly (readonly string[])[],
): number {
  let longest = 0;
  const first = keys[at];
  for (const phrase of list) {
    if (phrase[0] !== first || phrase.length <= longest) continue;
    if (phrase.every((word, index) => keys[at + index] === word)) longest = phrase.length;
  }
  return longest;
}
