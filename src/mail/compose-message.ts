/** The parts of one message put together and signed: `multipart/mixed` of both texts and the PDF (RFC 2046, 6376). */
import type { Envelope } from "../host/relay.js";
import type { DeliveryKey } from "../model/delivery.js";
import type { MailSettings } from "../model/distribution.js";
import type { Recipient } from "../model/recipient.js";
import { bounceAddress, domainOf } from "./addresses.js";
import { attachmentPart, encodeBase64, multipart, type Part } from "./body-part.js";
import { type DkimSigner, dkimSignature } from "./dkim.js";
import type { Enclosure, MailEdition } from "./mail-edition.js";
import type { MailPage } from "./mail-page.js";
import { messageHead } from "./message-head.js";
import { messageIdOf } from "./message-id.js";
import { wayOutOf } from "./way-out.js";

/** What no settings file holds. */
export interface MailKeys {
  readonly dkim: DkimSigner | null;
  /** Signs ways to unsubscribe and bounce addresses. */
  readonly unsubscribeSecret: string | null;
}

/** A part of MIME in, armoured text that only the recipient can read out (RFC 3156). */
export type EncryptEntity = (entity: Uint8Array) => Promise<string>;

export interface MessageFacts {
  readonly edition: MailEdition;
  readonly settings: MailSettings;
  readonly keys: MailKeys;
  readonly recipient: Recipient;
  readonly page: MailPage;
  readonly enclosure: Enclosure;
  readonly pdf: { readonly fileName: string; readonly bytes: Uint8Array } | null;
  readonly date: Date;
  readonly inReplyTo: string | null;
  readonly encrypt: EncryptEntity | null;
  readonly isTest: boolean;
}

export interface MailMessage {
  readonly raw: Uint8Array;
  readonly envelope: Envelope;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly bytes: number;
  readonly subject: string;
  readonly enclosure: Enclosure;
}

export async function composeMessage(facts: MessageFacts): Promise<MailMessage> {
  const { edition, settings, keys, recipient, page, enclosure, date, inReplyTo, isTest } = facts;
  const { brief, issue, version, occasion } = edition;
  const key: DeliveryKey = {
    ...{ brief, issue, version, occasion },
    channel: "mail",
    recipient: recipient.id,
  };
  const messageId = messageIdOf(
    key,
    domainOf(settings.from.address),
    keys.unsubscribeSecret ?? "",
    isTest ? date : null,
  );
  const wayOut = wayOutOf(key, settings, keys.unsubscribeSecret);
  const subject = `[${edition.marking}] ${isTest ? TEST : ""}${page.title}`;
  const { language } = page;
  const about = { subject, date, messageId, inReplyTo, language, wayOut };
  const content = await protectedContent(
    contentOf(facts, wayOut.link, messageId),
    facts,
    messageId,
  );
  const head = `${messageHead(edition, settings, recipient, about)}MIME-Version: 1.0\r\n${content.head}`;
  const signature = keys.dkim === null ? "" : dkimSignature(keys.dkim, head, content.pieces, date);
  const raw = joined([`${signature}${head}\r\n`, ...content.pieces]);
  const envelope = {
    from: bounceAddress(settings, key, keys.unsubscribeSecret),
    to: recipient.address,
  };
  return { raw, envelope, messageId, bytes: raw.length, subject, enclosure };
}

/** A tag like the marking, in no language. */
const TEST = "[TEST] ";

interface Content {
  readonly head: string;
  readonly pieces: readonly (string | Uint8Array)[];
}

/** The plain text first: the last that a reader can show is the one that it shows. */
function contentOf(
  { page, pdf, enclosure }: MessageFacts,
  link: string,
  messageId: string,
): Content {
  const both = multipart(
    "alternative",
    [page.plainPart(link), page.htmlPart(link)],
    markOf("alternative", messageId),
  );
  if (pdf === null || enclosure !== "attached") return both;
  const file = attachmentPart(pdf.fileName, "application/pdf", encodedFile(pdf.bytes));
  const texts: Part = { head: both.head, body: both.pieces.join("") };
  return multipart("mixed", [texts, file], markOf("mixed", messageId));
}

async function protectedContent(
  content: Content,
  { encrypt }: MessageFacts,
  messageId: string,
): Promise<Content> {
  if (encrypt === null) return content;
  const armoured = await encrypt(joined([`${content.head}\r\n`, ...content.pieces]));
  const version: Part = {
    head: "Content-Type: application/pgp-encrypted\r\n",
    body: "Version: 1\r\n",
  };
  const secret: Part = {
    head: 'Content-Type: application/octet-stream; name="encrypted.asc"\r\nContent-Disposition: inline; filename="encrypted.asc"\r\n',
    body: armoured.replaceAll(/\r?\n/g, "\r\n"),
  };
  const { head, pieces } = multipart(
    "encrypted",
    [version, secret],
    markOf("encrypted", messageId),
  );
  const protocol = head.replace(";", ';\r\n protocol="application/pgp-encrypted";');
  return { head: protocol, pieces };
}

/** The same for the same message, so that it has the same bytes each time. */
function markOf(kind: string, messageId: string): string {
  return `${kind}_${messageId.slice(1, 33)}`;
}

/** What all get is encoded once. */
const ENCODED = new WeakMap<Uint8Array, Uint8Array>();

function encodedFile(bytes: Uint8Array): Uint8Array {
  const encoded = ENCODED.get(bytes) ?? encodeBase64(bytes);
  ENCODED.set(bytes, encoded);
  return encoded;
}

function joined(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)),
  );
}
