/** Names of templates in, everything that is wrong with them in any of their languages out. */
import { join, relative } from "node:path";
import { loadTemplateFiles, templateNames, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { Stopwatch } from "../stopwatch.js";
import { studyPeriod } from "../study/study-period.js";
import { type Fix, loadTemplateFrom } from "../templating/index.js";
import { type FixedTemplate, fixTemplate } from "./fix-template.js";
import { reviewTemplate } from "./review-template.js";

export interface CheckedTemplate {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What was mended and written, where that was asked for. */
  readonly fixed?: readonly Fix[];
}

/**
 * @param names those of the workspace where none is named, without the ones that come with the program
 * @param fixing whether what is safe to mend is mended, in templates of the workspace
 */
export async function checkTemplates(
  host: Host,
  workspace: Workspace | null,
  names: readonly string[],
  fixing = false,
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
    const isOwn = workspace !== null && isBelow(workspace.root, value.path);
    const { files, fixes } = fixing && isOwn ? fixTemplate(value) : NOTHING_FIXED;
    for (const [path, text] of files) {
      await host.writeFile(join(value.path, path), new TextEncoder().encode(text));
    }
    const mended = { ...value, files: new Map([...value.files, ...files]) };
    const { template, diagnostics: found } = loadTemplateFrom(mended);
    const seen = template === null ? [] : reviewTemplate(template, issue);
    const all = [...diagnostics, ...found, ...seen];
    checked.push({ name, diagnostics: all, ...(fixing ? { fixed: fixes } : {}) });
  }
  return checked;
}

const NOTHING_FIXED: FixedTemplate = { files: new Map(), fixes: [] };

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
    if (value === null || isBelow(workspace.root, value.path)) own.push(name);
  }
  return own;
}

function isBelow(root: string, path: string): boolean {
  return !relative(root, path).startsWith("..");
}
