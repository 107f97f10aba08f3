/** A line and the one before it in, its demerits out (Knuth & Plass, 1981). */

/** What a justified line is rated by. */
export interface RatedLine {
  /** How far its spaces are stretched; -1 when they give all they can. */
  readonly ratio: number;
  readonly isHyphenated: boolean;
}

/** Shares of its width that a space may gain at a ratio of 1, and give at a ratio of -1. */
const STRETCH = 0.5;
export const SHRINK = 0.25;

/** Looser lines are only made where there is no other way. */
export const LOOSEST = 5;

/** @param spaces pt of all its spaces; @param missing pt to the measure, negative when too long */
export function ratioOf(missing: number, spaces: number): number {
  // A line without spaces cannot be stretched: it is very loose, but not infinitely so.
  if (missing >= 0) return missing / (spaces * STRETCH + UNSTRETCHED);
  return spaces > 0 ? missing / (spaces * SHRINK) : Number.NEGATIVE_INFINITY;
}

/** pt. */
const UNSTRETCHED = 0.5;

/**
 * @param before the line above, if there is one
 * @param stacked how many of its spaces stand under spaces of the line above, where that matters
 */
export function rateLine(line: RatedLine, before: RatedLine | undefined, stacked: number): number {
  const badness = 100 * Math.abs(line.ratio) ** 3;
  const own = (1 + badness + (line.isHyphenated ? HYPHEN : 0)) ** 2;
  if (!before) return own;
  const hyphens = line.isHyphenated && before.isHyphenated ? CONSECUTIVE_HYPHENS : 0;
  const jump = Math.abs(fitnessOf(line.ratio) - fitnessOf(before.ratio)) > 1 ? UNLIKE : 0;
  return own * (1 + RIVER * stacked) + hyphens + jump;
}

/** Whether both lines are so loose that spaces over each other show. */
export function mayFormRivers(line: RatedLine, before: RatedLine): boolean {
  return line.ratio > RIVER_RATIO && before.ratio > RIVER_RATIO;
}

const HYPHEN = 50;
const CONSECUTIVE_HYPHENS = 10_000;
const UNLIKE = 10_000;
/** Every wide space that stands over another makes the lower line so much worse. */
const RIVER = 1;
const RIVER_RATIO = 0.5;

export type Fitness = 0 | 1 | 2 | 3;

/** Tight, as it should be, loose, very loose. */
export function fitnessOf(ratio: number): Fitness {
  if (ratio < -0.5) return 0;
  return ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

/** A space on its line, in pt from the line's beginning. */
export interface Gap {
  readonly left: number;
  readonly right: number;
}

/** How many gaps of two lines lie over each other by at least half of the smaller one. */
export function countStacked(upper: readonly Gap[], lower: readonly Gap[]): number {
  let count = 0;
  let index = 0;
  for (const gap of lower) {
    while ((upper[index]?.right ?? Number.POSITIVE_INFINITY) < gap.left) index++;
    const over = upper[index];
    if (!over) break;
    const shared = Math.min(over.right, gap.right) - Math.max(over.left, gap.left);
    const smaller = Math.min(over.right - over.left, gap.right - gap.left);
    if (shared >= smaller / 2) count++;
  }
  return count;
}
