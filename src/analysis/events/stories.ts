/**
 * Passages of different articles to those that report one event, so that a statement may carry a
 * second citation. A false second citation is a lie: date, actors and words must all agree.
 */
import type { ArticleAnalysis, ArticleRange, ReprintGroup } from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import { daysBetween } from "../../text/dates-calendar.js";
import { type Overlap, overlap, sharedNumbers } from "../../text/similarity.js";
import { spansIn } from "../spans.js";
import { NumberedPassages, type ToldArticle } from "./event-features.js";
import { type EventDate, type EventPassage, readEvents } from "./events.js";
import { readPassageTerms } from "./passage-terms.js";

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
  const told = articles.flatMap((article) => {
    const analysis = analyses.get(article.id);
    return analysis === undefined ? [] : toldArticle(article, analysis);
  });
  const originOf = new Map(
    reprints.flatMap(({ origin, members }) => members.map((member) => [member, origin] as const)),
  );
  const links = linkEvents(told, (article) => originOf.get(article) ?? article);
  const ranges = new Map<PassageKey, ArticleRange>();
  const supports = new Map<PassageKey, readonly PassageKey[]>();
  for (const [from, found] of links) {
    const { article, start, end } = from;
    ranges.set(passageKey(from), { article, start, end });
    supports.set(passageKey(from), bestPerOrigin(found, originOf));
  }
  return {
    supports,
    supportsOf: (range) =>
      (supports.get(passageKey(range)) ?? []).flatMap((key) => ranges.get(key) ?? []),
  };
}

function toldArticle(article: Article, analysis: ArticleAnalysis): ToldArticle {
  const { passages, dates } = analysis;
  const days = dates.filter(({ precision }) => precision === "day");
  const dated =
    days.length === 0
      ? []
      : passages.flatMap((passage, index) => {
          const own = spansIn(days, passage).map(({ from }) => from);
          return own.length === 0 ? [] : { passage: index, days: own };
        });
  const terms = readPassageTerms(article, analysis);
  return { terms, dated, events: () => readEvents(article, analysis, articleDay(article)) };
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
  articles: readonly ToldArticle[],
  originOf: (article: string) => string,
): Map<EventPassage, Link[]> {
  const passages = new NumberedPassages(articles);
  const links = new Map<EventPassage, Link[]>();
  const add = (from: EventPassage, to: EventPassage, score: number) => {
    const found = links.get(from);
    if (found === undefined) links.set(from, [{ to, score }]);
    else found.push({ to, score });
  };
  for (const [one, other] of passages.pairs()) {
    const shared = sharedBy(one, other, passages);
    if (shared === null) continue;
    const [first, second] = [passages.eventOf(one), passages.eventOf(other)];
    const score = agreement(first, second, shared);
    if (score === 0 || originOf(first.article) === originOf(second.article)) continue;
    if (saysNumbersOf(first, second)) add(first, second, score);
    if (saysNumbersOf(second, first)) add(second, first, score);
  }
  return links;
}

/** What two passages share. */
interface Shared extends Overlap {
  /** A name that is not everywhere. */
  readonly isNamed: boolean;
}

/** Null where they share too little to report one event, whatever their dates and speakers. */
function sharedBy(one: number, other: number, passages: NumberedPassages): Shared | null {
  if (passages.isTurned(one) !== passages.isTurned(other)) return null;
  const names = sharedNumbers(passages.namesOf(one), passages.namesOf(other));
  if (names.length === 0) return null;
  const shared = overlap(passages.wordsOf(one), passages.wordsOf(other), passages.rarities);
  if (shared.count < DATED.words || shared.share < DATED.share) return null;
  return { ...shared, isNamed: names.some((name) => passages.isTelling(name)) };
}

/** How surely two passages report one event; 0 where they need not. */
function agreement(first: EventPassage, second: EventPassage, shared: Shared): number {
  if (!areSpeakersCompatible(first, second)) return 0;
  const isSameSpeaker = sharesOne(first.speakers, second.speakers);
  if (!isSameSpeaker && !shared.isNamed) return 0;
  const relation = relateDates(first, second);
  if (relation === "differ") return 0;
  const { count, share } = shared;
  if (relation === "agree") return 1 + share;
  const apart = Math.abs(daysBetween(first.day, second.day));
  const least = apart > MONTH ? RETOLD : isSameSpeaker && apart <= WEEK ? SAID : UNDATED;
  const isEnough = count >= least.words && share >= least.share;
  return isEnough && areNumbersCompatible(first, second) ? share : 0;
}

/** Shared words, and their part of the smaller passage by rarity, that a pair needs at least. */
interface Least {
  readonly words: number;
  readonly share: number;
}

/** Dates of both main clauses agree: the least of all. */
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

/** What counts otherwise does not bear out a count: every number is told again, or none at all. */
function saysNumbersOf({ numbers }: EventPassage, other: EventPassage): boolean {
  if (other.numbers.size === 0) return true;
  for (const number of numbers) if (!other.numbers.has(number)) return false;
  return true;
}

/** What one says another must not say: both know their speakers, and none is the same. */
function areSpeakersCompatible(first: EventPassage, second: EventPassage): boolean {
  if (first.speakers.size === 0 || second.speakers.size === 0) {
    return !first.isQuoted && !second.isQuoted;
  }
  return sharesOne(first.speakers, second.speakers);
}

function sharesOne(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  for (const item of first) if (second.has(item)) return true;
  return false;
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
