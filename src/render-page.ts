/** The path of a page in, its PDF out: any HTML page in the subset of CSS, with the files of its folder. */
import { dirname, join } from "node:path";
import { FailedRun } from "./failed-run.js";
import type { Host } from "./host/host.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { readPageFolder } from "./page-folder.js";
import { type PdfResult, renderPdf } from "./render/index.js";

export interface PageRequest {
  /** Path of the HTML file. */
  readonly file: string;
  /** The date that the PDF bears; that of the page's `<meta name="date">` by default. */
  readonly createdAt?: Date | undefined;
}

/** Bytes of HTML; a page beyond this was not written for paper. */
const MAX_PAGE = 64 * 1024 * 1024;

/**
 * @throws {HostError} where the page cannot be read
 * @throws {FailedRun} where it is too large, or no text
 */
export async function renderPageFile(
  host: Host,
  { file, createdAt }: PageRequest,
): Promise<PdfResult> {
  const bytes = await host.readFile(file);
  if (bytes.length > MAX_PAGE) throw new FailedRun([tooLargePage(file)]);
  const { text: page, diagnostics: remarks } = await decodePage(bytes, file);
  const folder = await readPageFolder(host, file, page);
  const files = (path: string) => folder.files.get(path);
  const pdf = await renderPdf(page, { file, files, createdAt });
  const diagnostics = pdf.diagnostics.map((each) => inFolderOf(file, each));
  return { ...pdf, diagnostics: [...remarks, ...folder.diagnostics, ...diagnostics] };
}

/** UTF-8 as it is; what has a mark of UTF-16 or declares another encoding by that (WHATWG HTML, 13.2.3). */
async function decodePage(bytes: Uint8Array, file: string) {
  const isWide = WIDE_MARKS.has(`${bytes[0]} ${bytes[1]}`);
  const isPdf = new TextDecoder().decode(bytes.subarray(0, 5)) === "%PDF-";
  if (isPdf || (!isWide && bytes.includes(0))) throw new FailedRun([noPage(file)]);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    // Only such a page needs all that is known of code pages.
    const { decodeHtml } = await import("./readers/index.js");
    const { text, diagnostics } = decodeHtml(bytes, file);
    if (text === null) throw new FailedRun([noPage(file)]);
    return { text, diagnostics };
  }
}

/** First two bytes of UTF-16, either way round. */
const WIDE_MARKS: ReadonlySet<string> = new Set(["255 254", "254 255"]);

function noPage(file: string): Diagnostic {
  return {
    code: "no-page",
    severity: "error",
    message: "is no page of HTML: its bytes are no text",
    place: { file },
    hint: "name a page.html or an issue.json",
  };
}

/** A style sheet goes by its path below the page's folder: for people, by the one that they type. */
function inFolderOf(page: string, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic;
  if (place === undefined || place.file === page) return diagnostic;
  return { ...diagnostic, place: { ...place, file: join(dirname(page), place.file) } };
}

function tooLargePage(file: string): Diagnostic {
  return {
    code: "page-too-large",
    severity: "error",
    message: `has more than ${MAX_PAGE / 1024 / 1024} MB`,
    place: { file },
    hint: "cut it into several pages",
  };
}
