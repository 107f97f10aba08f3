/**
 * A print, its issue and what it says of its clearance in, what the release log says of that out. The log
 * is the one of the record that the print lies in, else that of the workspace; a print that went out of the
 * house has none at hand.
 */
import { dirname, join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { type CarriedEdition, type EditionOptions, editionOf } from "../model/edition-options.js";
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue } from "../model/issue.js";
import { type EntryOf, entriesOf, type ReleaseEntry, stateOf } from "../model/release-log.js";
import { RELEASE_LOG, type ReleaseLog, readLogFile, recordFolder } from "../record/index.js";
import { type Templates, thawTemplates } from "../release/frozen-template.js";

export interface Cleared {
  /** How the print was made, as far as it or the log says. */
  readonly editions: readonly EditionOptions[];
  /** As they were approved; null where the log at hand says nothing of it. */
  readonly templates: Templates | null;
  readonly faults: readonly Fault[];
}

export interface ClearedRequest {
  readonly file: string;
  readonly issue: Issue;
  readonly workspace: Workspace | null;
  readonly carried: CarriedEdition | null;
}

export async function clearedOf(host: Host, request: ClearedRequest): Promise<Cleared> {
  const { file, issue, carried } = request;
  const found = await findLog(host, request);
  const approved = found === null ? undefined : approvalOf(found.log.entries, issue);
  const own = editionOf(issue);
  const said = approved === undefined ? null : pick(approved.options);
  const claimed = carried === null ? null : pick(carried);
  const editions = claimed === null ? [own, ...(said === null ? [] : [said])] : [claimed];
  const faults = [
    ...(found === null || found.log.holds ? [] : [brokenLog(found.log)]),
    ...(carried === null || carried.seal === issue.seal ? [] : [ofAnother(file)]),
    ...(claimed?.state === "approved" ? judge(request, claimed, said, found) : []),
    ...(found === null ? [] : pastFaults(found.log.entries, issue, file)),
  ];
  const folder = approved === undefined ? undefined : found?.folder;
  const templates = folder === undefined ? null : (await thawTemplates(host, folder)).value;
  return { editions, templates, faults };
}

function pick({ state, approvedBy, permalink }: EditionOptions): EditionOptions {
  return { state, approvedBy, permalink };
}

interface FoundLog {
  readonly log: ReleaseLog;
  /** Of the version. */
  readonly folder: string;
}

/** From the copies of another language it is four folders up. */
const FAR_UP = 4;

async function findLog(
  host: Host,
  { file, issue, workspace }: ClearedRequest,
): Promise<FoundLog | null> {
  const version = `v${issue.version}`;
  let above = dirname(file);
  for (let step = 0; step < FAR_UP; step += 1, above = dirname(above)) {
    const path = join(above, RELEASE_LOG);
    if (!(await host.exists(path))) continue;
    return { log: await readLogFile(host, path, path), folder: join(above, version) };
  }
  if (workspace === null || !/^[\w-]+$/.test(issue.id)) return null;
  const shown = recordFolder(workspace, issue.brief.id, issue.id);
  const folder = join(workspace.root, shown);
  const log = await readLogFile(host, join(folder, RELEASE_LOG), `${shown}/${RELEASE_LOG}`);
  return { log, folder: join(folder, version) };
}

/** That of this very issue, in whatever language. */
function approvalOf(
  entries: readonly ReleaseEntry[],
  { version, seal }: Issue,
): EntryOf<"approved"> | undefined {
  return entriesOf(entries, version, "approved").findLast(({ editions }) =>
    editions.some((edition) => edition.seal === seal),
  );
}

/** A print that says that it is approved has a log that says so, wherever a record is at hand. */
function judge(
  { file, issue }: ClearedRequest,
  claimed: EditionOptions,
  said: EditionOptions | null,
  found: FoundLog | null,
): Fault[] {
  const place = { file };
  if (found === null) {
    const message = `it says that ${claimed.approvedBy} approved it, and no release log is at hand`;
    return [faultOf("approval-not-verified", message, place)];
  }
  if (said === null) {
    const message = `it says that ${claimed.approvedBy} approved it, and ${found.log.file} knows no approval of version ${issue.version} as it is`;
    return [faultOf("approval-unfounded", message, place)];
  }
  if (said.approvedBy === claimed.approvedBy && said.permalink === claimed.permalink) return [];
  const message = `it says that ${claimed.approvedBy} approved it, to stand at ${claimed.permalink ?? "no address"}; by ${found.log.file} it was ${said.approvedBy}, to stand at ${said.permalink ?? "no address"}`;
  return [faultOf("approval-unfounded", message, place)];
}

function pastFaults(
  entries: readonly ReleaseEntry[],
  { version, revision: _, ...issue }: Issue,
  file: string,
): Fault[] {
  const place = { file };
  if (stateOf(entries, version) === "withdrawn") {
    const withdrawn = entriesOf(entries, version, "withdrawn").at(-1);
    const message = `version ${version} of ${issue.id} was withdrawn: ${withdrawn?.reason}`;
    return [faultOf("version-withdrawn", message, place)];
  }
  const approved = entries.flatMap((entry) => (entry.kind === "approved" ? entry.version : []));
  const later = approved.at(-1);
  if (later === undefined || later === version || !approved.includes(version)) return [];
  const message = `version ${later} of ${issue.id} takes the place of version ${version}`;
  return [faultOf("version-superseded", message, place)];
}

function brokenLog({ diagnostics, file }: ReleaseLog): Fault {
  const fault = diagnostics.find(({ severity }) => severity === "error");
  const message = fault?.message ?? "does not hold";
  return faultOf("release-log-broken", message, fault?.place ?? { file });
}

function ofAnother(file: string): Fault {
  const message = "what it says of its approval is of another issue";
  return faultOf("approval-unfounded", message, { file });
}

/**
 * Where a print does not say how it was made, it is held against every way that there is: it fails when it
 * is like none of them, by the one that it is most like.
 */
export async function fewestFaults(
  editions: readonly EditionOptions[],
  check: (edition: EditionOptions) => Promise<readonly Fault[]>,
): Promise<readonly Fault[]> {
  let fewest: readonly Fault[] | null = null;
  for (const edition of editions) {
    const faults = await check(edition);
    if (fewest === null || faults.length < fewest.length) fewest = faults;
    if (fewest.length === 0) break;
  }
  return fewest ?? [];
}
