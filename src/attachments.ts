/** An issue, its coverage and the texts it cites in, the files that ride in its PDF out. */
import { evidenceOf } from "./evidence/index.js";
import { allCitationsOf, sha256 } from "./issue/index.js";
import { toJson } from "./json.js";
import type { Issue, Source } from "./model/issue.js";
import type { AttachmentLevel } from "./model/settings.js";
import { COVERAGE, ISSUE } from "./records.js";
import type { Attachment } from "./render/index.js";

/**
 * Each level holds what the one before it holds.
 * @param records bytes by path below the issue's folder, as they stand beside the PDF; what is not
 *   among them is left out
 */
export function attachmentsOf(
  issue: Issue,
  records: ReadonlyMap<string, Uint8Array>,
  level: AttachmentLevel,
): readonly Attachment[] {
  const modifiedAt = new Date(issue.cutOff);
  const of = `${issue.brief.title}, ${issue.id}`;
  const json = (
    name: string,
    what: string,
    bytes: Uint8Array | undefined,
    relationship: Attachment["relationship"] = "Supplement",
  ): readonly Attachment[] => {
    const kind = { mediaType: "application/json", description: `${of}: ${what}`, relationship };
    return bytes === undefined ? [] : [{ name, bytes, ...kind, modifiedAt }];
  };
  if (level === "none") return [];
  const files = [
    ...json(
      ISSUE,
      "the issue as data, every statement with its citations",
      records.get(ISSUE),
      "Source",
    ),
    ...json(COVERAGE, "every article and how it was used", records.get(COVERAGE)),
  ];
  if (level === "records") return files;
  const what = "the words that are cited, with what is known of their articles";
  files.push(...json("cited-passages.json", what, toJson(citedPassages(issue))));
  if (level === "passages") return files;
  const articles = toJson(citedArticles(issue, records));
  const texts = "the whole text of every article that is cited";
  return [...files, ...json("cited-articles.json", texts, articles)];
}

/** Words of an article that the issue quotes, and no others. */
function citedPassages(issue: Issue) {
  const cited = Map.groupBy(allCitationsOf(issue), ({ article }) => article);
  const articles = issue.sources.map((source) => ({
    ...describe(source),
    passages: passagesOf(cited.get(source.article) ?? []),
  }));
  const { id, brief, seal } = issue;
  return { schema: "briefwright/cited-passages/1", brief: brief.id, issue: id, seal, articles };
}

function passagesOf(citations: ReturnType<typeof allCitationsOf>) {
  const places = new Map(
    citations.map(({ start, end, quote }) => [`${start}-${end}`, { start, end, quote }]),
  );
  return [...places.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function citedArticles(issue: Issue, records: ReadonlyMap<string, Uint8Array>) {
  const articles = issue.sources.flatMap((source) => {
    const bytes = records.get(evidenceOf(source.article));
    return bytes === undefined || sha256(bytes) !== source.textSha256
      ? []
      : [{ ...describe(source), text: new TextDecoder().decode(bytes) }];
  });
  const { id, brief, seal } = issue;
  return { schema: "briefwright/cited-articles/1", brief: brief.id, issue: id, seal, articles };
}

function describe(source: Source) {
  const { number, article, url, title, language, byline, published, inferred, chain } = source;
  return {
    number,
    article,
    url,
    title,
    language,
    byline,
    outlet: source.outlet?.name ?? null,
    agency: source.agency?.name ?? null,
    published,
    inferred: inferred?.date ?? null,
    chain,
    textSha256: source.textSha256,
  };
}
