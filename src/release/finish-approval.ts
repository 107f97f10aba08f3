/** A version whose approval stands in the log in, its clean copies in the record with the line of their hashes out. */
import { join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReleaseEvent } from "../model/release-log.js";
import type { Approval } from "../model/release-results.js";
import { PROGRAM } from "../program.js";
import { appendRelease } from "../record/index.js";
import { renderCopies } from "./clean-copies.js";
import { readFrozen } from "./read-frozen.js";
import { COPIES, keptFile } from "./version-files.js";
import type { Who } from "./who.js";

export interface ApprovedVersion {
  readonly workspace: Workspace;
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  readonly who: Who;
}

/** @throws {FailedRun} where what was frozen is not as it was approved */
export async function finishApproval(
  host: Host,
  { workspace, brief, issue, version, who }: ApprovedVersion,
  diagnostics: Diagnostic[],
): Promise<Approval> {
  const named = { brief, issue, version };
  const frozen = settle(await readFrozen(host, workspace, named), diagnostics);
  const { approved, folder, shown, editions, templates } = frozen;
  const { options } = approved;
  const copies = await renderCopies(host, { folder, editions, templates, options }, []);
  await host.writeFiles(join(folder, COPIES), copies);
  const kept = [...copies].map(([path, bytes]) => keptFile(`${COPIES}/${path}`, bytes));
  if (kept.length === 0) throw new FailedRun([]);
  const event: ReleaseEvent = { kind: "copies", program: PROGRAM.version, copies: kept };
  const line = { ...named, ...who, event };
  const entry = settle(await appendRelease(host, workspace, line), diagnostics);
  return {
    ...named,
    state: "approved",
    log: frozen.log.file,
    entry,
    folder: shown,
    copies: kept.map(({ path }) => path),
    recipients: approved.recipients,
    leftOut: [],
  };
}
