import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../../src/recipients/index.js";

const addressOf = (text: string) => {
  const parsed = parseAddress(text);
  return parsed.kind === "address" ? parsed.value.address : null;
};

describe("an address", () => {
  test.each([
    ["ada@example.org", "ada@example.org"],
    ["Ada.L+briefs@EXAMPLE.Org", "Ada.L+briefs@example.org"],
    ["a@b.co", "a@b.co"],
    ["o'neil_{x}=1@sub.example.org", "o'neil_{x}=1@sub.example.org"],
    ["masa@çankaya.example", "masa@xn--ankaya-vua.example"],
    ["desk@bücher.example", "desk@xn--bcher-kva.example"],
    ["x@xn--bcher-kva.example", "x@xn--bcher-kva.example"],
  ])("%s is taken as %s", (text, address) => {
    expect(addressOf(text)).toBe(address);
  });

  test.each([
    "",
    "ada",
    "ada@",
    "@example.org",
    "ada@@example.org",
    "ada@localhost",
    "ada@[127.0.0.1]",
    "ada@127.0.0.1",
    "ada@example.org.",
    "ada@-example.org",
    "ada@exa_mple.org",
    ".ada@example.org",
    "ada..l@example.org",
    '"ada l"@example.org',
    "Ada <ada@example.org>",
    "ada@example.org, eve@evil.example",
    "ada@example.org;eve@evil.example",
    "friends: ada@example.org;",
    "@relay.example:ada@example.org",
    "ada%example.org@relay.example",
    "relay!ada@example.org",
    "ada@example.org\r\nBcc: eve@evil.example",
    "ada@example.org\nRCPT TO:<eve@evil.example>",
    "ada@example.org\u2028Bcc: eve@evil.example",
    "ada\u0000@example.org",
    "a\u200bda@example.org",
    "\u202eada@example.org",
    "(comment)ada@example.org",
    "çağ@example.org",
    `${"a".repeat(65)}@example.org`,
    `a@${"b".repeat(64)}.org`,
    `a@${"b.".repeat(126)}org`,
    "ada@example.org>",
    "=?utf-8?q?ada?=@example.org ",
  ])("%j is refused", (text) => {
    expect(addressOf(text)).toBeNull();
  });

  test("is known again however it is capitalised", () => {
    const ids = ["Ada@Example.org", "ada@example.ORG"].map((text) => {
      const parsed = parseAddress(text);
      return parsed.kind === "address" ? parsed.value.id : null;
    });
    expect(ids[0]).toMatch(/^r-[0-9a-f]{12}$/);
    expect(ids[0]).toBe(ids[1]);
  });

  test("at a domain that mixes alphabets is remarked on", () => {
    const parsed = parseAddress("desk@еxample.org");
    expect(parsed.kind === "address" && parsed.value.remark).toMatch(
      /^mixes alphabets, and is xn--/,
    );
  });

  test("never has more than one line, one @ and ASCII, whatever it is made from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.string(), (one, two) => {
        for (const text of [one, `${one}@example.org`, `ada@${two}.org`, `${one}@${two}`]) {
          const address = addressOf(text);
          if (address === null) continue;
          expect(address).toMatch(/^[\x21-\x7e]+$/);
          expect(address.split("@")).toHaveLength(2);
          expect(address).not.toMatch(/[<>(),;:"[\]\\\s]/);
        }
      }),
    );
  });
});
