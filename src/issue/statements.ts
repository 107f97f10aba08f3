/** From a place in an article to a statement: its words, their citation, and the day they were reported. */
import type { ArticleRange, Bearing } from "../model/analysis.js";
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

/** What a statement prints, and what it needs and rests on besides. */
export interface Telling extends ArticleRange, Partial<Bearing> {
  /** Ranges of other articles that report the same event. */
  readonly supports?: readonly ArticleRange[];
}

/** @throws {RangeError} where a range is not in its article */
export function makeStatement(telling: Telling, articles: ArticlesById): Statement {
  const { supports = [], context = null, elided = 0 } = telling;
  const citation = cite(telling, articles);
  const kept = printable(citation.quote.slice(elided));
  const statement: Statement = {
    id: statementId(citation),
    text: elided > 0 ? `${ELLIPSIS} ${kept}` : kept,
    citations: [citation, ...supports.map((support) => cite(support, articles))],
    reported: knownDay(articles.get(telling.article)),
  };
  if (context === null) return statement;
  const before = cite(context, articles);
  return { ...statement, context: { text: printable(before.quote), citation: before } };
}

/** Marks words of the source that are left out. */
export const ELLIPSIS = "[…]";

/** A quotation over several paragraphs is printed as one; nothing else changes. */
export function printable(quote: string): string {
  return quote.replaceAll("\n\n", " ");
}

export function knownDay(article: Article | undefined): KnownDay | null {
  const day = article === undefined ? null : articleDay(article);
  if (article === undefined || day === null) return null;
  return { day, basis: article.published?.date === day ? "published" : "inferred" };
}
