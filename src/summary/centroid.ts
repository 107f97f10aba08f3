/**
 * From units to the few that stand for them: greedy choice of the set whose words lie nearest to
 * the centroid of all (Radev et al., 2004), that tells most of what several reports tell early and
 * is most like what they open with.
 */
import { type Concepts, findConcepts } from "./concepts.js";
import { FareAccount, type Weighed } from "./fare-account.js";
import type { Choosing, Unit } from "./method.js";
import { addedLikeness, findOpenings, likenesses, type Opening } from "./openings.js";
import { byPlace, isSame } from "./repeats.js";
import { ownLength } from "./take-ranked.js";
import { dot, sumVectors, type TermVector, termVectors } from "./term-vectors.js";

/** As measured on news summaries, the cosine to the centroid being 1. */
const WEIGHTS = {
  /** For the part of what several reports tell that a unit adds. */
  coverage: 8,
  /** For the part of what the reports of one event open with that a unit is like. */
  opening: 4,
  /** For another origin that surely reports the same event. */
  support: 0.3,
} as const;

/** Reports that tell a word or pair before it counts: two of one theme may share it by chance. */
const LEAST_REPORTS = { event: 2, theme: 3 } as const;

/** Units that stay in the choice; the others are too far behind to come up later. */
const MOST_OPEN = 500;

/** A unit with what changes as others are chosen: what it shares with them, and what it adds. */
interface Open<T extends Unit> {
  readonly unit: T;
  readonly vector: TermVector;
  readonly concepts: readonly number[];
  /** Per opening the cosine to it. */
  readonly likeness: Float64Array;
  /** Dot product with the centroid. */
  readonly near: number;
  readonly support: number;
  /** With what it has for its support. */
  readonly merit: number;
  readonly length: number;
  /** Dot product with the sum of the chosen. */
  shared: number;
}

/** @returns best first; ties by article and position */
export function chooseByCentroid<T extends Unit>(choosing: Choosing<T>): T[] {
  const { room, supportsOf } = choosing;
  const field = layOut(choosing);
  const account = new FareAccount<T, Open<T>>(choosing.onFared);
  const chosen: T[] = [];
  const sums = nothingYet(field);
  let left = room.words;
  let open = field.open;
  while (chosen.length < room.statements) {
    account.weigh(open, left, (item) => weigh(item, sums, field));
    open = open.filter(({ length }) => length <= left);
    const best = bestOf(open, (item) => scoreOf(item, sums, field));
    if (best === null) break;
    sums.norm += 2 * best.shared + best.vector.norm;
    sums.near += best.near;
    for (const concept of best.concepts) sums.told.add(concept);
    for (const [index, like] of best.likeness.entries())
      sums.reached[index] = Math.max(like, sums.reached[index] ?? 0);
    chosen.push(best.unit);
    left -= best.length;
    const others = withoutRepeats(open, best, supportsOf(best.unit));
    account.took(best, open, others);
    open = others;
  }
  account.close(open);
  return chosen;
}

/** What the chosen make together. */
interface Sums {
  near: number;
  norm: number;
  readonly told: Set<number>;
  /** Per opening the nearest likeness. */
  readonly reached: Float64Array;
}

function nothingYet<T extends Unit>({ openings }: Field<T>): Sums {
  return { near: 0, norm: 0, told: new Set(), reached: new Float64Array(openings.length) };
}

interface Field<T extends Unit> {
  readonly open: Open<T>[];
  readonly concepts: Concepts;
  /** Of one event only: reports of a theme open with many. */
  readonly openings: readonly Opening[];
  /** Square of the centroid's length. */
  readonly norm: number;
  /** Words that the whole choice may take, or is likely to. */
  readonly budget: number;
}

function layOut<T extends Unit>(choosing: Choosing<T>): Field<T> {
  const { room, supportsOf, meritOf = () => 0, lengthOf = ownLength } = choosing;
  const units = [...choosing.units].sort(byPlace);
  const vectors = termVectors(units);
  const centroid = sumVectors(vectors);
  const concepts = findConcepts(
    units,
    choosing.ofOneEvent ? LEAST_REPORTS.event : LEAST_REPORTS.theme,
  );
  const open = units.flatMap((unit, index): Open<T>[] => {
    const vector = vectors[index];
    if (vector === undefined) return [];
    const near = dot(vector, centroid.weights);
    const support = WEIGHTS.support * Math.min(1, supportsOf(unit).length);
    const merit = support + meritOf(unit);
    const held = concepts.held[index] ?? [];
    const length = lengthOf(unit);
    const known = { unit, vector, near, support, merit, length };
    return [{ ...known, concepts: held, likeness: NONE, shared: 0 }];
  });
  const words = open.reduce((sum, { length }) => sum + length, 0);
  const budget = Math.min(room.words, (room.statements * words) / Math.max(1, open.length));
  const field = { open, concepts, openings: [], norm: centroid.norm, budget };
  const openings = choosing.ofOneEvent ? findOpenings(units, vectors) : [];
  const likened = foremost(field, choosing).map((item) => {
    return { ...item, likeness: likenesses(item.vector, openings) };
  });
  return { ...field, openings, open: likened };
}

const NONE = new Float64Array(0);

function foremost<T extends Unit>(field: Field<T>, { onFared }: Choosing<T>): Open<T>[] {
  if (field.open.length <= MOST_OPEN) return field.open;
  const start = nothingYet(field);
  const ranked = field.open
    .map((item) => ({ item, score: scoreOf(item, start, field) }))
    .sort((a, b) => b.score - a.score || byPlace(a.item.unit, b.item.unit));
  if (onFared !== undefined) {
    const lot = { kind: "out-of-sight", limit: MOST_OPEN } as const;
    for (const { item } of ranked.slice(MOST_OPEN))
      onFared({ unit: item.unit, lot, ...weigh(item, start, field) });
  }
  return ranked
    .slice(0, MOST_OPEN)
    .map(({ item }) => item)
    .sort((a, b) => byPlace(a.unit, b.unit));
}

function scoreOf<T extends Unit>(item: Open<T>, sums: Sums, field: Field<T>): number {
  const { nearness, added, likeness, share } = additions(item, sums, field);
  return nearness + (added + likeness) * share + item.merit;
}

function weigh<T extends Unit>(item: Open<T>, sums: Sums, field: Field<T>): Weighed {
  const { nearness, added, likeness, share } = additions(item, sums, field);
  const merit = item.merit - item.support;
  const told = { coverage: added * share, opening: likeness * share };
  const parts = { nearness, ...told, support: item.support, merit };
  return { score: scoreOf(item, sums, field), parts };
}

/** Of two that add the same, the shorter leaves room for more: by the root, as the longer read better. */
function additions<T extends Unit>(item: Open<T>, sums: Sums, field: Field<T>) {
  const norm = sums.norm + 2 * item.shared + item.vector.norm;
  const norms = Math.sqrt(norm * field.norm);
  const nearness = norms === 0 ? 0 : (sums.near + item.near) / norms;
  let added = 0;
  for (const concept of item.concepts) {
    if (!sums.told.has(concept)) added += field.concepts.weights[concept] ?? 0;
  }
  const likeness = addedLikeness(item.likeness, sums.reached, field.openings);
  const share = Math.sqrt(field.budget / Math.max(1, item.length));
  return {
    nearness,
    added: WEIGHTS.coverage * added,
    likeness: WEIGHTS.opening * likeness,
    share,
  };
}

/** Those that say something else than the one just chosen, told what they share with it. */
function withoutRepeats<T extends Unit>(
  open: readonly Open<T>[],
  best: Open<T>,
  supports: ReturnType<Choosing<T>["supportsOf"]>,
): Open<T>[] {
  return open.filter((item) => {
    if (item === best) return false;
    const both = dot(item.vector, best.vector.weights);
    item.shared += both;
    return !isSame(item, best, both, supports);
  });
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
