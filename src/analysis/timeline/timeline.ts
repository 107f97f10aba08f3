/** Dated passages to a timeline by event date: one entry per event, told by its most telling passage. */
import type {
  ArticleAnalysis,
  ArticleRange,
  ReprintGroup,
  TimelineItem,
} from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import { type EventPassage, readEvents } from "../events/events.js";
import type { Stories } from "../events/stories.js";
import { compare, type DatedPassage, finenessOf, groupEvents, placeOf } from "./timeline-groups.js";

export interface TimelineOptions {
  readonly reprints?: readonly Pick<ReprintGroup, "origin" | "members">[];
  /** From an article to the first article of its origin. */
  readonly originOf?: (article: string) => string;
  /** Whether articles that carry no theme count as well. */
  readonly offTheme?: boolean;
}

/**
 * Lays out the events of the articles that carry a theme; later members of a reprint group are
 * left out, as are years counted from the article's day ("later this year") and runs of years.
 * @returns entries by first day, then last day, then place
 */
export function buildTimeline(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  stories: Stories,
  { reprints = [], originOf = itself, offTheme = false }: TimelineOptions = {},
): TimelineItem[] {
  const copies = new Set(reprints.flatMap(({ members }) => members.slice(1)));
  const dated: DatedPassage[] = [];
  for (const article of articles) {
    if (copies.has(article.id)) continue;
    for (const item of datedPassages(article, analyses.get(article.id), offTheme)) dated.push(item);
  }
  const teller = { stories, originOf, rankOf: rankLanguages(articles), dayOf: daysOf(articles) };
  return groupEvents(dated, stories)
    .map((group) => makeItem(group, teller))
    .map((item) => ({ item, place: placeInOrder(item) }))
    .sort((first, second) => compare(first.place, second.place))
    .map(({ item }) => item);
}

const itself = (article: string) => article;

interface Teller {
  readonly stories: Stories;
  readonly originOf: (article: string) => string;
  /** 0 for the language of most articles. */
  readonly rankOf: (language: string) => number;
  readonly dayOf: ReadonlyMap<string, string | null>;
}

function daysOf(articles: readonly Article[]): Teller["dayOf"] {
  return new Map(articles.map((article) => [article.id, articleDay(article)]));
}

/** What most of the sources are in, most readers of them read. */
function rankLanguages(articles: readonly Article[]): Teller["rankOf"] {
  const counts = new Map<string, number>();
  for (const { language } of articles) counts.set(language, (counts.get(language) ?? 0) + 1);
  const order = [...counts]
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([language]) => language);
  return (language) => order.indexOf(language);
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
      .filter(({ mention }) => mention.precision !== "year" || isStatedYear(mention))
      .map((date) => ({ event, date, language: article.language })),
  );
}

function isStatedYear({ from, to, anchor }: DatedPassage["date"]["mention"]): boolean {
  return anchor === "absolute" && from.slice(0, 4) === to.slice(0, 4);
}

function makeItem(
  group: readonly DatedPassage[],
  { stories, originOf, rankOf, dayOf }: Teller,
): TimelineItem {
  const finest = Math.min(...group.slice(0, MOST_TELLINGS).map(finenessOf));
  const tellings = group
    .map((telling) => ({
      telling,
      isFinest: finenessOf(telling) === finest,
      rank: rankOf(telling.language),
      weight: weigh(telling),
      place: placeOf(telling),
    }))
    .sort(
      (a, b) =>
        Number(b.isFinest) - Number(a.isFinest) ||
        a.rank - b.rank ||
        b.weight - a.weight ||
        compare(a.place, b.place),
    )
    .map(({ telling }) => telling);
  const [best] = tellings;
  if (best === undefined) throw new Error("a group of dated passages is never empty");
  const { event, date } = best;
  const { from, to, precision, anchor, start, end } = date.mention;
  const passage = rangeOf(event);
  const planning = new Set(group.map((telling) => telling.event.article));
  const supports = stories
    .supportsOf(passage)
    .filter(({ article }) => planning.has(article) || (dayOf.get(article) ?? from) >= from);
  const told = onePerArticle([...tellings.map((telling) => rangeOf(telling.event)), ...supports]);
  return {
    from,
    to,
    precision,
    anchor,
    mention: { article: event.article, start, end },
    passage,
    planned: date.isPlanned,
    supports,
    tellings: told,
    origins: new Set(told.map(({ article }) => originOf(article))).size,
  };
}

/** The finest come first in a group, so that a few tell how fine it is. */
const MOST_TELLINGS = 100;

function onePerArticle(ranges: readonly ArticleRange[]): ArticleRange[] {
  const seen = new Set<string>();
  return ranges.filter(({ article }) => {
    if (seen.has(article)) return false;
    seen.add(article);
    return true;
  });
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

function placeInOrder({ from, to, passage, mention }: TimelineItem): string {
  return `${from} ${to} ${passage.article} ${String(mention.start).padStart(9, "0")}`;
}
