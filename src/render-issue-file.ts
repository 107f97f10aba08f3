/** The path of a finished issue in, its page, its PDF or another form of it with its template out. */
import { dirname, join, resolve } from "node:path";
import { attachmentsOf } from "./attachments.js";
import { loadTemplateFiles, openWorkspace, type Workspace } from "./config/workspace.js";
import { evidenceOf, formerEvidenceOf } from "./evidence/index.js";
import { FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { parseIssue, sha256, templateOf } from "./issue/index.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Format } from "./model/format.js";
import type { Issue } from "./model/issue.js";
import { type BriefSettings, BriefSettingsSchema } from "./model/settings.js";
import { inputsOf, type TemplateFiles } from "./model/template-folder.js";
import { COVERAGE, ISSUE } from "./records.js";
import { approvedBeside } from "./release/approved-beside.js";
import { type Rendered, renderIssue } from "./render-issue.js";

export interface IssueFileRequest {
  /** Path of an `issue.json`. */
  readonly file: string;
  /** Where to look for the workspace that has the template; the issue's own folder by default. */
  readonly folder?: string | undefined;
  /**
   * Name of a template; the one that the issue was made with by default, as it was approved where the
   * issue lies in the record. In another one nobody has approved it: it is a draft there.
   */
  readonly template?: string | undefined;
  readonly formats: ReadonlySet<Format>;
}

/**
 * @throws {HostError} where the issue cannot be read
 * @throws {FailedRun} where it was altered, or its template is not at hand
 */
export async function renderIssueFile(host: Host, request: IssueFileRequest): Promise<Rendered> {
  const { file, formats } = request;
  const bytes = await host.readFile(file);
  const issue = readSealedIssue(bytes, file);
  const diagnostics: Diagnostic[] = [];
  const opened = await openWorkspace(host, request.folder ?? dirname(file));
  const isBroken = opened.diagnostics.some(({ code }) => code !== "no-workspace");
  if (isBroken) throw new FailedRun(opened.diagnostics);
  const approved =
    opened.value === null
      ? null
      : await approvedBeside(host, opened.value, { file: resolve(file), issue }, diagnostics);
  const name = request.template ?? templateOf(issue);
  const frozen = request.template === undefined ? approved?.templates : undefined;
  const loaded =
    frozen === undefined
      ? await loadTemplateFiles(host, opened.value, name, issue.brief.id)
      : { value: frozen.page, diagnostics: [] };
  if (loaded.value === null) throw new FailedRun(loaded.diagnostics);
  const template = settle(loaded, diagnostics);
  if (request.template === undefined) diagnostics.push(...changesOf(template, issue));
  const { html, pdf } = settingsOf(opened.value, issue);
  const records = await readRecords(host, dirname(file), issue, bytes);
  const attachments = attachmentsOf(issue, records, pdf.attachments);
  const rendered = await renderIssue(host, {
    issue,
    template,
    mail: frozen?.mail ?? null,
    formats,
    edition: frozen === undefined ? undefined : approved?.edition,
    fonts: html.fonts,
    issueInPage: html.issue,
    attachments,
  });
  return { ...rendered, diagnostics: [...diagnostics, ...rendered.diagnostics] };
}

/** Those of its brief; the defaults where the workspace is not at hand or has no such brief. */
function settingsOf(
  workspace: Workspace | null,
  { brief }: Issue,
): Pick<BriefSettings, "html" | "pdf"> {
  return workspace?.settings.briefs[brief.id] ?? BriefSettingsSchema.parse({ title: brief.title });
}

/** @throws {FailedRun} where it is no issue, or not as it was made */
export function readSealedIssue(bytes: Uint8Array, file: string): Issue {
  const { value, diagnostics } = parseIssue(bytes, file);
  if (value === null) throw new FailedRun(diagnostics);
  if (value.sealHolds) return value.issue;
  throw new FailedRun([
    {
      code: "seal-broken",
      severity: "error",
      message: "the issue is not as it was made: its content does not match its seal",
      place: { file },
      hint: "restore the file, or generate the issue again",
    },
  ]);
}

/** Those that ride in the PDF, as they lie beside the issue. */
export async function readRecords(
  host: Host,
  folder: string,
  issue: Issue,
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const records = new Map([[ISSUE, bytes]]);
  const cited = issue.sources.map(({ article }) => article).filter((id) => /^[\w-]+$/.test(id));
  const names = [[COVERAGE], ...cited.map((id) => [evidenceOf(id), formerEvidenceOf(id)])];
  for (const [name = "", former = name] of names) {
    const path = (await host.exists(join(folder, name)))
      ? join(folder, name)
      : join(folder, former);
    const size = await host.sizeOf(path);
    if (size !== null && size <= MAX_RECORD) records.set(name, await host.readFile(path));
  }
  return records;
}

/** Bytes; the program writes no larger one. */
const MAX_RECORD = 64 * 1024 * 1024;

/** To print an old issue in a new look is what the command is for, but it is said. */
function changesOf(template: TemplateFiles, { inputs }: Issue): readonly Diagnostic[] {
  const hashes = new Map(inputs.map(({ name, sha256: hash }) => [name, hash]));
  return inputsOf(template).flatMap(({ name: file, content }): Diagnostic[] => {
    if (hashes.get(file) === sha256(content)) return [];
    return [
      {
        code: "template-changed",
        severity: "info",
        message: "is not as it was when the issue was made",
        place: { file },
        hint: "nothing to do where this is meant; brief generate makes the issue anew",
      },
    ];
  });
}
