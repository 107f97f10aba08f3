/**
 * Passages of different articles to those that report one event, so that a statement may carry a
 * second citation. A false second citation is a lie: date, actors and words must all agree.
 */
import type { ArticleAnalysis, ArticleRange, ReprintGroup } from "../model/analysis.js";
import { type Article, articleDay } from "../model/article.js";
import { daysBetween } from "../text/dates-calendar.js";
import { countTerms, overlap, type TermStatistics } from "../text/similarity.js";
import { type EventDate, type EventPassage, readEvents } from "./events.js";

/** `article:start-end` of a passage. */
type PassageKey = string;

export interface Stories {
  /** Passages that report the same event, the surest first, one per article and origin. */
  readonly supports: ReadonlyMap<PassageKey, readonly PassageKey[]>;
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
}

export function passageKey({ article, start, end }: ArticleRange): PassageKey {
  return `${article}:${start}-${end}`;
}

/**
 * Links the passages of different origins that report the same event.
 * @param reprints groups whose members count as one origin
 */
export function groupStories(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  reprints: readonly Pick<ReprintGroup, "origin" | "members">[] = [],
): Stories {
  const events = articles.flatMap((article) => {
    const analysis = analyses.get(article.id);
    return analysis === undefined ? [] : readEvents(article, analysis, articleDay(article));
  });
  const originOf = new Map(
    reprints.flatMap(({ origin, members }) => members.map((member) => [member, origin] as const)),
  );
  const links = linkEvents(events, (article) => originOf.get(article) ?? article);
  const byKey = new Map(events.map((event) => [passageKey(event), event]));
  const supports = new Map<PassageKey, readonly PassageKey[]>();
  for (const [key, found] of links) supports.set(key, bestPerOrigin(found, originOf));
  return {
    supports,
    supportsOf: (range) =>
      (supports.get(passageKey(range)) ?? []).flatMap((key) => {
        const event = byKey.get(key);
        if (event === undefined) return [];
        return { article: event.article, start: event.start, end: event.end };
      }),
  };
}

interface Link {
  readonly to: EventPassage;
  readonly score: number;
}

function bestPerOrigin(
  links: readonly Link[],
  originOf: ReadonlyMap<string, string>,
): PassageKey[] {
  const seen = new Set<string>();
  const best: PassageKey[] = [];
  for (const { to } of [...links].sort(bySureness)) {
    const origin = originOf.get(to.article) ?? to.article;
    if (seen.has(origin)) continue;
    seen.add(origin);
    best.push(passageKey(to));
  }
  return best;
}

function bySureness(first: Link, second: Link): number {
  if (first.score !== second.score) return second.score - first.score;
  return passageKey(first.to) < passageKey(second.to) ? -1 : 1;
}

function linkEvents(
  events: readonly EventPassage[],
  originOf: (article: string) => string,
): Map<PassageKey, Link[]> {
  const statistics = countTerms(events.map(featuresOf));
  const links = new Map<PassageKey, Link[]>();
  const add = (from: EventPassage, to: EventPassage, score: number) => {
    const key = passageKey(from);
    const found = links.get(key);
    if (found === undefined) links.set(key, [{ to, score }]);
    else found.push({ to, score });
  };
  for (const [first, second] of candidatePairs(events)) {
    if (originOf(first.article) === originOf(second.article)) continue;
    const score = agreement(first, second, statistics);
    if (score === 0) continue;
    add(first, second, score);
    add(second, first, score);
  }
  return links;
}

function featuresOf(event: EventPassage): string[] {
  return [...event.terms, ...[...event.entities].map((entity) => `@${entity}`)];
}

/** Days of the main clause: two passages on one day are worth comparing whatever their words. */
function daysOf(event: EventPassage): string[] {
  return event.dates
    .filter(({ isMain, mention }) => isMain && mention.precision === "day")
    .map(({ mention }) => `#${mention.from}`);
}

/** Features of more passages than this tell nothing apart and are not used to find pairs. */
const LONGEST_POSTING = 60;
const LONGEST_DAY = 500;

/** Pairs of passages that share a day, or two features that are not everywhere, each pair once. */
function* candidatePairs(events: readonly EventPassage[]): Generator<[EventPassage, EventPassage]> {
  const postings = new Map<string, number[]>();
  for (const [index, event] of events.entries()) {
    for (const feature of [...featuresOf(event), ...daysOf(event)]) {
      const posting = postings.get(feature);
      if (posting === undefined) postings.set(feature, [index]);
      else posting.push(index);
    }
  }
  for (const [index, event] of events.entries()) {
    const shared = new Map<number, number>();
    for (const feature of [...featuresOf(event), ...daysOf(event)]) {
      const posting = postings.get(feature) ?? [];
      const isDay = feature.startsWith("#");
      if (posting.length > (isDay ? LONGEST_DAY : LONGEST_POSTING)) continue;
      for (const other of posting) {
        if (other > index) shared.set(other, (shared.get(other) ?? 0) + (isDay ? 2 : 1));
      }
    }
    for (const [other, count] of shared) {
      const second = events[other];
      if (count >= 2 && second !== undefined && second.article !== event.article) {
        yield [event, second];
      }
    }
  }
}

/** How surely two passages report one event; 0 where they need not. */
export function agreement(
  first: EventPassage,
  second: EventPassage,
  statistics: TermStatistics,
): number {
  if (first.isNegated !== second.isNegated || !areSpeakersCompatible(first, second)) return 0;
  const relation = relateDates(first, second);
  if (relation === "differ") return 0;
  const { count, share } = overlap(wordsOf(first), wordsOf(second), statistics);
  const isSameSpeaker = sharesOne(first.speakers, second.speakers);
  const names = telling(first, second, statistics);
  if (relation === "agree") {
    const isSureActor = isSameSpeaker || names > 0;
    return isSureActor && count >= DATED.words && share >= DATED.share ? 1 + share : 0;
  }
  if (!areNumbersCompatible(first, second)) return 0;
  const apart = Math.abs(daysBetween(first.day, second.day));
  const least = apart > MONTH ? RETOLD : isSameSpeaker && apart <= WEEK ? SAID : UNDATED;
  const isSureActor = isSameSpeaker || names > 0;
  return isSureActor && count >= least.words && share >= least.share ? share : 0;
}

/** What a passage tells, names aside. */
function wordsOf({ terms }: EventPassage): ReadonlySet<string> {
  return new Set([...terms].filter((term) => !term.startsWith("=")));
}

/** Shared words, and their part of the smaller passage by rarity, that a pair needs at least. */
interface Least {
  readonly words: number;
  readonly share: number;
}

/** Dates of both main clauses agree. */
const DATED: Least = { words: 1, share: 0.15 };
/** The same person speaks in articles of one week. */
const SAID: Least = { words: 3, share: 0.3 };
/** A date is missing on one side or both. */
const UNDATED: Least = { words: 4, share: 0.4 };
/** The same, in articles of different months: most likely another event of the same kind. */
const RETOLD: Least = { words: 5, share: 0.5 };

const WEEK = 7;
const MONTH = 31;

/** Both hold numbers or ordinals, and none is the same: two events of one kind. */
function areNumbersCompatible(first: EventPassage, second: EventPassage): boolean {
  if (first.numbers.size === 0 || second.numbers.size === 0) return true;
  return sharesOne(first.numbers, second.numbers);
}

/** Shared names that are in no more than a fifth of the passages, or in these two alone. */
function telling(
  first: EventPassage,
  second: EventPassage,
  { counts, units }: TermStatistics,
): number {
  const names = featuresOf(first).filter((feature) => /^[@=]/.test(feature));
  const others = new Set(featuresOf(second));
  return names.filter(
    (name) => others.has(name) && (counts.get(name) ?? 0) <= Math.max(2, units / 5),
  ).length;
}

/** What one says another must not say: both know their speakers, and none is the same. */
function areSpeakersCompatible(first: EventPassage, second: EventPassage): boolean {
  if (first.speakers.size === 0 || second.speakers.size === 0) {
    return !first.isQuoted && !second.isQuoted;
  }
  return sharesOne(first.speakers, second.speakers);
}

function sharesOne(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return [...first].some((item) => second.has(item));
}

/** Main dates agree where one lies in the other and neither is as vague as a year. */
function relateDates(first: EventPassage, second: EventPassage): "agree" | "differ" | "unknown" {
  const ours = first.dates.filter(isTelling);
  const theirs = second.dates.filter(isTelling);
  if (ours.length === 0 || theirs.length === 0) return "unknown";
  const doAgree = ours.some((date) => theirs.some((other) => isSameTime(date, other)));
  return doAgree ? "agree" : "differ";
}

function isTelling({ isMain, mention }: EventDate): boolean {
  return isMain && mention.precision !== "year";
}

export function isSameTime({ mention: a }: EventDate, { mention: b }: EventDate): boolean {
  const isWithin = (a.from >= b.from && a.to <= b.to) || (b.from >= a.from && b.to <= a.to);
  return isWithin && !(a.precision === "day" && b.precision === "month");
}
