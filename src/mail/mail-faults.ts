/** Why a message cannot be made, or should not go as it is, in words. */
import type { Diagnostic } from "../model/diagnostic.js";

/** What an envelope can carry: nothing that ends an address or a line. */
const ADDRESS =
  /^[^\s@<>(),;:"[\]\\\p{C}\u0080-\u{10FFFF}]{1,64}@(?=.{1,253}$)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*$/u;

export function addressFault(address: string): Diagnostic | null {
  if (ADDRESS.test(address)) return null;
  return error(
    "mail-address",
    "the address is none that a message can be sent to",
    "write it as reader@example.org; brief recipients check names its line",
  );
}

export function tooLarge(bytes: number, most: number): Diagnostic {
  return error(
    "mail-too-large",
    `the message has ${bytes} bytes, ${most} are allowed, and there is no address to link to instead`,
    "name where the archive can be read (site: { baseUrl }) and approve again, or raise mail: { maxBytes } in distribution.yaml",
  );
}

export function noLink(): Diagnostic {
  return error(
    "mail-no-link",
    "the brief is to go as a link, and the message has none",
    "name where the archive can be read (site: { baseUrl }) in distribution.yaml and approve again; a template of your own has to print issue.permalink",
  );
}

export function noWithdrawal(): Diagnostic {
  return error(
    "mail-no-withdrawal",
    "the page of the message has no words for a withdrawal",
    'print some in an element with data-when="withdrawal", its heading with data-part="withdrawn", as in templates/mail',
  );
}

export function noOwnCopy(what: "copy" | "encryption"): Diagnostic {
  const message =
    what === "copy"
      ? "a copy of their own is to go to them, and none was made"
      : "the message is to be encrypted for them, and nothing can";
  return error(
    "mail-unprotected",
    message,
    "it was not made: nothing goes out less protected than asked",
  );
}

/** Nobody should have to write a letter to get off a list. */
export function noWayOut(): Diagnostic {
  return {
    code: "mail-no-way-out",
    severity: "warning",
    message: "the page of the message has no line to unsubscribe by; its header has",
    hint: "print a link to https://unsubscribe.invalid/ in the template: each recipient gets their own address in its place, as in templates/mail",
  };
}

function error(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}
