/**
 * From units to the few that stand for them: greedy choice of the set whose words lie nearest to
 * the centroid of all (Radev et al., 2004), with the lead's and other origins' support.
 */
import type { Choosing, Unit } from "./method.js";
import { byPlace, isRepeat } from "./repeats.js";
import { ownLength } from "./take-ranked.js";
import { addTo, dot, sumVectors, type TermVector, termVectors } from "./term-vectors.js";

/** As measured on news summaries. */
const WEIGHTS = {
  /** For standing early in the article, as `lead / sqrt(1 + position)`. */
  lead: 0.1,
  /** For another origin that reports the same event. */
  support: 0.3,
} as const;

/** A unit with what does not change while others are chosen. */
interface Weighed<T extends Unit> {
  readonly unit: T;
  readonly vector: TermVector;
  /** Its dot product with the centroid. */
  readonly near: number;
  readonly merit: number;
  readonly length: number;
}

/** @returns best first; ties by article and position */
export function chooseByCentroid<T extends Unit>(choosing: Choosing<T>): T[] {
  const { room, supportsOf } = choosing;
  const { weighed, centroid } = weigh(choosing);
  const total = new Map<string, number>();
  const sums = { near: 0, norm: 0 };
  const chosen: T[] = [];
  let left = room.words;
  let open = weighed;
  while (chosen.length < room.statements) {
    open = open.filter(({ length }) => length <= left);
    const best = bestOf(open, ({ vector, near, merit }) => {
      const norm = sums.norm + 2 * dot(vector, total) + vector.norm;
      const norms = Math.sqrt(norm * centroid.norm);
      return (norms === 0 ? 0 : (sums.near + near) / norms) + merit;
    });
    if (best === null) break;
    sums.norm += 2 * dot(best.vector, total) + best.vector.norm;
    sums.near += best.near;
    addTo(total, best.vector);
    chosen.push(best.unit);
    left -= best.length;
    const taken = { vector: best.vector, supports: supportsOf(best.unit) };
    open = open.filter((item) => item !== best && !isRepeat(item, taken));
  }
  return chosen;
}

function weigh<T extends Unit>(choosing: Choosing<T>) {
  const { units, supportsOf, meritOf = () => 0, lengthOf = ownLength } = choosing;
  const placed = [...units].sort(byPlace);
  const vectors = termVectors(placed);
  const centroid = sumVectors(vectors);
  const weighed = placed.flatMap((unit, index): Weighed<T>[] => {
    const vector = vectors[index];
    if (vector === undefined) return [];
    const merit =
      WEIGHTS.lead / Math.sqrt(1 + unit.position) +
      WEIGHTS.support * Math.min(1, supportsOf(unit).length) +
      meritOf(unit);
    return [{ unit, vector, near: dot(vector, centroid.weights), merit, length: lengthOf(unit) }];
  });
  return { weighed, centroid };
}

function bestOf<T>(items: readonly T[], scoreOf: (item: T) => number): T | null {
  let best: T | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const score = scoreOf(item);
    if (score <= most) continue;
    best = item;
    most = score;
  }
  return best;
}
