/**
 * A draft that lies in its folder and a list in, its message with those who review it out: by the same
 * ledger and rules as what was approved, and marked as a draft on every page.
 */
import { dirname, join } from "node:path";
import { loadDistribution } from "../config/distribution-file.js";
import { loadRecipients } from "../config/recipient-lists.js";
import type { Workspace } from "../config/workspace.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import { type Host, HostError } from "../host/host.js";
import { ledgerPath } from "../ledger/index.js";
import { type MailForm, type MailKeys, openMailing, readMailAccess } from "../mail/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { distributionOf, type MailSettings } from "../model/distribution.js";
import { fileNameOf } from "../model/file-name.js";
import { FILE_OF_FORMAT } from "../model/format.js";
import type { Issue } from "../model/issue.js";
import { maySee, schemesWith } from "../model/marking.js";
import type { Recipient } from "../model/recipient.js";
import type { SendEnd } from "../model/send-result.js";
import { readSealedIssue } from "../render-issue-file.js";
import type { Edition } from "./edition.js";
import { openCopies } from "./own-copies.js";
import { sendEdition } from "./send-edition.js";
import { noMailSettings } from "./send-faults.js";
import type { SendHost } from "./send-issue.js";
import { refused } from "./send-lines.js";

/** @param file of the issue, in its first language */
export async function sendDraft(
  outside: SendHost,
  workspace: Workspace,
  file: string,
  list: string,
): Promise<SendEnd> {
  const diagnostics: Diagnostic[] = [];
  const { host, secret } = outside;
  try {
    const distribution = settle(await loadDistribution(host, workspace), diagnostics);
    const { mail } = distribution;
    if (mail === undefined) throw new FailedRun([noMailSettings("distribution.yaml")]);
    const access = settle(await readMailAccess(host, workspace.root, mail, secret), diagnostics);
    const recipients = settle(await loadRecipients(host, workspace, [list]), diagnostics);
    const issue = readSealedIssue(await host.readFile(file), file);
    const { fileName } = distributionOf(distribution, issue.brief.id);
    const form = await draftForm(host, dirname(file), issue, fileName);
    const draft = { issue, form, recipients, mail, keys: access.keys };
    return await sendEdition(
      draftEdition(outside, workspace, draft),
      { lists: [list], isDryRun: false, again: false, limit: undefined },
      {
        ...outside,
        takeLock: host.takeLock,
        openRelay: () => outside.openRelay(mail.relay, access.relay),
        ledgerPath: ledgerPath(workspace),
        isShared: (host.engines?.ledger ?? null) !== null,
        mail,
        keepPreviews: async () => [],
      },
    );
  } catch (error) {
    return refused([...diagnostics, ...diagnose(error)]);
  }
}

interface Draft {
  readonly issue: Issue;
  readonly form: MailForm;
  readonly recipients: readonly Recipient[];
  readonly mail: MailSettings;
  readonly keys: MailKeys;
}

function draftEdition(
  outside: SendHost,
  workspace: Workspace,
  { issue, form, recipients, mail, keys }: Draft,
): Edition {
  const marking = issue.marking.label;
  const about = {
    brief: issue.brief.id,
    issue: issue.id,
    version: draftVersion(issue),
    occasion: "review",
    marking,
  } as const;
  const mailing = openMailing({ ...about, title: issue.brief.title, permalink: null }, mail, keys);
  const copies = openCopies({ ...outside, root: workspace.root });
  const schemes = schemesWith(workspace.settings.markings);
  const date = new Date(outside.clock.now());
  return {
    ...about,
    ...{ channel: "mail", recipients, embargo: null, sendBy: null, sentByRecord: 0 },
    maySee: ({ markings }) => maySee(markings, marking, schemes),
    make: async (recipient) => {
      const own = await copies.of(recipient, form.pdf?.bytes ?? null);
      if (!("hash" in own)) return own;
      const options = { date, copy: own.pdf, encrypt: own.encrypt };
      const made = await mailing.messageTo(recipient, form, options);
      return made.value === null ? made.diagnostics : { ...made.value, copy: own.hash };
    },
    recordRun: async () => [],
  };
}

/** Drafts of one version differ: each goes out once. */
function draftVersion({ version, seal }: Issue): string {
  return `${version}-draft-${seal.slice(0, 12)}`;
}

async function draftForm(
  host: Host,
  folder: string,
  { brief, id, version, marking }: Issue,
  pattern: string,
): Promise<MailForm> {
  const page = await host.readFile(join(folder, FILE_OF_FORMAT.mail));
  const bytes = await host.readFile(join(folder, FILE_OF_FORMAT.pdf)).catch(missing);
  const { language } = brief;
  const name = { brief: brief.id, issue: id, version, marking: marking.label, language };
  const fileName = `${fileNameOf(pattern, name)}-draft.pdf`;
  return { page, pdf: bytes === null ? null : { fileName, bytes } };
}

/** A message without the PDF is a message all the same. */
function missing(error: unknown): null {
  if (error instanceof HostError) return null;
  throw error;
}
