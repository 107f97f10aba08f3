/** What a person calls an issue in, the workspace, the brief and the issue that it names out. */
import { dirname, join } from "node:path";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { parseIssue } from "../issue/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { RELEASE_LOG, recordFolder } from "../record/index.js";
import { ISSUE, issueFileAt } from "../records.js";

export interface NamedIssue {
  readonly workspace: Workspace;
  readonly brief: string;
  /** Name of its period. */
  readonly issue: string;
  /** Path of its `issue.json`; null where only the record may have it. */
  readonly file: string | null;
}

/**
 * A path of an `issue.json` or of its folder, `2021-W18`, or `libya-weekly 2021-W18`.
 * @param folder where to look for the workspace
 * @throws {FailedRun} where nothing has that name
 */
export async function findIssue(
  host: Host,
  words: readonly string[],
  folder: string,
  diagnostics: Diagnostic[],
): Promise<NamedIssue> {
  const [path = ""] = words;
  const file = await issueFileAt(host, path);
  if (words.length === 1 && (await host.sizeOf(file)) !== null) {
    const { issue } = settle(parseIssue(await host.readFile(file), file), diagnostics);
    const at = (await openWorkspace(host, folder)).value === null ? dirname(file) : folder;
    const workspace = settle(await openWorkspace(host, at), diagnostics);
    return { workspace, brief: issue.brief.id, issue: issue.id, file };
  }
  const workspace = settle(await openWorkspace(host, folder), diagnostics);
  const parts = words.flatMap((word) => word.split(/[\s/]+/)).filter((part) => part !== "");
  if (parts.length > 2 || parts.some((part) => !/^[\w-]+$/.test(part)))
    throw new FailedRun([unknown(words)]);
  const [issue = "", brief] = parts.toReversed();
  const found = await namedIn(host, workspace, issue, brief);
  if (found === null) throw new FailedRun([unknown(words)]);
  return found;
}

async function namedIn(
  host: Host,
  workspace: Workspace,
  issue: string,
  brief: string | undefined,
): Promise<NamedIssue | null> {
  const { root, settings } = workspace;
  const ids = brief === undefined ? Object.keys(settings.briefs) : [brief];
  const found: NamedIssue[] = [];
  for (const id of ids) {
    const file = join(root, settings.out, id, issue, ISSUE);
    const isMade = (await host.sizeOf(file)) !== null;
    const record = join(root, recordFolder(workspace, id, issue));
    if (!isMade && !(await host.exists(record))) continue;
    found.push({ workspace, brief: id, issue, file: isMade ? file : null });
  }
  if (found.length > 1) throw new FailedRun([ambiguous(issue, found)]);
  return found[0] ?? null;
}

function unknown(words: readonly string[]): Diagnostic {
  return {
    code: "no-such-issue",
    severity: "error",
    message: `there is no issue "${words.join(" ")}", neither made nor in the record`,
    hint: "name an issue.json, its folder, or an issue such as 2021-W18; brief generate makes one",
  };
}

function ambiguous(issue: string, found: readonly NamedIssue[]): Diagnostic {
  const names = found.map(({ brief }) => `${brief} ${issue}`);
  return {
    code: "issue-ambiguous",
    severity: "error",
    message: `several briefs have an issue ${issue}`,
    hint: `write which: ${names.join(", or ")}`,
  };
}

/** As a person would type it. */
export function logOf({ workspace, brief, issue }: NamedIssue): string {
  return recordFolder(workspace, brief, issue, RELEASE_LOG);
}
