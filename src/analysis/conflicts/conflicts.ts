/**
 * Words of the articles to the conflicts between them, each with the ranges to cite. A false
 * conflict is worse than a missed one: every rule asks for the same event, speaker or paper first.
 */
import type { ArticleAnalysis, Conflict, Figure, Story } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { Lexicon } from "../../model/lexicon.js";
import { primaryLanguage } from "../../text/primary-language.js";
import type { Stories } from "../events/stories.js";
import { findAnsweredCharges, findDenialsOfThat } from "./answered-charges.js";
import { findFigureConflicts } from "./figure-conflicts.js";
import { findOvertakenFigures } from "./overtaken-figures.js";
import { findAbsences, findPositions } from "./replies.js";
import { readReports } from "./reports-of-events.js";
import { findChanges, findDenials } from "./reversals.js";
import { themeOfRanges } from "./theme-of-ranges.js";
import { findBases, findLists, findWordings } from "./wordings.js";

export interface ConflictOptions {
  /** Figures are compared inside a story alone. */
  readonly stories?: readonly Story[];
  /** First article of an article's origin. */
  readonly originOf?: (article: string) => string;
  /** Whether what carries no theme counts too. */
  readonly offTheme?: boolean;
}

/**
 * Finds the conflicts inside and between articles; those of words are told for English alone.
 * @param articles one of each origin: reprints add nothing
 */
export function findConflicts(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  stories: Stories,
  lexicon: Pick<Lexicon, "entities">,
  { stories: groups = [], originOf = (article) => article, offTheme = false }: ConflictOptions = {},
): Conflict[] {
  const places = new Set(
    lexicon.entities.entities
      .filter(({ type }) => type === "place" || type === "state")
      .map(({ id }) => id),
  );
  const english = articles.filter(isEnglish);
  const storyOf = new Map(
    groups.flatMap((story, index) => story.articles.map((article) => [article, index] as const)),
  );
  const options = { storyOf, offTheme };
  const reports = readReports(english, analyses, stories, lexicon, options);
  const others = offTheme ? articles : articles.filter((article) => !isEnglish(article));
  const figures = [
    ...findOvertakenFigures(articles, analyses, groups),
    ...findFigureConflicts({ articles, analyses, stories: groups, originOf, places, offTheme }),
  ];
  return [
    ...articles.flatMap(({ id }) => findSums(analyses.get(id))),
    ...findPositions(reports),
    ...findAbsences(reports),
    ...[...findBases(reports), ...findLists(reports), ...findWordings(reports)].filter(
      ({ ranges }) => new Set(ranges.map(({ article }) => originOf(article))).size > 1,
    ),
    ...findDenials(reports),
    ...findAnsweredCharges(readReports(others, analyses, stories, lexicon, options)),
    ...findDenialsOfThat(readReports(articles, analyses, stories, lexicon, options)),
    ...findChanges(reports),
    ...figures.map((conflict) => ({
      ...conflict,
      theme: themeOfRanges(conflict.ranges, analyses),
    })),
  ];
}

const isEnglish = ({ language }: Article): boolean => primaryLanguage(language) === "en";

function findSums(analysis: ArticleAnalysis | undefined): Conflict[] {
  if (analysis === undefined) return [];
  return checkSums(analysis.figures).map(({ total, parts, sum }) => ({
    kind: "does-not-add-up",
    theme: null,
    params: { total: total.value, bound: total.bound, parts: parts.map(({ value }) => value), sum },
    ranges: [total, ...parts].map(({ start, end }) => ({ article: analysis.article, start, end })),
    articles: [],
  }));
}

/** Parts of one total that do not fit it. */
interface SumConflict {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** Of the parts' values. */
  readonly sum: number;
}

/**
 * Finds totals whose parts do not fit them. Parts are what "including" names, which need not be
 * all there is: a sum below its total is no conflict. A sum above it is; above a round lower bound
 * ("more than 20,000"), an estimate or a sum of estimates, only by more than a tenth.
 * @param figures of one article, in text order
 */
export function checkSums(figures: readonly Figure[]): SumConflict[] {
  const conflicts: SumConflict[] = [];
  for (const [index, total] of figures.entries()) {
    if (total.role !== "total") continue;
    let end = index + 1;
    while (figures[end]?.role === "part") end += 1;
    const parts = figures.slice(index + 1, end);
    const sum = parts.reduce((added, part) => added + part.value, 0);
    if (parts.length > 1 && sum > largestFit(total, parts)) conflicts.push({ total, parts, sum });
  }
  return conflicts;
}

/** Rounding that a total and its parts may hide, as a part of the total. */
const ROUNDING = 0.1;

function largestFit(total: Figure, parts: readonly Figure[]): number {
  const isCeiling = total.bound === "less-than" || total.bound === "at-most";
  const areExact = parts.every(({ bound }) => bound === "exactly");
  if (areExact && (isCeiling || total.bound === "exactly")) return total.value;
  return total.value * (1 + ROUNDING);
}
