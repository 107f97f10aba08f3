/** The address of a page to its raw bytes in the folder of articles, with the record of where they came from. */
import { readGuardedFile } from "../corpus/index.js";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { factsOf } from "../model/source-record.js";
import { usualExtension } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import { failed, kept } from "./added.js";
import type { Desk } from "./desk.js";
import { fetchPage } from "./fetch-page.js";
import { isKnownSummary } from "./known-summary.js";
import { nameByType, pageName } from "./page-name.js";

/** A page that is in the corpus is not asked for again; what a feed tells of it is not the page. */
export async function addPage(desk: Desk, url: string, name?: string): Promise<Added> {
  const standing = await desk.archive.fileOf(url);
  if (standing !== undefined && !(await isKnownSummary(desk, standing))) {
    return known(url, standing.file);
  }
  const page = await fetchPage(desk, url);
  if ("fault" in page) return failed(url, [page.fault]);
  const { bytes, finalUrl } = page.response;
  const source = {
    bytes,
    file: nameByType(page.source.contentType, finalUrl),
    ...factsOf(page.source),
  };
  const result = await readGuardedFile(source, desk.options);
  const said = [...page.diagnostics, ...result.diagnostics].map((one) => ({
    ...one,
    place: { ...one.place, file: url },
  }));
  if (result.articles.length === 0) return failed(url, said);
  const own = name ?? pageName(finalUrl, sha256(bytes), usualExtension(source) ?? ".html");
  const keep = () => desk.archive.keep(own, bytes, page.source);
  return kept(url, { ...result, diagnostics: said }, keep);
}

function known(input: string, file: string): Added {
  const diagnostic: Diagnostic = {
    code: "page-known",
    severity: "info",
    message: `is in the corpus: ${file}`,
    place: { file: input },
    hint: "remove that file to fetch the page again; feeds are fetched again by brief fetch",
  };
  return { input, status: "known", file, articles: [], diagnostics: [diagnostic] };
}
