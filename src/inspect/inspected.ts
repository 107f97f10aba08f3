/** What the lines of every stage are made from: articles with their analyses, relations on demand. */
import { type Relations, relateArticles } from "../analysis/index.js";
import type { ArticleAnalysis, ArticleRange } from "../model/analysis.js";
import { type Article, articleText } from "../model/article.js";
import type { Lexicon } from "../model/lexicon.js";
import type { SummaryMethod } from "../model/settings.js";

export interface Inspected {
  readonly articles: readonly Article[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly lexicon: Lexicon;
  /** Given as they are, not read from a corpus: then all of them count, whatever their themes. */
  readonly isGiven: boolean;
  /** How long a summary may be, in words. */
  readonly words: number;
  readonly method: SummaryMethod;
}

export interface QuotedRange extends ArticleRange {
  /** The words of the range. */
  readonly quote: string;
}

export function relationsOf({ articles, analyses, lexicon, isGiven }: Inspected): Relations {
  return relateArticles(articles, analyses, lexicon, { offTheme: isGiven });
}

/** Each article's items, one line for each. */
export function perItem<T>(
  { articles, analyses }: Inspected,
  itemsOf: (analysis: ArticleAnalysis, article: Article) => readonly T[],
): T[] {
  return articles.flatMap((article) => {
    const analysis = analyses.get(article.id);
    return analysis === undefined ? [] : itemsOf(analysis, article);
  });
}

/** From a range to the range with its words. */
export function quoter(articles: readonly Article[]): (range: ArticleRange) => QuotedRange {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const texts = new Map<string, string>();
  const textOf = (id: string) => {
    const article = byId.get(id);
    const text = texts.get(id) ?? (article === undefined ? "" : articleText(article));
    texts.set(id, text);
    return text;
  };
  return ({ article, start, end }) => ({
    article,
    start,
    end,
    quote: textOf(article).slice(start, end),
  });
}
