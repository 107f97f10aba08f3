/**
 * A version in, those who have what it corrects or withdraws out, by the ledger: they are told, and nobody
 * else is.
 */
import type { Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Ledger } from "../ledger/index.js";
import type { Delivery } from "../model/delivery.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { Recipient } from "../model/recipient.js";
import { entriesOf } from "../model/release-log.js";
import { compareVersions } from "../record/index.js";
import {
  type ApprovedIssue,
  approvedVersions,
  verifyApproved,
} from "../release/verify-approved.js";
import { ledgerKnowsNobody, nobodyHasIt, strangersInLedger } from "./after-sending-faults.js";

/** What goes out after an issue did. */
export type Aftermath = "correction" | "withdrawal";

export interface Addressees {
  readonly recipients: readonly Recipient[];
  /** Of whom it is not known whether they have it: why, by their id. */
  readonly unsure: ReadonlyMap<string, string>;
  /** Message-ID of what they have, by their id. */
  readonly messages: ReadonlyMap<string, string>;
  /** Where the version stands that is corrected, or null. */
  readonly earlier: string | null;
}

export async function addresseesOf(
  { host, workspace }: { readonly host: Host; readonly workspace: Workspace },
  approved: ApprovedIssue,
  aftermath: Aftermath,
  ledger: Ledger | null,
): Promise<Outcome<Addressees>> {
  const versions = versionsTold(approved, aftermath);
  const frozen = await frozenWith({ host, workspace }, approved, versions);
  if (frozen.value === null) return { value: null, diagnostics: frozen.diagnostics };
  const { brief, issue, version } = approved;
  const all = (await ledger?.deliveries({ brief, issue: issue.id, channel: "mail" })) ?? [];
  const recorded = sentByRecord(approved, versions);
  if (recorded > 0 && !all.some((one) => versions.includes(one.version))) {
    return { value: null, diagnostics: [ledgerKnowsNobody(recorded)] };
  }
  const isNew = (one: Delivery) => one.version === version && one.occasion === "issue";
  const upToDate = aftermath === "correction" ? all.filter(isNew).filter(mayBeThere) : [];
  const done = new Set(upToDate.map(({ recipient }) => recipient));
  const told = all.filter(
    (one) =>
      isIssue(one) && versions.includes(one.version) && mayBeThere(one) && !done.has(one.recipient),
  );
  return addressed(told, frozen.value, aftermath);
}

/** The versions whose readers are told. */
function versionsTold(
  { entries, version }: ApprovedIssue,
  aftermath: Aftermath,
): readonly string[] {
  if (aftermath === "withdrawal") return [version];
  return approvedVersions(entries).filter((one) => compareVersions(one, version) < 0);
}

function isIssue({ occasion }: Delivery): boolean {
  return occasion === "issue" || occasion === "correction";
}

/** What is `sending` here was cut off: nobody knows what became of it. */
function mayBeThere({ state }: Delivery): boolean {
  return state === "sent" || state === "unknown" || state === "sending";
}

function sentByRecord({ entries }: ApprovedIssue, versions: readonly string[]): number {
  const runs = versions.flatMap((version) => entriesOf(entries, version, "sent"));
  return Math.max(0, ...runs.map(({ accepted }) => accepted));
}

interface Frozen {
  /** As the latest version has them: what they may see now counts. */
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly earlier: string | null;
}

async function frozenWith(
  { host, workspace }: { readonly host: Host; readonly workspace: Workspace },
  approved: ApprovedIssue,
  versions: readonly string[],
): Promise<Outcome<Frozen>> {
  const { brief, issue } = approved;
  const recipients = new Map<string, Recipient>();
  let earlier: string | null = null;
  for (const version of versions) {
    const name = { brief, issue: issue.id, version, evenWithdrawn: true };
    const { value, diagnostics } = await verifyApproved(host, workspace, name);
    if (value === null) return { value: null, diagnostics };
    for (const one of value.recipients) recipients.set(one.id, one);
    earlier = value.permalink;
  }
  for (const one of approved.recipients) recipients.set(one.id, one);
  return { value: { recipients, earlier }, diagnostics: [] };
}

function addressed(
  told: readonly Delivery[],
  { recipients, earlier }: Frozen,
  aftermath: Aftermath,
): Outcome<Addressees> {
  const unsure = new Map<string, string>();
  const messages = new Map<string, string>();
  const readers: Recipient[] = [];
  const strangers: string[] = [];
  for (const [id, deliveries] of Map.groupBy(told, ({ recipient }) => recipient)) {
    const has = deliveries.filter(({ state }) => state === "sent").sort(byVersion);
    const last = has.at(-1) ?? [...deliveries].sort(byVersion).at(-1);
    const reader = recipients.get(id);
    if (last === undefined) continue;
    if (reader === undefined) {
      strangers.push(last.address);
      continue;
    }
    if (last.messageId !== null) messages.set(id, last.messageId);
    if (has.length === 0)
      unsure.set(id, `it is not known whether they have version ${last.version}`);
    readers.push(reader);
  }
  const diagnostics: Diagnostic[] = [
    ...(strangers.length > 0 ? [strangersInLedger(strangers)] : []),
    ...(readers.length === 0 ? [nobodyHasIt(aftermath)] : []),
  ];
  const ordered = readers.toSorted((one, other) => one.number - other.number);
  return { value: { recipients: ordered, unsure, messages, earlier }, diagnostics };
}

function byVersion(one: Delivery, other: Delivery): number {
  return compareVersions(one.version, other.version);
}
