/** The bytes of the articles, read again, in, where the rows of the sources do not say what they give out. */
import { type Article, articleText } from "../../model/article.js";
import type { Issue, Source } from "../../model/issue.js";
import { readAgain } from "./derived.js";
import { type Breach, doubted, type Sources, type Spot, whereTheyPart } from "./fault.js";
import { spotAt } from "./places.js";

/** Text, title, names and days of every source whose bytes are at hand: passed over are all others. */
export const checkReadings = readAgain((issue, _, sources) => {
  const { readings } = sources;
  if (readings === undefined) return [];
  return issue.sources.flatMap((source, index): Breach[] => {
    const article = readings.articles.get(source.file);
    if (article === undefined) return [];
    const breaches = [
      ...checkText(issue, index, article, sources),
      ...checkRow(issue, index, article, readings.areDated),
    ];
    return isRecalled(source, issue) ? doubted(breaches, "an earlier issue read it") : breaches;
  });
});

/** Cited by the last issue alone: the record has it as it was read then. */
function isRecalled({ article }: Source, { previous, coverage }: Issue): boolean {
  return previous !== null && !coverage.some((entry) => entry.article === article);
}

function checkText(
  issue: Issue,
  index: number,
  article: Article,
  { texts }: Sources,
): readonly Breach[] {
  const source = issue.sources[index];
  if (source === undefined || source.textSha256 === article.textSha256) return [];
  const stored = texts.get(source.article) ?? "";
  const [read, cited] = whereTheyPart(articleText(article), stored);
  const message =
    stored === ""
      ? `${source.file} reads otherwise than it is cited`
      : `${source.file} reads “${read}”, and is cited as “${cited}”`;
  return [{ code: "reading-differs", message, at: spotOf(issue, index, "textSha256") }];
}

type Field = keyof Source;

function checkRow(issue: Issue, index: number, article: Article, areDated: boolean): Breach[] {
  const source = issue.sources[index];
  if (source === undefined) return [];
  const fields: readonly [Field, unknown, unknown][] = [
    ["article", source.article, article.id],
    ["url", source.url, article.url],
    ["title", source.title, article.title],
    ["titleDerived", source.titleDerived, article.titleDerived],
    ["language", source.language, article.language],
    ["byline", source.byline, article.byline],
    ["dateline", source.dateline, article.dateline],
    ["outlet", source.outlet?.name, article.outlet],
    ["agency", source.agency?.name, article.agency],
    ["published", dayOf(source.published), dayOf(article.published)],
    ...(areDated ? [inferredIn(source, article)] : []),
    ...copiesIn(source, article),
    ...markingIn(source, article),
  ];
  return fields.flatMap(([field, said, read]): Breach[] => {
    if ((said ?? null) === (read ?? null)) return [];
    const message = `${source.file}: ${WORDS[field] ?? field} is ${shown(said)} here, ${shown(read)} by its bytes`;
    return [{ code: "source-differs", message, at: spotOf(issue, index, field) }];
  });
}

const WORDS: Partial<Record<Field, string>> = {
  article: "the id",
  url: "the address",
  title: "the title",
  titleDerived: "that its title is derived",
  language: "the language",
  byline: "the byline",
  dateline: "the dateline",
  outlet: "the outlet",
  agency: "the agency",
  published: "the day of publication",
  inferred: "the day worked out",
  accessed: "the day of access",
  archived: "the address in a web archive",
  markings: "the marking",
};

function dayOf(
  published: { readonly date: string; readonly time?: string | null | undefined } | null,
): string | null {
  return published === null ? null : [published.date, published.time ?? ""].join(" ").trim();
}

/** What an issue says of them: one of an older version of the program says nothing. */
function copiesIn({ accessed, archived }: Source, article: Article): [Field, unknown, unknown][] {
  const fetched = article.fetched?.slice(0, accessed?.length ?? 0);
  return [
    ...(accessed === null ? [] : [["accessed", accessed, fetched] as [Field, unknown, unknown]]),
    ...(archived === null
      ? []
      : [["archived", archived, article.archived] as [Field, unknown, unknown]]),
  ];
}

/** One that its record restricts is said to be: what its outlets say besides, the lexicon knows. */
function markingIn({ markings = [] }: Source, { marking }: Article): [Field, unknown, unknown][] {
  if (marking === undefined || markings.includes(marking)) return [];
  return [["markings", markings.join(", ") || null, marking]];
}

function inferredIn(source: Source, article: Article): [Field, unknown, unknown] {
  const shownAs = ({ inferred }: Pick<Source, "inferred">) =>
    inferred === null ? null : `${inferred.date} (${inferred.window.join(" to ")})`;
  return ["inferred", shownAs(source), shownAs(article)];
}

function shown(value: unknown): string {
  return value === null || value === undefined ? "none" : `“${String(value)}”`;
}

function spotOf(issue: Issue, index: number, field: Field): Spot {
  const article = issue.sources[index]?.article;
  const spot = spotAt(["sources", index, field], issue);
  return article === undefined ? spot : { ...spot, article: { id: article } };
}
