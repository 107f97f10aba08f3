/** From the analysed articles of an issue to the candidates of a theme, by the slot that they may stand in. */
import { spansIn } from "../analysis/index.js";
import type { ArticleAnalysis, ArticleRange, Attribution } from "../model/analysis.js";
import type { ChoiceOutcome, SlotName } from "../model/choice.js";
import { type AnalysedArticle, type Candidate, findCandidates } from "./candidates.js";
import { logOutcome, type OnChoice } from "./choice-log.js";

export interface SortRequest {
  readonly inPeriod: readonly AnalysedArticle[];
  readonly background: readonly AnalysedArticle[];
  readonly period: { readonly from: string; readonly to: string };
  /** A day before the period on which an event still counts as news. */
  readonly newsFrom: string;
  /** Told of every passage on a theme what became of it, once for each theme; nothing by default. */
  readonly onChoice?: OnChoice | undefined;
}

/** The candidates of one theme by the slot that they may stand in. */
export interface SortedTheme {
  readonly id: string;
  /** Tell an event of the period, or of the days before it. */
  readonly dated: readonly Candidate[];
  /** Are said by somebody, without a date. */
  readonly said: readonly Candidate[];
  /** Of earlier articles; and of the period's where nobody says them and no date is near. */
  readonly background: readonly Candidate[];
}

export function sortTheme(id: string, request: SortRequest): SortedTheme {
  const dated: Candidate[] = [];
  const said: Candidate[] = [];
  const background: Candidate[] = [];
  for (const article of request.inPeriod) {
    for (const candidate of candidatesOf(article, id, request.onChoice)) {
      const slot = slotOf(candidate, article, request);
      if (slot === "happened") dated.push(candidate);
      else if (slot === "says") said.push(candidate);
      else background.push(candidate);
    }
  }
  for (const article of request.background) {
    background.push(...candidatesOf(article, id, request.onChoice));
  }
  return { id, dated, said, background };
}

/** Where a passage stands by what it says: dated news, a claim that needs no neighbour, or background. */
export function slotOf(
  candidate: Candidate,
  { analysis, day }: AnalysedArticle,
  request: SortRequest,
): SlotName {
  if (day < request.period.from) return "background";
  if (isNews(candidate, analysis, request)) return "happened";
  const isSaid = attributionOf(candidate, analysis) !== null;
  return isSaid && !candidate.leans ? "says" : "background";
}

/** The passages that speak of the theme more than of another one, in articles that are about it. */
function candidatesOf(
  article: AnalysedArticle,
  theme: string,
  onChoice: OnChoice | undefined,
): Candidate[] {
  const label = article.analysis.themes.find(({ id }) => id === theme);
  const isAbout = label?.assigned === true;
  const onLeftOut =
    onChoice &&
    ((range: ArticleRange, themeScore: number, most: number) =>
      onChoice({
        ...range,
        theme,
        slot: null,
        themeScore,
        outcome: { kind: "article-cap", most },
      }));
  return findCandidates(article, theme, onLeftOut).filter((candidate) => {
    const outcome = refuse(candidate, isAbout);
    if (outcome !== null) logOutcome(onChoice, candidate, null, outcome);
    return outcome === null;
  });
}

function refuse(candidate: Candidate, isAbout: boolean): ChoiceOutcome | null {
  const { themeShare, themeScore, foremostTheme } = candidate;
  if (themeShare < OWN_SHARE) {
    return { kind: "other-theme", theme: foremostTheme, share: themeShare };
  }
  if (isAbout || themeScore >= STRONG_SCORE) return null;
  return { kind: "in-passing", needed: STRONG_SCORE };
}

/** Half of the passage's best score: it speaks of another theme otherwise. */
const OWN_SHARE = 0.5;
/** Enough for a passage of an article that is about something else. */
const STRONG_SCORE = 3;

function isNews(
  { start, end }: Candidate,
  analysis: ArticleAnalysis,
  { newsFrom, period }: SortRequest,
): boolean {
  return datesWithin(start, end, analysis).some(
    (date) => date.to >= newsFrom && date.from <= period.to,
  );
}

/** Dates as exact as a day or a week. */
export function datesWithin(start: number, end: number, { dates }: ArticleAnalysis) {
  return spansIn(dates, { start, end }).filter(
    (date) =>
      date.start >= start &&
      date.end <= end &&
      (date.precision === "day" || date.precision === "week"),
  );
}

export function attributionOf(
  { start, end }: { start: number; end: number },
  analysis: ArticleAnalysis,
): Attribution | null {
  return spansIn(analysis.attributions, { start, end })[0] ?? null;
}
