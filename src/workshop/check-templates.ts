/** Names of templates in, everything that is wrong with them in any of their languages out. */
import { relative } from "node:path";
import { loadTemplateFiles, templateNames, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { loadTemplateFrom } from "../templating/index.js";

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
  const checked: CheckedTemplate[] = [];
  for (const name of wanted) {
    const { value, diagnostics } = await loadTemplateFiles(host, workspace, name);
    const found = value === null ? [] : loadTemplateFrom(value).diagnostics;
    checked.push({ name, diagnostics: [...diagnostics, ...found] });
  }
  return checked;
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
