/** The address of a page to its raw bytes in the folder of articles, with the record of where they came from. */
import { join } from "node:path";
import { readGuardedFile, readSourceRecord } from "../corpus/index.js";
import type { Article } from "../model/article.js";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { factsOf, SOURCE_SUFFIX } from "../model/source-record.js";
import type { ReadResult } from "../readers/index.js";
import { failed, kept } from "./added.js";
import type { Standing } from "./archive.js";
import type { Desk } from "./desk.js";
import { isKnownSummary } from "./known-summary.js";
import { readPage } from "./read-page.js";

export interface PageRequest {
  readonly url: string;
  /** In the corpus; made of the address by default. */
  readonly name?: string;
  /** Whether a page that is in the corpus is asked for again. */
  readonly isAgain?: boolean;
}

/**
 * A page that is in the corpus is not asked for unless that is wanted; what a feed tells of it is not
 * the page. One that changed is kept beside the copy that was there.
 */
export async function addPage(desk: Desk, { url, name, isAgain }: PageRequest): Promise<Added> {
  const standing = await desk.archive.fileOf(url);
  const isPage = standing !== undefined && !(await isKnownSummary(desk, standing));
  if (isPage && isAgain !== true) return known(url, standing.file);
  const page = await readPage(desk, url);
  if ("fault" in page) return failed(url, [page.fault]);
  const { bytes, read, source } = page;
  const said = [...page.diagnostics, ...read.diagnostics].map((one) => ({
    ...one,
    place: { ...one.place, file: url },
  }));
  if (read.articles.length === 0) return failed(url, said);
  if (isPage && (await saysTheSame(desk, standing, read))) return unchanged(url, standing.file);
  const keep = () => desk.archive.keep(name ?? page.name, bytes, source);
  return kept(url, { ...read, diagnostics: said }, keep);
}

/** What is around the article changes with every visit: its text counts. */
async function saysTheSame(
  { host, folder, options }: Desk,
  { file }: Standing,
  { articles }: ReadResult,
): Promise<boolean> {
  const bytes = await host.readFile(join(folder, file)).catch(() => null);
  if (bytes === null) return false;
  const source = await readSourceRecord(host, join(folder, `${file}${SOURCE_SUFFIX}`));
  const facts = source === null ? {} : factsOf(source);
  const before = await readGuardedFile({ bytes, file, ...facts }, options);
  const texts = (all: readonly Article[]) => all.map(({ textSha256 }) => textSha256).join();
  return texts(before.articles) === texts(articles);
}

function unchanged(input: string, file: string): Added {
  const diagnostic: Diagnostic = {
    code: "page-unchanged",
    severity: "info",
    message: `says what it said: ${file}`,
    place: { file: input },
  };
  return { input, status: "known", file, articles: [], diagnostics: [diagnostic] };
}

function known(input: string, file: string): Added {
  const diagnostic: Diagnostic = {
    code: "page-known",
    severity: "info",
    message: `is in the corpus: ${file}`,
    place: { file: input },
    hint: "brief add --again asks for it again; feeds are fetched again by brief fetch",
  };
  return { input, status: "known", file, articles: [], diagnostics: [diagnostic] };
}
