/** Fields of a header: whatever is in them comes back, and nothing else does. */
import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { encodeText, headerField, mailbox, parameter } from "../../src/mail/header-field.js";

const words = fc.string({ unit: "binary", maxLength: 300 });
const plainly = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]+/g, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
const read = (fields: string) => PostalMime.parse(`${fields}X-End: end\r\n\r\nbody`);

describe("a field", () => {
  test("is one field in lines of ASCII, of whatever it is made", async () => {
    await fc.assert(
      fc.asyncProperty(words, words, async (subject, name) => {
        const fields = [
          headerField("Subject", encodeText(subject)),
          headerField("To", mailbox(name, "ada@example.net")),
        ];
        for (const field of fields) expect(field).toMatch(/^(?:[\x20-\x7E]+\r\n(?=[ ]|$))+$/);
        const email = await read(fields.join(""));
        expect(email.headers.map(({ key }) => key)).toEqual(["subject", "to", "x-end"]);
        expect(email.to?.map(({ address }) => address)).toEqual(["ada@example.net"]);
      }),
    );
  });

  test("gives back what it was made of", async () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ağшتü€👩‍👩‍👧 -:[].,'"), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(letters, async (subject) => {
        const email = await read(headerField("Subject", encodeText(subject)));
        expect(email.subject ?? "").toBe(plainly(subject));
      }),
    );
  });

  test("has no line that is longer than a reader takes, and is short whatever is given", () => {
    const field = headerField("Subject", encodeText("ş".repeat(1_000_000)));
    expect(field.length).toBeLessThan(5000);
    expect(Math.max(...field.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(78);
  });

  test.each([
    ["Ada Reader", "Ada Reader <a@b.example>"],
    ["Reader, Ada", '"Reader, Ada" <a@b.example>'],
    ['Ada "A" R\\', '"Ada \\"A\\" R\\\\" <a@b.example>'],
    ["ada@example.org", '"ada@example.org" <a@b.example>'],
    ["", "a@b.example"],
    [" \r\n ", "a@b.example"],
  ])("writes the name %j before an address", (name, written) => {
    expect(mailbox(name, "a@b.example")).toBe(written);
  });

  // Tried in every way that its letters can be parted, it would take longer than anybody waits.
  test("writes a name of many words with a colon behind them at once", () => {
    const name = `${"word ".repeat(190)}and: more`;
    const begun = performance.now();
    expect(mailbox(name, "a@b.example").replaceAll("\r\n", "")).toBe(`"${name}" <a@b.example>`);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

test("a file name goes plain, and whole for those who read it", () => {
  expect(parameter("filename", "a.pdf")).toBe('filename="a.pdf"');
  expect(parameter("filename", "bülten 3.pdf")).toBe(
    "filename=\"b_lten 3.pdf\"; filename*=UTF-8''b%C3%BClten%203.pdf",
  );
});
