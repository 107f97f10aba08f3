/** The name of an issue in, the data that its template sees out: of a period as it is now, or of a finished issue. */
import { dirname, join } from "node:path";
import { loadTemplateFiles, openWorkspace } from "./config/workspace.js";
import { settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { parseIssue, templateOf } from "./issue/index.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Issue } from "./model/issue.js";
import type { TemplateFiles } from "./model/template-folder.js";
import { ISSUE } from "./records.js";
import { Stopwatch } from "./stopwatch.js";
import type { BriefRequest } from "./study/gather.js";
import { viewFor } from "./templating/index.js";

export interface TemplateDataRequest extends BriefRequest {
  /** An `issue.json` or its folder, in the place of the period. */
  readonly file?: string | undefined;
}

interface Source {
  readonly issue: Issue;
  readonly template: TemplateFiles;
}

/** @throws {FailedRun} where there is no such issue */
export async function templateData(
  host: Host,
  request: TemplateDataRequest,
  diagnostics: Diagnostic[],
): Promise<ReturnType<typeof viewFor>["view"]> {
  const { file } = request;
  const { issue, template } =
    file === undefined
      ? await studied(host, request, diagnostics)
      : await finished(host, { ...request, file }, diagnostics);
  const { view, diagnostics: faults } = viewFor(issue, template);
  diagnostics.push(...faults);
  return view;
}

async function studied(
  host: Host,
  request: BriefRequest,
  diagnostics: Diagnostic[],
): Promise<Source> {
  const { studyPeriod } = await import("./study/study-period.js");
  return studyPeriod(host, request, new Stopwatch(), diagnostics);
}

async function finished(
  host: Host,
  { file, folder, template: wanted }: TemplateDataRequest & { readonly file: string },
  diagnostics: Diagnostic[],
): Promise<Source> {
  const path = file.endsWith(".json") ? file : join(file, ISSUE);
  const parsed = parseIssue(await host.readFile(path), path);
  const { issue } = settle(parsed, diagnostics);
  const workspace = (await openWorkspace(host, folder ?? dirname(path))).value;
  const name = wanted ?? templateOf(issue);
  const loaded = await loadTemplateFiles(host, workspace, name, issue.brief.id);
  return { issue, template: settle(loaded, diagnostics) };
}
