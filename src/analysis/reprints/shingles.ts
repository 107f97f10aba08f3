/** A text to hashes of its runs of words, and to a sample of them by winnowing (Schleimer, Wilkerson & Aiken, 2003). */
import { type Article, articleText } from "../../model/article.js";
import { splitWords } from "../../text/words.js";
import { isName, isNumber } from "../attributions/telling-words.js";

export interface Shingles {
  /** Hashes of all runs, in rising order, each once. */
  readonly all: Uint32Array;
  /** Some of them: the least of each window, so that texts with a run in common share one. */
  readonly prints: Uint32Array;
  /** Hashes of numbers, and of names. */
  readonly numbers: Uint32Array;
  readonly names: Uint32Array;
}

/** Words in a run: a word in seven may be another one, and half of the runs stay. */
const RUN = 3;
/** Runs of which one is kept. */
const WINDOW = 4;

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
  const words = splitWords(text);
  const single = Uint32Array.from(words, ({ folded }) => hashWord(folded));
  const hashes = hashRuns(single);
  return {
    all: onlyOnce(hashes.slice()),
    prints: onlyOnce(winnow(hashes)),
    numbers: onlyOnce(single.filter((_, at) => isNumber(words[at]?.folded ?? ""))),
    names: onlyOnce(single.filter((_, at) => isName(text, words[at]?.start ?? 0))),
  };
}

/** A text shorter than one run has a single hash of all its words. */
function hashRuns(single: Uint32Array): Uint32Array {
  const runs = single.length === 0 ? 0 : Math.max(1, single.length - RUN + 1);
  const hashes = new Uint32Array(runs);
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = 0;
    for (let word = at; word < Math.min(at + RUN, single.length); word += 1) {
      hash = Math.imul(hash ^ (single[word] ?? 0), 0x9e3779b1);
    }
    hashes[at] = hash ^ (hash >>> 15);
  }
  return hashes;
}

/** The rightmost least hash of each window. */
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
    kept[size] = hashes[least] ?? 0;
    size += 1;
  }
  return kept.subarray(0, size);
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

function onlyOnce(hashes: Uint32Array): Uint32Array {
  hashes.sort();
  let size = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    if (at > 0 && hashes[at] === hashes[at - 1]) continue;
    hashes[size] = hashes[at] ?? 0;
    size += 1;
  }
  return hashes.slice(0, size);
}

/** How many hashes are in both. */
export function countShared(first: Uint32Array, second: Uint32Array): number {
  let shared = 0;
  let a = 0;
  let b = 0;
  while (a < first.length && b < second.length) {
    const one = first[a] ?? 0;
    const other = second[b] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) a += 1;
    if (other <= one) b += 1;
  }
  return shared;
}
