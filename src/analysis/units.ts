/** The words behind a number to the noun phrase that it counts. */
import { fold } from "../text/fold.js";
import { type FigureWords, IRREGULAR_PLURALS } from "./figure-words.js";

/** The noun phrase counted: up to and with its plural noun, and one joined by "and". */
export function readUnit(
  sentence: string,
  from: number,
  words: FigureWords,
): { readonly text: string; readonly end: number } | null {
  const start = /^[\s\u00a0]+(?:of\s)?/u.exec(sentence.slice(from));
  const percent = /^[\s\u00a0]?(?:%|percent\b|per cent\b)/u.exec(sentence.slice(from));
  if (percent !== null) return readPercent(sentence, from, percent[0], words);
  if (start === null) return null;
  const first = from + start[0].length;
  const taken = takeWords(sentence, first, words);
  const last = taken.at(-1);
  if (last === undefined) return null;
  return { text: sentence.slice(first, last.end), end: last.end };
}

function readPercent(
  sentence: string,
  from: number,
  sign: string,
  words: FigureWords,
): { readonly text: string; readonly end: number } {
  const start = from + (/^\s/.test(sign) ? 1 : 0);
  const end = from + sign.length;
  const of = /^ of (?:the |its |their |his |her |all )?/.exec(sentence.slice(end));
  const last =
    of === null ? undefined : takeWords(sentence, end + of[0].length, words, false).at(-1);
  const stop = last?.end ?? end;
  return { text: sentence.slice(start, stop), end: stop };
}

interface Word {
  readonly text: string;
  readonly low: string;
  readonly start: number;
  readonly end: number;
}

/** The longest run of adjectives before a counted noun. */
const LONGEST_UNIT = 6;

function takeWords(
  sentence: string,
  from: number,
  words: FigureWords,
  needsPlural = words.hasPlurals,
): Word[] {
  const ahead = wordsFrom(sentence, from);
  const head = ahead.findIndex((word) => isStop(word, words) || isCounted(word));
  const stopsHere = head >= 0 && isStop(ahead[head], words);
  const upTo = head < 0 ? ahead.length : stopsHere ? head : head + 1;
  const taken = ahead.slice(0, Math.min(upTo, LONGEST_UNIT));
  if (taken.length === 0 || (upTo > LONGEST_UNIT && !stopsHere)) return [];
  if (!stopsHere && head >= 0) return withMore(ahead, taken, words);
  return needsPlural ? [] : taken.slice(0, 3);
}

/** "fighters | and mercenaries", "barrels | of oil", "members | of parliament". */
function withMore(ahead: readonly Word[], taken: readonly Word[], words: FigureWords): Word[] {
  const [link, first, second] = ahead.slice(taken.length);
  if (link === undefined || first === undefined || isStop(first, words)) return [...taken];
  if (link.low === "of" && /^\p{Ll}/u.test(first.text)) return [...taken, link, first];
  if (link.low !== "and" || /\p{N}/u.test(first.text)) return [...taken];
  if (isCounted(first)) return [...taken, link, first];
  const isPair = second !== undefined && isCounted(second) && !isStop(second, words);
  return isPair ? [...taken, link, first, second] : [...taken];
}

/** Words with single spaces or hyphens between them; any other mark ends the run. */
function wordsFrom(sentence: string, from: number): Word[] {
  const found: Word[] = [];
  const pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’‑-]*[\p{L}\p{M}\p{N}]|[\p{L}\p{N}]/uy;
  let at = from;
  while (found.length < LONGEST_UNIT + 4) {
    pattern.lastIndex = at;
    const match = pattern.exec(sentence);
    if (match === null) break;
    const end = at + match[0].length;
    found.push({ text: match[0], low: fold(match[0]), start: at, end });
    if (!/^[ \u00a0]/.test(sentence.slice(end))) break;
    at = end + 1;
  }
  return found;
}

function isStop(word: Word | undefined, words: FigureWords): boolean {
  if (word === undefined) return true;
  if (Object.hasOwn(words.numbers, word.low)) return true;
  return (
    words.stops.has(word.low) ||
    /^\p{N}/u.test(word.text) ||
    word.low === "and" ||
    word.low === "of"
  );
}

/** A plural noun, or a people's name: what a number counts. */
function isCounted(word: Word): boolean {
  if (IRREGULAR_PLURALS.has(word.low)) return true;
  if (/^\p{Lu}\p{Ll}+(?:ese|ish)$/u.test(word.text)) return true;
  return (
    /[a-z]{2}s$/.test(word.low) && !/(?:ss|us|is|ous)$/.test(word.low) && !/['’]s$/.test(word.text)
  );
}
