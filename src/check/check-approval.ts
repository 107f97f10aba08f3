/** The path of an issue that lies in the record in, why its approval does not stand out. */
import { dirname, join } from "node:path";
import { openWorkspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { ParsedIssue } from "../issue/index.js";
import { type Fault, faultOf } from "../model/fault.js";
import { entriesOf } from "../model/release-log.js";
import { readReleaseLog, recordFolder } from "../record/index.js";
import { verifyApproved } from "../release/verify-approved.js";

/** Of an issue elsewhere, and of one that nobody approved, there is nothing to say. */
export async function checkApproval(
  host: Host,
  file: string,
  { issue: { brief, id, version } }: ParsedIssue,
): Promise<readonly Fault[]> {
  const { value: workspace } = await openWorkspace(host, dirname(file));
  if (workspace === null) return [];
  const shown = recordFolder(workspace, brief.id, id, `v${version}`);
  const home = await host.realPath(join(workspace.root, shown));
  if (home === null || (await host.realPath(dirname(file))) !== home) return [];
  const log = await readReleaseLog(host, workspace, brief.id, id);
  if (log.holds && entriesOf(log.entries, version, "approved").length === 0) return [];
  const name = { brief: brief.id, issue: id, version, evenWithdrawn: true };
  const { diagnostics } = await verifyApproved(host, workspace, name);
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, place, hint }) => {
      const known = code === "release-log-broken" ? code : "approval-void";
      return faultOf(known, message, place ?? { file: shown }, hint);
    });
}
