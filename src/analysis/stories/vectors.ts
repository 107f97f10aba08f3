/** Articles to unit vectors of their features, weighted by how rare each is (Salton & Buckley, 1988). */
import type { Article } from "../../model/article.js";
import { PackedMap } from "../packed-map.js";
import { type Features, readFeatures } from "./features.js";

/** Terms in rising order; those of one article alone are left out. */
export type Vector = Features;

export function makeVectors(articles: readonly Article[]): Vector[] {
  const features = articles.map(readFeatures);
  const counts = new PackedMap();
  for (const { terms } of features) for (const term of terms) counts.increment(term);
  return features.map((own) => weigh(own, counts, articles.length));
}

/**
 * Articles that are counted in beside those there are, so that two articles alone do not take what
 * both hold for common words; and how many of them hold a term.
 */
const UNSEEN = 100;
const UNSEEN_HOLDERS = 0.2;

/** Among few articles, what only one of them holds tells it from the others. */
const SINGLES = 5;

function weigh({ terms, weights }: Features, counts: PackedMap, articles: number): Vector {
  const shared: number[] = [];
  const values: number[] = [];
  const single = SINGLES / (articles + SINGLES);
  let squares = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const count = counts.get(term);
    const part = (count + UNSEEN_HOLDERS) / (articles + UNSEEN);
    const value = (weights[at] ?? 0) * Math.max(0, -Math.log(part));
    squares += value * value * (count === 1 ? single : 1);
    if (count === 1 || value === 0) continue;
    shared.push(term);
    values.push(value);
  }
  const length = Math.sqrt(squares) || 1;
  return {
    terms: Uint32Array.from(shared),
    weights: Float32Array.from(values, (value) => value / length),
  };
}

/** Cosine of two vectors. */
export function likeness(first: Vector, second: Vector): number {
  let sum = 0;
  let a = 0;
  let b = 0;
  while (a < first.terms.length && b < second.terms.length) {
    const [one = 0, other = 0] = [first.terms[a], second.terms[b]];
    if (one === other) sum += (first.weights[a] ?? 0) * (second.weights[b] ?? 0);
    if (one <= other) a += 1;
    if (other <= one) b += 1;
  }
  return sum;
}
