/** A text and phrases in, the phrases that stand in it out, the longest where several overlap. */
import { splitWords, type Word } from "../../text/words.js";

export interface Phrase<T> {
  /** Words; `*` at the end lets the last one run on. */
  readonly words: string;
  readonly value: T;
}

export interface FoundTerm<T> {
  /** As it stands in the text. */
  readonly found: string;
  readonly value: T;
}

/** In text order. */
export function findTerms<T>(text: string, phrases: readonly Phrase<T>[]): FoundTerm<T>[] {
  const words = splitWords(text);
  const sought = phrases
    .map(({ words: phrase, value }) => ({
      folded: splitWords(phrase).map(({ folded }) => folded),
      runsOn: phrase.endsWith("*"),
      value,
    }))
    .filter(({ folded }) => folded.length > 0)
    .sort((a, b) => b.folded.length - a.folded.length);
  const found: FoundTerm<T>[] = [];
  for (let at = 0; at < words.length; ) {
    const match = sought.find(({ folded, runsOn }) => standsAt(words, at, folded, runsOn));
    const last = words[at + (match?.folded.length ?? 1) - 1];
    const first = words[at];
    if (match !== undefined && first !== undefined && last !== undefined) {
      found.push({ found: text.slice(first.start, last.end), value: match.value });
    }
    at += match?.folded.length ?? 1;
  }
  return found;
}

function standsAt(
  words: readonly Word[],
  at: number,
  folded: readonly string[],
  runsOn: boolean,
): boolean {
  return folded.every((word, index) => {
    const own = words[at + index]?.folded ?? "";
    return runsOn && index === folded.length - 1 ? own.startsWith(word) : own === word;
  });
}
