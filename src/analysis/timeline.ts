/** Dated passages to a timeline by event date: one entry per event, told by its most telling passage. */
import type {
  ArticleAnalysis,
  ArticleRange,
  ReprintGroup,
  TimelineItem,
} from "../model/analysis.js";
import { type Article, articleDay } from "../model/article.js";
import { formatDay, parseDay } from "../text/dates-calendar.js";
import { type EventDate, type EventPassage, readEvents } from "./events.js";
import { isSameTime, passageKey, type Stories } from "./stories.js";

/**
 * Lays out the events of the articles that carry a theme; later members of a reprint group are
 * left out, as are years counted from the article's day ("later this year").
 * @param offTheme whether articles that carry no theme count as well
 * @returns entries by first day, then last day, then place
 */
export function buildTimeline(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  stories: Stories,
  reprints: readonly Pick<ReprintGroup, "origin" | "members">[] = [],
  offTheme = false,
): TimelineItem[] {
  const copies = new Set(reprints.flatMap(({ members }) => members.slice(1)));
  const dated = articles
    .filter(({ id }) => !copies.has(id))
    .flatMap((article) => datedPassages(article, analyses.get(article.id), offTheme));
  return groupEvents(dated, stories)
    .map((group) => makeItem(group, stories))
    .sort(byDate);
}

/** One date of one passage. */
interface DatedPassage {
  readonly event: EventPassage;
  readonly date: EventDate;
}

function datedPassages(
  article: Article,
  analysis: ArticleAnalysis | undefined,
  offTheme: boolean,
): DatedPassage[] {
  if (analysis === undefined) return [];
  if (!offTheme && !analysis.themes.some(({ assigned }) => assigned)) return [];
  return readEvents(article, analysis, articleDay(article)).flatMap((event) =>
    event.dates
      .filter(({ mention }) => mention.precision !== "year" || mention.anchor === "absolute")
      .map((date) => ({ event, date })),
  );
}

function groupEvents(dated: readonly DatedPassage[], stories: Stories): DatedPassage[][] {
  const groups: DatedPassage[][] = [];
  const byTime = new Map<string, DatedPassage[][]>();
  for (const item of [...dated].sort(byPrecision)) {
    const keys = timeKeys(item);
    const near = new Set(keys.flatMap((key) => byTime.get(key) ?? []));
    const group = [...near].find((others) => others.some((other) => isOne(item, other, stories)));
    if (group !== undefined) {
      group.push(item);
      continue;
    }
    const started = [item];
    groups.push(started);
    for (const key of keys) {
      const others = byTime.get(key);
      if (others === undefined) byTime.set(key, [started]);
      else others.push(started);
    }
  }
  return groups;
}

const PRECISIONS = ["day", "week", "month", "year"] as const;

/** The precise first, so that "last week" joins the day that another report names. */
function byPrecision(first: DatedPassage, second: DatedPassage): number {
  const rank = ({ date }: DatedPassage) => PRECISIONS.indexOf(date.mention.precision);
  return rank(first) - rank(second) || compare(placeOf(first), placeOf(second));
}

function placeOf({ event, date }: DatedPassage): string {
  const place = String(date.mention.start).padStart(9, "0");
  return `${event.day ?? "9999"} ${event.article} ${place}`;
}

function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The days of a day or week, or the whole range: what two mentions of one event share. */
function timeKeys({ date: { mention } }: DatedPassage): string[] {
  const { from, to, precision } = mention;
  if (precision !== "day" && precision !== "week") return [`${from}/${to}`];
  const keys: string[] = [];
  const [first, last] = [parseDay(from) ?? 0, parseDay(to) ?? 0];
  for (let day = first; day <= last && keys.length < 31; day += 1) keys.push(formatDay(day));
  return keys;
}

/** The same date of one passage, support by another, or clauses that share who and what. */
function isOne(first: DatedPassage, second: DatedPassage, stories: Stories): boolean {
  if (!isSameTime(first.date, second.date)) return false;
  if (first.event === second.event) {
    return first.date.mention.from === second.date.mention.from;
  }
  const key = passageKey(second.event);
  const supports = stories.supports.get(passageKey(first.event)) ?? [];
  return supports.includes(key) || sharesClause(first.date, second.date);
}

function sharesClause(first: EventDate, second: EventDate): boolean {
  const terms = [...first.clause].filter(
    (term) => second.clause.has(term) && !/^(?:=.*|\d+)$/.test(term),
  );
  const actors = [...first.actors].filter((actor) => second.actors.has(actor));
  return terms.length >= 2 || (terms.length >= 1 && actors.length >= 1);
}

function makeItem(group: readonly DatedPassage[], stories: Stories): TimelineItem {
  const finest = Math.min(...group.map(({ date }) => PRECISIONS.indexOf(date.mention.precision)));
  const precise = group.filter(({ date }) => PRECISIONS.indexOf(date.mention.precision) === finest);
  const [best] = [...precise].sort(
    (a, b) => weigh(b) - weigh(a) || compare(placeOf(a), placeOf(b)),
  );
  if (best === undefined) throw new Error("a group of dated passages is never empty");
  const { event, date } = best;
  const { from, to, precision, anchor, start, end } = date.mention;
  const passage = rangeOf(event);
  return {
    from,
    to,
    precision,
    anchor,
    mention: { article: event.article, start, end },
    passage,
    planned: date.isPlanned,
    supports: stories.supportsOf(passage),
  };
}

/**
 * A main clause tells an event best, the more so if it is all that is said. Themes are those of the
 * main clause and say nothing of a clause beside it.
 */
function weigh({ event, date }: DatedPassage): number {
  const themes = Math.min(2, event.passage.themes.length);
  const part = event.terms.size === 0 ? 0 : date.clause.size / event.terms.size;
  return (date.isMain ? 4 + themes / 2 : 0) + 2 * part + (event.isQuoted ? -2 : 0);
}

function rangeOf({ article, start, end }: EventPassage): ArticleRange {
  return { article, start, end };
}

function byDate(first: TimelineItem, second: TimelineItem): number {
  const place = ({ passage, mention }: TimelineItem) =>
    `${passage.article} ${String(mention.start).padStart(9, "0")}`;
  return (
    compare(first.from, second.from) ||
    compare(first.to, second.to) ||
    compare(place(first), place(second))
  );
}
