/** The name of an issue in, what was approved of it ready to be sent out: nothing else is ever sent to readers. */
import type { Workspace } from "../config/workspace.js";
import { diagnose } from "../failed-run.js";
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import type { Ledger } from "../ledger/index.js";
import { type Mailing, type MailKeys, openMailing } from "../mail/index.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { type Distribution, distributionOf, type MailSettings } from "../model/distribution.js";
import { maySee, schemesWith } from "../model/marking.js";
import { entriesOf, type ReleaseEvent, stateOf } from "../model/release-log.js";
import { appendRelease } from "../record/index.js";
import { withRecordLock } from "../release/record-lock.js";
import {
  type ApprovedIssue,
  approvedVersions,
  verifyApproved,
} from "../release/verify-approved.js";
import { type Addressees, addresseesOf } from "./after-sending.js";
import { noEarlier, notWithdrawn } from "./after-sending-faults.js";
import type { Edition, SentRun } from "./edition.js";
import { formFor, mailForms } from "./mail-forms.js";
import { openCopies } from "./own-copies.js";
import { noMessage, superseded } from "./send-faults.js";

/** The issue itself, or what its readers are told of it later. */
export type SendOccasion = "issue" | "correction" | "withdrawal";

export interface EditionRequest {
  readonly host: Host;
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly distribution: Distribution;
  readonly mail: MailSettings;
  readonly keys: MailKeys;
  readonly name: { readonly brief: string; readonly issue: string };
  readonly occasion: SendOccasion;
  /** Asked for what comes after an issue alone. */
  readonly readLedger: () => Promise<Ledger | null>;
  /** Who sends it. */
  readonly by: string;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  readonly random: (count: number) => Uint8Array;
}

export async function approvedEdition(request: EditionRequest): Promise<Outcome<Edition>> {
  const { occasion, distribution } = request;
  const { value: approved, diagnostics } = await approvedFor(request);
  if (approved === null) return { value: null, diagnostics };
  const forms = mailForms(approved, distributionOf(distribution, approved.brief));
  const faults = faultsOf(approved, occasion);
  if (forms.size === 0) faults.push(noMessage(approved.shown));
  if (faults.length > 0) return { value: null, diagnostics: [...diagnostics, ...faults] };
  const addressees = await addresseesFor(request, approved);
  const said = [...diagnostics, ...addressees.diagnostics];
  if (addressees.value === null) return { value: null, diagnostics: said };
  const mailing = mailingOf(request, approved, addressees.value);
  // Forms of one template have the same faults.
  const [form] = forms.values();
  const told = form === undefined ? [] : await mailing.faultsOf(form);
  const value = editionOf(request, approved, addressees.value, { forms, mailing });
  return { value, diagnostics: [...said, ...told] };
}

/** The latest version, and of a withdrawal the latest that was withdrawn. */
async function approvedFor(request: EditionRequest): Promise<Outcome<ApprovedIssue>> {
  const { host, workspace, name, occasion } = request;
  if (occasion !== "withdrawal") return verifyApproved(host, workspace, name);
  const latest = await verifyApproved(host, workspace, { ...name, evenWithdrawn: true });
  const entries = latest.value?.entries ?? [];
  const version = approvedVersions(entries).findLast(
    (one) => stateOf(entries, one) === "withdrawn",
  );
  if (latest.value === null || version === latest.value.version) return latest;
  if (version === undefined) {
    return { value: null, diagnostics: [notWithdrawn(`${name.brief} ${name.issue}`)] };
  }
  return verifyApproved(host, workspace, { ...name, version, evenWithdrawn: true });
}

function faultsOf(approved: ApprovedIssue, occasion: SendOccasion): Diagnostic[] {
  const [first] = approvedVersions(approved.entries);
  const isFirst = occasion === "correction" && first === approved.version;
  const isOld = occasion !== "withdrawal" && approved.supersededBy !== null;
  return [
    ...(isOld ? [superseded(approved)] : []),
    ...(isFirst ? [noEarlier(approved.version)] : []),
  ];
}

async function addresseesFor(
  request: EditionRequest,
  approved: ApprovedIssue,
): Promise<Outcome<Addressees>> {
  const { occasion, readLedger } = request;
  if (occasion === "issue") {
    const { recipients } = approved;
    const value = { recipients, unsure: new Map(), messages: new Map(), earlier: null };
    return { value, diagnostics: [] };
  }
  const ledger = await readLedger();
  try {
    return await addresseesOf(request, approved, occasion, ledger);
  } finally {
    await ledger?.close();
  }
}

function mailingOf(
  { occasion, mail, keys }: EditionRequest,
  { brief, version, issue, permalink, withdrawn }: ApprovedIssue,
  { earlier }: Addressees,
): Mailing {
  const about = { brief, issue: issue.id, version, occasion, permalink, earlier };
  const { label } = issue.marking;
  const notice = occasion === "withdrawal" ? (withdrawn?.reason ?? null) : null;
  return openMailing({ ...about, marking: label, title: issue.brief.title, notice }, mail, keys);
}

interface Making {
  readonly forms: ReturnType<typeof mailForms>;
  readonly mailing: Mailing;
}

function editionOf(
  request: EditionRequest,
  approved: ApprovedIssue,
  { recipients, unsure, messages }: Addressees,
  { forms, mailing }: Making,
): Edition {
  const { brief, version, issue, embargo, sendBy } = approved;
  const { occasion, workspace } = request;
  const schemes = schemesWith(workspace.settings.markings);
  const { label } = issue.marking;
  // One for all messages of the run: a second attempt at somebody is the same message.
  const date = new Date(request.clock.now());
  const copies = openCopies({ ...request, root: workspace.root });
  const isWithdrawal = occasion === "withdrawal";
  return {
    ...{
      brief,
      issue: issue.id,
      version,
      occasion,
      marking: label,
      channel: "mail",
      recipients,
      unsure,
    },
    // What was withdrawn is told of at any time.
    ...(isWithdrawal ? { embargo: null, sendBy: null } : { embargo, sendBy }),
    sentByRecord: sentByRecord(approved, occasion),
    maySee: ({ markings }) => maySee(markings, label, schemes),
    make: async (recipient, isTest = false) => {
      const form = formFor(forms, recipient);
      if (form === null) return [noMessage(approved.shown)];
      const own = await copies.of(recipient, isWithdrawal ? null : (form.pdf?.bytes ?? null));
      if (!("hash" in own)) return named(own, recipient.address);
      const { pdf: copy, encrypt, hash } = own;
      const inReplyTo = messages.get(recipient.id) ?? null;
      const options = { date, isTest, copy, encrypt, inReplyTo };
      const { value, diagnostics } = await mailing.messageTo(recipient, form, options);
      return value === null ? named(diagnostics, recipient.address) : { ...value, copy: hash };
    },
    recordRun: (run) => recordRun(request, approved, run),
  };
}

/** Whose message could not be made stands in front. */
function named(diagnostics: readonly Diagnostic[], address: string): readonly Diagnostic[] {
  return diagnostics.map((one) => ({ ...one, message: `${address}: ${one.message}` }));
}

function sentByRecord({ entries, version }: ApprovedIssue, occasion: SendOccasion): number {
  const runs = entriesOf(entries, version, "sent").filter((run) => run.occasion === occasion);
  return Math.max(0, ...runs.map(({ accepted }) => accepted));
}

/** That the issue was sent is known by the ledger; a record that cannot be written takes nothing back. */
async function recordRun(
  { host, clock, workspace, by, occasion }: EditionRequest,
  { brief, issue, version }: ApprovedIssue,
  { lists, accepted, of }: SentRun,
): Promise<readonly Diagnostic[]> {
  const event: ReleaseEvent = { kind: "sent", occasion, lists: [...lists], accepted, of };
  const at = new Date(clock.now()).toISOString();
  const line = { brief, issue: issue.id, version, by, at, event };
  try {
    const { diagnostics } = await withRecordLock(host, workspace, () =>
      appendRelease(host, workspace, line),
    );
    return diagnostics;
  } catch (error) {
    return diagnose(error);
  }
}
