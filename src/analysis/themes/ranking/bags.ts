/** Texts to bags of numbered stems with their frequencies: the sparse matrix that ranking works on. */
import { primaryLanguage } from "../../../text/primary-language.js";
import { stemmerFor } from "../../../text/stemmer.js";
import type { WordCounts } from "./word-counts.js";

/** What of a text goes into its bag. */
export interface BaggedText {
  readonly counts: WordCounts;
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
 * Bags texts whose words are counted by one table. Stems of too few texts tell nothing of others,
 * those of most texts nothing at all, and of what is left the commonest are kept.
 */
export function bagTexts(texts: readonly BaggedText[]): Bags {
  const found: FoundStems = {
    ...{ stems: [], words: [], texts: [], uses: [] },
    ...{ numbers: new Map(), byLanguage: new Map() },
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
  /** By language, under the number of a word one more than that of its stem; 0 where not known yet. */
  readonly byLanguage: Map<string, Int32Array>;
}

interface CountedText {
  readonly stems: Int32Array;
  readonly uses: Uint32Array;
  readonly length: number;
}

function countStems({ counts, language }: BaggedText, found: FoundStems): CountedText {
  const stems = new Int32Array(counts.words.length);
  const stemOf = stemsOf(language, counts, found);
  let size = 0;
  for (let at = 0; at < counts.words.length; at += 1) {
    const word = counts.words[at] ?? 0;
    let stem = (stemOf[word] ?? 0) - 1;
    if (stem < 0) {
      const folded = counts.table.words[word] ?? "";
      stem = findStem(stemmerFor(language)(folded), folded, found);
      stemOf[word] = stem + 1;
    }
    if (found.uses[stem] === 0) {
      stems[size] = stem;
      size += 1;
    }
    found.uses[stem] = (found.uses[stem] ?? 0) + (counts.uses[at] ?? 0);
  }
  return { ...takeUses(stems.subarray(0, size), found), length: counts.length };
}

function stemsOf(language: string, { table }: WordCounts, { byLanguage }: FoundStems): Int32Array {
  const primary = primaryLanguage(language);
  const known = byLanguage.get(primary);
  if (known !== undefined) return known;
  const made = new Int32Array(table.words.length);
  byLanguage.set(primary, made);
  return made;
}

function takeUses(stems: Int32Array, found: FoundStems): Pick<CountedText, "stems" | "uses"> {
  const uses = new Uint32Array(stems.length);
  for (let at = 0; at < stems.length; at += 1) {
    const stem = stems[at] ?? 0;
    uses[at] = found.uses[stem] ?? 0;
    found.uses[stem] = 0;
    found.texts[stem] = (found.texts[stem] ?? 0) + 1;
  }
  return { stems, uses };
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
