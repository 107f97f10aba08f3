/** From an issue and a template to the files that people read: one page, printed as HTML and as PDF. */
import { fileURLToPath } from "node:url";
import type { TemplateFiles } from "./config/workspace.js";
import { diagnose, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { toLine } from "./json.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { type Issue, IssueSchema } from "./model/issue.js";
import { ISSUE } from "./records.js";
import { type Attachment, type FontDelivery, renderHtml, renderPdf } from "./render/index.js";
import { Stopwatch, type Timing } from "./stopwatch.js";
import { fillTemplate, loadTemplate } from "./templating/index.js";

export type Format = "html" | "pdf" | "json";

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
  { issue, template: { folder, files, assets }, formats, attachments, ...page }: RenderRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  if (!formats.has("html") && !formats.has("pdf")) return made;
  const { sheet, filled } = await watch.time("fill", () => {
    const loaded = loadTemplate(files, folder);
    const template = settle({ value: loaded.template, ...loaded }, diagnostics);
    const outcome = fillTemplate(template, issue, { language: issue.brief.language });
    const { style, manifest } = template;
    const sheet = { file: `${folder}/${manifest.style}`, css: style };
    return { sheet, filled: settle({ value: outcome.html, ...outcome }, diagnostics) };
  });
  if (formats.has("html")) {
    const loadFont = (file: string) => host.readFile(packageFile(file));
    const data = new Map(page.issueInPage === false ? [] : [[ISSUE, toLine(issue, IssueSchema)]]);
    const options = { fonts: page.fonts, loadFont, files: assets, data };
    const { html, fonts } = await watch.time("html", () => renderHtml(filled, sheet.css, options));
    made.set("brief.html", new TextEncoder().encode(html));
    for (const [path, bytes] of fonts) made.set(path, bytes);
  }
  if (formats.has("pdf")) {
    const createdAt = new Date(issue.cutOff);
    const options = {
      createdAt,
      file: "brief.html",
      attachments,
      styleSheets: [sheet],
      // The style sheet goes by the name of its folder, and so does what it names.
      files: (path: string) => assets.get(path.replace(`${folder}/`, "")),
    };
    const pdf = await watch.time("pdf", () => renderPdf(filled, options));
    diagnostics.push(...pdf.diagnostics);
    made.set("brief.pdf", pdf.bytes);
  }
  return made;
}

/** A file of a package that this program depends on, e.g. a font. */
function packageFile(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
