/** The path of an issue in the record in, how it was approved out: it is printed again as its clean copies are. */
import { basename, dirname } from "node:path";
import type { Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { EditionOptions } from "../model/edition-options.js";
import type { Issue } from "../model/issue.js";
import { entriesOf } from "../model/release-log.js";
import { readReleaseLog } from "../record/index.js";
import type { Templates } from "./frozen-template.js";
import { verifyApproved } from "./verify-approved.js";

export interface ApprovedBeside {
  readonly edition: EditionOptions;
  readonly templates: Templates;
}

/** Null for an issue elsewhere, for one that nobody approved, and where the approval does not stand. */
export async function approvedBeside(
  host: Host,
  workspace: Workspace,
  { file, issue }: { readonly file: string; readonly issue: Issue },
  diagnostics: Diagnostic[],
): Promise<ApprovedBeside | null> {
  const { brief, id, version } = issue;
  if (!isVersionFolder(file, version)) return null;
  const log = await readReleaseLog(host, workspace, brief.id, id);
  if (log.holds && entriesOf(log.entries, version, "approved").length === 0) return null;
  const name = { brief: brief.id, issue: id, version, evenWithdrawn: true };
  const { value, diagnostics: said } = await verifyApproved(host, workspace, name);
  diagnostics.push(...said.map((one) => ({ ...one, severity: "warning" as const })));
  if (value === null || !value.editions.some((one) => one.issue.seal === issue.seal)) return null;
  const home = await host.realPath(value.folder);
  const lies = (await host.realPath(dirname(file))) ?? "";
  if (home === null || (lies !== home && dirname(lies) !== home)) return null;
  const { state, approvedBy, permalink } = value.options;
  return { edition: { state, approvedBy, permalink }, templates: value.templates };
}

/** Before anything is read: most issues that are printed lie in no record. */
function isVersionFolder(file: string, version: string): boolean {
  const folder = dirname(file);
  return [folder, dirname(folder)].some((path) => basename(path) === `v${version}`);
}
