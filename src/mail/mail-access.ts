/** Settings of mail in, the secrets and keys that they name out: from environment variables and files, never told again. */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { RelayAccess } from "../host/relay.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { DkimSettings, MailSettings, RelaySettings } from "../model/distribution.js";
import { domainOf } from "./addresses.js";
import type { MailKeys } from "./compose-message.js";

export interface MailAccess {
  readonly relay: RelayAccess;
  readonly keys: MailKeys;
}

/** Bits of an RSA key (RFC 8301, 3.2). */
const LEAST_BITS = 1024;
/** Characters of what signs tokens. */
const LEAST_SECRET = 16;

/**
 * @param root of the workspace: files are named from there
 * @param secret the value of an environment variable
 */
export async function readMailAccess(
  host: Host,
  root: string,
  settings: MailSettings,
  secret: (name: string) => string | undefined,
): Promise<Outcome<MailAccess>> {
  const faults: Diagnostic[] = [];
  const named = (name: string | undefined, what: string) => {
    const value = name === undefined ? undefined : secret(name) || undefined;
    if (name !== undefined && value === undefined) faults.push(unset(name, what));
    return value;
  };
  const read = (file: string, what: string) => readText(host, join(root, file), file, what, faults);
  const { relay, unsubscribe, dkim } = settings;
  const access: RelayAccess = {
    user: named(relay.userEnv, "the user of the relay"),
    password: named(relay.passwordEnv, "the password of the relay"),
    ca: relay.caFile === undefined ? undefined : await certificateIn(relay.caFile, read, faults),
  };
  const unsubscribeSecret = named(unsubscribe?.secretEnv, "what signs ways to unsubscribe") ?? null;
  if (unsubscribeSecret !== null && unsubscribeSecret.length < LEAST_SECRET)
    faults.push(weak(unsubscribe?.secretEnv ?? ""));
  const key = dkim === undefined ? null : await keyIn(dkim, read, faults);
  faults.push(...relayFaults(relay), ...alignmentFaults(settings));
  if (faults.some(({ severity }) => severity === "error"))
    return { value: null, diagnostics: faults };
  const signer = dkim && key ? { domain: dkim.domain, selector: dkim.selector, key } : null;
  return {
    value: { relay: access, keys: { dkim: signer, unsubscribeSecret } },
    diagnostics: faults,
  };
}

type Read = (file: string, what: string) => Promise<string | null>;

async function readText(
  host: Host,
  path: string,
  file: string,
  what: string,
  faults: Diagnostic[],
): Promise<string | null> {
  try {
    return new TextDecoder().decode(await host.readFile(path));
  } catch {
    faults.push(
      error("mail-key", `${what} cannot be read`, "name a file below the workspace", file),
    );
    return null;
  }
}

async function certificateIn(file: string, read: Read, faults: Diagnostic[]) {
  const text = await read(file, "the certificate of the relay");
  if (text === null) return undefined;
  try {
    new X509Certificate(text);
    return text;
  } catch {
    faults.push(error("mail-key", "this is no certificate", "write it as PEM", file));
    return undefined;
  }
}

async function keyIn(
  { keyFile }: DkimSettings,
  read: Read,
  faults: Diagnostic[],
): Promise<KeyObject | null> {
  const text = await read(keyFile, "the DKIM key");
  if (text === null) return null;
  try {
    const key = createPrivateKey(text);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (key.asymmetricKeyType === "ed25519") return key;
    if (key.asymmetricKeyType === "rsa" && bits >= LEAST_BITS) return key;
    const hint = "make one with: openssl genrsa 2048, or openssl genpkey -algorithm ed25519";
    faults.push(
      error("mail-key", "a DKIM key is RSA of 1024 bits or more, or Ed25519", hint, keyFile),
    );
  } catch {
    faults.push(
      error("mail-key", "this is no private key", "write it as PEM, without a password", keyFile),
    );
  }
  return null;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

function relayFaults({ security, host, userEnv }: RelaySettings): Diagnostic[] {
  if (security !== "none" || LOOPBACK.test(host)) return [];
  const hint = "set mail: { relay: { security: starttls } }, or tls, in distribution.yaml";
  if (userEnv !== undefined)
    return [error("mail-relay-plain", "a password would go to the relay in the clear", hint)];
  const message = "messages go to the relay in the clear: whoever carries them can read them";
  return [{ code: "mail-relay-plain", severity: "warning", message, hint }];
}

/** A signature by another domain says nothing for the one that the reader sees (RFC 7489, 3.1.1). */
function alignmentFaults({ dkim, from }: MailSettings): Diagnostic[] {
  const domain = domainOf(from.address);
  if (dkim === undefined) return [];
  const signing = dkim.domain.toLowerCase();
  if (domain === signing || domain.endsWith(`.${signing}`)) return [];
  const message = `messages are signed for ${signing} and come from ${domain}: receivers that hold them together refuse them`;
  const hint = "sign for the domain of mail: { from: { address } }";
  return [{ code: "mail-dkim-domain", severity: "warning", message, hint }];
}

function unset(name: string, what: string): Diagnostic {
  return error("mail-secret", `${what} is not set`, `set the environment variable ${name}`);
}

function weak(name: string): Diagnostic {
  const hint = `set ${name} to what: openssl rand -hex 32, prints`;
  return error("mail-secret", "what signs ways to unsubscribe is too short to be secret", hint);
}

function error(code: string, message: string, hint: string, file?: string): Diagnostic {
  const place = file === undefined ? {} : { place: { file } };
  return { code, severity: "error", message, ...place, hint };
}
