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
import {
  addressFault,
  noLink,
  noOwnCopy,
  noWayOut,
  noWithdrawal,
  tooLarge,
} from "./mail-faults.js";
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
  const pages = new WeakMap<MailForm, Map<Enclosure, Promise<MailPage | null>>>();
  const { occasion, notice = null, earlier = null } = edition;
  const pageOf = (form: MailForm, enclosure: Enclosure) => {
    const known = pages.get(form) ?? new Map<Enclosure, Promise<MailPage | null>>();
    pages.set(form, known);
    const page =
      known.get(enclosure) ?? readMailPage(form.page, { enclosure, occasion, notice, earlier });
    known.set(enclosure, page);
    return page;
  };
  const making = { edition, settings, keys, pageOf };
  return {
    messageTo: (...about) => messageTo(making, ...about),
    async faultsOf(form) {
      const page = await pageOf(form, "none");
      if (page === null) return [noWithdrawal()];
      return page.hasWayOut ? [] : [noWayOut()];
    },
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
  readonly pageOf: (form: MailForm, enclosure: Enclosure) => Promise<MailPage | null>;
}

async function messageTo(
  making: Making,
  recipient: Recipient,
  form: MailForm,
  options: MessageOptions,
): Promise<Outcome<MailMessage>> {
  let fault = addressFault(recipient.address) ?? protectionFault(making, recipient, form, options);
  if (fault !== null) return failed(fault);
  const { permalink } = making.edition;
  const { maxBytes } = making.settings;
  for (const enclosure of enclosuresFor(making, recipient, form)) {
    const page = await making.pageOf(form, enclosure);
    if (page === null) return failed(noWithdrawal());
    // A page that was approved before there was an archive has no link, nor has a template that prints none.
    const isLost = enclosure === "link" && !(permalink !== null && page.text.includes(permalink));
    if (isLost) return failed(fault ?? noLink());
    const message = await compose(making, recipient, form, options, { enclosure, page });
    if (message.bytes <= maxBytes) return { value: message, diagnostics: [] };
    fault = tooLarge(message.bytes, maxBytes);
  }
  return { value: null, diagnostics: fault === null ? [] : [fault] };
}

/** The first that is not too large: a PDF may go as a link, and what is withdrawn does not go again. */
function enclosuresFor(
  { edition: { occasion } }: Making,
  { format }: Recipient,
  { pdf }: MailForm,
): readonly Enclosure[] {
  if (occasion === "withdrawal" || format === "html") return ["none"];
  return format === "pdf" && pdf !== null ? ["attached", "link"] : ["link"];
}

function failed(fault: Diagnostic): Outcome<MailMessage> {
  return { value: null, diagnostics: [fault] };
}

/** Nothing goes out less protected than the list asks for. */
function protectionFault(
  making: Making,
  recipient: Recipient,
  form: MailForm,
  { copy, encrypt }: MessageOptions,
): Diagnostic | null {
  const { encryption, watermark } = recipient;
  if (encryption.kind === "openpgp" && encrypt === undefined) return noOwnCopy("encryption");
  const isOwn = watermark || encryption.kind === "password";
  const hasPdf = enclosuresFor(making, recipient, form).includes("attached");
  if (isOwn && hasPdf && copy === undefined) return noOwnCopy("copy");
  return null;
}

async function compose(
  { edition, settings, keys }: Making,
  recipient: Recipient,
  form: MailForm,
  { date, copy, inReplyTo, encrypt, isTest }: MessageOptions,
  shape: { readonly enclosure: Enclosure; readonly page: MailPage },
): Promise<MailMessage> {
  return composeMessage({
    ...{ edition, settings, keys, recipient, date },
    ...shape,
    pdf: form.pdf && { ...form.pdf, bytes: copy ?? form.pdf.bytes },
    inReplyTo: inReplyTo ?? null,
    encrypt: encrypt ?? null,
    isTest: isTest ?? false,
  });
}
