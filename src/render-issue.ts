/** From an issue and a template to the files that people read: one page, printed as HTML and as PDF. */
import { fileURLToPath } from "node:url";
import type { TemplateFiles } from "./config/workspace.js";
import { diagnose, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Issue } from "./model/issue.js";
import { renderHtml, renderPdf } from "./render/index.js";
import { Stopwatch, type Timing } from "./stopwatch.js";
import { fillTemplate, loadTemplate } from "./templating/index.js";

export type Format = "html" | "pdf" | "json";

export interface RenderRequest {
  readonly issue: Issue;
  readonly template: TemplateFiles;
  readonly formats: ReadonlySet<Format>;
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
  { issue, template: { folder, files }, formats }: RenderRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  if (!formats.has("html") && !formats.has("pdf")) return made;
  const { sheet, page } = await watch.time("fill", () => {
    const loaded = loadTemplate(files, folder);
    const template = settle({ value: loaded.template, ...loaded }, diagnostics);
    const filled = fillTemplate(template, issue, { language: issue.brief.language });
    const { style, manifest } = template;
    const sheet = { file: `${folder}/${manifest.style}`, css: style };
    return { sheet, page: settle({ value: filled.html, ...filled }, diagnostics) };
  });
  if (formats.has("html")) {
    const html = await watch.time("html", () =>
      renderHtml(page, sheet.css, (file) => host.readFile(packageFile(file))),
    );
    made.set("brief.html", new TextEncoder().encode(html));
  }
  if (formats.has("pdf")) {
    const createdAt = new Date(issue.cutOff);
    const options = { createdAt, file: "brief.html", styleSheets: [sheet] };
    const pdf = await watch.time("pdf", () => renderPdf(page, options));
    diagnostics.push(...pdf.diagnostics);
    made.set("brief.pdf", pdf.bytes);
  }
  return made;
}

/** A file of a package that this program depends on, e.g. a font. */
function packageFile(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
