/** From the analysed articles of an issue to the passages that each slot of each theme prints. */
import { spansIn } from "../analysis/index.js";
import {
  type ArticleAnalysis,
  type ArticleRange,
  type Attribution,
  overlaps,
  type Pick,
  type ThemePicks,
} from "../model/analysis.js";
import type { SummaryMethod } from "../model/settings.js";
import { type AnalysedArticle, type Candidate, findCandidates } from "./candidates.js";
import { chooseUnits } from "./method.js";
import { saidBefore } from "./said-before.js";

export interface PickRequest {
  readonly themes: readonly string[];
  readonly inPeriod: readonly AnalysedArticle[];
  readonly background: readonly AnalysedArticle[];
  readonly period: { readonly from: string; readonly to: string };
  /** A day before the period on which an event still counts as news. */
  readonly newsFrom: string;
  readonly limits: {
    readonly happened: number;
    readonly says: number;
    readonly background: number;
  };
  /** `centroid` by default. */
  readonly method?: SummaryMethod;
  /** Passages of other origins that report the same event. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
}

/** @returns the picks of each theme, in the order of `themes` */
export function pickThemes(given: PickRequest): ThemePicks[] {
  const all = [...given.inPeriod, ...given.background];
  const request = { ...given, byId: new Map(all.map((item) => [item.analysis.article, item])) };
  const sorted = request.themes.map((theme) => sortTheme(theme, request));
  const news = sorted.map((theme) => ({ ...theme, ...chooseNews(theme, request) }));
  const backgrounds = pickBackgrounds(news, request);
  return news.map((theme) => ({
    ...pickNews(theme, request),
    theme: theme.id,
    background: backgrounds.get(theme.id) ?? [],
  }));
}

interface Picking extends PickRequest {
  readonly byId: ReadonlyMap<string, AnalysedArticle>;
}

/** The candidates of one theme by the slot that they may stand in. */
interface SortedTheme {
  readonly id: string;
  /** Tell an event of the period, or of the days before it. */
  readonly dated: readonly Candidate[];
  /** Are said by somebody, without a date. */
  readonly said: readonly Candidate[];
  /** Of earlier articles; and of the period's where nobody says them and no date is near. */
  readonly background: readonly Candidate[];
}

function sortTheme(id: string, request: Picking): SortedTheme {
  const dated: Candidate[] = [];
  const said: Candidate[] = [];
  const background: Candidate[] = [];
  for (const article of request.inPeriod) {
    for (const candidate of candidatesOf(article, id)) {
      const isSaid = attributionOf(candidate, article.analysis) !== null;
      if (isNews(candidate, article.analysis, request)) dated.push(candidate);
      else if (isSaid && !candidate.leans) said.push(candidate);
      else background.push(candidate);
    }
  }
  for (const article of request.background) background.push(...candidatesOf(article, id));
  return { id, dated, said, background };
}

/** The passages that speak of the theme more than of another one, in articles that are about it. */
function candidatesOf(article: AnalysedArticle, theme: string): Candidate[] {
  const label = article.analysis.themes.find(({ id }) => id === theme);
  return findCandidates(article, theme).filter(
    ({ themeShare, themeScore }) =>
      themeShare >= OWN_SHARE && (label?.assigned === true || themeScore >= STRONG_SCORE),
  );
}

/** Half of the passage's best score: it speaks of another theme otherwise. */
const OWN_SHARE = 0.5;
/** Enough for a passage of an article that is about something else. */
const STRONG_SCORE = 3;

function isNews(
  { start, end }: Candidate,
  analysis: ArticleAnalysis,
  { newsFrom, period }: Picking,
): boolean {
  return datesWithin(start, end, analysis).some(
    (date) => date.to >= newsFrom && date.from <= period.to,
  );
}

/** Dates as exact as a day or a week. */
function datesWithin(start: number, end: number, { dates }: ArticleAnalysis) {
  return spansIn(dates, { start, end }).filter(
    (date) =>
      date.start >= start &&
      date.end <= end &&
      (date.precision === "day" || date.precision === "week"),
  );
}

/** A theme with what was chosen for its news. */
interface NewsOfTheme extends SortedTheme {
  readonly happened: readonly Candidate[];
  readonly heard: readonly Candidate[];
}

/** Events of the period come before those of the days before it. */
function chooseNews(theme: SortedTheme, request: Picking): Omit<NewsOfTheme, keyof SortedTheme> {
  const { limits, period } = request;
  const isCurrent = (candidate: Candidate) => {
    const { analysis } = analysedArticle(candidate.article, request);
    const { start, end } = candidate;
    return datesWithin(start, end, analysis).some(
      ({ from, to }) => to >= period.from && from <= period.to,
    );
  };
  const clear = choose(theme.dated.filter(isClear), limits.happened, request);
  const happened = [...clear.filter(isCurrent), ...clear.filter((c) => !isCurrent(c))];
  const isRepeat = saidBefore(happened, [...theme.dated, ...theme.said]);
  const heard = choose(
    theme.said.filter((c) => !isRepeat(c)),
    limits.says,
    request,
  );
  if (happened.length === 0) happened.push(...heard.splice(0, 1));
  return { happened, heard };
}

function pickNews(
  { happened, heard }: NewsOfTheme,
  request: Picking,
): Omit<ThemePicks, "theme" | "background"> {
  const told = happened.map((candidate) => makePick(candidate, request));
  const said = heard.map((candidate) => makePick(candidate, request));
  return {
    happened: told,
    says: [...told, ...said].filter((pick) => pick.attribution !== null),
  };
}

/**
 * A passage serves as background once: in the theme that has the fewest others. Only what stands
 * alone, or has a sentence before it that makes it understandable, can serve; where that sentence
 * is printed itself, the next one may follow it. What the news say is no background.
 */
function pickBackgrounds(
  themes: readonly NewsOfTheme[],
  request: Picking,
): Map<string, readonly Pick[]> {
  const picked = new Map<string, readonly Pick[]>();
  const used: ArticleRange[] = [];
  const scarcestFirst = themes.toSorted((a, b) => a.background.length - b.background.length);
  for (const { id, background, dated, happened, heard } of scarcestFirst) {
    const isRepeat = saidBefore([...happened, ...heard], [...dated, ...background]);
    const free = background.filter(
      (c) => !used.some((range) => overlaps(range, c)) && !isRepeat(c),
    );
    const chosen = choose(free.filter(isClear), request.limits.background, request);
    const followers = free.filter((c) => !isClear(c) && chosen.some((d) => follows(c, d)));
    chosen.push(...followers.slice(0, request.limits.background - chosen.length));
    const picks = inOrder(chosen, request).map((candidate) => makePick(candidate, request));
    used.push(...picks, ...picks.flatMap(({ context }) => context ?? []));
    picked.set(id, picks);
  }
  return picked;
}

function choose(candidates: readonly Candidate[], limit: number, request: Picking): Candidate[] {
  const { supportsOf, method = "centroid" } = request;
  const strongest = candidates.reduce((most, c) => Math.max(most, c.themeScore), 1);
  return chooseUnits(method, {
    units: candidates,
    ofOneEvent: false,
    room: { statements: limit, words: Number.POSITIVE_INFINITY },
    meritOf: (c) =>
      MERITS.lead / Math.sqrt(1 + c.position) +
      (MERITS.theme * c.themeScore * c.themeShare) / strongest +
      MERITS.title * c.titleShare -
      (c.leans ? MERITS.context : 0),
    supportsOf,
  });
}

/** As measured on the passages of themes. */
const MERITS = {
  /** For standing early in the article, as `lead / sqrt(1 + position)`. */
  lead: 0.1,
  /** For the lexicon's evidence, as a share of the strongest candidate's. */
  theme: 0.5,
  /** For saying what the article's title says. */
  title: 0.3,
  /** Against a passage that needs the sentence before it. */
  context: 0.2,
} as const;

function isClear(candidate: Candidate): boolean {
  return candidate.bearing !== null;
}

/** Printed in the order of the article, it comes right behind the passage that it leans on. */
function follows(later: Candidate, earlier: Candidate): boolean {
  return later.article === earlier.article && later.position === earlier.position + 1;
}

function makePick(candidate: Candidate, request: Picking): Pick {
  const { article, start, end } = candidate;
  const { analysis } = analysedArticle(article, request);
  return {
    article,
    start,
    end,
    context: candidate.bearing?.context ?? null,
    elided: candidate.bearing?.elided ?? 0,
    attribution: attributionOf(candidate, analysis),
    supports: request.supportsOf(candidate),
  };
}

function attributionOf(
  { start, end }: { start: number; end: number },
  analysis: ArticleAnalysis,
): Attribution | null {
  return spansIn(analysis.attributions, { start, end })[0] ?? null;
}

function inOrder(candidates: readonly Candidate[], request: Picking): Candidate[] {
  const dayOf = (candidate: Candidate) => analysedArticle(candidate.article, request).day;
  return [...candidates].sort((a, b) => {
    const [dayA, dayB] = [dayOf(a), dayOf(b)];
    if (dayA !== dayB) return dayA < dayB ? -1 : 1;
    if (a.article !== b.article) return a.article < b.article ? -1 : 1;
    return a.start - b.start;
  });
}

function analysedArticle(id: string, { byId }: Picking): AnalysedArticle {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no analysis of ${id}`);
  return found;
}
