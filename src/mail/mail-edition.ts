/** What goes out to everybody: an issue by name, and its finished forms. */
import type { DeliveryKey } from "../model/delivery.js";

export interface MailEdition extends Omit<DeliveryKey, "channel" | "recipient"> {
  /** Of the brief: what its list is called. */
  readonly title: string;
  /** Label, never translated. */
  readonly marking: string;
  /** Where this version can be read; null where there is no archive. */
  readonly permalink: string | null;
  /** Where the version can be read that this one corrects; null where there is none. */
  readonly earlier?: string | null | undefined;
  /** The desk's own words about a withdrawal. */
  readonly notice?: string | null | undefined;
}

/** One language and one template of it. One object for all who get it: what they share is made once. */
export interface MailForm {
  /** The approved `mail.html`. */
  readonly page: Uint8Array;
  readonly pdf: { readonly fileName: string; readonly bytes: Uint8Array } | null;
}

/** How the whole brief came to be with the message. */
export type Enclosure = "attached" | "link" | "none";
