/** Tokens and bounce addresses: read back by who made them, and by nobody else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readUnsubscribeToken,
  readVerpAddress,
  unsubscribeToken,
  verpAddress,
  verpCode,
} from "../../src/mail/index.js";
import type { DeliveryKey } from "../../src/model/delivery.js";

const claim = { brief: "weekly", recipientId: "r-0123456789ab" };

describe("a token to unsubscribe by", () => {
  test("is read back, stands in an address as it is, and names no address", () => {
    const token = unsubscribeToken("secret", claim);
    expect(readUnsubscribeToken("secret", token)).toEqual(claim);
    expect(encodeURIComponent(token)).toBe(token);
    expect(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).toBe(
      "weekly\nr-0123456789ab",
    );
  });

  test("is nothing with another secret, or with any character changed", () => {
    const token = unsubscribeToken("secret", claim);
    expect(readUnsubscribeToken("other", token)).toBeNull();
    fc.assert(
      fc.property(fc.nat(token.length - 2), fc.constantFrom(..."Aa0-_.="), (at, sign) => {
        const other = token.slice(0, at) + sign + token.slice(at + 1);
        const back = readUnsubscribeToken("secret", other);
        if (other !== token) expect(back).toBeNull();
      }),
    );
  });

  test("is nothing whatever is given for one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (token) => {
        expect(readUnsubscribeToken("secret", token)).toBeNull();
      }),
    );
    expect(readUnsubscribeToken("secret", `1.${"A".repeat(100_000)}.${"A".repeat(22)}`)).toBeNull();
  });
});

describe("a bounce address", () => {
  const key: DeliveryKey = {
    brief: "weekly",
    issue: "2026-W03",
    version: "1.0",
    occasion: "issue",
    channel: "mail",
    recipient: "r-0123456789ab",
  };

  test("names its recipient and its delivery, however a relay writes it", () => {
    const address = verpAddress("Bounces@example.org", key, "secret");
    const code = verpCode(key, "secret");
    for (const written of [address, address.toUpperCase(), `<${address}>`, ` ${address} `])
      expect(readVerpAddress("bounces@example.org", written)).toEqual({
        recipient: "r-0123456789ab",
        code,
      });
  });

  test("has a code that another secret, version or occasion does not give", () => {
    const codes = [
      verpCode(key, "secret"),
      verpCode(key, "other"),
      verpCode({ ...key, version: "1.1" }, "secret"),
      verpCode({ ...key, occasion: "correction" }, "secret"),
    ];
    expect(new Set(codes).size).toBe(4);
  });

  test("is the plain one where the local part has no room", () => {
    const plain = `${"b".repeat(40)}@example.org`;
    expect(verpAddress(plain, key, "secret")).toBe(plain);
  });

  test.each([
    "bounces@example.org",
    "bounces+@example.org",
    "bounces+0123456789ab@example.org",
    "bounces+0123456789ab-4f9a1c22d07b3e61@example.com",
    "bounces+0123456789ab-4f9a1c22d07b3e61x@example.org",
    "",
  ])("is no other address: %j", (address) => {
    expect(readVerpAddress("bounces@example.org", address)).toBeNull();
  });
});
