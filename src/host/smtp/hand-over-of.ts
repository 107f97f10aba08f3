/** Why a message was not taken in, what that means for another attempt out (RFC 5321, 4.2 and 4.5.4). */
import type { HandOver } from "../relay.js";

type Refusal = Exclude<HandOver, { kind: "accepted" | "unknown" }>;

/** A failure that this side finds, with no answer from the other. */
export class NotHandedOver extends Error {
  constructor(
    message: string,
    readonly kind: Refusal["kind"],
    readonly about: Refusal["about"] = "relay",
  ) {
    super(message);
  }
}

/** Characters of an answer that are kept: the other side may say what it likes. */
const MOST_WORDS = 500;

/**
 * Only an explicit refusal, or a failure before the message began to travel, is known to have left nothing.
 * @param error of nodemailer, or `NotHandedOver`
 * @param hasBegun whether the relay had asked for the message
 */
export function handOverOf(error: unknown, hasBegun: boolean): HandOver {
  const { message, code, originalCode, command, response, responseCode } = partsOf(error);
  const words = oneLine(response ?? message);
  if (responseCode !== null) {
    return { ...meaningOf(responseCode, command), code: responseCode, response: words };
  }
  if (hasBegun) return { kind: "unknown", response: words };
  if (error instanceof NotHandedOver) {
    return { kind: error.kind, about: error.about, code: null, response: words };
  }
  return { ...silentFailure(code, originalCode, command), code: null, response: words };
}

/** What only an administrator mends is said at sign-in or in setting up; codes of RFC 4954, section 6. */
const ABOUT_ACCESS = new Set([530, 534, 535, 538]);

function meaningOf(code: number, command: string): Pick<Refusal, "kind" | "about"> {
  // 421: the service takes its leave; 503: it lost the thread, the message is not at fault.
  if (code === 421 || code === 503) return { kind: "temporary", about: "relay" };
  const kind = code < 500 ? "temporary" : "permanent";
  if (ABOUT_ACCESS.has(code)) return { kind, about: "relay" };
  if (command === "RCPT TO" || command === "DATA") return { kind, about: "recipient" };
  // A message that is too large for it is no fault of the sender.
  const about = command === "MAIL FROM" && code === 552 ? "recipient" : "relay";
  return { kind, about };
}

/** Of the connection, of encryption, or of what this side checks before it says anything. */
function silentFailure(
  code: string,
  originalCode: string,
  command: string,
): Pick<Refusal, "kind" | "about"> {
  if (code === "EENVELOPE" || (code === "EMESSAGE" && command === "MAIL FROM"))
    return { kind: "permanent", about: "recipient" };
  const isForGood = code === "EAUTH" || UNTRUSTED.test(originalCode);
  return { kind: isForGood ? "permanent" : "temporary", about: "relay" };
}

/** Codes of certificates that do not hold, and of sides that do not speak the same encryption. */
const UNTRUSTED = /CERT|^UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$|^HOSTNAME_MISMATCH$/;

function partsOf(error: unknown) {
  const of = (name: string): unknown =>
    typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
  const text = (name: string) => (typeof of(name) === "string" ? String(of(name)) : "");
  const answered = Number(of("responseCode"));
  const originalCode = text("originalCode") || text("code");
  return {
    message: originalCode.includes("CERT")
      ? `${text("message")} (${originalCode})`
      : text("message"),
    code: text("code"),
    originalCode,
    command: text("command"),
    response: text("response") === "" ? null : text("response"),
    responseCode: answered >= 400 && answered < 600 ? answered : null,
  };
}

function oneLine(words: string): string {
  const line = words.slice(0, MOST_WORDS * 2).replaceAll(/[\s\p{C}]+/gu, " ");
  return line.trim().slice(0, MOST_WORDS);
}
