/** Passages to what of them is compared, by number: words, names, days of the main clause. */
import { rarityOf, type TermSet, termSet } from "../../text/similarity.js";
import type { EventPassage } from "./events.js";

export interface NumberedEvent {
  readonly event: EventPassage;
  /** What it tells, names aside. */
  readonly words: TermSet;
  /** Entities and unknown names, ascending; those of too many passages tell nothing apart. */
  readonly names: Int32Array;
  /** What it is found by: features that are not everywhere. */
  readonly features: readonly number[];
  /** Days of its main clauses: two passages on one day are worth comparing whatever their words. */
  readonly days: readonly number[];
}

export interface NumberedEvents {
  readonly events: readonly NumberedEvent[];
  /** By the number of a term, in steps that sum alike in any order. */
  readonly rarities: Float64Array;
  /** How many numbers there are. */
  readonly numbers: number;
}

/** Features of more passages than this tell nothing apart and are not used to find pairs. */
const LONGEST_POSTING = 60;
const LONGEST_DAY = 500;

export function numberEvents(events: readonly EventPassage[]): NumberedEvents {
  const vocabulary = new Vocabulary();
  const read = events.map((event) => ({
    event,
    words: vocabulary.count(event.terms, (term) => !term.startsWith("=")),
    names: [
      ...vocabulary.count(event.terms, (term) => term.startsWith("=")),
      ...vocabulary.count(event.entities, () => true, "@"),
    ],
    days: vocabulary.count(daysOf(event), () => true),
  }));
  const { counts } = vocabulary;
  const rarities = Float64Array.from(counts, (count) => rarityOf(count, events.length));
  const isIn = (most: number) => (number: number) => (counts[number] ?? 0) <= most;
  const numbered = read.map(({ event, words, names, days }) => ({
    event,
    words: termSet(words, rarities),
    names: Int32Array.from(names.filter(isIn(Math.max(2, events.length / 5)))).sort(),
    features: [...words, ...names].filter(isIn(LONGEST_POSTING)),
    days: days.filter(isIn(LONGEST_DAY)),
  }));
  return { events: numbered, rarities, numbers: counts.length };
}

/** Features by number, and in how many passages each is. */
class Vocabulary {
  readonly counts: number[] = [];
  readonly #numbers = new Map<string, number>();

  /** @returns the numbers of those features that are asked for, each counted once more */
  count(
    features: Iterable<string>,
    isWanted: (feature: string) => boolean,
    mark: string = "",
  ): number[] {
    const found: number[] = [];
    for (const feature of features) {
      if (!isWanted(feature)) continue;
      const number = this.#numberOf(mark === "" ? feature : mark + feature);
      this.counts[number] = (this.counts[number] ?? 0) + 1;
      found.push(number);
    }
    return found;
  }

  #numberOf(feature: string): number {
    const known = this.#numbers.get(feature);
    if (known !== undefined) return known;
    const number = this.counts.length;
    this.#numbers.set(feature, number);
    this.counts.push(0);
    return number;
  }
}

function daysOf(event: EventPassage): readonly string[] {
  if (event.dates.length === 0) return NO_DAYS;
  const days = event.dates
    .filter(({ isMain, mention }) => isMain && mention.precision === "day")
    .map(({ mention }) => `#${mention.from}`);
  return [...new Set(days)];
}

const NO_DAYS: readonly string[] = [];

/** Pairs of passages that share a day, or two features that are not everywhere, each pair once. */
export function* candidatePairs({
  events,
  numbers,
}: NumberedEvents): Generator<readonly [NumberedEvent, NumberedEvent]> {
  const postings = postingsOf(events, numbers);
  const shared = new Uint16Array(events.length);
  for (const [index, event] of events.entries()) {
    const touched: number[] = [];
    const count = (number: number, weight: number) => {
      const posting = postings[number] ?? [];
      for (let at = posting.length - 1; at >= 0; at -= 1) {
        const other = posting[at] ?? 0;
        if (other <= index) break;
        const before = shared[other] ?? 0;
        if (before === 0) touched.push(other);
        shared[other] = before + weight;
      }
    };
    for (const feature of event.features) count(feature, 1);
    for (const day of event.days) count(day, 2);
    for (const other of touched) {
      const second = events[other];
      const isPair = (shared[other] ?? 0) >= 2;
      shared[other] = 0;
      if (isPair && second !== undefined && second.event.article !== event.event.article) {
        yield [event, second];
      }
    }
  }
}

function postingsOf(events: readonly NumberedEvent[], numbers: number): number[][] {
  const postings: number[][] = Array.from({ length: numbers }, () => []);
  for (const [index, { features, days }] of events.entries()) {
    for (const number of features) postings[number]?.push(index);
    for (const number of days) postings[number]?.push(index);
  }
  return postings;
}
