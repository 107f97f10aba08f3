/** From two units to whether they say the same. */
import type { ArticleRange } from "../model/analysis.js";
import type { Unit } from "./method.js";
import type { TermVector } from "./term-vectors.js";

/** Two units that share more of their words than this, by cosine, say the same. */
const SAME = 0.6;

interface Told {
  readonly unit: Unit;
  readonly vector: TermVector;
}

/**
 * @param both dot product of their vectors
 * @param supports passages of other origins that report the event of the chosen unit
 */
export function isSame(
  { unit, vector }: Told,
  chosen: Told,
  both: number,
  supports: readonly ArticleRange[],
): boolean {
  const { article, start } = unit;
  return (
    supports.some((support) => support.article === article && support.start === start) ||
    (both > 0 && both >= SAME * Math.sqrt(vector.norm * chosen.vector.norm))
  );
}

/** The order in which units are looked at, whatever the order they came in. */
export function byPlace(a: Unit, b: Unit): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return a.start - b.start;
}
