/** Units to those that most others resemble: continuous LexRank (Erkan & Radev, 2004). */
import type { Choosing, Unit } from "./method.js";
import { byPlace } from "./repeats.js";
import { type Ranked, takeRanked } from "./take-ranked.js";
import { cosine, dot, sumVectors, type TermVector, termVectors } from "./term-vectors.js";

/** Chance to jump anywhere, as in the paper. */
const DAMPING = 0.15;
/** Steps of the power method; by then ranks move in the fourth place. */
const STEPS = 30;
/** Similarity is quadratic: of more units, those nearest to the centroid take part. */
const MOST_UNITS = 400;

export function chooseByLexRank<T extends Unit>(choosing: Choosing<T>): T[] {
  const { units, meritOf = () => 0 } = choosing;
  const placed = [...units].sort(byPlace);
  const vectors = termVectors(placed);
  const all = placed.flatMap((unit, index): Placed<T>[] => {
    const vector = vectors[index];
    return vector === undefined ? [] : [{ unit, vector }];
  });
  const central = nearestToCentroid(all, choosing);
  const ranks = rankByWalk(central.map(({ vector }) => vector));
  const best = ranks.reduce((most, rank) => Math.max(most, rank), Number.EPSILON);
  const scored = central.map((item, index): Ranked<T> => {
    const [likeness, merit] = [(ranks[index] ?? 0) / best, meritOf(item.unit)];
    return { ...item, score: likeness + merit, parts: { likeness, merit } };
  });
  scored.sort((a, b) => b.score - a.score || byPlace(a.unit, b.unit));
  return takeRanked(scored, choosing);
}

type Placed<T extends Unit> = Pick<Ranked<T>, "unit" | "vector">;

function nearestToCentroid<T extends Unit>(
  all: readonly Placed<T>[],
  { onFared }: Choosing<T>,
): readonly Placed<T>[] {
  if (all.length <= MOST_UNITS) return all;
  const centroid = sumVectors(all.map(({ vector }) => vector));
  const ranked = all
    .map((item) => ({
      item,
      near: dot(item.vector, centroid.weights) / Math.sqrt(item.vector.norm || 1),
    }))
    .sort((a, b) => b.near - a.near || byPlace(a.item.unit, b.item.unit));
  if (onFared !== undefined) {
    const lot = { kind: "out-of-sight", limit: MOST_UNITS } as const;
    for (const { item, near } of ranked.slice(MOST_UNITS))
      onFared({ unit: item.unit, lot, score: near, parts: { nearness: near } });
  }
  return ranked
    .slice(0, MOST_UNITS)
    .map(({ item }) => item)
    .sort((a, b) => byPlace(a.unit, b.unit));
}

/** @returns where a walk from unit to similar unit stays, per unit */
function rankByWalk(vectors: readonly TermVector[]): Float64Array {
  const count = vectors.length;
  const similar = similarities(vectors);
  let ranks = new Float64Array(count).fill(1 / Math.max(1, count));
  for (let step = 0; step < STEPS; step += 1) {
    const next = new Float64Array(count).fill(DAMPING / count);
    for (const [from, row] of similar.entries()) {
      const rank = (1 - DAMPING) * (ranks[from] ?? 0);
      for (const [to, share] of row.entries()) next[to] = (next[to] ?? 0) + rank * share;
    }
    ranks = next;
  }
  return ranks;
}

/** Cosines, each row as shares of its sum. */
function similarities(vectors: readonly TermVector[]): Float64Array[] {
  const rows = vectors.map(() => new Float64Array(vectors.length));
  for (const [from, first] of vectors.entries()) {
    for (let to = from; to < vectors.length; to += 1) {
      const second = vectors[to];
      const value = second === undefined ? 0 : cosine(first, second);
      rows[from]?.fill(value, to, to + 1);
      rows[to]?.fill(value, from, from + 1);
    }
  }
  for (const row of rows) {
    const sum = row.reduce((total, value) => total + value, 0);
    if (sum > 0) for (const [to, value] of row.entries()) row[to] = value / sum;
  }
  return rows;
}
