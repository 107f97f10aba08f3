/** Sentence to what stands between its quotation marks; a mark without its other half runs to the end. */
import type { Quoted } from "./token.js";

const MARKS = /["“”„«»]/g;

export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const isOpening =
      /[“„«]/.test(mark) || (mark === '"' && open < 0 && !closesNothing(text, index));
    if (open < 0 && isOpening) open = index + 1;
    else if (open < 0) found.push(quoted(text, found.at(-1)?.end ?? 0, index));
    else {
      found.push(quoted(text, open, index));
      open = -1;
    }
  }
  if (open >= 0) found.push(quoted(text, open, text.length));
  return found;
}

/** A straight mark right behind a letter or a comma closes what opened before this sentence. */
function closesNothing(text: string, index: number): boolean {
  return index > 0 && /[\p{L}\p{N}.,!?]/u.test(text[index - 1] ?? " ");
}

function quoted(text: string, start: number, end: number): Quoted {
  return { start, end, words: plainQuotation(text.slice(start, end)) };
}

/** Curly and straight are one, and so is what ends the quotation: `,” he said` and `.”`. */
export function plainQuotation(text: string): string {
  return text
    .replace(/[‘’‚‛`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/[\s.,;:!?…]+$/u, "")
    .trim();
}
