/** The clean copies of an issue in, what goes by mail in each of its languages out. */

import type { MailForm } from "../mail/index.js";
import type { BriefDistribution } from "../model/distribution.js";
import { fileNameOf } from "../model/file-name.js";
import type { Issue } from "../model/issue.js";
import type { Recipient } from "../model/recipient.js";

/** What is asked of an issue that was approved. */
export interface ApprovedCopies {
  readonly brief: string;
  readonly version: string;
  /** The first one first. */
  readonly editions: readonly {
    readonly language: string;
    readonly issue: Pick<Issue, "id" | "marking">;
  }[];
  readonly copies: ReadonlyMap<string, Uint8Array>;
}

/** @returns by language, the brief's first one first; without those of which no message was approved */
export function mailForms(
  approved: ApprovedCopies,
  { fileName }: Pick<BriefDistribution, "fileName">,
): ReadonlyMap<string, MailForm> {
  const [first] = approved.editions;
  return new Map(
    approved.editions.flatMap((edition): [string, MailForm][] => {
      const { language } = edition;
      const below = language === first?.language ? "" : `${language}/`;
      const page = approved.copies.get(`${below}mail.html`);
      const bytes = approved.copies.get(`${below}brief.pdf`);
      if (page === undefined) return [];
      const name = pdfName(fileName, { ...approved, ...edition });
      return [[language, { page, pdf: bytes === undefined ? null : { fileName: name, bytes } }]];
    }),
  );
}

/** That in their own language, or in the first one. */
export function formFor(
  forms: ReadonlyMap<string, MailForm>,
  { language }: Pick<Recipient, "language">,
): MailForm | null {
  const own = language === null ? undefined : forms.get(language);
  return own ?? forms.values().next().value ?? null;
}

function pdfName(
  pattern: string,
  { brief, version, language, issue }: ApprovedCopies & ApprovedCopies["editions"][number],
): string {
  const { id, marking } = issue;
  const named = { brief, issue: id, version, language, marking: marking.label };
  return `${fileNameOf(pattern, named)}.pdf`;
}
