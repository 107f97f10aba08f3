/** An article to what may tell its event from others: words, names, numbers, pairs of words. */
import { type Article, articleText } from "../../model/article.js";
import { stem } from "../../text/stems.js";
import { splitWords } from "../../text/words.js";
import { conceptWords } from "../concept-words.js";

/** Hashes of 32 bits in rising order, each with the weight of its kind. */
export interface Features {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Words of an article that are looked at: what stands further behind is background. */
const LONGEST = 400;

type Kind = 0 | 1 | 2 | 3;
const WORD: Kind = 0;
const PAIR: Kind = 1;
const NAME: Kind = 2;
const NUMBER: Kind = 3;
/** In the order of the kinds. */
const WEIGHTS = [0.7, 1, 2, 2] as const;

export function readFeatures(article: Article): Features {
  const seen = new Map<number, Seen>();
  if (!article.titleDerived) addText(seen, article.title, article.language);
  addText(seen, articleText(article), article.language);
  const packed = new Float64Array(seen.size);
  let at = 0;
  for (const [hash, uses] of seen) {
    packed[at] = hash * WEIGHTS.length + kindOf(uses);
    at += 1;
  }
  packed.sort();
  return {
    terms: Uint32Array.from(packed, (both) => Math.floor(both / WEIGHTS.length)),
    weights: Float32Array.from(packed, (both) => WEIGHTS[both % WEIGHTS.length] ?? 1),
  };
}

interface Seen {
  readonly kind: Kind;
  uses: number;
  capitals: number;
}

/** A word that is mostly written with a capital is a name. */
function kindOf({ kind, uses, capitals }: Seen): Kind {
  return kind === WORD && capitals * 2 >= uses ? NAME : kind;
}

function addText(seen: Map<number, Seen>, text: string, language: string): void {
  const { empty } = conceptWords(language);
  const hashes = hashesOf(language);
  const words = splitWords(text);
  let previous = 0;
  for (let at = 0; at < Math.min(words.length, LONGEST); at += 1) {
    const word = words[at];
    if (word === undefined || word.folded.length < 2 || empty.has(word.folded)) {
      previous = 0;
      continue;
    }
    const hash = hashStem(word.folded, language, hashes);
    const isCapital = isUpper(text, word.start) && !startsSentence(text, word.start);
    add(seen, hash, isDigit(word.folded) ? NUMBER : WORD, isCapital);
    if (previous !== 0) add(seen, mix(previous, hash), PAIR, false);
    previous = hash;
  }
}

function add(seen: Map<number, Seen>, hash: number, kind: Kind, isCapital: boolean): void {
  const known = seen.get(hash);
  if (known === undefined) {
    seen.set(hash, { kind, uses: 1, capitals: isCapital ? 1 : 0 });
    return;
  }
  known.uses += 1;
  if (isCapital) known.capitals += 1;
}

function isUpper(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** Whether a capital at this place says nothing: only space and quotation marks part it from a full stop. */
function startsSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 4); at -= 1) {
    const mark = text.charAt(at);
    if (".!?…\n".includes(mark)) return true;
    if (!" \t\"'“”‘’«»„`".includes(mark)) return false;
  }
  return true;
}

function isDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

const stems = new Map<string, Map<string, number>>();
const KEPT_STEMS = 50_000;

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
  const root = stem(folded, language);
  // FNV-1a over UTF-16 code units, spread once more.
  let hash = 0x811c9dc5;
  for (let at = 0; at < root.length; at += 1) {
    hash = Math.imul(hash ^ root.charCodeAt(at), 0x01000193);
  }
  const spread = Math.imul(hash ^ (hash >>> 15), 0x5bd1e995) >>> 0;
  hashes.set(folded, spread);
  return spread;
}

function mix(first: number, second: number): number {
  const both = Math.imul(first ^ (second >>> 7), 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (both ^ (both >>> 16)) >>> 0;
}
