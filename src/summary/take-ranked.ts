/** From ranked units to those that fit the room, best first, without repeats. */
import type { ArticleRange } from "../model/analysis.js";
import type { Choosing, Unit } from "./method.js";
import { isRepeat } from "./repeats.js";
import type { TermVector } from "./term-vectors.js";

export interface Ranked<T extends Unit> {
  readonly unit: T;
  readonly vector: TermVector;
}

export function takeRanked<T extends Unit>(
  ranked: readonly Ranked<T>[],
  { room, supportsOf, lengthOf = ownLength }: Choosing<T>,
): T[] {
  const chosen: (Ranked<T> & { supports: readonly ArticleRange[] })[] = [];
  let left = room.words;
  for (const next of ranked) {
    if (chosen.length >= room.statements) break;
    const length = lengthOf(next.unit);
    if (length > left || chosen.some((taken) => isRepeat(next, taken))) continue;
    left -= length;
    chosen.push({ ...next, supports: supportsOf(next.unit) });
  }
  return chosen.map(({ unit }) => unit);
}

export function ownLength({ words }: Unit): number {
  return words.length;
}
