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
  const exact = Math.log(1 + units / Math.max(1, counts.get(term) ?? 1));
  return Math.round(exact * EXACT_STEPS) / EXACT_STEPS;
}

const EXACT_STEPS = 2 ** 24;

export interface Overlap {
  /** Terms in both. */
  readonly count: number;
  /** Their rarity as a part of that of the set with less to say, 0 to 1. */
  readonly share: number;
}

/** The overlap coefficient of two sets, weighted by rarity. */
export function overlap(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
  statistics: TermStatistics,
): Overlap {
  const shared = [...first].filter((term) => second.has(term));
  const smaller = Math.min(weigh(first, statistics), weigh(second, statistics));
  const share = smaller === 0 ? 0 : Math.min(1, weigh(shared, statistics) / smaller);
  return { count: shared.length, share };
}

function weigh(terms: Iterable<string>, statistics: TermStatistics): number {
  let sum = 0;
  for (const term of terms) sum += rarity(term, statistics);
  return sum;
}
