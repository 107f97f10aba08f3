/** An issue by its name in, what became of each of its versions out, and whether their approvals stand. */
import { diagnose } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { entriesOf, stateOf } from "../model/release-log.js";
import type { IssueStatus, VersionStatus } from "../model/release-results.js";
import {
  compareVersions,
  type ReleaseLog,
  readReleaseLog,
  releasedVersions,
} from "../record/index.js";
import { findIssue, type NamedIssue } from "./find-issue.js";
import { verifyApproved } from "./verify-approved.js";

export interface StatusResult {
  /** Null where nothing has that name. */
  readonly status: IssueStatus | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param words what the issue is called @param folder where to look for the workspace */
export async function issueStatus(
  host: Host,
  words: readonly string[],
  folder: string,
): Promise<StatusResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const named = await findIssue(host, words, folder, diagnostics);
    const { workspace, brief, issue } = named;
    const log = await readReleaseLog(host, workspace, brief, issue);
    diagnostics.push(...log.diagnostics);
    const versions: VersionStatus[] = [];
    for (const version of await versionsOf(host, named, log)) {
      versions.push(await versionStatus(host, { named, log, version }, diagnostics));
    }
    const { file, entries } = log;
    return { status: { brief, issue, log: file, versions, entries: [...entries] }, diagnostics };
  } catch (error) {
    return { status: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

/** Those of the log, and those that were released before there was one. */
async function versionsOf(
  host: Host,
  { workspace, brief, issue }: NamedIssue,
  { entries }: ReleaseLog,
): Promise<readonly string[]> {
  const { issues } = await releasedVersions(host, workspace, brief);
  const released = issues.filter(({ id }) => id === issue).map(({ version }) => version);
  const logged = entries.map(({ version }) => version);
  return [...new Set([...released, ...logged])].sort(compareVersions);
}

interface VersionRequest {
  readonly named: NamedIssue;
  readonly log: ReleaseLog;
  readonly version: string;
}

async function versionStatus(
  host: Host,
  { named: { workspace, brief, issue }, log, version }: VersionRequest,
  diagnostics: Diagnostic[],
): Promise<VersionStatus> {
  const state = stateOf(log.entries, version);
  const approved = entriesOf(log.entries, version, "approved").at(-1);
  const nothing = { version, state, stands: null, supersededBy: null, permalink: null };
  if (!log.holds || approved === undefined) {
    const wasReleased = approved === undefined && state !== "reviewed" && state !== "withdrawn";
    return { ...nothing, released: wasReleased, embargo: null, sendBy: null, recipients: 0 };
  }
  const name = { brief, issue, version, evenWithdrawn: true };
  const verified = await verifyApproved(host, workspace, name);
  if (verified.value === null) diagnostics.push(...verified.diagnostics);
  const { embargo, sendBy, recipients, options } = approved;
  return {
    ...nothing,
    stands: verified.value !== null,
    supersededBy: verified.value?.supersededBy ?? null,
    permalink: options.permalink,
    released: false,
    embargo,
    sendBy,
    recipients,
  };
}
