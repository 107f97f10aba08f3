/**
 * A recipient in, what goes to them alone out: the PDF with their mark, locked by their password, or the
 * whole message encrypted to their key. What cannot be made is told, and they get nothing less protected.
 */
import { join } from "node:path";
import {
  type EncryptTo,
  encryptPdf,
  openPublicKey,
  openStamper,
  type RandomBytes,
  type Stamper,
} from "../copies/index.js";
import type { Clock } from "../host/clock.js";
import { type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Recipient } from "../model/recipient.js";
import { sha256 } from "../text/sha256.js";

export interface OwnCopy {
  readonly pdf: Uint8Array | undefined;
  readonly encrypt: EncryptTo | undefined;
  /** SHA-256 of the PDF as its reader has it, once it is open; null where it is the one that all get. */
  readonly hash: string | null;
}

export interface CopyMeans {
  readonly host: Pick<Host, "readFile">;
  readonly clock: Clock;
  /** Of the workspace: keys are named from there. */
  readonly root: string;
  /** Value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  readonly random: RandomBytes;
}

export interface OwnCopies {
  /** @param pdf the finished one; null where none goes along */
  of(recipient: Recipient, pdf: Uint8Array | null): Promise<OwnCopy | readonly Diagnostic[]>;
}

const NOTHING: OwnCopy = { pdf: undefined, encrypt: undefined, hash: null };

export function openCopies(means: CopyMeans): OwnCopies {
  const stampers = new WeakMap<Uint8Array, Stamper>();
  const stamperOf = (pdf: Uint8Array): Stamper => {
    const stamper = stampers.get(pdf) ?? openStamper(pdf);
    stampers.set(pdf, stamper);
    return stamper;
  };
  return {
    async of(recipient, pdf) {
      const { encryption, watermark, name, number, format } = recipient;
      if (encryption.kind === "openpgp") {
        const encrypt = await keyOf(encryption.keyFile, means);
        if (typeof encrypt !== "function") return encrypt;
        const marked =
          watermark && pdf !== null ? await stamperOf(pdf).stamp({ name, number }) : undefined;
        return { pdf: marked, encrypt, hash: marked === undefined ? null : sha256(marked) };
      }
      const isOwn = watermark || encryption.kind === "password";
      if (!isOwn || pdf === null || format !== "pdf") return NOTHING;
      const open = watermark ? await stamperOf(pdf).stamp({ name, number }) : pdf;
      const hash = watermark ? sha256(open) : null;
      if (encryption.kind !== "password") return { pdf: open, encrypt: undefined, hash };
      const user = means.secret(encryption.passwordEnv);
      if (user === undefined || user === "") return [noPassword(encryption.passwordEnv)];
      const owner = Buffer.from(means.random(24)).toString("base64url");
      return { pdf: encryptPdf(open, { user, owner }, means.random), encrypt: undefined, hash };
    },
  };
}

async function keyOf(
  file: string,
  { host, clock, root }: CopyMeans,
): Promise<EncryptTo | readonly Diagnostic[]> {
  try {
    const armored = new TextDecoder().decode(await host.readFile(join(root, file)));
    const { value, diagnostics } = await openPublicKey(armored, file, clock.now());
    return value ?? diagnostics;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { message, hint } = error;
    return [{ code: "openpgp-key", severity: "error", message, place: { file }, hint }];
  }
}

function noPassword(name: string): Diagnostic {
  return {
    code: "copy-password",
    severity: "error",
    message: "the password of their copy is not set",
    hint: `set the environment variable ${name}, and tell them by another way than mail`,
  };
}
