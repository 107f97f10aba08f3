/** Names of templates in, everything that is wrong with them in any of their languages out. */
import { relative } from "node:path";
import { loadTemplateFiles, templateNames, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { Stopwatch } from "../stopwatch.js";
import { studyPeriod } from "../study/study-period.js";
import { loadTemplateFrom } from "../templating/index.js";
import { reviewTemplate } from "./review-template.js";

export interface CheckedTemplate {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param names those of the workspace where none is named, without the ones that come with the program */
export async function checkTemplates(
  host: Host,
  workspace: Workspace | null,
  names: readonly string[],
): Promise<readonly CheckedTemplate[]> {
  const wanted = names.length > 0 ? names : await ownNames(host, workspace);
  const issue = wanted.length === 0 ? null : await latestIssue(host, workspace);
  const checked: CheckedTemplate[] = [];
  for (const name of wanted) {
    const { value, diagnostics } = await loadTemplateFiles(host, workspace, name);
    if (value === null) {
      checked.push({ name, diagnostics });
      continue;
    }
    const { template, diagnostics: found } = loadTemplateFrom(value);
    const seen = template === null ? [] : reviewTemplate(template, issue);
    checked.push({ name, diagnostics: [...diagnostics, ...found, ...seen] });
  }
  return checked;
}

/** What the pages are filled with; null where the workspace gives no issue. */
async function latestIssue(host: Host, workspace: Workspace | null): Promise<Issue | null> {
  if (workspace === null) return null;
  const diagnostics: Diagnostic[] = [];
  const request = { folder: workspace.root, period: null };
  try {
    const { issue } = await studyPeriod(host, request, new Stopwatch(), diagnostics);
    return hasErrors(diagnostics) ? null : issue;
  } catch {
    // Whatever keeps the brief from being made is told where it is made.
    return null;
  }
}

async function ownNames(host: Host, workspace: Workspace | null): Promise<readonly string[]> {
  if (workspace === null) return templateNames(host, null);
  const own: string[] = [];
  for (const name of await templateNames(host, workspace)) {
    const { value } = await loadTemplateFiles(host, workspace, name);
    // One that cannot be loaded is not of the program.
    if (value === null || !relative(workspace.root, value.path).startsWith("..")) own.push(name);
  }
  return own;
}
