/** An HTML page in, the bytes of its PDF out. The stages, in order; each is a folder. */
import { Readable } from "node:stream";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { ReplacedBox } from "./boxes/box.js";
import { buildBoxes } from "./boxes/build-boxes.js";
import { countElements, NO_COUNTERS, usesCounters } from "./boxes/counters.js";
import { createGeneratedContent } from "./boxes/generated-content.js";
import { createCascade } from "./css/cascade.js";
import { readStyleSheets, type StyleSheet } from "./css/read-stylesheet.js";
import { USER_AGENT_SHEET } from "./css/user-agent-sheet.js";
import type { Families } from "./fonts/families.js";
import { openFontFaces } from "./fonts/font-face.js";
import type { Columns } from "./layout/flow.js";
import { createLayout, layOut, type PageRoom } from "./layout/layout.js";
import type { Attachment } from "./metadata/attachment.js";
import { NO_FILES, type ReadFile } from "./page/page-files.js";
import { type HtmlPage, parsePage, type StyleSheetText } from "./page/parse-page.js";
import { balanceWhole } from "./pages/divide-columns.js";
import { noteWidthOf } from "./pages/fill-notes.js";
import { fillPage } from "./pages/fill-page.js";
import type { Page } from "./pages/page.js";
import { type Paper, readPaper } from "./pages/page-style.js";
import { paginate } from "./pages/paginate.js";
import { reportOutside } from "./pages/report-outside.js";
import { reportShrunk } from "./pages/report-shrunk.js";
import type { Print } from "./paint/paint.js";
import { collectDiagnostics, type Diagnostics } from "./report.js";
import { leadsSomewhere, nameDestinations } from "./tags/link-targets.js";
import { tagPages } from "./tags/tag-pages.js";

export interface PageOptions {
  /** What diagnostics call the page; `page.html` when not given. */
  readonly file?: string | undefined;
  /**
   * Style sheets, pictures and fonts that the page names, by path below its folder, such as
   * `fonts/text.woff2`; the page carries everything itself when not given.
   */
  readonly files?: ReadFile | undefined;
  /** Style sheets that come after those of the page. */
  readonly styleSheets?: readonly StyleSheetText[] | undefined;
}

export interface PdfOptions extends PageOptions {
  /**
   * Written into the file as its date, so that the same page gives the same bytes; by default what
   * the page says in `<meta name="date">`, or else 1970-01-01.
   */
  readonly createdAt?: Date | undefined;
  /** Files that ride in the PDF as its associated files. */
  readonly attachments?: readonly Attachment[] | undefined;
}

export interface PdfResult extends PdfSummary {
  readonly bytes: Uint8Array;
}

export interface PdfSummary {
  readonly pages: number;
  /** What the page asks for and the PDF cannot give; nothing of it stops the page. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * An HTML page to the bytes of its PDF, under the subset of CSS in `templates/README.md` (CSS 2.2,
 * CSS Paged Media 3). Lengths in `px` are 0.75 pt. Whatever the page asks for and cannot have is a
 * diagnostic, never an error; the same page and options give the same bytes.
 * @param html the whole page, from `<!doctype html>` on; a fragment is taken for its body
 */
export async function renderPdf(html: string, options: PdfOptions = {}): Promise<PdfResult> {
  const { stream, result } = streamPdf(html, options);
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { bytes: new Uint8Array(Buffer.concat(chunks)), ...(await result) };
}

/**
 * The same, the bytes as they are written: each page when the pages before it have been taken.
 * @returns `result` when all pages are laid out; it fails as the stream does
 */
export function streamPdf(
  html: string,
  options: PdfOptions = {},
): { readonly stream: Readable; readonly result: Promise<PdfSummary> } {
  const painting = import("./paint/paint.js");
  const prepared = preparePrint(html, options);
  const result = prepared.then(({ print, diagnostics }) => {
    return { pages: print.pages.length, diagnostics };
  });
  // Who reads the stream alone learns of a failure there.
  result.catch(() => {});
  const write = async function* () {
    const { print } = await prepared;
    const { paintDocument } = await painting;
    yield* paintDocument(print);
  };
  return { stream: Readable.from(write()), result };
}

async function preparePrint(
  html: string,
  options: PdfOptions,
): Promise<{ print: Print; diagnostics: readonly Diagnostic[] }> {
  const collected = collectDiagnostics(options.file ?? DEFAULT_FILE, html);
  const opened = openPage(html, options, collected);
  const fontFaces = opened.sheets.flatMap((sheet) => sheet.fontFaces);
  const families = await openFontFaces(fontFaces, options.files ?? NO_FILES, collected.report);
  const { html: page, pages } = layOutPage(opened, families, collected);
  const destinations = nameDestinations(pages);
  const isTarget = (href: string) => leadsSomewhere(href, destinations);
  const tagged = tagPages(page, pages, isTarget, collected.report);
  const { title, author, subject, keywords, language } = page;
  const createdAt = options.createdAt ?? page.date ?? new Date(0);
  const info = { title, author, subject, keywords, language, createdAt };
  const { attachments = [] } = options;
  const print = { pages, tagged, destinations, info, attachments };
  return { print, diagnostics: collected.diagnostics };
}

const DEFAULT_FILE = "page.html";

export interface SetPages {
  readonly html: HtmlPage;
  readonly paper: Paper;
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything but painting, for a page that brings no fonts: each word and line at its place. */
export function setPages(html: string, options: PageOptions = {}): SetPages {
  const collected = collectDiagnostics(options.file ?? DEFAULT_FILE, html);
  return layOutPage(openPage(html, options, collected), new Map(), collected);
}

/** A page and its style sheets, read, before any font is needed. */
interface OpenPage {
  readonly page: HtmlPage;
  readonly html: string;
  readonly sheets: readonly StyleSheet[];
  readonly files: ReadFile | undefined;
}

function openPage(html: string, options: PageOptions, { report }: Diagnostics): OpenPage {
  const { files, styleSheets = [] } = options;
  const page = parsePage(html, report, files);
  const userAgent = { css: USER_AGENT_SHEET, file: "user-agent.css" };
  const texts = [userAgent, ...page.styleSheets, ...styleSheets];
  const sheets = readStyleSheets(texts, report);
  return { page, html, sheets, files };
}

/** @param families that the page brings */
function layOutPage(opened: OpenPage, families: Families, collected: Diagnostics): SetPages {
  const { page, html, sheets, files } = opened;
  const { report, missing } = collected;
  const cascade = createCascade(sheets, families, report);
  const counters = usesCounters(sheets.slice(1), html)
    ? countElements(page.body, cascade.styleOf(page.root, undefined), cascade)
    : NO_COUNTERS;
  const generated = createGeneratedContent(page.body, counters, report);
  const boxes = buildBoxes(page.root, page.body, cascade, generated, report, files);
  const paper = readPaper(sheets, cascade, page.root, report);
  const { height } = paper.usual.column;
  const shrunk = (picture: ReplacedBox, asked: number) =>
    reportShrunk(picture, asked, height, report);
  const layout = createLayout(roomOf(paper), { missing, shrunk });
  const flow = layOut(boxes.body, paper.usual.column.width, layout);
  const pages = paginate(flow, paper, page.language, layout, generated, boxes);
  reportOutside(pages, report);
  return { html: page, paper, pages, diagnostics: collected.diagnostics };
}

/** What layout has to know of pages: it does not know pages itself. */
function roomOf({ usual, named }: Paper): PageRoom {
  const balance = (columns: Omit<Columns, "height">) => balanceWhole(columns, fillPage).height;
  return {
    height: usual.column.height,
    widthOf: (name) => named(name).column.width,
    noteWidth: noteWidthOf(usual),
    balance,
  };
}
