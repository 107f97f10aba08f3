/** Texts to bags of numbered stems with their frequencies: the sparse matrix that ranking works on. */
import { stemmerFor } from "../../../text/stemmer.js";
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
  const found = new Map<string, FoundStem>();
  const counted = texts.map((text) => countStems(text, found));
  const kept = keepStems([...found.values()], texts.length);
  for (const [number, stem] of kept.entries()) stem.number = number;
  const bags = counted.map(toBag);
  const total = bags.reduce((sum, { length }) => sum + length, 0);
  return {
    bags,
    words: kept.map(({ word }) => word),
    frequencies: kept.map(({ texts }) => texts),
    meanLength: total / Math.max(1, bags.length),
  };
}

/** Uses in a title count this often. */
const TITLE_WEIGHT = 2;
const LEAST_TEXTS = 3;
const LARGEST_SHARE = 0.5;
const MOST_STEMS = 60_000;

interface FoundStem {
  readonly stem: string;
  word: string;
  texts: number;
  /** -1 where the stem is left out. */
  number: number;
}

interface CountedText {
  readonly uses: ReadonlyMap<FoundStem, number>;
  readonly length: number;
}

function countStems(
  { title, text, language }: BaggedText,
  found: Map<string, FoundStem>,
): CountedText {
  const stemOf = stemmerFor(language);
  const uses = new Map<FoundStem, number>();
  const add = (written: string, weight: number): number => {
    const words = splitWords(written);
    for (const { folded } of words) {
      const code = folded.charCodeAt(0);
      if (folded.length < 2 || (code >= ZERO && code <= NINE)) continue;
      const stem = findStem(stemOf(folded), folded, found);
      uses.set(stem, (uses.get(stem) ?? 0) + weight);
    }
    return words.length * weight;
  };
  const length = add(title, TITLE_WEIGHT) + add(text, 1);
  for (const stem of uses.keys()) stem.texts += 1;
  return { uses, length };
}

const ZERO = 0x30;
const NINE = 0x39;

function findStem(stem: string, word: string, found: Map<string, FoundStem>): FoundStem {
  const known = found.get(stem);
  if (known === undefined) {
    const made = { stem, word, texts: 0, number: -1 };
    found.set(stem, made);
    return made;
  }
  const isShorter = word.length < known.word.length;
  if (isShorter || (word.length === known.word.length && word < known.word)) known.word = word;
  return known;
}

function keepStems(found: readonly FoundStem[], texts: number): readonly FoundStem[] {
  const telling = found.filter(
    (stem) => stem.texts >= LEAST_TEXTS && stem.texts <= texts * LARGEST_SHARE,
  );
  if (telling.length <= MOST_STEMS) return telling;
  return telling
    .sort((a, b) => b.texts - a.texts || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_STEMS);
}

function toBag({ uses, length }: CountedText): Bag {
  const kept = [...uses].filter(([{ number }]) => number >= 0);
  return {
    stems: Int32Array.from(kept, ([{ number }]) => number),
    weights: Float64Array.from(kept, ([, count]) => Math.log1p(count)),
    length,
  };
}
