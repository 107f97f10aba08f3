/** Who writes to whom about what: the header of a message, but for what its body needs (RFC 5322, 2369, 2919, 3834). */
import type { MailSettings } from "../model/distribution.js";
import type { Recipient } from "../model/recipient.js";
import { canonicalAddress, domainOf } from "./addresses.js";
import { encodePhrase, encodeText, headerField, mailbox } from "./header-field.js";
import type { MailEdition } from "./mail-edition.js";
import type { WayOut } from "./way-out.js";

export interface HeadFacts {
  readonly subject: string;
  readonly date: Date;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly language: string;
  readonly wayOut: WayOut;
}

/** @returns fields, each with CR LF at its end */
export function messageHead(
  { brief, title }: MailEdition,
  { from, replyTo }: MailSettings,
  { name, address }: Recipient,
  { subject, date, messageId, inReplyTo, language, wayOut }: HeadFacts,
): string {
  const sender = canonicalAddress(from.address);
  const fields: readonly (readonly [string, string])[] = [
    ["Date", date.toUTCString().replace("GMT", "+0000")],
    ["From", mailbox(from.name ?? title, sender)],
    ...(replyTo === undefined ? [] : [["Reply-To", canonicalAddress(replyTo)] as const]),
    ["To", mailbox(name, address)],
    ["Message-ID", messageId],
    ...(inReplyTo === null ? [] : referring(inReplyTo)),
    ["Subject", encodeText(subject)],
    ["Content-Language", language],
    ["List-Id", `${encodePhrase(title)} <${brief}.${domainOf(sender)}>`],
    ...wayOut.fields,
    // Nobody's absence is told to a list.
    ["Auto-Submitted", "auto-generated"],
    ["Precedence", "list"],
  ];
  return fields.map(([field, value]) => headerField(field, value)).join("");
}

function referring(messageId: string): readonly (readonly [string, string])[] {
  return [
    ["In-Reply-To", messageId],
    ["References", messageId],
  ];
}
