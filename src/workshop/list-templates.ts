/** A workspace in, every template that its briefs can name out: from where, and what it lets be set. */
import { relative } from "node:path";
import { loadTemplateFiles, templateNames, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { describeTemplate, type TemplateDescription } from "../templating/index.js";

export interface ListedTemplate extends Omit<TemplateDescription, "name"> {
  /** Of the folder: what `--template` takes. */
  readonly name: string;
  readonly origin: "workspace" | "built in";
  /** As a person would type it. */
  readonly folder: string;
}

/** @param workspace null where there is none: then those that come with the program */
export async function listTemplates(
  host: Host,
  workspace: Workspace | null,
): Promise<{
  readonly templates: readonly ListedTemplate[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const templates: ListedTemplate[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of await templateNames(host, workspace)) {
    const loaded = await loadTemplateFiles(host, workspace, name);
    const described = loaded.value && describeTemplate(loaded.value);
    diagnostics.push(...loaded.diagnostics, ...(described?.diagnostics ?? []));
    if (loaded.value === null || !described?.value) continue;
    const { path, folder } = loaded.value;
    const isOwn = workspace !== null && !relative(workspace.root, path).startsWith("..");
    const origin = isOwn ? "workspace" : "built in";
    templates.push({ ...described.value, name, origin, folder: isOwn ? folder : path });
  }
  return { templates, diagnostics };
}
