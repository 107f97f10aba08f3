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
  const rarity = rarities(articles.length);
  return features.map((own) => weigh(own, counts, rarity));
}

/**
 * Articles that are counted in beside those there are, so that two articles alone do not take what
 * both hold for common words; and how many of them hold a term.
 */
const UNSEEN = 100;
const UNSEEN_HOLDERS = 0.2;

/** By how many of the articles hold a term, how rare it is. */
function rarities(articles: number): Float64Array {
  const part = (count: number) => (count + UNSEEN_HOLDERS) / (articles + UNSEEN);
  return Float64Array.from({ length: articles + 1 }, (_, count) =>
    Math.max(0, -Math.log(part(count))),
  );
}

/** Among few articles, what only one of them holds tells it from the others. */
const SINGLES = 5;

function weigh({ terms, weights }: Features, counts: PackedMap, rarity: Float64Array): Vector {
  const shared = new Uint32Array(terms.length);
  const values = new Float64Array(terms.length);
  const single = SINGLES / (rarity.length - 1 + SINGLES);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const count = counts.get(term);
    const value = (weights[at] ?? 0) * (rarity[count] ?? 0);
    squares += value * value * (count === 1 ? single : 1);
    if (count === 1 || value === 0) continue;
    shared[size] = term;
    values[size] = value;
    size += 1;
  }
  const length = Math.sqrt(squares) || 1;
  const unit = new Float32Array(size);
  for (let at = 0; at < size; at += 1) unit[at] = (values[at] ?? 0) / length;
  return { terms: shared.slice(0, size), weights: unit };
}

/** Terms that two reports share at the least: much else happens in the one place that both name. */
const LEAST_SHARED = 2;

/** Cosine of two vectors; 0 where it rests on one term alone. */
export function likeness(first: Vector, second: Vector): number {
  let sum = 0;
  let shared = 0;
  let a = 0;
  let b = 0;
  while (a < first.terms.length && b < second.terms.length) {
    const [one = 0, other = 0] = [first.terms[a], second.terms[b]];
    if (one === other) {
      sum += (first.weights[a] ?? 0) * (second.weights[b] ?? 0);
      shared += 1;
    }
    if (one <= other) a += 1;
    if (other <= one) b += 1;
  }
  return shared < LEAST_SHARED ? 0 : sum;
}
