/** A finished issue and who looked at it in, the line of the release log that says so out. */
import { loadDistribution } from "../config/distribution-file.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { distributionOf } from "../model/distribution.js";
import type { ReleaseEvent } from "../model/release-log.js";
import type { Clearance } from "../model/release-results.js";
import { appendRelease, readReleaseLog } from "../record/index.js";
import { mustBeOpen } from "./clearance.js";
import { findIssue, type NamedIssue } from "./find-issue.js";
import { loadEditions, loadTemplates, sealsOf } from "./load-editions.js";
import { withRecordLock } from "./record-lock.js";
import { signLook } from "./signature.js";
import { mustBeAllowed, type Who } from "./who.js";

export interface ReviewRequest {
  /** What the issue is called. */
  readonly words: readonly string[];
  /** Where to look for the workspace. */
  readonly folder: string;
  readonly who: Who;
  readonly note: string | null;
}

export interface ReviewResult {
  /** Null where it was not reviewed. */
  readonly reviewed: Clearance | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function reviewIssue(host: Host, request: ReviewRequest): Promise<ReviewResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const named = await findIssue(host, request.words, request.folder, diagnostics);
    const reviewed = await withRecordLock(host, named.workspace, () =>
      review(host, named, request, diagnostics),
    );
    return { reviewed, diagnostics };
  } catch (error) {
    return { reviewed: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

async function review(
  host: Host,
  named: NamedIssue,
  { who, note }: ReviewRequest,
  diagnostics: Diagnostic[],
): Promise<Clearance> {
  const { workspace, brief, issue, file } = named;
  if (file === null) throw new FailedRun([notMade(`${brief} ${issue}`)]);
  const distribution = settle(await loadDistribution(host, workspace), diagnostics);
  mustBeAllowed(who, distributionOf(distribution, brief).release.reviewers, "review");
  const log = await readReleaseLog(host, workspace, brief, issue);
  const editions = await loadEditions(host, workspace, file, diagnostics);
  const { version } = editions.first;
  mustBeOpen(log, version);
  const look = signLook(
    await loadTemplates(host, workspace, editions.first, diagnostics),
    editions.first,
  );
  const seals = sealsOf(editions);
  const event: ReleaseEvent = { kind: "reviewed", editions: [...seals], ...look, note };
  const line = { brief, issue, version, ...who, event };
  const entry = settle(await appendRelease(host, workspace, line), diagnostics);
  return { brief, issue, version, state: "reviewed", log: log.file, entry };
}

function notMade(name: string): Diagnostic {
  return {
    code: "issue-not-made",
    severity: "error",
    message: `${name} is in the record alone: there is nothing to review`,
    hint: "brief generate makes an issue, brief generate --reissue the next version of one",
  };
}
