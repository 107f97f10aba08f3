/** From files and folders to their dated articles, those of a path as soon as their days can be told. */
import { basename, join, posix } from "node:path";
import { openWorkspace } from "../config/workspace.js";
import {
  inferDates,
  listFolder,
  listPath,
  type ReadCorpus,
  readListing,
  viewImports,
} from "../corpus/index.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { type Article, articleDay, type Reading, ReadingSchema } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { refuseImports } from "../workspace-corpus.js";

export interface ReadingRequest {
  /** Files, articles in them (`feed.xml#2`, `a.zip/b.txt`) and folders; else the workspace's articles. */
  readonly paths: readonly string[];
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** Inference of dates sees nothing published after this day. */
  readonly asOf: string;
  /** Whether second copies of an article are given too; they are none to a brief. */
  readonly twins?: boolean;
}

/**
 * In the order of paths and files. The files of a folder are read together, since lines that recur
 * over them belong to none; an article that states no day waits for all others, and those behind it
 * wait with it. Of a file no more than its articles stays in memory.
 * @param diagnostics what is found on the way is added to them
 * @throws {FailedRun} without a workspace where no path is given @throws {HostError} for a path that is not there
 */
export async function* readDated(
  host: Host,
  request: ReadingRequest,
  diagnostics: Diagnostic[],
): AsyncGenerator<Article> {
  const known: Article[] = [];
  let given = 0;
  for await (const article of readPaths(host, request, diagnostics)) {
    known.push(article);
    if (given < known.length - 1 || articleDay(article) === null) continue;
    given += 1;
    yield article;
  }
  if (given === known.length) return;
  const firsts = new Map([...known].reverse().map((article) => [article.id, article]));
  const dated = inferDates([...firsts.values()].reverse(), request.asOf);
  const inferred = new Map(dated.map((article) => [article.id, article.inferred]));
  for (const article of known.slice(given)) {
    yield { ...article, inferred: inferred.get(article.id) ?? null };
  }
}

/** Only what `ReadingSchema` names: the raw text and the hashes stay inside. */
export function toReading(article: Article): Reading {
  const { raw: _raw, container: _container, ...read } = article;
  const { fetched: _fetched, archived: _archived, ...rest } = read;
  const { rawSha256: _rawHash, textSha256: _textHash, ...reading } = rest;
  return ReadingSchema.parse(reading);
}

async function* readPaths(
  host: Host,
  request: ReadingRequest,
  diagnostics: Diagnostic[],
): AsyncGenerator<Article> {
  if (request.paths.length === 0) return yield* readWorkspace(host, request, diagnostics);
  const { value: workspace } = await openWorkspace(host, request.folder);
  const fields = workspace?.settings.fields ?? {};
  for (const path of request.paths) {
    const { file, part } = await partNamed(host, path);
    const corpus = await readListing(host, await listPath(host, file), { fields });
    diagnostics.push(...corpus.diagnostics.filter((said) => isAbout(part, said)));
    if (part !== null) yield* onlyPart(withTwins(corpus), part, path);
    else yield* request.twins === true ? withTwins(corpus) : corpus.articles;
  }
}

/** What is said of the other articles of a file is of no concern to who names one. */
function isAbout(part: string | null, { place }: Diagnostic): boolean {
  if (part === null || place?.file === undefined) return true;
  return isWithin(place.file, part) || isWithin(part, place.file);
}

/** All that a brief would see: the folder of articles, and the imports beside it. */
async function* readWorkspace(
  host: Host,
  request: ReadingRequest,
  diagnostics: Diagnostic[],
): AsyncGenerator<Article> {
  const { root, settings } = settle(await openWorkspace(host, request.folder), diagnostics);
  const folder = join(root, settings.corpus, "articles");
  const view = await viewImports(host, root, folder).catch(refuseImports);
  try {
    const { fields } = settings;
    const corpus = await readListing(view.host, await listFolder(view.host, folder), { fields });
    diagnostics.push(...corpus.diagnostics);
    yield* request.twins === true ? withTwins(corpus) : corpus.articles;
  } finally {
    view.close();
  }
}

/** In the order of files; those of one file stay in theirs. */
function withTwins({ articles, twins }: ReadCorpus): readonly Article[] {
  if (twins.length === 0) return articles;
  return [...articles, ...twins].sort((a, b) => {
    if (a.container === b.container) return 0;
    return a.container < b.container ? -1 : 1;
  });
}

/**
 * Where no file bears the name itself, one inside a file: `feed.xml#2` is the second article of
 * `feed.xml`, `batch.zip/deep/b.txt` an entry of `batch.zip`.
 */
async function partNamed(
  host: Host,
  path: string,
): Promise<{ readonly file: string; readonly part: string | null }> {
  if (await host.exists(path)) return { file: path, part: null };
  for (const file of containersOf(path)) {
    if ((await host.sizeOf(file)) === null) continue;
    return { file, part: posix.normalize(basename(file) + path.slice(file.length)) };
  }
  return { file: path, part: null };
}

/** The nearest first. */
function containersOf(path: string): string[] {
  const containers: string[] = [];
  const [, numbered] = /^(.+)#\d{1,9}$/u.exec(path) ?? [];
  if (numbered !== undefined) containers.push(numbered);
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    containers.push(path.slice(0, end));
  }
  return containers;
}

/** The article of this name, or those that an entry of this name holds. */
function onlyPart(articles: readonly Article[], part: string, path: string): readonly Article[] {
  const found = articles.filter(({ file }) => isWithin(file, part));
  if (found.length === 0) throw new FailedRun([noSuchPart(path)]);
  return found;
}

function isWithin(name: string, whole: string): boolean {
  return name === whole || name.startsWith(`${whole}/`) || name.startsWith(`${whole}#`);
}

function noSuchPart(path: string): Diagnostic {
  return {
    code: "no-such-article",
    severity: "error",
    message: "there is no such article in the file",
    place: { file: path },
    hint: "brief inspect reading with the file alone shows how its articles are named",
  };
}
