/** An edition and its settings in, the message of each recipient out: pure, and the same each time. */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { MailSettings } from "../model/distribution.js";
import type { Recipient } from "../model/recipient.js";
import {
  composeMessage,
  type EncryptEntity,
  type MailKeys,
  type MailMessage,
} from "./compose-message.js";
import type { Enclosure, MailEdition, MailForm } from "./mail-edition.js";
import { addressFault, noLink, noOwnCopy, noWayOut, tooLarge } from "./mail-faults.js";
import { type MailPage, readMailPage } from "./mail-page.js";

export interface MessageOptions {
  /** By the clock of the run. */
  readonly date: Date;
  /** A copy of the PDF of their own: stamped, encrypted, or both. */
  readonly copy?: Uint8Array | undefined;
  /** Message-ID of what it corrects or withdraws. */
  readonly inReplyTo?: string | null | undefined;
  readonly encrypt?: EncryptEntity | undefined;
  /** It says of itself that it is a test, and is told apart from the one that counts. */
  readonly isTest?: boolean | undefined;
}

export interface Mailing {
  /** The value is null where it cannot be made; the diagnostics say why. */
  messageTo(
    recipient: Recipient,
    form: MailForm,
    options: MessageOptions,
  ): Promise<Outcome<MailMessage>>;
  /** What is wrong with a form for whoever gets it. */
  faultsOf(form: MailForm): Promise<readonly Diagnostic[]>;
}

/** What all messages of a form share is made once, as long as the form is the same object. */
export function openMailing(edition: MailEdition, settings: MailSettings, keys: MailKeys): Mailing {
  const pages = new WeakMap<MailForm, Map<Enclosure, Promise<MailPage>>>();
  const pageOf = (form: MailForm, enclosure: Enclosure) => {
    const known = pages.get(form) ?? new Map<Enclosure, Promise<MailPage>>();
    pages.set(form, known);
    const page = known.get(enclosure) ?? readMailPage(form.page, enclosure);
    known.set(enclosure, page);
    return page;
  };
  const making = { edition, settings, keys, pageOf };
  return {
    messageTo: (...about) => messageTo(making, ...about),
    faultsOf: async (form) => ((await pageOf(form, "none")).hasWayOut ? [] : [noWayOut()]),
  };
}

/** For whoever needs one message alone. */
export function makeMessage(
  edition: MailEdition,
  settings: MailSettings,
  keys: MailKeys,
  ...about: Parameters<Mailing["messageTo"]>
): Promise<Outcome<MailMessage>> {
  return openMailing(edition, settings, keys).messageTo(...about);
}

interface Making {
  readonly edition: MailEdition;
  readonly settings: MailSettings;
  readonly keys: MailKeys;
  readonly pageOf: (form: MailForm, enclosure: Enclosure) => Promise<MailPage>;
}

/** A PDF that makes the message too large goes as a link. */
async function messageTo(
  making: Making,
  recipient: Recipient,
  form: MailForm,
  options: MessageOptions,
): Promise<Outcome<MailMessage>> {
  const fault = addressFault(recipient.address) ?? protectionFault(recipient, form, options);
  if (fault !== null) return failed(fault);
  const { maxBytes } = making.settings;
  const isAttached = recipient.format === "pdf" && form.pdf !== null;
  const first = isAttached ? await compose(making, recipient, form, options, "attached") : null;
  if (first !== null && first.bytes <= maxBytes) return { value: first, diagnostics: [] };
  const isLinked = recipient.format !== "html";
  if (isLinked && !(await hasLink(making, form)))
    return failed(first === null ? noLink() : tooLarge(first.bytes, maxBytes));
  const message = await compose(making, recipient, form, options, isLinked ? "link" : "none");
  if (message.bytes > maxBytes) return failed(tooLarge(message.bytes, maxBytes));
  return { value: message, diagnostics: [] };
}

function failed(fault: Diagnostic): Outcome<MailMessage> {
  return { value: null, diagnostics: [fault] };
}

/** Nothing goes out less protected than the list asks for. */
function protectionFault(
  { encryption, watermark, format }: Recipient,
  { pdf }: MailForm,
  { copy, encrypt }: MessageOptions,
): Diagnostic | null {
  if (encryption.kind === "openpgp" && encrypt === undefined) return noOwnCopy("encryption");
  const isOwn = watermark || encryption.kind === "password";
  if (isOwn && format === "pdf" && pdf !== null && copy === undefined) return noOwnCopy("copy");
  return null;
}

/** A page that was approved before there was an archive has none, nor has a template that prints none. */
async function hasLink({ edition, pageOf }: Making, form: MailForm): Promise<boolean> {
  const { permalink } = edition;
  return permalink !== null && (await pageOf(form, "link")).text.includes(permalink);
}

async function compose(
  { edition, settings, keys, pageOf }: Making,
  recipient: Recipient,
  form: MailForm,
  { date, copy, inReplyTo, encrypt, isTest }: MessageOptions,
  enclosure: Enclosure,
): Promise<MailMessage> {
  return composeMessage({
    ...{ edition, settings, keys, recipient, enclosure, date },
    page: await pageOf(form, enclosure),
    pdf: form.pdf && { ...form.pdf, bytes: copy ?? form.pdf.bytes },
    inReplyTo: inReplyTo ?? null,
    encrypt: encrypt ?? null,
    isTest: isTest ?? false,
  });
}
