/** From an issue and a template to the files that people read: one page, in every form that is asked for. */
import { fileURLToPath } from "node:url";
import { editionAttachment, withEdition } from "./carried-edition.js";
import { draftMarkMissing } from "./draft-mark.js";
import { diagnose } from "./failed-run.js";
import { type FilledPage, type Filler, fillPage, openFiller } from "./fill-page.js";
import type { Host } from "./host/host.js";
import { toLine } from "./json.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { EditionOptions } from "./model/edition-options.js";
import { FILE_OF_FORMAT, type Format } from "./model/format.js";
import { type Issue, IssueSchema } from "./model/issue.js";
import { coloursOf } from "./model/marking.js";
import { assetReader, type TemplateFiles } from "./model/template-folder.js";
import { ISSUE } from "./records.js";
import {
  type Attachment,
  type DocumentFormat,
  type FontDelivery,
  type PdfResult,
  renderDocument,
  renderHtml,
  renderMail,
  renderPdf,
} from "./render/index.js";
import { Stopwatch, type Timing } from "./stopwatch.js";
import { styleOf, type TemplateSheet } from "./templating/index.js";
import { Recent } from "./text/recent.js";

export interface RenderRequest {
  readonly issue: Issue;
  readonly template: TemplateFiles;
  readonly formats: ReadonlySet<Format>;
  /** How the HTML comes to its fonts; it carries them by default. */
  readonly fonts?: FontDelivery;
  /** Whether the page carries the issue as data; it does by default. */
  readonly issueInPage?: boolean;
  /** Files that ride in the PDF. */
  readonly attachments?: readonly Attachment[];
  /** How far it is cleared, and where it can be read; what the issue says of it by default. */
  readonly edition?: EditionOptions | undefined;
  /** What fills the template; one for this page alone by default. */
  readonly filler?: Filler | undefined;
  /** Of the message, where one is asked for. */
  readonly mail?: TemplateFiles | null;
}

export interface Rendered {
  /** Bytes by file name; null where the template or an output failed. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
}

/** @param host gives the fonts */
export async function renderIssue(host: Host, request: RenderRequest): Promise<Rendered> {
  const diagnostics: Diagnostic[] = [];
  const watch = new Stopwatch();
  const { timings } = watch;
  try {
    const files = await renderFormats(host, request, watch, diagnostics);
    return { files, diagnostics, timings };
  } catch (error) {
    return { files: null, diagnostics: [...diagnostics, ...diagnose(error)], timings };
  }
}

async function renderFormats(
  host: Host,
  { issue, template, formats, attachments, filler, mail, edition, ...page }: RenderRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  if (![...formats].some((format) => format !== "json")) return made;
  const own = filler ?? openFiller(host);
  const fill = async (files: TemplateFiles) => {
    const page = await watch.time("fill", () => fillPage(issue, files, diagnostics, own, edition));
    diagnostics.push(...draftMarkMissing(page.html, edition ?? issue.release, files.folder));
    return edition === undefined ? page : { ...page, html: withEdition(page.html, issue, edition) };
  };
  const fillAll = async () => {
    const page = await fill(template);
    return { filled: page, message: formats.has("mail") && mail ? await fill(mail) : null };
  };
  const { filled, message } = await fillAll().finally(() =>
    filler === undefined ? own.close() : undefined,
  );
  if (formats.has("html")) {
    const files = await watch.time("html", () => printHtml(host, filled, { issue, ...page }));
    for (const [path, bytes] of files) made.set(path, bytes);
  }
  const riders =
    edition === undefined || attachments === undefined || attachments.length === 0
      ? attachments
      : [...attachments, editionAttachment(issue, edition)];
  if (formats.has("pdf")) {
    const pdf = await watch.time("pdf", () => printPdf(filled, issue.cutOff, riders));
    diagnostics.push(...pdf.diagnostics);
    made.set(PDF, pdf.bytes);
  }
  for (const format of DOCUMENTS.filter((candidate) => formats.has(candidate))) {
    const bytes = await watch.time(format, () => printDocument(filled, issue, format));
    made.set(FILE_OF_FORMAT[format], bytes);
  }
  if (message !== null) made.set(FILE_OF_FORMAT.mail, printMail(message));
  return made;
}

const DOCUMENTS: readonly DocumentFormat[] = ["docx", "md", "txt"];

/** @returns bytes by path: the page, and the fonts beside it */
export async function printHtml(
  host: Host,
  { html: filled, sheets, assets }: FilledPage,
  { issue, fonts: delivery, issueInPage }: Pick<RenderRequest, "issue" | "fonts" | "issueInPage">,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const loadFont = (file: string) => host.readFile(packageFile(file));
  const data = new Map(issueInPage === false ? [] : [[ISSUE, toLine(issue, IssueSchema)]]);
  const options = { fonts: delivery, loadFont, files: assets, data };
  const { html, fonts } = await renderHtml(filled, styleOf(sheets), options);
  return new Map([[PAGE, new TextEncoder().encode(html)], ...fonts]);
}

/** @param cutOff of the issue: the instant that the file bears */
export function printPdf(
  { paper, sheets, folders, assets }: FilledPage,
  cutOff: string,
  attachments: readonly Attachment[] | undefined,
): Promise<PdfResult> {
  return renderPdf(paper, {
    createdAt: new Date(cutOff),
    file: PAGE,
    attachments,
    styleSheets: sheets,
    files: assetReader(folders, assets),
  });
}

/** The template furthest up is made for pages: its rules are no good in a message, its colours are. */
function printMail({ html, sheets, folders }: FilledPage): Uint8Array {
  const isOfPages = ({ file }: TemplateSheet) =>
    folders.length > 1 && file.startsWith(`${folders.at(-1)}/`);
  const own = sheets.filter((sheet) => !isOfPages(sheet)).map(({ css }) => css);
  const look = sheets.filter(isOfPages).map(({ css }) => css);
  return new TextEncoder().encode(renderMail(html, own, look));
}

/** What the page says without its layout, for editors and for programs that show no pages. */
function printDocument(
  { html }: FilledPage,
  { id, version, brief, marking, cutOff }: Issue,
  format: DocumentFormat,
): Promise<Uint8Array> {
  return renderDocument(html, format, {
    marking: marking.label,
    colours: coloursOf(marking),
    edition: `${brief.id} ${id} · v${version}`,
    author: brief.desk,
    createdAt: new Date(cutOff),
  });
}

/** What the two are called wherever they lie. */
export const PAGE = FILE_OF_FORMAT.html;
export const PDF = FILE_OF_FORMAT.pdf;

/** A file of a package that this program depends on, e.g. a font. */
function packageFile(specifier: string): string {
  return PACKAGE_FILES.get([specifier], () => fileURLToPath(import.meta.resolve(specifier)));
}

/** To resolve a name takes longer than to read the file. */
const PACKAGE_FILES = new Recent<string>(64);
