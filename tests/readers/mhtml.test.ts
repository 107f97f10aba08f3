import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headOf } from "../../src/readers/head.js";
import { readArticles } from "../../src/readers/index.js";
import { mhtml } from "../../src/readers/mhtml.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/mhtml";
const bytesOf = (text: string) => new TextEncoder().encode(text);

readerContract({
  reader: mhtml,
  file: "some.mhtml",
  articles: {
    "browser.mhtml": readFileSync(`${CASES}/browser.mhtml`),
    "old-browser.mht": readFileSync(`${CASES}/old-browser.mht`),
  },
  document: fc
    .array(fc.constantFrom("<p>", "=3D", "=\r\n", "\r\n--next\r\n", "Words of it.", "=ZZ", "</p>"))
    .map(
      (words) =>
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=next\r\n\r\n--next\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>The council met.</p>${words.join("")}`,
    ),
});

readingCases(CASES);

describe("which files are saved pages", () => {
  const isPage = (text: string) => mhtml.recognises(headOf(bytesOf(text), "a"));

  it("leaves a mail with pictures in it to the reader of mails", () => {
    const mail = "From: a@b.example\nTo: c@d.example\nMessage-ID: <1@b>\nMIME-Version: 1.0\n";
    expect(isPage(`${mail}Content-Type: multipart/related; boundary=x\n\n--x`)).toBe(false);
  });

  it("stops at pages that are packed in one another", async () => {
    const head =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n";
    const { articles, diagnostics } = await readArticles({
      bytes: bytesOf(head.repeat(2000)),
      file: "a.mhtml",
    });
    expect(articles).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "mhtml-no-page" }]);
  });
});
