/** What the desk answered in, a workspace on disk out that makes a brief at once; nothing is written over. */
import { dirname, join, relative } from "node:path";
import { openWorkspace, SETTINGS_FILE, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { type Diagnostic, hasErrors, type Outcome } from "../model/diagnostic.js";
import { type PlannedWorkspace, planWorkspace, type WorkspaceAnswers } from "./plan-workspace.js";

export interface MadeWorkspace extends Pick<PlannedWorkspace, "template" | "themes" | "rest"> {
  /** Paths below the workspace, in order. */
  readonly files: readonly string[];
  /** Whether articles of the desk's own stand in the place of the example, or are to come. */
  readonly hasArticles: boolean;
}

export async function makeWorkspace(
  host: Host,
  answers: WorkspaceAnswers,
): Promise<Outcome<MadeWorkspace>> {
  const { root } = answers;
  const isNew = !(await host.exists(root));
  if (!isNew && (await host.sizeOf(root)) !== null) {
    return { value: null, diagnostics: [noFolder(root)] };
  }
  const above = await workspaceAbove(host, root);
  if (hasErrors(above)) return { value: null, diagnostics: above };
  const hasArticles = answers.hasArticles || (!isNew && (await holdsArticles(host, root)));
  const planned = await planWorkspace(host, { ...answers, hasArticles });
  if (planned.value === null) return { value: null, diagnostics: planned.diagnostics };
  const { template, themes, rest } = planned.value;
  const { files } = planned.value;
  await write(host, root, files, isNew);
  const value = { files: [...files.keys()].sort(), hasArticles, template, themes, rest };
  return { value, diagnostics: [...above, ...planned.diagnostics] };
}

/** A folder that is there is never put in the place of itself: a shell may stand in it. */
async function write(
  host: Host,
  root: string,
  files: ReadonlyMap<string, Uint8Array>,
  isNew: boolean,
): Promise<void> {
  if (isNew) return host.writeFiles(root, files);
  for (const [path, bytes] of files) await host.writeFile(join(root, path), bytes);
}

async function holdsArticles(host: Host, root: string): Promise<boolean> {
  const folder = join(root, "corpus/articles");
  if (!(await host.exists(folder)) || (await host.sizeOf(folder)) !== null) return false;
  return (await host.listFiles(folder)).length > 0;
}

/** Whoever is in the new one no longer reaches the one above; within its corpus it would be articles. */
async function workspaceAbove(host: Host, root: string): Promise<readonly Diagnostic[]> {
  const { value } = await openWorkspace(host, dirname(root));
  if (value === null) return [];
  const file = join(value.root, SETTINGS_FILE);
  const part = partOf(value, root);
  if (part !== null) {
    const message = `this folder is part of a workspace already: of its ${part}`;
    const hint = "choose a folder beside that workspace, or add a brief to its settings";
    return [{ code: "within-workspace", severity: "error", message, place: { file }, hint }];
  }
  const message = "there is a workspace above: commands in the new folder use the new one";
  const hint = "for another brief of the same articles, add it below briefs: there";
  return [{ code: "workspace-above", severity: "warning", message, place: { file }, hint }];
}

function partOf({ root, settings }: Workspace, folder: string): string | null {
  const { corpus, out, templates } = settings;
  const below = relative(root, folder);
  const isIn = (part: string) => !relative(part, below).startsWith("..");
  return [corpus, templates, out].find(isIn) ?? null;
}

function noFolder(file: string): Diagnostic {
  const hint = "name a folder, or one that is to be made";
  return { code: "in-the-way", severity: "error", message: "is a file", place: { file }, hint };
}
