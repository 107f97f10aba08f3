/** A finished message in, the field that signs it out: DKIM with RSA or Ed25519, relaxed/relaxed (RFC 6376, 8301, 8463). */
import { createHash, type KeyObject, sign } from "node:crypto";

export interface DkimSigner {
  readonly domain: string;
  readonly selector: string;
  readonly key: KeyObject;
}

/**
 * Signed where the message has them: all that a reader or a list goes by. RFC 8058 asks for both fields of
 * one-click unsubscription.
 */
const SIGNED = [
  "from",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "to",
  "in-reply-to",
  "references",
  "mime-version",
  "content-type",
  "content-language",
  "auto-submitted",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
];
/** Named once more, so that a second one breaks the signature (RFC 6376, 8.15). */
const ONLY_ONCE = ["from", "reply-to", "subject", "date", "to", "content-type"];

/**
 * @param head fields, each with CR LF at its end
 * @param body in pieces, each of whole lines; bytes have no blanks in them, as lines of base64 have none
 * @param at when it is signed
 * @returns the field, with CR LF at its end
 */
export function dkimSignature(
  { domain, selector, key }: DkimSigner,
  head: string,
  body: readonly (string | Uint8Array)[],
  at: Date,
): string {
  const fields = fieldsOf(head);
  const names = [...SIGNED.filter((name) => fields.has(name)), ...ONLY_ONCE];
  const tags = [
    "v=1",
    `a=${key.asymmetricKeyType === "ed25519" ? "ed25519" : "rsa"}-sha256`,
    "c=relaxed/relaxed",
    `d=${domain}`,
    `s=${selector}`,
    `t=${Math.floor(at.getTime() / 1000)}`,
    `h=${names.join(":\r\n ")}`,
    `bh=${bodyHash(body)}`,
  ];
  const unsigned = `DKIM-Signature: ${tags.join(";\r\n ")};\r\n b=`;
  const signed = SIGNED.flatMap((name) => fields.get(name) ?? []);
  const data = Buffer.from([...signed, relaxed(unsigned)].join("\r\n"));
  return `${unsigned}${signatureOf(key, data).replaceAll(/.{72}(?=.)/g, "$&\r\n ")}\r\n`;
}

/** RFC 8463 signs the hash, as RFC 6376 has RSA do. */
function signatureOf(key: KeyObject, data: Buffer): string {
  const signature =
    key.asymmetricKeyType === "ed25519"
      ? sign(null, createHash("sha256").update(data).digest(), key)
      : sign("sha256", data, key);
  return signature.toString("base64");
}

function bodyHash(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) {
    const isText = typeof piece === "string";
    hash.update(isText ? piece.replaceAll(/[ \t]+/g, " ").replaceAll(" \r\n", "\r\n") : piece);
  }
  return hash.digest("base64");
}

/** The last of each name, as a verifier counts from the bottom. */
function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = head.split(/\r\n(?![ \t])/).filter((field) => field !== "");
  return new Map(
    fields.map((field) => [field.slice(0, field.indexOf(":")).toLowerCase(), relaxed(field)]),
  );
}

function relaxed(field: string): string {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replaceAll("\r\n", "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, colon).toLowerCase().trim()}:${value}`;
}
