/** An issue by its name and why in, the line of the release log that withdraws it out. */
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { type Ledger, LedgerError, ledgerPath } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ReleaseEvent, stateOf } from "../model/release-log.js";
import type { Clearance, Reached } from "../model/release-results.js";
import { appendRelease, readReleaseLog, recordFolder, releasedVersions } from "../record/index.js";
import { findIssue, type NamedIssue } from "./find-issue.js";
import { withRecordLock } from "./record-lock.js";
import type { Who } from "./who.js";

export interface WithdrawRequest {
  /** What the issue is called. */
  readonly words: readonly string[];
  /** Where to look for the workspace. */
  readonly folder: string;
  /** The latest by default. */
  readonly version?: string | undefined;
  readonly who: Who;
  readonly reason: string;
  readonly readLedger: (path: string) => Promise<Ledger | null>;
}

export interface WithdrawResult {
  /** Null where it was not withdrawn. */
  readonly withdrawn: Clearance | null;
  /** How many readers have it; null where the ledger cannot tell. */
  readonly reached: Reached | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function withdrawIssue(host: Host, request: WithdrawRequest): Promise<WithdrawResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const named = await findIssue(host, request.words, request.folder, diagnostics);
    const withdrawn = await withRecordLock(host, named.workspace, () =>
      withdraw(host, named, request, diagnostics),
    );
    const reached = await reachedBy(withdrawn, request.readLedger, ledgerPath(named.workspace));
    return { withdrawn, reached, diagnostics };
  } catch (error) {
    return { withdrawn: null, reached: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

async function withdraw(
  host: Host,
  { workspace, brief, issue }: NamedIssue,
  { version: wanted, who, reason }: WithdrawRequest,
  diagnostics: Diagnostic[],
): Promise<Clearance> {
  const log = await readReleaseLog(host, workspace, brief, issue);
  if (!log.holds) throw new FailedRun(log.diagnostics);
  const { issues } = await releasedVersions(host, workspace, brief);
  const versions = issues.filter(({ id }) => id === issue);
  const last = versions.findLast(({ version }) => wanted === undefined || version === wanted);
  const shown = recordFolder(workspace, brief, issue);
  if (last === undefined) throw new FailedRun([nothingThere(shown, wanted)]);
  const { version } = last;
  if (stateOf(log.entries, version) === "withdrawn") throw new FailedRun([already(shown, version)]);
  const event: ReleaseEvent = { kind: "withdrawn", reason };
  const line = { brief, issue, version, ...who, event };
  const entry = settle(await appendRelease(host, workspace, line), diagnostics);
  return { brief, issue, version, state: "withdrawn", log: log.file, entry };
}

/** Of a version, by mail. What it is withdrawn for does not wait for a ledger that cannot be read. */
async function reachedBy(
  { brief, issue, version }: Clearance,
  readLedger: WithdrawRequest["readLedger"],
  path: string,
): Promise<Reached | null> {
  try {
    const ledger = await readLedger(path);
    const all = (await ledger?.deliveries({ brief, issue, version, channel: "mail" })) ?? [];
    await ledger?.close();
    const issues = all.filter(({ occasion }) => occasion === "issue" || occasion === "correction");
    const have = issues.filter(({ state }) => state === "sent").length;
    const unknown = issues.filter(({ state }) => state === "unknown" || state === "sending").length;
    return { have, unknown };
  } catch (error) {
    if (error instanceof LedgerError) return null;
    throw error;
  }
}

function nothingThere(file: string, version: string | undefined): Diagnostic {
  return {
    code: "nothing-to-withdraw",
    severity: "error",
    message: `holds no ${version === undefined ? "version" : `version ${version}`} that went out`,
    place: { file },
    hint: "only what was approved or released can be withdrawn; a draft is made anew or deleted",
  };
}

function already(file: string, version: string): Diagnostic {
  return {
    code: "already-withdrawn",
    severity: "error",
    message: `version ${version} was withdrawn already`,
    place: { file },
    hint: "nothing is left to do; brief generate --reissue makes the next version",
  };
}
