/** Text to every number in it, in digits and in words, whatever it counts. */
import { splitWords } from "../../text/words.js";
import { figureWords } from "./figure-words.js";
import { readNumber } from "./number-literals.js";

export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** @param language BCP 47 tag; number words of English where the language has no table */
export function findWrittenNumbers(text: string, language: string): WrittenNumber[] {
  const words = splitWords(text);
  const table = figureWords(language);
  const found: WrittenNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const number = readNumber({ text, words, limit: words.length }, at, table);
    if (number !== null) found.push({ start: number.start, end: number.end, value: number.value });
    at = Math.max(at + 1, number?.next ?? 0);
  }
  return found;
}
