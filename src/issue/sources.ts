/** From citations in order of printing to the numbered sources annex. */
import type { ArticleAnalysis } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { Citation, Source } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { findOutlet } from "../text/find-outlet.js";
import { fold } from "../text/fold.js";
import { restrictionsOf } from "./restrictions.js";
import type { ArticlesById } from "./statements.js";

/**
 * Numbers follow the order in which the brief first cites an article.
 * @param lastDay the last day that the issue knows of
 */
export function numberSources(
  citations: readonly Citation[],
  articles: ArticlesById,
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Lexicon,
  inPeriod: ReadonlySet<string>,
  lastDay: string,
): Source[] {
  const cited = [...new Set(citations.map((citation) => citation.article))];
  return cited.flatMap((id, index) => {
    const article = articles.get(id);
    if (article === undefined) return [];
    return {
      number: index + 1,
      article: id,
      file: article.file,
      container: article.container,
      url: article.url,
      rawSha256: article.rawSha256,
      textSha256: article.textSha256,
      title: article.title,
      titleDerived: article.titleDerived,
      language: article.language,
      byline: article.byline,
      dateline: article.dateline,
      ...datesOf(article),
      outlet: describeOutlet(article.outlet, lexicon, lastDay),
      agency: describeOutlet(article.agency, lexicon, lastDay),
      chain: chainOf(analyses.get(id)),
      archived: article.archived ?? null,
      accessed: article.fetched?.slice(0, DAY_LENGTH) ?? null,
      inPeriod: inPeriod.has(id),
      ...restrictionsOf(article, lexicon),
    };
  });
}

const DAY_LENGTH = "2021-05-03".length;

function datesOf(article: Article): Pick<Source, "published" | "inferred"> {
  const { published, inferred } = article;
  return {
    published: published && { date: published.date, time: published.time ?? null },
    inferred: inferred && { date: inferred.date, window: inferred.window },
  };
}

/** What the lexicon knows of an outlet, its end and restrictions of later days left out. */
export function describeOutlet(
  name: string | null,
  lexicon: Lexicon,
  lastDay: string,
): Source["outlet"] {
  const known = name === null ? null : findOutlet(name, lexicon);
  if (name === null || known === null) return name === null ? null : { name, known };
  const { closed, ...rest } = known;
  const end = closed !== undefined && closed <= lastDay ? { closed } : {};
  const restricted = known.restricted.filter(({ since }) => since <= lastDay);
  return { name, known: { ...rest, ...end, restricted } };
}

/** Everybody whom the article leans on beyond speakers that it heard itself. */
export function chainOf(analysis: ArticleAnalysis | undefined): string[] {
  const links = new Map<string, string>();
  for (const attribution of analysis?.attributions ?? []) {
    const unnamed = attribution.entity === null && attribution.depth > attribution.via.length + 1;
    for (const link of unnamed ? [attribution.speaker, ...attribution.via] : attribution.via) {
      if (!links.has(fold(link))) links.set(fold(link), link);
    }
  }
  return [...links.values()];
}
