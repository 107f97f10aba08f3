/** What a person calls an issue and a recipient in, the very copy that they got out: for whoever has lost it. */

import { loadDistribution } from "../config/distribution-file.js";
import { openStamper } from "../copies/index.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { distributionOf } from "../model/distribution.js";
import type { Recipient } from "../model/recipient.js";
import { findIssue } from "../release/find-issue.js";
import { verifyApproved } from "../release/verify-approved.js";
import { closest } from "../text/suggest.js";
import { formFor, mailForms } from "./mail-forms.js";

export interface CopyRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** As a person names an issue. */
  readonly words: readonly string[];
  /** Address, name or number of a recipient. */
  readonly to: string;
}

export interface ReaderCopy {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly recipient: Recipient;
}

/** Marked, and not locked: a password is known to its reader alone. */
export async function readerCopy(
  host: Host,
  { folder, words, to }: CopyRequest,
): Promise<{ readonly copy: ReaderCopy | null; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const { workspace, brief, issue } = await findIssue(host, words, folder, diagnostics);
    const distribution = settle(await loadDistribution(host, workspace), diagnostics);
    const approved = settle(await verifyApproved(host, workspace, { brief, issue }), diagnostics);
    const recipient = recipientNamed(approved.recipients, to, approved.shown);
    const forms = mailForms(approved, distributionOf(distribution, brief));
    const pdf = formFor(forms, recipient)?.pdf ?? null;
    if (pdf === null) throw new FailedRun([noPdf(approved.shown)]);
    const bytes = await openStamper(pdf.bytes).stamp(recipient);
    const fileName = pdf.fileName.replace(/(?=\.pdf$)/, `-copy-${recipient.number}`);
    return { copy: { fileName, bytes, recipient }, diagnostics };
  } catch (error) {
    return { copy: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

/** @throws {FailedRun} where nobody, or more than one, bears that name */
function recipientNamed(all: readonly Recipient[], to: string, file: string): Recipient {
  const wanted = to.trim().toLowerCase();
  const found = all.filter(
    ({ name, address, number, id }) =>
      [name.toLowerCase(), address.toLowerCase(), id].includes(wanted) ||
      String(number) === wanted.replace(/^№\s*/, ""),
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const near = closest(
    to,
    all.map(({ address }) => address),
  );
  const message =
    found.length > 1
      ? `“${to}” is ${found.length} of its recipients`
      : `“${to}” is none of the recipients that it was approved for`;
  const hint = near === null ? "name one by address or by number" : `did you mean “${near}”?`;
  const severity = "error" as const;
  throw new FailedRun([{ code: "unknown-recipient", severity, message, place: { file }, hint }]);
}

function noPdf(file: string): Diagnostic {
  return {
    code: "no-pdf",
    severity: "error",
    message: "was approved without a PDF",
    place: { file },
    hint: "name pdf among the formats of the brief in distribution.yaml, and approve the next version",
  };
}
