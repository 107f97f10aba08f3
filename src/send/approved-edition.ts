/** The name of an issue in, what was approved of it ready to be sent out: nothing else is ever sent to readers. */
import type { Workspace } from "../config/workspace.js";
import { diagnose } from "../failed-run.js";
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import { type Mailing, type MailKeys, openMailing } from "../mail/index.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { type Distribution, distributionOf, type MailSettings } from "../model/distribution.js";
import { maySee, schemesWith } from "../model/marking.js";
import { entriesOf, type ReleaseEvent } from "../model/release-log.js";
import { appendRelease } from "../record/index.js";
import { withRecordLock } from "../release/record-lock.js";
import { type ApprovedIssue, verifyApproved } from "../release/verify-approved.js";
import type { Edition, SentRun } from "./edition.js";
import { formFor, mailForms } from "./mail-forms.js";
import { openCopies } from "./own-copies.js";
import { noMessage, superseded } from "./send-faults.js";

export interface EditionRequest {
  readonly host: Host;
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly distribution: Distribution;
  readonly mail: MailSettings;
  readonly keys: MailKeys;
  readonly name: { readonly brief: string; readonly issue: string };
  /** Who sends it. */
  readonly by: string;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  readonly random: (count: number) => Uint8Array;
}

export async function approvedEdition(request: EditionRequest): Promise<Outcome<Edition>> {
  const { host, workspace, name } = request;
  const { value: approved, diagnostics } = await verifyApproved(host, workspace, name);
  if (approved === null) return { value: null, diagnostics };
  const faults = approved.supersededBy === null ? [] : [superseded(approved)];
  const forms = mailForms(approved, distributionOf(request.distribution, approved.brief));
  if (forms.size === 0) faults.push(noMessage(approved.shown));
  if (faults.length > 0) return { value: null, diagnostics: [...diagnostics, ...faults] };
  const { brief, version, issue, permalink } = approved;
  const { id, marking } = issue;
  const about = { brief, issue: id, version, marking: marking.label, permalink };
  const edition = { ...about, occasion: "issue", title: issue.brief.title } as const;
  const mailing = openMailing(edition, request.mail, request.keys);
  // Forms of one template have the same faults.
  const [form] = forms.values();
  const told = form === undefined ? [] : await mailing.faultsOf(form);
  const value = editionOf(request, approved, forms, mailing);
  return { value, diagnostics: [...diagnostics, ...told] };
}

function editionOf(
  request: EditionRequest,
  approved: ApprovedIssue,
  forms: ReturnType<typeof mailForms>,
  mailing: Mailing,
): Edition {
  const { brief, version, issue, recipients, embargo, sendBy } = approved;
  const { settings } = request.workspace;
  const schemes = schemesWith(settings.markings);
  const { label } = issue.marking;
  const occasion = "issue";
  const name = { brief, issue: issue.id, version, occasion, marking: label } as const;
  // One for all messages of the run: a second attempt at somebody is the same message.
  const date = new Date(request.clock.now());
  const copies = openCopies({ ...request, root: request.workspace.root });
  return {
    ...name,
    channel: "mail",
    recipients,
    embargo,
    sendBy,
    sentByRecord: sentByRecord(approved),
    maySee: ({ markings }) => maySee(markings, label, schemes),
    make: async (recipient, isTest = false) => {
      const form = formFor(forms, recipient);
      if (form === null) return [noMessage(approved.shown)];
      const own = await copies.of(recipient, form.pdf?.bytes ?? null);
      if (!("hash" in own)) return named(own, recipient.address);
      const { pdf: copy, encrypt, hash } = own;
      const options = { date, isTest, copy, encrypt };
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

function sentByRecord({ entries, version }: ApprovedIssue): number {
  const runs = entriesOf(entries, version, "sent").filter(({ occasion }) => occasion === "issue");
  return Math.max(0, ...runs.map(({ accepted }) => accepted));
}

/** That the issue was sent is known by the ledger; a record that cannot be written takes nothing back. */
async function recordRun(
  { host, clock, workspace, by }: EditionRequest,
  { brief, issue, version }: ApprovedIssue,
  { lists, accepted, of }: SentRun,
): Promise<readonly Diagnostic[]> {
  const event: ReleaseEvent = { kind: "sent", occasion: "issue", lists: [...lists], accepted, of };
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
