/** The address of a page to its raw bytes in the folder of articles, with the record of where they came from. */
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { failed, kept } from "./added.js";
import type { Desk } from "./desk.js";
import { isKnownSummary } from "./known-summary.js";
import { readPage } from "./read-page.js";

/** A page that is in the corpus is not asked for again; what a feed tells of it is not the page. */
export async function addPage(desk: Desk, url: string, name?: string): Promise<Added> {
  const standing = await desk.archive.fileOf(url);
  if (standing !== undefined && !(await isKnownSummary(desk, standing))) {
    return known(url, standing.file);
  }
  const page = await readPage(desk, url);
  if ("fault" in page) return failed(url, [page.fault]);
  const { bytes, read, source } = page;
  const said = [...page.diagnostics, ...read.diagnostics].map((one) => ({
    ...one,
    place: { ...one.place, file: url },
  }));
  if (read.articles.length === 0) return failed(url, said);
  const keep = () => desk.archive.keep(name ?? page.name, bytes, source);
  return kept(url, { ...read, diagnostics: said }, keep);
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
