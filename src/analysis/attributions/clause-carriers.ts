/** What stands behind a speaker and its verb to whom it cites, or to who carries the words on. */
import type { Carrier } from "./carriers.js";
import { type Clause, phraseFrom, phraseLength, speakerOf, wordsIn } from "./clause-phrases.js";
import type { Speaker } from "./speaker-memory.js";

/** Tokens that may stand between a medium and "citing". */
const NEAR = 5;

/** Whom a medium cites: "rapporte l'agence X, citant des témoins". */
export function citedBy(clause: Clause, from: number, speaker: Speaker): Speaker | null {
  const { tokens, grammar } = clause;
  for (let at = from; at < Math.min(tokens.length, from + NEAR); at += 1) {
    if (tokens[at]?.isQuoted !== false) return null;
    const length = phraseLength(clause, at, grammar.citing);
    if (length === 0) continue;
    const phrase = phraseFrom(clause, at + length);
    const cited = phrase === null ? null : speakerOf(clause, phrase, true);
    return cited === null || cited.text === speaker.text ? null : cited;
  }
  return null;
}

/** The medium that was told, or the statement that the words stand in. */
export function platformBehind(clause: Clause, from: number): Carrier[] {
  const { text, tokens, keys, grammar, memory } = clause;
  for (let at = from; at < Math.min(tokens.length, from + NEAR); at += 1) {
    const token = tokens[at];
    const key = keys[at] ?? "";
    if (token === undefined || !token.isWord || token.isQuoted || grammar.openers.has(key)) break;
    const isKnown = memory.outlets.has(token.low);
    if (!isKnown && !grammar.outlets.test(key) && !grammar.documents.test(key)) continue;
    const isDocument = !isKnown && grammar.documents.test(key);
    if (isDocument && !isUnderPreposition(clause, from, at)) break;
    const phrase = phraseFrom(clause, at);
    if (phrase === null) break;
    return [{ text: wordsIn(text, tokens, phrase), speaks: !isDocument }];
  }
  return [];
}

/** "dans un communiqué": a document in which something stands. */
function isUnderPreposition({ keys, grammar }: Clause, from: number, at: number): boolean {
  const before = keys.slice(Math.max(from, at - 2), at);
  return before.some((key) => grammar.prepositions.has(key));
}
