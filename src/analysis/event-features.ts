/** Passages to what of them is compared, by number: words, names, days of the main clause. */
import { countTerms, rarity, type TermSet, termSet } from "../text/similarity.js";
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
  const statistics = countTerms(events.map(featuresOf));
  const { counts, units } = statistics;
  const days = countTerms(events.map(daysOf)).counts;
  const numberOf = new Map<string, number>();
  for (const feature of counts.keys()) numberOf.set(feature, numberOf.size);
  for (const day of days.keys()) numberOf.set(day, numberOf.size);
  const rarities = Float64Array.from(counts.keys(), (term) => rarity(term, statistics));
  const numbersOf = (features: readonly string[]) =>
    features.flatMap((feature) => numberOf.get(feature) ?? []);
  const isRare = (feature: string) => (counts.get(feature) ?? 0) <= LONGEST_POSTING;
  const isTelling = (name: string) => (counts.get(name) ?? 0) <= Math.max(2, units / 5);
  const numbered = events.map((event) => {
    const features = featuresOf(event);
    return {
      event,
      words: termSet(numbersOf(features.filter((feature) => !isName(feature))), rarities),
      names: Int32Array.from(
        numbersOf(features.filter((feature) => isName(feature) && isTelling(feature))),
      ).sort(),
      features: numbersOf(features.filter(isRare)),
      days: numbersOf(daysOf(event).filter((day) => (days.get(day) ?? 0) <= LONGEST_DAY)),
    };
  });
  return { events: numbered, rarities, numbers: numberOf.size };
}

function featuresOf(event: EventPassage): string[] {
  const features = [...event.terms];
  for (const entity of event.entities) features.push(`@${entity}`);
  return features;
}

function isName(feature: string): boolean {
  return feature.startsWith("@") || feature.startsWith("=");
}

function daysOf(event: EventPassage): string[] {
  return event.dates
    .filter(({ isMain, mention }) => isMain && mention.precision === "day")
    .map(({ mention }) => `#${mention.from}`);
}

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
