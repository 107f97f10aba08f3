/** Tokens of a clause to the subject of its verb, and what stands between the two. */
import { type Clause, phraseFrom, type Range, speakerOf } from "./clause-phrases.js";
import type { Token } from "./tokens.js";

/** Walks left from a verb over auxiliaries and adverbs; null where a negation stands among them. */
export function skipBefore(
  { tokens, keys, grammar }: Clause,
  verb: number,
): { readonly at: number; readonly hasAuxiliary: boolean } | null {
  let at = verb - 1;
  let hasAuxiliary = false;
  for (; at >= 0; at -= 1) {
    const key = keys[at] ?? "";
    const token = tokens[at];
    if (token === undefined || !token.isWord || token.isQuoted) break;
    if (/^n['’ʼ]/i.test(token.text) || grammar.negations.has(key)) return null;
    if (grammar.auxiliaries.has(key) && !token.isCapital) hasAuxiliary = true;
    else if (!grammar.adverbs.has(key) && !grammar.times.has(key)) {
      const isBeforeTime = grammar.prepositions.has(key) && grammar.times.has(keys[at + 1] ?? "");
      if (!isBeforeTime) break;
    }
  }
  return { at, hasAuxiliary };
}

/** Where the words before a verb begin: behind a mark, a quotation or a word that opens a clause. */
export function segmentStart({ tokens, keys, grammar }: Clause, last: number): number {
  let at = last;
  for (; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || !token.isWord || token.isQuoted) break;
    if (grammar.openers.has(keys[at] ?? "") && !joinsNames(tokens, at)) break;
  }
  return at + 1;
}

function joinsNames(tokens: readonly Token[], at: number): boolean {
  const isShort = (tokens[at]?.text.length ?? 9) <= 3;
  return isShort && tokens[at - 1]?.isCapital === true && tokens[at + 1]?.isCapital === true;
}

/** The noun phrase that opens the clause of a verb, if only adverbials stand between the two. */
export function subjectBefore(clause: Clause, last: number, verb: number): Range | null {
  const { tokens, keys, grammar } = clause;
  let from = segmentStart(clause, last);
  while (from <= last && isSkipped(clause, from)) from += 1;
  if (from > last) return null;
  if (grammar.prepositions.has(keys[from] ?? "")) return placeSubject(clause, from, last, verb);
  const before = nameBeforeRole(clause, from);
  if (before !== null) return before;
  const phrase = phraseFrom(clause, from);
  if (phrase === null || phrase.to - 1 > last || !agrees(clause, verb, phrase)) return null;
  const next = keys[phrase.to] ?? "";
  const isAdverbial =
    phrase.to > last ||
    grammar.prepositions.has(next) ||
    grammar.times.has(next) ||
    tokens[phrase.to]?.text === "(";
  return isAdverbial ? phrase : null;
}

/** `Anne Berg, | fondatrice du parc affirme`: a name that opens the sentence, its comma unclosed. */
function nameBeforeRole(clause: Clause, role: number): Range | null {
  const { tokens, keys, grammar } = clause;
  const isRole = tokens[role - 1]?.text === "," && tokens[role]?.isCapital === false;
  if (!isRole || grammar.determiners.has(keys[role] ?? "")) return null;
  const name = phraseFrom(clause, 0);
  const isName = name?.to === role - 1 && role > 2;
  return isName && tokens.slice(0, role - 1).every((token) => token.isCapital) ? name : null;
}

/** "В министерстве отметили": those in a body, by a verb in the plural. */
function placeSubject(clause: Clause, from: number, last: number, verb: number): Range | null {
  const { keys } = clause;
  const isPlace = keys[from] === "в" && isPlaceVerb(clause, verb);
  const phrase = isPlace ? phraseFrom(clause, from + 1) : null;
  return phrase !== null && phrase.to > last ? phrase : null;
}

/** `X, head of Y, said`, `the head of Y, X, said`. */
export function subjectBeforeComma(clause: Clause, comma: number, verb: number): Range | null {
  const { tokens } = clause;
  const start = segmentStart(clause, comma - 1);
  const open = start - 1;
  if (tokens[open]?.text !== "," || tokens[open]?.isQuoted !== false || start >= comma) return null;
  const inner = phraseFrom(clause, start);
  const isName =
    inner?.to === comma &&
    comma - start > 1 &&
    tokens.slice(start, comma).every((token) => token.isCapital || token.name !== null);
  if (isName && !clause.grammar.capitalNouns) return inner;
  const from = segmentStart(clause, open - 1);
  if (from > open - 1 || (from > 0 && tokens[from - 1]?.text === ",")) return null;
  const phrase = phraseFrom(clause, from);
  if (phrase === null || phrase.to !== open || !agrees(clause, verb, phrase)) return null;
  const speaker = speakerOf(clause, phrase, false);
  if (speaker === null) return null;
  const isNamedBehind = isName && inner !== null && speaker.sort === "people";
  return isNamedBehind && speakerOf(clause, inner, false)?.sort === "person" ? inner : phrase;
}

/** Russian verbs in the past agree with their subject: "признал" has no subject in -ова. */
export function agrees({ keys }: Clause, verb: number, { to }: Range): boolean {
  const key = keys[verb] ?? "";
  const noun = keys[to - 1] ?? "";
  if (/[\u0400-\u04ff]л$/.test(key)) return !/(?:[оеё]ва|ина|ая|ова|ого|его|ому|ему)$/.test(noun);
  if (/[\u0400-\u04ff]ла$/.test(key)) return !/(?:ого|ому|ему|ым|ом|ую)$/.test(noun);
  return true;
}

export function isSkipped({ keys, grammar, tokens }: Clause, at: number): boolean {
  const key = keys[at] ?? "";
  const token = tokens[at];
  if (token === undefined || !token.isWord || token.isQuoted) return false;
  if (grammar.times.has(key)) return true;
  if (grammar.determiners.has(key)) return false;
  if (grammar.adverbs.has(key)) return true;
  return grammar.prepositions.has(key) && grammar.times.has(keys[at + 1] ?? "");
}

/** Russian verbs in the plural may have a place for their subject. */
export function isPlaceVerb({ keys }: Clause, verb: number): boolean {
  return /[\u0400-\u04ff]ли$/u.test(keys[verb] ?? "");
}
