/** From ranked units to those that fit the room, best first, without repeats. */
import type { ArticleRange } from "../model/analysis.js";
import type { Choosing, Unit } from "./method.js";
import { isSame } from "./repeats.js";
import { dot, type TermVector } from "./term-vectors.js";

export interface Ranked<T extends Unit> {
  readonly unit: T;
  readonly vector: TermVector;
}

export function takeRanked<T extends Unit>(
  ranked: readonly Ranked<T>[],
  { room, supportsOf, lengthOf = ownLength }: Choosing<T>,
): T[] {
  const chosen: Taken<T>[] = [];
  let left = room.words;
  for (const next of ranked) {
    if (chosen.length >= room.statements) break;
    const length = lengthOf(next.unit);
    if (length > left || chosen.some((taken) => repeats(next, taken))) continue;
    left -= length;
    chosen.push({ ...next, supports: supportsOf(next.unit) });
  }
  return chosen.map(({ unit }) => unit);
}

interface Taken<T extends Unit> extends Ranked<T> {
  readonly supports: readonly ArticleRange[];
}

function repeats<T extends Unit>(next: Ranked<T>, taken: Taken<T>): boolean {
  return isSame(next, taken, dot(next.vector, taken.vector.weights), taken.supports);
}

export function ownLength({ words }: Unit): number {
  return words.length;
}
