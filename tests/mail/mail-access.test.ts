/** Secrets and keys of mail: read from where the settings name them, and never told. */
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { memoryHost } from "../../src/host/memory.js";
import { readMailAccess } from "../../src/mail/index.js";
import { MailSettingsSchema } from "../../src/model/distribution.js";

const pem = { type: "pkcs8", format: "pem" } as const;
const ed25519 = generateKeyPairSync("ed25519").privateKey.export(pem).toString();
const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export(pem).toString();
const certificate = readFileSync(
  new URL("../samples/relay/certificate.pem", import.meta.url),
  "utf8",
);
const files = {
  "/w/keys/dkim.pem": ed25519,
  "/w/keys/curve.pem": curve,
  "/w/keys/ca.pem": certificate,
  "/w/keys/none.pem": "s3cret words",
};
const SECRETS: Record<string, string> = {
  USER: "desk",
  PASSWORD: "s3cret",
  TOKENS: "0123456789abcdef",
  SHORT: "s3cret",
  EMPTY: "",
};

async function read(changes: Record<string, unknown>) {
  const host = memoryHost(
    new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  );
  const settings = MailSettingsSchema.parse({
    relay: { host: "relay.example.org" },
    from: { address: "desk@example.org" },
    ...changes,
  });
  return readMailAccess(host, "/w", settings, (name) => SECRETS[name]);
}

const relay = { host: "relay.example.org", userEnv: "USER", passwordEnv: "PASSWORD" };
const dkim = { domain: "example.org", selector: "s1", keyFile: "keys/dkim.pem" };

describe("what is read", () => {
  test("is what the settings name, from environment and files", async () => {
    const { value, diagnostics } = await read({
      relay: { ...relay, caFile: "keys/ca.pem" },
      dkim,
      unsubscribe: { url: "https://example.org/u", secretEnv: "TOKENS" },
    });
    expect(diagnostics).toEqual([]);
    expect(value?.relay).toEqual({ user: "desk", password: "s3cret", ca: certificate });
    expect(value?.keys.unsubscribeSecret).toBe("0123456789abcdef");
    expect(value?.keys.dkim?.key.asymmetricKeyType).toBe("ed25519");
  });

  test("is nothing where they name nothing", async () => {
    const { value, diagnostics } = await read({});
    expect(value).toEqual({ relay: {}, keys: { dkim: null, unsubscribeSecret: null } });
    expect(diagnostics).toEqual([]);
  });
});

describe("what does not hold is told, and no secret with it", () => {
  test.each([
    [{ relay: { ...relay, passwordEnv: "GONE" } }, "mail-secret", "GONE"],
    [{ relay: { ...relay, passwordEnv: "EMPTY" } }, "mail-secret", "EMPTY"],
    [{ unsubscribe: { url: "https://e.org/u", secretEnv: "SHORT" } }, "mail-secret", "SHORT"],
    [{ dkim: { ...dkim, keyFile: "keys/gone.pem" } }, "mail-key", "gone.pem"],
    [{ dkim: { ...dkim, keyFile: "keys/none.pem" } }, "mail-key", "none.pem"],
    [{ dkim: { ...dkim, keyFile: "keys/curve.pem" } }, "mail-key", "curve.pem"],
    [{ relay: { host: "r.example.org", caFile: "keys/none.pem" } }, "mail-key", "none.pem"],
    [{ relay: { ...relay, security: "none" } }, "mail-relay-plain", "starttls"],
  ])("%j", async (changes, code, named) => {
    const { value, diagnostics } = await read(changes);
    expect(value).toBeNull();
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(JSON.stringify(diagnostics)).toContain(named);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cret");
  });

  test("messages in the clear, and a signature of another domain, are warnings", async () => {
    const { value, diagnostics } = await read({
      relay: { host: "relay.example.org", security: "none" },
      dkim: { ...dkim, domain: "example.com" },
    });
    expect(value).not.toBeNull();
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning mail-relay-plain",
      "warning mail-dkim-domain",
    ]);
  });

  test("the relay of the machine itself may be spoken to in the clear, and a domain sign for those below it", async () => {
    const { diagnostics } = await read({
      relay: { ...relay, host: "127.0.0.1", security: "none" },
      from: { address: "desk@lists.example.org" },
      dkim,
    });
    expect(diagnostics).toEqual([]);
  });
});
