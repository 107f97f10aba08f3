/** Units to vectors of term frequency times rarity among them (Salton & Buckley, 1988). */
import { countTerms, rarity } from "../text/similarity.js";
import type { Unit } from "./method.js";

/** Weights by term; `norm` is the square of the length. */
export interface TermVector {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

export function termVectors(units: readonly Pick<Unit, "words">[]): TermVector[] {
  const statistics = countTerms(units.map(({ words }) => words));
  return units.map(({ words }) => {
    const weights = new Map<string, number>();
    for (const word of words) weights.set(word, (weights.get(word) ?? 0) + 1);
    for (const [word, count] of weights) weights.set(word, count * rarity(word, statistics));
    return { weights, norm: normOf(weights) };
  });
}

export function sumVectors(vectors: readonly TermVector[]): TermVector {
  const weights = new Map<string, number>();
  for (const vector of vectors) {
    for (const [word, weight] of vector.weights)
      weights.set(word, (weights.get(word) ?? 0) + weight);
  }
  return { weights, norm: normOf(weights) };
}

/** @param first the one with fewer terms, for speed alone */
export function dot(first: TermVector, second: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of first.weights) sum += weight * (second.get(word) ?? 0);
  return sum;
}

export function cosine(first: TermVector, second: TermVector): number {
  const norms = Math.sqrt(first.norm * second.norm);
  if (norms === 0) return 0;
  const [small, large] =
    first.weights.size <= second.weights.size ? [first, second] : [second, first];
  return dot(small, large.weights) / norms;
}

function normOf(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return sum;
}
