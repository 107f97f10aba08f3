/** An issue and where its bytes lie in, what its articles give when they are read again out. */
import { join } from "node:path";
import {
  EVIDENCE,
  type RawFile,
  rawPathOf,
  readEvidenceArticle,
  readRawFiles,
} from "../evidence/index.js";
import type { Host } from "../host/host.js";
import { ARTICLE_INPUT, lastVisibleDay, type Sources, sha256 } from "../issue/index.js";
import type { Article } from "../model/article.js";
import type { Issue, Source } from "../model/issue.js";
import type { FieldNames } from "../model/settings.js";
import { factsOf, type SourceRecord } from "../model/source-record.js";

export interface WhereBytesLie {
  /** The folder of the issue. */
  readonly beside: string;
  /** The workspace that it was made from, where it is at hand. */
  readonly workspace: { readonly root: string; readonly articles: string } | null;
  /** Which fields of records hold what; null where the settings of the issue are not at hand. */
  readonly fields: FieldNames | null;
  /** Cleaned texts as they were stored, by article. */
  readonly texts: ReadonlyMap<string, string>;
}

type Readings = NonNullable<Sources["readings"]>;
type Wanted = Pick<Source, "container" | "rawSha256">;

/** Files that are read beside those that are cited: days are worked out from all that an issue saw. */
const MOST_FILES = 100;

/** Bytes that are missing, too many, or not those that came in are told elsewhere, and passed over. */
export async function readingsOf(
  host: Host,
  issue: Issue,
  { beside, workspace, fields, texts }: WhereBytesLie,
): Promise<Readings> {
  const seen = issue.sources.every(statesDay) ? [] : inputsOf(issue);
  const wanted = seen.length > MOST_FILES ? issue.sources : [...issue.sources, ...seen];
  const corpus =
    workspace === null
      ? new Map<string, RawFile>()
      : await readRawFiles(host, workspace.root, workspace.articles, wanted);
  const left = issue.sources.filter(({ container }) => !corpus.has(container));
  const files = new Map([...corpus, ...(await rawBeside(host, beside, left))]);
  const articles = new Map<string, Article>();
  for (const [container, file] of files) {
    for (const article of await read(container, file, fields)) articles.set(article.file, article);
  }
  for (const source of issue.sources) {
    const again = await readWithoutRecurring(source, articles, files, fields, texts);
    if (again !== null) articles.set(source.file, again);
  }
  return dated(issue, articles);
}

function statesDay({ published }: { published: { readonly date: string } | null }): boolean {
  return published?.date.length === DAY;
}

function inputsOf({ inputs }: Issue): Wanted[] {
  return inputs.flatMap(({ name, sha256: rawSha256 }) =>
    name.startsWith(ARTICLE_INPUT)
      ? [{ container: name.slice(ARTICLE_INPUT.length), rawSha256 }]
      : [],
  );
}

/** Bytes of one file, and of all. */
const MOST = { file: 16 * 1024 * 1024, all: 64 * 1024 * 1024 };

/** Of a file of which several articles are cited the bytes lie with one of them. */
async function rawBeside(
  host: Host,
  folder: string,
  sources: readonly Source[],
): Promise<ReadonlyMap<string, RawFile>> {
  const files = new Map<string, RawFile>();
  let room = MOST.all;
  for (const source of sources) {
    const { article, container, rawSha256 } = source;
    if (files.has(container) || !/^[\w-]{1,64}$/.test(article)) continue;
    const path = join(folder, EVIDENCE, rawPathOf(source));
    const size = await host.sizeOf(path);
    if (size === null || size > Math.min(MOST.file, room)) continue;
    const bytes = await host.readFile(path);
    room -= size;
    if (sha256(bytes) !== rawSha256) continue;
    files.set(container, { bytes, record: await recordOf(host, folder, article) });
  }
  return files;
}

/** Where the bytes were fetched from says how they are read: an address, an outlet, an encoding. */
async function recordOf(host: Host, folder: string, article: string): Promise<SourceRecord | null> {
  const kept = await readEvidenceArticle(host, folder, article);
  return kept === null || kept === "malformed" ? null : kept.fetched;
}

/** Without the settings nobody knows which field of a record holds what. */
const BY_FIELDS: ReadonlySet<string> = new Set(["json", "jsonl", "csv"]);

async function read(
  file: string,
  { bytes, record }: RawFile,
  fields: FieldNames | null,
  recurring?: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly Article[]> {
  if (bytes === null) return [];
  const { readArticles } = await import("../readers/index.js");
  const facts = record === null ? {} : factsOf(record);
  const { articles } = await readArticles(
    { file, bytes, ...facts },
    { fields: fields ?? {}, ...(recurring === undefined ? {} : { recurring }) },
  );
  return fields === null ? articles.filter(({ format }) => !BY_FIELDS.has(format)) : articles;
}

/**
 * Lines that recur over the articles of a host were left out by what all of them say. Those that
 * the stored text lacks are taken for such; the reader leaves them out only around an article.
 */
async function readWithoutRecurring(
  { article, file, container, textSha256 }: Source,
  articles: ReadonlyMap<string, Article>,
  files: ReadonlyMap<string, RawFile>,
  fields: FieldNames | null,
  texts: ReadonlyMap<string, string>,
): Promise<Article | null> {
  const first = articles.get(file);
  const raw = files.get(container);
  const stored = texts.get(article);
  if (first === undefined || raw === undefined || stored === undefined) return null;
  const { hostOfArticle } = await import("../readers/index.js");
  const host = hostOfArticle(first);
  if (host === null || first.textSha256 === textSha256) return null;
  const kept = new Set(stored.split("\n\n"));
  const lines = new Set(first.paragraphs.filter((paragraph) => !kept.has(paragraph)));
  const again = await read(container, raw, fields, new Map([[host, lines]]));
  return again.find((one) => one.file === file && one.textSha256 === textSha256) ?? null;
}

/** Length of `2021-05-09`: a shorter date is a month or a year. */
const DAY = 10;

/** Days are worked out from all articles that the issue saw, or from none. */
async function dated(
  { coverage, beyond, cutOff, asOf }: Issue,
  articles: ReadonlyMap<string, Article>,
): Promise<Readings> {
  const seen = coverage.filter(({ article }) => article !== null).map(({ file }) => file);
  const visible = seen.flatMap((file) => articles.get(file) ?? []);
  const areAll = beyond === undefined && visible.length === seen.length;
  if (!areAll || visible.every(statesDay)) {
    return { articles, areDated: areAll };
  }
  const { inferDates } = await import("../corpus/index.js");
  const last = lastVisibleDay({ cutOff, asOf });
  const inferred = inferDates(visible, last, asOf !== null);
  const known = inferred.map((article): [string, Article] => [article.file, article]);
  return { articles: new Map([...articles, ...known]), areDated: true };
}
