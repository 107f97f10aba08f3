/** What goes out: an issue as it was cleared, those it is for, and its message for each of them. */
import type { DeliveryChannel, Occasion } from "../model/delivery.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Recipient } from "../model/recipient.js";
import type { MadeMessage } from "./dispatch.js";

export interface Edition {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  readonly occasion: Occasion;
  readonly channel: DeliveryChannel;
  readonly marking: string;
  /** Everybody it is for, frozen when it was cleared. */
  readonly recipients: readonly Recipient[];
  /** ISO 8601 instants; null for none. */
  readonly embargo: string | null;
  readonly sendBy: string | null;
  /** How many have it by the record, which the ledger has to know of. */
  readonly sentByRecord: number;
  /** Who is not begun without being asked for, and why: what they are told about may never have reached them. */
  readonly unsure?: ReadonlyMap<string, string>;
  readonly maySee: (recipient: Recipient) => boolean;
  /** @param isTest whether it says of itself that it is one @returns diagnostics where it cannot be made */
  readonly make: (
    recipient: Recipient,
    isTest?: boolean,
  ) => Promise<MadeMessage | readonly Diagnostic[]>;
  /** Adds a run to the record of the issue. */
  readonly recordRun: (run: SentRun) => Promise<readonly Diagnostic[]>;
}

/** A run in one line of the record. */
export interface SentRun {
  readonly lists: readonly string[];
  /** Of this edition so far, by the ledger. */
  readonly accepted: number;
  /** Whom it is for. */
  readonly of: number;
}

/** The recipients of some of its lists, each once. @param lists all where none is named */
export function recipientsOf(
  { recipients }: Pick<Edition, "recipients">,
  lists: readonly string[],
): readonly Recipient[] {
  if (lists.length === 0) return recipients;
  return recipients.filter((recipient) => recipient.lists.some((list) => lists.includes(list)));
}

/** Those that it was frozen with. */
export function listsOf({ recipients }: Pick<Edition, "recipients">): readonly string[] {
  return [...new Set(recipients.flatMap(({ lists }) => lists))].sort();
}
