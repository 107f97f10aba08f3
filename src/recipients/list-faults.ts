/** What a desk should know of its lists beside the faults of single rows, in words. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Recipient } from "../model/recipient.js";

type Reader = Pick<Recipient, "address">;

export function noLists(folder: string): Diagnostic {
  return {
    code: "no-lists",
    severity: "error",
    message: "there is no list of recipients",
    place: { file: folder },
    hint: "write one, e.g. readers.yaml with recipients: [{ name: …, address: … }]",
  };
}

export function emptyList(list: string): Diagnostic {
  return {
    code: "list-empty",
    severity: "warning",
    message: `nobody is on the list “${list}”`,
    hint: "a brief that is sent to it alone reaches nobody",
  };
}

export function ledgerUnread(file: string, message: string): Diagnostic {
  return {
    code: "ledger-unread",
    severity: "warning",
    message: `who is suppressed cannot be told: ${message}`,
    place: { file },
    hint: "brief send goes by the ledger, and sends nothing without it",
  };
}

export function noKey(address: string, file: string): Diagnostic {
  return {
    code: "no-key",
    severity: "error",
    message: `the key of ${address} is not there`,
    place: { file },
    hint: "export their public key to this file; nothing goes to them without it",
  };
}

/** It may be set where the brief is sent from. */
export function noPassword(address: string, name: string): Diagnostic {
  return {
    code: "no-password",
    severity: "warning",
    message: `${name}, which holds the password of ${address}, is not set here`,
    hint: "set it where brief send runs; nothing goes to them without it",
  };
}

export function refusedBy(brief: string, marking: string, readers: readonly Reader[]): Diagnostic {
  return {
    code: "recipient-refused",
    severity: "warning",
    message: `${brief} bears ${marking}, which ${named(readers)} may not see: they would get none`,
    hint: "name the marking under markings: of their row if they may, or take them off the list",
  };
}

export function notTheirLanguage(
  brief: string,
  first: string,
  readers: readonly Reader[],
): Diagnostic {
  return {
    code: "recipient-language",
    severity: "info",
    message: `${brief} is not made in the language of ${named(readers)}: they get it in “${first}”`,
    hint: "add theirs to languages: of the brief",
  };
}

/** Every message is the one that was approved. */
export function ownTemplate(readers: readonly Reader[]): Diagnostic {
  return {
    code: "recipient-template",
    severity: "info",
    message: `a template of their own is named for ${named(readers)}: they get the message that was approved for all`,
    hint: "one template of the message is approved with an issue",
  };
}

/** So many are named one by one. */
const NAMED = 5;

function named(readers: readonly Reader[]): string {
  const first = readers.slice(0, NAMED).map(({ address }) => address);
  const more = readers.length - first.length;
  return more > 0 ? `${first.join(", ")} and ${more} more` : first.join(", ");
}
