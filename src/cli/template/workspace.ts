/** The workspace that a command of templates works in. */
import process from "node:process";
import { openWorkspace, type Workspace } from "../../config/workspace.js";
import { FailedRun } from "../../failed-run.js";
import { nodeHost } from "../../host/node.js";

/** @throws {FailedRun} where there is none */
export async function workspaceOf(folder: string | undefined): Promise<Workspace> {
  const { value, diagnostics } = await openWorkspace(nodeHost, folder ?? process.cwd());
  if (value === null) throw new FailedRun(diagnostics);
  return value;
}

/** Null where there is none: the templates that come with the program are there all the same. */
export async function workspaceIfAny(folder: string | undefined): Promise<Workspace | null> {
  const { value, diagnostics } = await openWorkspace(nodeHost, folder ?? process.cwd());
  if (diagnostics.some(({ code }) => code !== "no-workspace")) throw new FailedRun(diagnostics);
  return value;
}
