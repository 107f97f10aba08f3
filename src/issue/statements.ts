/** From a place in an article to a statement: its words, their citation, and the day they were reported. */
import type { ArticleRange } from "../model/analysis.js";
import { type Article, articleDay, articleText } from "../model/article.js";
import type { Citation, KnownDay, Statement } from "../model/issue.js";
import { statementId } from "./seal.js";

export type ArticlesById = ReadonlyMap<string, Article>;

/** @throws {RangeError} where there is no such article or no such range in it */
export function cite(place: ArticleRange, articles: ArticlesById): Citation {
  const article = articles.get(place.article);
  if (article === undefined) throw new RangeError(`no article ${place.article}`);
  const quote = articleText(article).slice(place.start, place.end);
  if (quote.length === 0 || quote.length !== place.end - place.start) {
    throw new RangeError(`no range ${place.start} to ${place.end} in ${article.file}`);
  }
  return {
    article: place.article,
    start: place.start,
    end: place.end,
    quote,
    textSha256: article.textSha256,
  };
}

/**
 * @param place the words that are printed
 * @param supports places in other articles that report the same event
 * @param context the sentence before, for a statement that cannot stand alone
 */
export function makeStatement(
  place: ArticleRange,
  articles: ArticlesById,
  supports: readonly ArticleRange[] = [],
  context?: ArticleRange,
): Statement {
  const citation = cite(place, articles);
  const citations = [citation, ...supports.map((support) => cite(support, articles))];
  const statement: Statement = {
    id: statementId(citation),
    text: printable(citation.quote),
    citations,
    reported: knownDay(articles.get(place.article)),
  };
  if (context === undefined) return statement;
  const before = cite(context, articles);
  return { ...statement, context: { text: printable(before.quote), citation: before } };
}

/** A quotation over several paragraphs is printed as one; nothing else changes. */
export function printable(quote: string): string {
  return quote.replaceAll("\n\n", " ");
}

export function knownDay(article: Article | undefined): KnownDay | null {
  const day = article === undefined ? null : articleDay(article);
  if (article === undefined || day === null) return null;
  return { day, basis: article.published?.date === day ? "published" : "inferred" };
}
