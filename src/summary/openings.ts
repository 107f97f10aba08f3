/**
 * Units to what the reports open with, and how like it each unit is: a choice should hold something
 * like every opening (facility location; Lin & Bilmes, 2011).
 */
import type { Unit } from "./method.js";
import { cosine, type TermVector } from "./term-vectors.js";

/** A sentence at the start of a report. */
export interface Opening {
  readonly vector: TermVector;
  /** What it weighs among all openings, by how early it stands. */
  readonly share: number;
}

/** Sentences of a report that count as its opening. */
const LONGEST = 6;
/** Every unit is compared with every opening: of more, the earliest stand for all. */
const MOST = 200;

/** @param units in the order of their places, each with its vector */
export function findOpenings(
  units: readonly Unit[],
  vectors: readonly TermVector[],
): readonly Opening[] {
  const early = units.flatMap(({ position }, index) => {
    const vector = vectors[index];
    return vector === undefined || position >= LONGEST ? [] : [{ vector, position }];
  });
  const kept = early.sort((a, b) => a.position - b.position).slice(0, MOST);
  const all = kept.reduce((sum, { position }) => sum + 1 / (1 + position), 0);
  return kept.map(({ vector, position }) => ({ vector, share: 1 / (1 + position) / all }));
}

/** @returns per opening the cosine to it */
export function likenesses(vector: TermVector, openings: readonly Opening[]): Float64Array {
  return Float64Array.from(openings, (opening) => cosine(vector, opening.vector));
}

/** @param reached per opening the nearest likeness so far @returns what likenesses add to it, 0 to 1 */
export function addedLikeness(
  likeness: Float64Array,
  reached: Float64Array,
  openings: readonly Opening[],
): number {
  let added = 0;
  for (const [index, { share }] of openings.entries()) {
    const more = (likeness[index] ?? 0) - (reached[index] ?? 0);
    if (more > 0) added += share * more;
  }
  return added;
}
