/** The whole program, top to bottom: a folder of articles to a dated brief in the forms asked for. */
import { join, resolve } from "node:path";
import { exportSources } from "./citing/index.js";
import { loadTemplateFiles } from "./config/workspace.js";
import { MANIFEST, type ManifestRequest, manifestOf, recordInputs } from "./evidence/index.js";
import { diagnose, settle } from "./failed-run.js";
import { FILL_HERE, openFiller } from "./fill-page.js";
import type { Host } from "./host/host.js";
import { toJson } from "./json.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { type ExportFormat, ExportFormatSchema } from "./model/export-format.js";
import { type Format, FormatSchema } from "./model/format.js";
import type { Coverage, Issue } from "./model/issue.js";
import { ManifestSchema } from "./model/manifest.js";
import { accountOf, ISSUE, isForeign, issueFolder, recordsOf } from "./records.js";
import { Stopwatch, type Timing } from "./stopwatch.js";
import type { BriefRequest } from "./study/gather.js";
import { prepareReissue } from "./study/reissue.js";
import { type Study, studyPeriod } from "./study/study-period.js";

export type { BriefRequest } from "./study/gather.js";
export type { Study } from "./study/study-period.js";

export interface GenerateRequest extends BriefRequest {
  readonly formats: ReadonlySet<Format>;
  /** Formats in which the sources go to reference managers; none by default. */
  readonly exports?: ReadonlySet<ExportFormat> | undefined;
  /** Absolute path of the folder to write to; that of the settings by default. */
  readonly out?: string | undefined;
  /** Whether the next version of a released issue is made. */
  readonly isReissue?: boolean | undefined;
}

export interface Made {
  readonly issue: Issue;
  readonly coverage: Coverage;
  /** Absolute paths of what was written. */
  readonly files: readonly string[];
}

export interface GenerateResult {
  /** Null where a setting, the lexicon, the template or an output failed. */
  readonly made: Made | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
}

/** Makes the brief of a period. Nothing is written unless all of it could be made. */
export async function generate(host: Host, request: GenerateRequest): Promise<GenerateResult> {
  const watch = new Stopwatch();
  const diagnostics: Diagnostic[] = [];
  const { timings } = watch;
  // A template is made ready while articles are read and understood.
  const filler = printsPage(request.formats) ? openFiller(host) : FILL_HERE;
  try {
    const wanted = request.isReissue ? await prepareReissue(host, request, diagnostics) : request;
    const study = await studyPeriod(
      host,
      { ...wanted, onTemplate: filler.prepare },
      watch,
      diagnostics,
    );
    const { issue, template } = study;
    const { formats, exports = NO_EXPORTS } = request;
    const coverage = accountOf(issue, diagnostics);
    const records = recordsOf(issue, coverage);
    const [{ renderIssue }, { attachmentsOf }, { keepEvidence }, { checkLanguage }] =
      await Promise.all([
        import("./render-issue.js"),
        import("./attachments.js"),
        import("./keep-evidence.js"),
        import("./templating/index.js"),
      ]);
    const unspoken = checkLanguage(template, issue.brief.language);
    settle({ value: template, diagnostics: unspoken }, diagnostics);
    filler.begin(issue, template);
    const evidence = await watch.time("evidence", () => keepEvidence(host, study));
    diagnostics.push(...evidence.diagnostics);
    const kept = new Map([...records, ...evidence.files]);
    const { html, pdf } = study.brief.settings;
    const mail = formats.has("mail")
      ? settle(await loadTemplateFiles(host, study.workspace, MAIL, study.brief.id), diagnostics)
      : null;
    const rendered = await renderIssue(host, {
      issue,
      template,
      formats,
      fonts: html.fonts,
      issueInPage: html.issue,
      attachments: attachmentsOf(issue, kept, pdf.attachments),
      filler,
      mail,
    });
    timings.push(...rendered.timings);
    const pages = settle({ value: rendered.files, ...rendered }, diagnostics);
    const files = new Map([...pages, ...kept]);
    if (!formats.has("json")) files.delete(ISSUE);
    for (const [file, bytes] of exportSources(issue.sources, exports)) files.set(file, bytes);
    const { root, settings } = study.workspace;
    const articles = join(root, settings.corpus, "articles");
    const inputs = [...issue.inputs, ...(await recordInputs(host, root, articles, issue.inputs))];
    const parts = { ...manifestPartsOf({ ...request, ...wanted }, study), inputs, files };
    files.set(MANIFEST, toJson(manifestOf(parts), ManifestSchema));
    const out = request.out ?? resolve(root, settings.out);
    const folder = join(out, issueFolder(issue, study.brief.settings.languages));
    await watch.time("write", () => host.writeFiles(folder, files, isForeign));
    const written = [...files.keys()].map((file) => join(folder, file));
    return { made: { issue: study.issue, coverage, files: written }, diagnostics, timings };
  } catch (error) {
    return { made: null, diagnostics: [...diagnostics, ...diagnose(error)], timings };
  } finally {
    filler.close();
  }
}

function printsPage(formats: ReadonlySet<Format>): boolean {
  return [...formats].some((format) => format !== "json");
}

function manifestPartsOf(
  { asOf, language, template, formats, exports = NO_EXPORTS, isReissue }: GenerateRequest,
  { issue, brief }: Study,
): Omit<ManifestRequest, "inputs" | "files"> {
  const { from, to } = issue.period;
  return {
    issue,
    options: {
      period: { from, to },
      asOf: asOf ?? null,
      language: language ?? null,
      template: template ?? null,
      formats: FormatSchema.options.filter((format) => formats.has(format)),
      ...(exports.size === 0
        ? {}
        : { exports: ExportFormatSchema.options.filter((format) => exports.has(format)) }),
      reissue: isReissue === true,
    },
    settings: brief.settings,
  };
}

const NO_EXPORTS: ReadonlySet<ExportFormat> = new Set();

/** Name of the template of messages. */
const MAIL = "mail";

/** Everything about a period, with nothing rendered or written. */
export async function studyBrief(
  host: Host,
  request: BriefRequest,
): Promise<{ readonly study: Study | null; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const study = await studyPeriod(host, request, new Stopwatch(), diagnostics);
    return { study, diagnostics };
  } catch (error) {
    return { study: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}
