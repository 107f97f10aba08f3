/** A released issue and the texts kept with it to the articles that it cites, as far as they can be compared. */
import type { Article } from "../../model/article.js";
import type { Issue, Source } from "../../model/issue.js";

/**
 * @param texts cleaned texts by article
 * @returns those whose text is at hand; of their bytes and of what cleaning did nothing is known
 */
export function articlesOf(
  { sources }: Pick<Issue, "sources">,
  texts: ReadonlyMap<string, string>,
): Article[] {
  return sources.flatMap((source) => {
    const text = texts.get(source.article);
    return text === undefined ? [] : articleOf(source, text);
  });
}

function articleOf(source: Source, text: string): Article {
  const { article, file, url, title, titleDerived, byline, outlet, agency, dateline } = source;
  const { container, rawSha256, textSha256, language, published, inferred } = source;
  return {
    id: article,
    file,
    format: "record",
    url,
    title,
    titleDerived,
    standfirst: null,
    byline,
    outlet: outlet?.name ?? null,
    agency: agency?.name ?? null,
    chain: [outlet, agency].flatMap((carrier) => carrier?.name ?? []),
    dateline,
    published: published && {
      date: published.date,
      ...(published.time === null ? {} : { time: published.time }),
      precision: precisionOf(published),
      evidence: [],
    },
    modified: null,
    inferred: inferred && { ...inferred, evidence: [] },
    language,
    foreign: [],
    paragraphs: text.split("\n\n"),
    removed: [],
    repairs: [],
    raw: text,
    container,
    rawSha256,
    textSha256,
  };
}

function precisionOf({ date, time }: NonNullable<Source["published"]>) {
  if (date.length === 4) return "year";
  if (date.length === 7) return "month";
  return time === null ? "day" : "minute";
}
