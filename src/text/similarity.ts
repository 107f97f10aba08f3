/** Bags of terms to how much they share: TF-IDF weights and the cosine between them. */

/** How often each term occurs in how many units (passages, articles). */
export interface TermStatistics {
  readonly units: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Weight by term, of length 1 taken together. */
export type TermVector = ReadonlyMap<string, number>;

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

/** How rare a term is: `ln(1 + units / count)`; one that was never seen is as rare as a single one. */
export function rarity(term: string, { units, counts }: TermStatistics): number {
  return Math.log(1 + units / Math.max(1, counts.get(term) ?? 1));
}

/** Weights a bag by frequency (logarithmic) and rarity. */
export function weighTerms(bag: readonly string[], statistics: TermStatistics): TermVector {
  const frequencies = new Map<string, number>();
  for (const term of bag) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  const weights = new Map<string, number>();
  let squares = 0;
  for (const [term, frequency] of frequencies) {
    const weight = (1 + Math.log(frequency)) * rarity(term, statistics);
    weights.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (const [term, weight] of weights) weights.set(term, length === 0 ? 0 : weight / length);
  return weights;
}

/** The cosine of two weighted bags, 0 to 1. */
export function cosine(first: TermVector, second: TermVector): number {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return Math.min(1, sum);
}
