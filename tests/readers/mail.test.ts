import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headOf } from "../../src/readers/head.js";
import { readArticles } from "../../src/readers/index.js";
import { mail } from "../../src/readers/mail/mail.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/mail";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const HEAD =
  "From: Harbour Courier <news@courier.example>\nTo: a@b.example\nSubject: Today\nDate: Wed, 5 May 2021 10:00:00 +0200\nMessage-ID: <1@a>\n";
const SENTENCE = "The council met on Monday, and voted for the bridge after a long debate.";

const piece = fc.constantFrom(
  "<p>",
  "</p>",
  "<h3><a href=https://a.example/1>A headline of the day</a></h3>",
  "<a href=https://a.example/2>Read more</a>",
  `<p>${SENTENCE}</p>`,
  "<div style='display:none'>Unseen</div>",
  "---------- Forwarded message<br>From: A B<br>Date: May 5, 2021<br>",
  "Unsubscribe",
  "\n--x\nContent-Type: text/html\n\n",
  "=3D",
  "<br>",
);

readerContract({
  reader: mail,
  file: "some.eml",
  articles: Object.fromEntries(
    readdirSync(CASES)
      .filter((name) => name.endsWith(".eml") && name !== "attachments.eml")
      .map((name) => [name, readFileSync(`${CASES}/${name}`)]),
  ),
  document: fc
    .array(piece, { maxLength: 25 })
    .map(
      (parts) =>
        `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n${parts.join("")}`,
    ),
});

readingCases(CASES);

describe("which files are mails", () => {
  const isMail = (text: string) => mail.recognises(headOf(bytesOf(text), "a"));

  it("takes a mail by what only mails have", () => {
    expect(isMail(`${HEAD}\nWords.`)).toBe(true);
  });

  it.each(["From: the council\nTo: the mayor\n\nWords.", "Subject: a\n\nMessage-ID: b\nFrom: c"])(
    "leaves %j, which no mail server has seen",
    (text) => {
      expect(isMail(text)).toBe(false);
    },
  );
});

describe("mails that were made to hold the reader up", () => {
  const nested = (depth: number) =>
    Array.from(
      { length: depth },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    ).join("");

  it.each([
    ["ten megabytes of headers", `${HEAD}X-Filler: ${"a".repeat(10_000_000)}\n\n${SENTENCE}`],
    ["parts nested ten thousand deep", `${HEAD}${nested(10_000)}\n${SENTENCE}`],
    [
      "twenty thousand parts",
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\nx\n".repeat(20_000)}`,
    ],
    ["mails in mails", `${`${HEAD}Content-Type: message/rfc822\n\n`.repeat(1000)}${SENTENCE}`],
    ["labels without end", `${HEAD}\n${"From: Date: Subject: ".repeat(10_000)}`],
    [
      "unseen characters before a word",
      `${HEAD}Content-Type: text/html\n\n<p>\u200c${"\ufeff".repeat(1000)}x</p>${SENTENCE}`,
    ],
    [
      "links without end",
      `${HEAD}Content-Type: text/html\n\n${"<a href=https://a.example/1>A headline of the day<p>".repeat(4000)}`,
    ],
  ])(
    "reads %s in time, or says why not",
    async (_, text) => {
      const started = process.hrtime.bigint();
      const { articles, diagnostics } = await readArticles({ bytes: bytesOf(text), file: "a.eml" });
      expect(articles.length + diagnostics.length).toBeGreaterThan(0);
      expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(10);
    },
    20_000,
  );
});
