/** Words of the articles to the conflicts between them, each with the ranges to cite. */
import type { Figure } from "../model/analysis.js";

/** Parts of one total that do not fit it. */
export interface SumConflict {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** Of the parts' values. */
  readonly sum: number;
}

/**
 * Finds totals whose parts do not fit them. Parts are what "including" names, which need not be
 * all there is: a sum below its total is no conflict. A sum above it is; above a round lower bound
 * ("more than 20,000"), an estimate or a sum of estimates, only by more than a tenth.
 * @param figures of one article, in text order
 */
export function checkSums(figures: readonly Figure[]): SumConflict[] {
  const conflicts: SumConflict[] = [];
  for (const [index, total] of figures.entries()) {
    if (total.role !== "total") continue;
    const next = figures.findIndex((figure, at) => at > index && figure.role !== "part");
    const parts = figures.slice(index + 1, next < 0 ? figures.length : next);
    const sum = parts.reduce((added, part) => added + part.value, 0);
    if (parts.length > 1 && sum > largestFit(total, parts)) conflicts.push({ total, parts, sum });
  }
  return conflicts;
}

/** Rounding that a total and its parts may hide, as a part of the total. */
const ROUNDING = 0.1;

function largestFit(total: Figure, parts: readonly Figure[]): number {
  const isCeiling = total.bound === "less-than" || total.bound === "at-most";
  const areExact = parts.every(({ bound }) => bound === "exactly");
  if (areExact && (isCeiling || total.bound === "exactly")) return total.value;
  return total.value * (1 + ROUNDING);
}
