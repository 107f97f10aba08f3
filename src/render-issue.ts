/** From an issue and a template to the files that people read: one page, in every form that is asked for. */
import { fileURLToPath } from "node:url";
import { diagnose, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { toLine } from "./json.js";
import { type Diagnostic, hasErrors, type Outcome } from "./model/diagnostic.js";
import { FILE_OF_FORMAT, type Format } from "./model/format.js";
import { type Issue, IssueSchema } from "./model/issue.js";
import { assetReader, assetsOf, foldersOf, type TemplateFiles } from "./model/template-folder.js";
import { ISSUE } from "./records.js";
import {
  type Attachment,
  type DocumentFormat,
  type FontDelivery,
  type PdfResult,
  renderDocument,
  renderHtml,
  renderPdf,
} from "./render/index.js";
import { Stopwatch, type Timing } from "./stopwatch.js";
import {
  fillTemplate,
  loadTemplateFrom,
  picturesOf,
  styleOf,
  type TemplateSheet,
} from "./templating/index.js";
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
  { issue, template, formats, attachments, ...page }: RenderRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  if (![...formats].some((format) => format !== "json")) return made;
  const filled = await watch.time("fill", () => fillPage(issue, template, diagnostics));
  if (formats.has("html")) {
    const files = await watch.time("html", () => printHtml(host, filled, { issue, ...page }));
    for (const [path, bytes] of files) made.set(path, bytes);
  }
  if (formats.has("pdf")) {
    const pdf = await watch.time("pdf", () => printPdf(filled, issue.cutOff, attachments));
    diagnostics.push(...pdf.diagnostics);
    made.set(PDF, pdf.bytes);
  }
  for (const format of DOCUMENTS.filter((candidate) => formats.has(candidate))) {
    const bytes = await watch.time(format, () => printDocument(filled, issue, format));
    made.set(FILE_OF_FORMAT[format], bytes);
  }
  return made;
}

const DOCUMENTS: readonly DocumentFormat[] = ["docx", "md", "txt"];

/** A filled page, before it is printed in any form: a value that may go to another thread. */
export interface FilledPage {
  readonly html: string;
  /** The same as it is printed: notes of the foot of a page stand where they are called. */
  readonly paper: string;
  /** That of the template furthest up comes first. */
  readonly sheets: readonly TemplateSheet[];
  /** Of the template and of all that it extends, as a person would type them. */
  readonly folders: readonly string[];
  /** Pictures and fonts of the template. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** @throws {FailedRun} where the template is faulty, or asks for what is not there */
export async function fillPage(
  issue: Issue,
  source: TemplateFiles,
  diagnostics: Diagnostic[],
): Promise<FilledPage> {
  return settle(await tryFilling(issue, source), diagnostics);
}

/** The value is null where the template is faulty, or asks for what is not there. */
export async function tryFilling(
  issue: Issue,
  source: TemplateFiles,
): Promise<Outcome<FilledPage>> {
  const { language } = issue.brief;
  const { template, diagnostics } = loadTemplateFrom(source, language);
  if (template === null) return { value: null, diagnostics };
  const outcome = fillTemplate(template, issue, { language });
  const all = [...diagnostics, ...outcome.diagnostics];
  if (hasErrors(all)) return { value: null, diagnostics: all };
  const { html, paper } = outcome;
  const folders = foldersOf(source).map(({ folder }) => folder);
  const assets = new Map(assetsOf(source));
  for (const { path, source: file } of picturesOf(template.parameters)) {
    const bytes = source.given.pictures.get(file) ?? assets.get(file);
    if (bytes !== undefined) assets.set(path, bytes);
  }
  return { value: { html, paper, sheets: template.sheets, folders, assets }, diagnostics: all };
}

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

/** What the page says without its layout, for editors and for programs that show no pages. */
function printDocument(
  { html }: FilledPage,
  { id, version, brief, marking, cutOff }: Issue,
  format: DocumentFormat,
): Promise<Uint8Array> {
  return renderDocument(html, format, {
    marking: marking.label,
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
