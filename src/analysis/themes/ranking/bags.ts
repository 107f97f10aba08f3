/** Texts to bags of numbered stems with their frequencies: the sparse matrix that ranking works on. */
import { type Stemmer, stemmerFor } from "../../../text/stemmer.js";
import { splitWords } from "../../../text/words.js";

/** What of a text goes into its bag. */
export interface BaggedText {
  readonly title: string;
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
}

export interface Bag {
  /** Numbers of the stems, and beside each its weight, the logarithm of one more than its uses. */
  readonly stems: Int32Array;
  readonly weights: Float64Array;
  /** Words of the text, those of the title counted twice, rare and common ones included. */
  readonly length: number;
}

export interface Bags {
  /** In the order of the texts. */
  readonly bags: readonly Bag[];
  /** The shortest word that has each stem, for people. */
  readonly words: readonly string[];
  /** In how many bags each stem is. */
  readonly frequencies: readonly number[];
  readonly meanLength: number;
}

/**
 * Bags texts. Stems of too few texts tell nothing of others, those of most texts nothing at all, and
 * of what is left the commonest are kept.
 */
export function bagTexts(texts: readonly BaggedText[]): Bags {
  const found: FoundStems = {
    ...{ stems: [], words: [], texts: [], uses: [] },
    ...{ numbers: new Map(), byStemmer: new Map() },
  };
  const counted = texts.map((text) => countStems(text, found));
  const kept = keepStems(found, texts.length);
  const places = new Int32Array(found.stems.length).fill(-1);
  for (const [place, stem] of kept.entries()) places[stem] = place;
  const bags = counted.map((one) => toBag(one, places));
  const total = bags.reduce((sum, { length }) => sum + length, 0);
  return {
    bags,
    words: kept.map((stem) => found.words[stem] ?? ""),
    frequencies: kept.map((stem) => found.texts[stem] ?? 0),
    meanLength: total / Math.max(1, bags.length),
  };
}

/** Uses in a title count this often. */
const TITLE_WEIGHT = 2;
const LEAST_TEXTS = 3;
const LARGEST_SHARE = 0.5;
const MOST_STEMS = 60_000;

/** What is known of the stems, row by row under their numbers. */
interface FoundStems {
  readonly stems: string[];
  readonly words: string[];
  readonly texts: number[];
  /** In the text that is being counted; 0 between texts. */
  readonly uses: number[];
  readonly numbers: Map<string, number>;
  /** Words to the numbers of their stems: one look-up a word, as texts repeat their words. */
  readonly byStemmer: Map<Stemmer, Map<string, number>>;
}

interface CountedText {
  readonly stems: Int32Array;
  readonly uses: Uint32Array;
  readonly length: number;
}

function countStems({ title, text, language }: BaggedText, found: FoundStems): CountedText {
  const stemmer = stemmerFor(language);
  const touched: number[] = [];
  const length =
    addUses(title, TITLE_WEIGHT, stemmer, found, touched) +
    addUses(text, 1, stemmer, found, touched);
  const uses = Uint32Array.from(touched, (stem) => found.uses[stem] ?? 0);
  for (const stem of touched) {
    found.texts[stem] = (found.texts[stem] ?? 0) + 1;
    found.uses[stem] = 0;
  }
  return { stems: Int32Array.from(touched), uses, length };
}

/** @param touched takes the stems that the text had not used yet */
function addUses(
  written: string,
  weight: number,
  stemmer: Stemmer,
  found: FoundStems,
  touched: number[],
): number {
  const known = found.byStemmer.get(stemmer) ?? new Map<string, number>();
  found.byStemmer.set(stemmer, known);
  const words = splitWords(written);
  for (const { folded } of words) {
    let stem = known.get(folded);
    if (stem === undefined) {
      stem = isTelling(folded) ? findStem(stemmer(folded), folded, found) : -1;
      known.set(folded, stem);
    }
    if (stem < 0) continue;
    if (found.uses[stem] === 0) touched.push(stem);
    found.uses[stem] = (found.uses[stem] ?? 0) + weight;
  }
  return words.length * weight;
}

const ZERO = 0x30;
const NINE = 0x39;

function isTelling(folded: string): boolean {
  const code = folded.charCodeAt(0);
  return folded.length >= 2 && (code < ZERO || code > NINE);
}

function findStem(stem: string, word: string, found: FoundStems): number {
  const known = found.numbers.get(stem);
  if (known === undefined) {
    const number = found.stems.push(stem) - 1;
    found.words.push(word);
    found.texts.push(0);
    found.uses.push(0);
    found.numbers.set(stem, number);
    return number;
  }
  const old = found.words[known] ?? word;
  const isShorter = word.length < old.length;
  if (isShorter || (word.length === old.length && word < old)) found.words[known] = word;
  return known;
}

/** @returns their numbers */
function keepStems({ stems, texts: holders }: FoundStems, texts: number): readonly number[] {
  const telling: number[] = [];
  for (const [stem, held] of holders.entries()) {
    if (held >= LEAST_TEXTS && held <= texts * LARGEST_SHARE) telling.push(stem);
  }
  if (telling.length <= MOST_STEMS) return telling;
  const held = (stem: number) => holders[stem] ?? 0;
  return telling
    .sort((a, b) => held(b) - held(a) || ((stems[a] ?? "") < (stems[b] ?? "") ? -1 : 1))
    .slice(0, MOST_STEMS);
}

function toBag({ stems, uses, length }: CountedText, places: Int32Array): Bag {
  const kept = new Int32Array(stems.length);
  const weights = new Float64Array(stems.length);
  let size = 0;
  for (let at = 0; at < stems.length; at += 1) {
    const place = places[stems[at] ?? 0] ?? -1;
    if (place < 0) continue;
    kept[size] = place;
    weights[size] = Math.log1p(uses[at] ?? 0);
    size += 1;
  }
  return { stems: kept.slice(0, size), weights: weights.slice(0, size), length };
}
