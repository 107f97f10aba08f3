/** An article to what may tell its event from others: words, names, numbers, pairs of words. */
import { type Article, articleText } from "../../model/article.js";
import { stem } from "../../text/stems.js";
import { splitWords } from "../../text/words.js";
import { isName, isNumber } from "../attributions/telling-words.js";
import { conceptWords } from "../events/concept-words.js";

/** Hashes of 32 bits in rising order, each with the weight of its kind. */
export interface Features {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Words of an article that are looked at: what stands further behind is background. */
const LONGEST = 400;

/** How a term stands at one place; a number of these goes behind its hash. */
const WORD = 0;
const NAME = 1;
const PAIR = 2;
const NUMBER = 3;
const KINDS = 4;
/** In the order of the kinds. */
const WEIGHTS = [0.7, 2, 1, 2] as const;

const read = new WeakMap<Article, Features>();

/** Kept with the article: cheapest while its words have just been split. */
export function readFeatures(article: Article): Features {
  const known = read.get(article);
  if (known !== undefined) return known;
  const { title, titleDerived, language } = article;
  const uses = new Float64Array(4 * LONGEST);
  let size = titleDerived ? 0 : addText(uses, 0, title, language);
  size = addText(uses, size, articleText(article), language);
  const features = countUses(uses.subarray(0, size).sort());
  read.set(article, features);
  return features;
}

/** A word that is mostly written with a capital is a name. */
function countUses(uses: Float64Array): Features {
  const terms = new Uint32Array(uses.length);
  const weights = new Float32Array(uses.length);
  let size = 0;
  for (let at = 0; at < uses.length; ) {
    const term = Math.floor((uses[at] ?? 0) / KINDS);
    const kind = (uses[at] ?? 0) - term * KINDS;
    let end = at;
    let names = 0;
    while (end < uses.length && (uses[end] ?? 0) < (term + 1) * KINDS) {
      if ((uses[end] ?? 0) - term * KINDS === NAME) names += 1;
      end += 1;
    }
    const isNamed = kind <= NAME && names * 2 >= end - at;
    terms[size] = term;
    weights[size] = WEIGHTS[isNamed ? NAME : kind] ?? 1;
    size += 1;
    at = end;
  }
  return { terms: terms.slice(0, size), weights: weights.slice(0, size) };
}

/** @returns the number of uses there are now */
function addText(uses: Float64Array, from: number, text: string, language: string): number {
  const { empty } = conceptWords(language);
  const hashes = hashesOf(language);
  const words = splitWords(text);
  let size = from;
  let previous = 0;
  const last = Math.min(words.length, LONGEST);
  for (let at = 0; at < last; at += 1) {
    const word = words[at];
    if (word === undefined || word.folded.length < 2 || empty.has(word.folded)) {
      previous = 0;
      continue;
    }
    const { folded, start } = word;
    const isCounted = isNumber(folded);
    const hash = isCounted ? hashText(folded) : hashStem(folded, language, hashes);
    uses[size] = hash * KINDS + (isCounted ? NUMBER : isName(text, start) ? NAME : WORD);
    size += 1;
    if (previous !== 0) {
      uses[size] = mix(previous, hash) * KINDS + PAIR;
      size += 1;
    }
    previous = hash;
  }
  return size;
}

const stems = new Map<string, Map<string, number>>();
const KEPT_STEMS = 100_000;

/** Stems are the same in every article of a language. */
function hashesOf(language: string): Map<string, number> {
  const known = stems.get(language) ?? new Map<string, number>();
  if (known.size >= KEPT_STEMS) known.clear();
  stems.set(language, known);
  return known;
}

function hashStem(folded: string, language: string, hashes: Map<string, number>): number {
  const known = hashes.get(folded);
  if (known !== undefined) return known;
  const hash = hashText(stem(folded, language));
  hashes.set(folded, hash);
  return hash;
}

/** FNV-1a over UTF-16 code units, 32 bits, spread once more. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 15), 0x5bd1e995) >>> 0;
}

function mix(first: number, second: number): number {
  const both = Math.imul(first ^ (second >>> 7), 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (both ^ (both >>> 16)) >>> 0;
}
