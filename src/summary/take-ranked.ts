/** From ranked units to those that fit the room, best first, without repeats. */
import type { ArticleRange } from "../model/analysis.js";
import type { ScoreParts } from "../model/choice.js";
import type { Choosing, Lot, Unit } from "./method.js";
import { isSame } from "./repeats.js";
import { dot, type TermVector } from "./term-vectors.js";

export interface Ranked<T extends Unit> {
  readonly unit: T;
  readonly vector: TermVector;
  readonly score: number;
  readonly parts: ScoreParts;
}

export function takeRanked<T extends Unit>(
  ranked: readonly Ranked<T>[],
  { room, supportsOf, lengthOf = ownLength, onFared }: Choosing<T>,
): T[] {
  const chosen: Taken<T>[] = [];
  let left = room.words;
  for (const [index, next] of ranked.entries()) {
    if (chosen.length >= room.statements) break;
    const tell = (lot: Lot<T>) => onFared?.({ ...next, lot });
    const length = lengthOf(next.unit);
    if (length > left) {
      tell({ kind: "too-long", length, left });
      continue;
    }
    const said = chosen.find((taken) => repeats(next, taken));
    if (said !== undefined) {
      tell({ kind: "repeats", by: said.unit });
      continue;
    }
    left -= length;
    chosen.push({ ...next, supports: supportsOf(next.unit), index });
    tell({ kind: "chosen", place: chosen.length });
  }
  if (onFared !== undefined) tellOutranked(ranked, chosen, room.statements, onFared);
  return chosen.map(({ unit }) => unit);
}

/** Once the places are full, nobody looks at those behind the last that was taken. */
function tellOutranked<T extends Unit>(
  ranked: readonly Ranked<T>[],
  chosen: readonly Taken<T>[],
  places: number,
  onFared: NonNullable<Choosing<T>["onFared"]>,
): void {
  if (chosen.length < places) return;
  const last = chosen.at(-1);
  const from = last === undefined ? 0 : last.index + 1;
  for (const [index, { unit, score, parts }] of ranked.slice(from).entries()) {
    const rank = chosen.length + index + 1;
    const [by, byScore] = last === undefined ? [null, 0] : [last.unit, last.score];
    onFared({ unit, score, parts, lot: { kind: "outranked", by, byScore, rank } });
  }
}

interface Taken<T extends Unit> extends Ranked<T> {
  readonly supports: readonly ArticleRange[];
  /** Its place among the ranked, from 0. */
  readonly index: number;
}

function repeats<T extends Unit>(next: Ranked<T>, taken: Taken<T>): boolean {
  return isSame(next, taken, dot(next.vector, taken.vector.weights), taken.supports);
}

export function ownLength({ words }: Unit): number {
  return words.length;
}
