/** From the analysed articles of an issue to the passages that each slot of each theme prints. */
import type {
  ArticleAnalysis,
  ArticleRange,
  Attribution,
  Pick,
  ThemePicks,
} from "../model/analysis.js";
import { type Candidate, findCandidates } from "./candidates.js";
import { chooseByCentroid } from "./centroid.js";

/** One origin's analysis with what choosing must know of its article. */
export interface AnalysedArticle {
  readonly analysis: ArticleAnalysis;
  readonly language: string;
  readonly day: string;
}

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
  /** Passages of other origins that report the same event. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
}

export function pickThemes(request: PickRequest): ThemePicks[] {
  return request.themes.map((theme) => pickTheme(theme, request));
}

/**
 * News is dated in the period or said by somebody; what an article of the period tells without
 * date and speaker is a recital, and serves as background like an earlier article.
 */
function pickTheme(theme: string, request: PickRequest): ThemePicks {
  const { limits, supportsOf } = request;
  const current = request.inPeriod.flatMap((article) => sortOut(article, theme, request));
  const earlier = request.background.flatMap(({ analysis, language }) =>
    findCandidates(analysis, language, theme),
  );
  const support = (candidate: Candidate) => supportsOf(candidate).length;
  const choose = (candidates: readonly Candidate[], limit: number) =>
    chooseByCentroid(mergeSupported(candidates.filter(isStrong), supportsOf), limit, support);

  const dated = current.filter((item) => item.kind === "dated").map((item) => item.candidate);
  const said = current.filter((item) => item.kind === "said");
  const recited = current.filter((item) => item.kind === "recited").map((item) => item.candidate);

  const happened = choose(dated.filter(isClear), limits.happened);
  const saying = choose(
    said.map((item) => item.candidate),
    limits.says,
  ).filter((candidate) => !happened.includes(candidate));
  if (happened.length === 0) happened.push(...saying.filter(isClear).slice(0, 1));

  const toPick = (candidate: Candidate) => makePick(candidate, request);
  const happenedPicks = happened.map(toPick);
  const sayingPicks = saying.filter((candidate) => !happened.includes(candidate)).map(toPick);
  return {
    theme,
    happened: happenedPicks,
    says: [...happenedPicks, ...sayingPicks].filter((pick) => pick.attribution !== null),
    background: inOrder(
      choose([...earlier, ...recited].filter(isClear), limits.background),
      request,
    ).map(toPick),
  };
}

type Sorted = { readonly kind: "dated" | "said" | "recited"; readonly candidate: Candidate };

function sortOut(article: AnalysedArticle, theme: string, request: PickRequest): Sorted[] {
  const { analysis, language } = article;
  return findCandidates(analysis, language, theme).map((candidate) => {
    if (isDated(candidate, analysis, request)) return { kind: "dated", candidate };
    const said = attributionOf(candidate, analysis) !== null;
    return { kind: said && candidate.context === undefined ? "said" : "recited", candidate };
  });
}

/** Holds a day or week between the first day that is news and the end of the period. */
function isDated(
  { start, end }: Candidate,
  analysis: ArticleAnalysis,
  { newsFrom, period }: PickRequest,
): boolean {
  return analysis.dates.some(
    (date) =>
      date.start >= start &&
      date.end <= end &&
      (date.precision === "day" || date.precision === "week") &&
      date.to >= newsFrom &&
      date.from <= period.to,
  );
}

/** Half of the passage's best score: the passage speaks of another theme otherwise. */
function isStrong(candidate: Candidate): boolean {
  return candidate.themeShare >= 0.5;
}

/** Stands alone, or has a sentence before it that makes it understandable. */
function isClear(candidate: Candidate): boolean {
  return candidate.context !== null;
}

/** Of passages that report one event, the first in the order of candidates speaks for all. */
function mergeSupported(
  candidates: readonly Candidate[],
  supportsOf: PickRequest["supportsOf"],
): Candidate[] {
  const merged = new Set<Candidate>();
  return candidates.filter((candidate) => {
    if (merged.has(candidate)) return false;
    for (const range of supportsOf(candidate)) {
      const other = candidates.find((c) => c.article === range.article && c.start === range.start);
      if (other !== undefined) merged.add(other);
    }
    return true;
  });
}

function makePick(candidate: Candidate, request: PickRequest): Pick {
  const { article, start, end, context } = candidate;
  const { analysis } = analysedArticle(article, request);
  return {
    article,
    start,
    end,
    context: context ? { article, ...context } : null,
    attribution: attributionOf(candidate, analysis),
    supports: request.supportsOf(candidate),
  };
}

function attributionOf(
  { start, end }: { start: number; end: number },
  analysis: ArticleAnalysis,
): Attribution | null {
  return analysis.attributions.find((a) => a.start < end && start < a.end) ?? null;
}

function inOrder(candidates: readonly Candidate[], request: PickRequest): Candidate[] {
  const dayOf = (candidate: Candidate) => analysedArticle(candidate.article, request).day;
  return [...candidates].sort((a, b) => {
    const [dayA, dayB] = [dayOf(a), dayOf(b)];
    if (dayA !== dayB) return dayA < dayB ? -1 : 1;
    if (a.article !== b.article) return a.article < b.article ? -1 : 1;
    return a.start - b.start;
  });
}

function analysedArticle(id: string, { inPeriod, background }: PickRequest): AnalysedArticle {
  const found = [...inPeriod, ...background].find(({ analysis }) => analysis.article === id);
  if (found === undefined) throw new RangeError(`no analysis of ${id}`);
  return found;
}
