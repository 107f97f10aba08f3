/** Sets of terms to how much they share, each term weighted by how rare it is. */

/** In how many units (passages, articles) each term is. */
export interface TermStatistics {
  readonly units: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Counts in how many bags each term is. */
export function countTerms(bags: Iterable<readonly string[]>): TermStatistics {
  const counts = new Map<string, number>();
  let units = 0;
  for (const bag of bags) {
    units += 1;
    for (const term of new Set(bag)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { units, counts };
}

/**
 * How rare a term is: `ln(1 + units / count)`; one that was never seen is as rare as a single one.
 * In steps of a power of two, so that a sum does not hang on the order of its parts.
 */
export function rarity(term: string, { units, counts }: TermStatistics): number {
  return rarityOf(counts.get(term) ?? 1, units);
}

export function rarityOf(count: number, units: number): number {
  const exact = Math.log(1 + units / Math.max(1, count));
  return Math.round(exact * EXACT_STEPS) / EXACT_STEPS;
}

const EXACT_STEPS = 2 ** 24;

export interface Overlap {
  /** Terms in both. */
  readonly count: number;
  /** Their rarity as a part of that of the set with less to say, 0 to 1. */
  readonly share: number;
}

/** Terms by number, and how much they weigh together. */
export interface TermSet {
  /** Ascending, each once. */
  readonly numbers: Int32Array;
  readonly weight: number;
}

/**
 * @param numbers each once
 * @param rarities by number
 */
export function termSet(numbers: ArrayLike<number>, rarities: Float64Array): TermSet {
  const sorted = Int32Array.from(numbers).sort();
  let weight = 0;
  for (const number of sorted) weight += rarities[number] ?? 0;
  return { numbers: sorted, weight };
}

/** The overlap coefficient of two sets, weighted by rarity. */
export function overlap(first: TermSet, second: TermSet, rarities: Float64Array): Overlap {
  let count = 0;
  let shared = 0;
  for (const number of sharedNumbers(first.numbers, second.numbers)) {
    count += 1;
    shared += rarities[number] ?? 0;
  }
  const smaller = Math.min(first.weight, second.weight);
  return { count, share: smaller === 0 ? 0 : Math.min(1, shared / smaller) };
}

/** What two ascending lists share. */
export function sharedNumbers(first: Int32Array, second: Int32Array): number[] {
  const shared: number[] = [];
  for (let a = 0, b = 0; a < first.length && b < second.length; ) {
    const [one = 0, other = 0] = [first[a], second[b]];
    if (one === other) shared.push(one);
    if (one <= other) a += 1;
    if (other <= one) b += 1;
  }
  return shared;
}
