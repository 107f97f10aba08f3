/**
 * A public key in, what encrypts to it out (RFC 9580): by the package `openpgp`, which is no dependency of
 * the program: whoever wants it installs it beside.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";

/** A part of MIME in, armoured text that only the owner of the key can read out (RFC 3156). */
export type EncryptTo = (entity: Uint8Array) => Promise<string>;

type OpenPgp = typeof import("openpgp");

/**
 * @param armored text of the file @param file names it in diagnostics
 * @param now milliseconds since 1970: a key that has run out by then is refused
 */
export async function openPublicKey(
  armored: string,
  file: string,
  now: number,
): Promise<Outcome<EncryptTo>> {
  const openpgp = await import("openpgp").catch(notInstalled);
  if (openpgp === null) return refuse("openpgp-missing", file, MISSING, INSTALL);
  const date = new Date(now);
  try {
    const key = await openpgp.readKey({ armoredKey: armored });
    if (key.isPrivate()) return refuse("openpgp-key", file, "is a private key", PUBLISH);
    await key.verifyPrimaryKey(date);
    await key.getEncryptionKey(undefined, date);
    return { value: (entity) => encrypt(openpgp, key, entity, date), diagnostics: [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse("openpgp-key", file, `cannot be encrypted to: ${why}`, PUBLISH);
  }
}

const MISSING = "a message is to be encrypted, and the package openpgp is not installed";
const INSTALL = "install it beside this program: npm install openpgp@6";
const PUBLISH =
  "ask its owner for the public key as it is now: gpg --armor --export name@example.org";

function notInstalled(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") {
    return null;
  }
  throw error;
}

async function encrypt(
  openpgp: OpenPgp,
  key: Awaited<ReturnType<OpenPgp["readKey"]>>,
  entity: Uint8Array,
  date: Date,
): Promise<string> {
  const message = await openpgp.createMessage({ binary: entity });
  return openpgp.encrypt({ message, encryptionKeys: key, date, format: "armored" });
}

function refuse(code: string, file: string, message: string, hint: string): Outcome<EncryptTo> {
  return {
    value: null,
    diagnostics: [{ code, severity: "error", message, place: { file }, hint } satisfies Diagnostic],
  };
}
