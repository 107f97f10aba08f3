/** From units already chosen to whether another one says the same again. */
import type { ArticleRange } from "../model/analysis.js";
import type { Unit } from "./method.js";
import { cosine, type TermVector } from "./term-vectors.js";

/** Two units that share more of their words than this, by cosine, say the same. */
const SAME = 0.6;

/** @param supports passages of other origins that report the event of the chosen unit */
export function isRepeat(
  unit: { readonly unit: Unit; readonly vector: TermVector },
  chosen: { readonly vector: TermVector; readonly supports: readonly ArticleRange[] },
): boolean {
  const { article, start } = unit.unit;
  return (
    chosen.supports.some((support) => support.article === article && support.start === start) ||
    cosine(unit.vector, chosen.vector) >= SAME
  );
}

/** The order in which units are looked at, whatever the order they came in. */
export function byPlace(a: Unit, b: Unit): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return a.start - b.start;
}
