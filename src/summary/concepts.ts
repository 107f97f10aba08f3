/**
 * Units to the words and word pairs that several reports tell, each weighed by how many tell it and
 * how early (after Gillick & Favre, 2009, whose concepts are pairs weighed by reports).
 */
import type { Unit } from "./method.js";

export interface Concepts {
  /** Per unit the concepts that it holds, as indexes of `weights`. */
  readonly held: readonly (readonly number[])[];
  /** Shares of what all words and pairs weigh, those of one report included. */
  readonly weights: readonly number[];
}

/** A single word says less than a pair. */
const WORD_WEIGHT = 0.3;
/** What two reports lead with weighs more than twice what one does. */
const GROWTH = 1.5;

/** What is known of one word or pair. */
interface Told {
  readonly units: number[];
  /** Over origins, the reciprocal of the ordinal of the sentence that tells it first. */
  early: number;
  origins: number;
  last: string;
  /** What the last origin gives to `early`. */
  worth: number;
}

/**
 * @param units in the order of their places
 * @param least origins that must tell a word or pair for it to count
 */
export function findConcepts(units: readonly Unit[], least: number): Concepts {
  const words = new Map<string, number>();
  const told = new Map<number, Told>();
  const byOrigin = [...units.entries()].sort(([a, first], [b, second]) =>
    first.origin === second.origin ? a - b : first.origin < second.origin ? -1 : 1,
  );
  for (const [index, unit] of byOrigin) {
    const numbers = unit.words.map((word) => numberOf(word, words));
    for (const key of keysOf(numbers)) note(told, key, index, unit);
  }
  return weigh(told, units.length, least);
}

function numberOf(word: string, words: Map<string, number>): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

const PAIR = 2 ** 26;

/** Words as negative numbers, pairs as positive ones, each once. */
function keysOf(numbers: readonly number[]): ReadonlySet<number> {
  const keys = new Set<number>();
  let before: number | null = null;
  for (const number of numbers) {
    keys.add(-1 - number);
    if (before !== null) keys.add(before * PAIR + number);
    before = number;
  }
  return keys;
}

function note(told: Map<number, Told>, key: number, index: number, unit: Unit): void {
  const worth = (key < 0 ? WORD_WEIGHT : 1) / (1 + unit.position);
  const known = told.get(key);
  if (known === undefined) {
    told.set(key, { units: [index], early: worth, origins: 1, last: unit.origin, worth });
    return;
  }
  known.units.push(index);
  const isOther = known.last !== unit.origin;
  if (!isOther && worth <= known.worth) return;
  known.early += isOther ? worth : worth - known.worth;
  known.origins += isOther ? 1 : 0;
  known.last = unit.origin;
  known.worth = worth;
}

function weigh(told: ReadonlyMap<number, Told>, count: number, least: number): Concepts {
  const held = Array.from({ length: count }, (): number[] => []);
  const weights: number[] = [];
  let all = 0;
  for (const { units, early, origins } of told.values()) {
    const weight = early ** GROWTH;
    all += weight;
    if (origins < least) continue;
    for (const unit of units) held[unit]?.push(weights.length);
    weights.push(weight);
  }
  return { held, weights: weights.map((weight) => weight / all) };
}
