/** A text to its words as numbers, and to a sample of their runs by winnowing (Schleimer, Wilkerson & Aiken, 2003). */
import { type Article, articleText } from "../../model/article.js";
import { splitWords } from "../../text/words.js";
import { isName, isNumber } from "../attributions/telling-words.js";

export interface Shingles {
  /** Hash and kind of each word, in the order of the text. */
  readonly words: Uint32Array;
  /** Hashes of some runs: the least of each window, so that texts with a passage in common share one. */
  readonly prints: Uint32Array;
}

/** What a word is, in the two lowest bits of its number; the other bits are its hash. */
export const PLAIN = 0;
export const NUMBER = 1;
export const DIGIT = 2;
export const NAME = 3;
export const KIND_BITS = 2;

/** Words in a run: a word in seven may be another one, and half of the runs stay. */
export const RUN = 3;
/** Runs of which one is kept. */
const WINDOW = 8;

const read = new WeakMap<Article, Shingles>();

/** Kept with the article: cheapest while its words have just been split. */
export function readShingles(article: Article): Shingles {
  const known = read.get(article);
  if (known !== undefined) return known;
  const shingles = shinglesOf(articleText(article));
  read.set(article, shingles);
  return shingles;
}

export function shinglesOf(text: string): Shingles {
  const split = splitWords(text);
  const words = new Uint32Array(split.length);
  for (let at = 0; at < split.length; at += 1) {
    const word = split[at];
    if (word === undefined) continue;
    words[at] = (hashWord(word.folded) << KIND_BITS) | kindOf(word.folded, text, word.start);
  }
  return { words, prints: winnow(hashRuns(words, RUN)) };
}

function kindOf(folded: string, text: string, start: number): number {
  if (isNumber(folded)) return folded.length > 1 ? NUMBER : DIGIT;
  return isName(text, start) ? NAME : PLAIN;
}

/** Each number of the kinds left out; a text shorter than one run has a single hash of all its words. */
export function hashRuns(words: Uint32Array, length: number): Uint32Array {
  const hashes = new Uint32Array(Math.max(Math.min(1, words.length), words.length - length + 1));
  const oldest = power(BASE, length);
  let hash = 0;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash, BASE) + ((words[at] ?? 0) >>> KIND_BITS) + 1;
    if (at >= length) hash -= Math.imul(((words[at - length] ?? 0) >>> KIND_BITS) + 1, oldest);
    hash |= 0;
    if (at >= length - 1 || at === words.length - 1) {
      hashes[Math.max(0, at - length + 1)] = spread(hash);
    }
  }
  return hashes;
}

const BASE = 0x9e3779b1;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let times = 0; times < exponent; times += 1) result = Math.imul(result, base);
  return result;
}

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The rightmost least hash of each window; of equal ones in a row the first alone. */
function winnow(hashes: Uint32Array): Uint32Array {
  const kept = new Uint32Array(hashes.length);
  let size = 0;
  let least = -1;
  for (let end = 0; end < hashes.length; end += 1) {
    const start = end - WINDOW + 1;
    const before = least;
    if (least < start || least < 0) least = leastIn(hashes, Math.max(0, start), end);
    else if ((hashes[end] ?? 0) <= (hashes[least] ?? 0)) least = end;
    const isFull = end >= WINDOW - 1 || end === hashes.length - 1;
    if (!isFull || (least === before && size > 0)) continue;
    const print = hashes[least] ?? 0;
    if (size > 0 && kept[size - 1] === print) continue;
    kept[size] = print;
    size += 1;
  }
  return kept.slice(0, size);
}

function leastIn(hashes: Uint32Array, from: number, to: number): number {
  let least = from;
  for (let at = from + 1; at <= to; at += 1) {
    if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
  }
  return least;
}

/** FNV-1a over UTF-16 code units, 32 bits, spread once more. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 0;
}
