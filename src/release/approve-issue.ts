/**
 * A reviewed issue and who answers for it in; frozen in the record, signed, with its clean copies, out.
 * In this order, so that after a crash at any moment the same command takes it up again: everything is
 * rendered once to see that it can be; the version is frozen; the line that approves it is written; then
 * the copies, which are the same bytes each time, and the line with their hashes.
 */
import { join } from "node:path";
import { loadDistribution } from "../config/distribution-file.js";
import type { Workspace } from "../config/workspace.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { distributionOf } from "../model/distribution.js";
import { permalinkOf } from "../model/permalink.js";
import type { Recipient } from "../model/recipient.js";
import { type CopyOptions, entriesOf, type ReleaseEvent } from "../model/release-log.js";
import type { Approval } from "../model/release-results.js";
import { BriefSettingsSchema } from "../model/settings.js";
import {
  appendRelease,
  type ReleaseEventOf,
  type ReleaseLog,
  readReleaseLog,
  recordFolder,
  releasedVersions,
} from "../record/index.js";
import { renderCopies } from "./clean-copies.js";
import { mustBeOpen, mustBeReviewed } from "./clearance.js";
import { findIssue, type NamedIssue } from "./find-issue.js";
import { finishApproval } from "./finish-approval.js";
import { freezeVersion } from "./freeze-version.js";
import { type Editions, loadEditions, loadTemplates, sealsOf } from "./load-editions.js";
import { withRecordLock } from "./record-lock.js";
import { signEditions, signLook, signOptions } from "./signature.js";
import { mustBeAllowed, type Who } from "./who.js";

/** Of `src/config/recipient-lists.ts`. */
export type LoadRecipients = (
  host: Host,
  workspace: Workspace,
  lists: readonly string[],
) => Promise<Outcome<readonly Recipient[]>>;

export interface ApproveRequest {
  /** What the issue is called. */
  readonly words: readonly string[];
  /** Where to look for the workspace. */
  readonly folder: string;
  readonly who: Who;
  readonly note: string | null;
  /** Whose recipients are frozen; those of the settings by default. */
  readonly lists: readonly string[] | null;
  /** ISO 8601, UTC. */
  readonly embargo: string | null;
  readonly sendBy: string | null;
  readonly loadRecipients: LoadRecipients;
}

export interface ApproveResult {
  /** Null where it was not approved. */
  readonly approved: Approval | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function approveIssue(host: Host, request: ApproveRequest): Promise<ApproveResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const named = await findIssue(host, request.words, request.folder, diagnostics);
    const approved = await withRecordLock(host, named.workspace, () =>
      approve(host, named, request, diagnostics),
    );
    return { approved, diagnostics };
  } catch (error) {
    return { approved: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

async function approve(
  host: Host,
  named: NamedIssue,
  request: ApproveRequest,
  diagnostics: Diagnostic[],
): Promise<Approval> {
  const { workspace, brief, issue } = named;
  const log = await readReleaseLog(host, workspace, brief, issue);
  if (!log.holds) throw new FailedRun(log.diagnostics);
  const begun = unfinished(log);
  if (begun !== null) {
    const work = { workspace, brief, issue, version: begun, who: request.who };
    return finishApproval(host, work, diagnostics);
  }
  const file = named.file ?? latestFrozen(named, log);
  const editions = await loadEditions(host, workspace, file, diagnostics);
  mustBeOpen(log, editions.first.version);
  const frozen = await clearAndFreeze(host, { named, log, editions, request }, diagnostics);
  const { version } = editions.first;
  const work = { workspace, brief, issue, version, who: request.who };
  const finished = await finishApproval(host, work, diagnostics);
  return { ...finished, leftOut: [...frozen.leftOut] };
}

/** The version that was approved and whose copies are not there yet. */
function unfinished({ entries }: ReleaseLog): string | null {
  const approved = entries.findLast(({ kind }) => kind === "approved");
  if (approved === undefined) return null;
  const { version } = approved;
  return entriesOf(entries, version, "copies").length === 0 ? version : null;
}

/** Where an approval stopped after it froze the version, `out/` may be gone already. */
function latestFrozen({ workspace, brief, issue }: NamedIssue, { entries }: ReleaseLog): string {
  const version = entries.findLast(({ kind }) => kind === "reviewed")?.version ?? "1.0";
  return join(workspace.root, recordFolder(workspace, brief, issue, `v${version}`), "issue.json");
}

interface Work {
  readonly named: NamedIssue;
  readonly log: ReleaseLog;
  readonly editions: Editions;
  readonly request: ApproveRequest;
}

async function clearAndFreeze(
  host: Host,
  { named, log, editions, request }: Work,
  diagnostics: Diagnostic[],
): Promise<{ readonly leftOut: readonly string[] }> {
  const { workspace, brief, issue } = named;
  const { who, note, embargo, sendBy } = request;
  const { first } = editions;
  const distribution = settle(await loadDistribution(host, workspace), diagnostics);
  const { release, lists: usual } = distributionOf(distribution, brief);
  mustBeAllowed(who, release.approvers, "approve");
  mustBeInTime(request);
  const templates = await loadTemplates(host, workspace, first, diagnostics);
  const look = signLook(templates, first);
  const seals = sealsOf(editions);
  const line = { brief, issue, version: first.version, ...who };
  if (release.fourEyes) {
    mustBeReviewed(log, { version: first.version, editions: seals, ...look }, who);
  } else if (entriesOf(log.entries, first.version, "reviewed").length === 0) {
    // One who may do both has looked at it; the log then says of a version in the making what it is.
    const event: ReleaseEvent = { kind: "reviewed", editions: [...seals], ...look, note: null };
    settle(await appendRelease(host, workspace, { ...line, event }), diagnostics);
  }
  const lists = request.lists ?? usual;
  const recipients =
    lists.length === 0
      ? []
      : settle(await request.loadRecipients(host, workspace, lists), diagnostics);
  const edition = { brief, issue, version: first.version };
  const options: CopyOptions = {
    state: "approved",
    approvedBy: who.by,
    permalink: permalinkOf(distribution.site.baseUrl, edition),
    formats: release.formats,
    ...printOf(workspace, brief, first.brief.title),
  };
  await tellReleased(host, { workspace, log, editions, line }, diagnostics);
  const copies = { folder: editions.folder, editions: editions.all, templates, options };
  await renderCopies(host, copies, diagnostics);
  const { files, leftOut } = await freezeVersion(
    host,
    { workspace, editions, templates, recipients },
    diagnostics,
  );
  const signature = {
    seal: signEditions(seals),
    ...look,
    options: signOptions(options),
  };
  const event: ReleaseEvent = {
    kind: "approved",
    editions: [...seals],
    signature,
    options,
    files: [...files],
    lists: [...lists],
    recipients: recipients.length,
    embargo,
    sendBy,
    note,
  };
  settle(await appendRelease(host, workspace, { ...line, event }), diagnostics);
  return { leftOut };
}

interface LoggedVersion {
  readonly workspace: Workspace;
  readonly log: ReleaseLog;
  readonly editions: Editions;
  readonly line: Omit<ReleaseEventOf, "event">;
}

/** What was released before there was a log is told in it, so that it counts while it is being frozen. */
async function tellReleased(
  host: Host,
  { workspace, log, editions, line }: LoggedVersion,
  diagnostics: Diagnostic[],
): Promise<void> {
  const { brief, issue, version } = line;
  const { issues } = await releasedVersions(host, workspace, brief);
  const isThere = issues.some((one) => one.id === issue && one.version === version);
  if (!isThere || entriesOf(log.entries, version, "released").length > 0) return;
  const [first] = sealsOf(editions);
  if (first === undefined) return;
  const event: ReleaseEvent = { kind: "released", editions: [first] };
  settle(await appendRelease(host, workspace, { ...line, event }), diagnostics);
}

function printOf(
  { settings }: Workspace,
  brief: string,
  title: string,
): Pick<CopyOptions, "html" | "pdf"> {
  const { html, pdf } = settings.briefs[brief] ?? BriefSettingsSchema.parse({ title });
  return {
    html: { fonts: html.fonts, issue: html.issue },
    pdf: { attachments: pdf.attachments },
  };
}

/** @throws {FailedRun} where nothing could be sent at any time */
function mustBeInTime({ embargo, sendBy, who }: ApproveRequest): void {
  if (sendBy === null) return;
  if (Date.parse(sendBy) <= Date.parse(who.at)) throw new FailedRun([neverSent("is past")]);
  if (embargo !== null && Date.parse(embargo) >= Date.parse(sendBy)) {
    throw new FailedRun([neverSent("comes before the embargo ends")]);
  }
}

function neverSent(why: string): Diagnostic {
  return {
    code: "send-by-too-early",
    severity: "error",
    message: `--send-by ${why}: nothing could be sent`,
    hint: "name a later time, or leave it out",
  };
}
