/** A range of an article to the date on which what it tells happened, as its own words give it. */
import type { ArticleAnalysis, DateMention } from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import { spansIn } from "../spans.js";
import { readEvents } from "./events.js";

/** Null where no date stands in a main clause of the range, or a year alone. */
export function mainDateIn(
  article: Article,
  analysis: ArticleAnalysis,
  range: { readonly start: number; readonly end: number },
): DateMention | null {
  const events = spansIn(readEvents(article, analysis, articleDay(article)), range);
  const main = events
    .flatMap(({ dates }) => dates)
    .filter(({ isMain, mention }) => isMain && mention.precision !== "year")
    .map(({ mention }) => mention);
  return main.find(({ start, end }) => start >= range.start && end <= range.end) ?? null;
}
