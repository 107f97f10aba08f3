/**
 * An issue by its name in, what was approved of it out: the one door to it for whatever sends, publishes
 * or serves. Every hash is computed again; a change in issue, template, style, marking, options, recipients
 * or a copy voids the approval, and is said.
 */
import { join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import { type Host, HostError } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Recipient } from "../model/recipient.js";
import {
  type CopyOptions,
  type EntryOf,
  entriesOf,
  type ReleaseEntry,
  type Signature,
  stateOf,
} from "../model/release-log.js";
import { compareVersions, readReleaseLog } from "../record/index.js";
import type { Templates } from "./frozen-template.js";
import { isKept, readFrozen, voided } from "./read-frozen.js";
import { COPIES } from "./version-files.js";

export interface ApprovedName {
  readonly brief: string;
  /** Name of its period. */
  readonly issue: string;
  /** The latest that was approved by default. */
  readonly version?: string | undefined;
  /** Whether one that was withdrawn may be given: for whoever tells of it. Not by default. */
  readonly evenWithdrawn?: boolean;
}

export interface ApprovedIssue {
  readonly brief: string;
  readonly version: string;
  /** In the brief's first language. */
  readonly issue: Issue;
  /** In every language that was approved, the first one first. */
  readonly editions: readonly { readonly language: string; readonly issue: Issue }[];
  readonly state: "approved" | "sent" | "withdrawn";
  /** Every line of the release log, of all versions. */
  readonly entries: readonly ReleaseEntry[];
  /**
   * Bytes by path: `brief.pdf`, `brief.html`, `mail.html`, `brief.txt`; those of other languages below
   * their tag, as `tr/brief.pdf`.
   */
  readonly copies: ReadonlyMap<string, Uint8Array>;
  /** Of the version, for the host. */
  readonly folder: string;
  /** The same below the workspace, as a person would type it. */
  readonly shown: string;
  /** The templates of page and message as they were approved. */
  readonly templates: Templates;
  readonly options: CopyOptions;
  readonly signature: Signature;
  readonly approvedBy: string;
  /** ISO 8601, UTC, as are all instants. */
  readonly approvedAt: string;
  readonly permalink: string | null;
  /** Names of the lists whose recipients were frozen. */
  readonly lists: readonly string[];
  readonly recipients: readonly Recipient[];
  /** Nothing is sent before it. */
  readonly embargo: string | null;
  /** Nothing is sent after it. */
  readonly sendBy: string | null;
  /** The later version that was approved and takes its place. */
  readonly supersededBy: string | null;
  readonly withdrawn: Pick<EntryOf<"withdrawn">, "at" | "by" | "reason"> | null;
}

/** The value is null where nothing was approved, or what was is not as it was. */
export async function verifyApproved(
  host: Host,
  workspace: Workspace,
  { brief, issue, version: wanted, evenWithdrawn = false }: ApprovedName,
): Promise<Outcome<ApprovedIssue>> {
  const log = await readReleaseLog(host, workspace, brief, issue);
  if (!log.holds) return { value: null, diagnostics: log.diagnostics };
  const version = wanted ?? latestApproved(log.entries);
  if (version === null) return refuse(nothingApproved(log.file, `${brief} ${issue}`));
  const state = stateOf(log.entries, version);
  if (state === "withdrawn" && !evenWithdrawn) return refuse(isWithdrawn(log.file, version));
  const frozen = await readFrozen(host, workspace, { brief, issue, version });
  if (frozen.value === null) return { value: null, diagnostics: frozen.diagnostics };
  const { approved, folder, shown, editions, templates, recipients } = frozen.value;
  const [first] = editions;
  const made = entriesOf(log.entries, version, "copies").at(-1);
  if (made === undefined || first === undefined) return refuse(notFinished(log.file, version));
  const copies = await readCopies(host, { folder, shown }, made);
  if (copies.value === null) return { value: null, diagnostics: copies.diagnostics };
  const { signature, options, lists, embargo, sendBy, by, at } = approved;
  const value: ApprovedIssue = {
    brief,
    version,
    issue: first.issue,
    editions: editions.map((one) => ({ language: one.issue.brief.language, issue: one.issue })),
    state: state === "withdrawn" || state === "sent" ? state : "approved",
    entries: log.entries,
    copies: copies.value,
    folder,
    shown,
    templates,
    options,
    signature,
    approvedBy: by,
    approvedAt: at,
    permalink: options.permalink,
    lists,
    recipients,
    embargo,
    sendBy,
    supersededBy: successorOf(log.entries, version),
    withdrawn: withdrawalOf(log.entries, version),
  };
  return { value, diagnostics: frozen.diagnostics };
}

/** Versions that were ever approved, the earliest first; those that were withdrawn among them. */
export function approvedVersions(entries: readonly ReleaseEntry[]): readonly string[] {
  const versions = entries.flatMap(({ kind, version }) => (kind === "approved" ? version : []));
  return [...new Set(versions)].sort(compareVersions);
}

function latestApproved(entries: readonly ReleaseEntry[]): string | null {
  return approvedVersions(entries).at(-1) ?? null;
}

function successorOf(entries: readonly ReleaseEntry[], version: string): string | null {
  const later = approvedVersions(entries).filter((other) => compareVersions(other, version) > 0);
  return later.at(-1) ?? null;
}

function withdrawalOf(
  entries: readonly ReleaseEntry[],
  version: string,
): ApprovedIssue["withdrawn"] {
  const entry = entriesOf(entries, version, "withdrawn").at(-1);
  return entry === undefined ? null : { at: entry.at, by: entry.by, reason: entry.reason };
}

async function readCopies(
  host: Host,
  { folder, shown }: { readonly folder: string; readonly shown: string },
  { copies }: EntryOf<"copies">,
): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  const read = new Map<string, Uint8Array>();
  const faults: Diagnostic[] = [];
  for (const copy of copies) {
    const bytes = await host.readFile(join(folder, copy.path)).catch(refused);
    const place = `${shown}/${copy.path}`;
    if (bytes === null) faults.push(voided(place, "the copy", "is gone"));
    else if (!isKept(bytes, copy)) {
      faults.push(voided(place, "the copy", "is not as it was made"));
    } else read.set(copy.path.slice(`${COPIES}/`.length), bytes);
  }
  return faults.length > 0
    ? { value: null, diagnostics: faults }
    : { value: read, diagnostics: [] };
}

function refused(error: unknown): null {
  if (error instanceof HostError) return null;
  throw error;
}

function refuse(diagnostic: Diagnostic): Outcome<never> {
  return { value: null, diagnostics: [diagnostic] };
}

function refusal(code: string, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, place: { file }, hint };
}

function nothingApproved(file: string, name: string): Diagnostic {
  const hint = "brief review, then brief approve";
  return refusal("not-approved", file, `no version of ${name} is approved`, hint);
}

function isWithdrawn(file: string, version: string): Diagnostic {
  const hint = "brief generate --reissue makes the version that takes its place";
  return refusal("issue-withdrawn", file, `version ${version} was withdrawn`, hint);
}

function notFinished(file: string, version: string): Diagnostic {
  const message = `version ${version} is approved, and its clean copies are not made yet`;
  return refusal("approval-unfinished", file, message, "run brief approve again");
}
