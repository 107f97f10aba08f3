import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES, readArticles } from "../../src/readers/index.js";
import { plainText } from "../../src/readers/plain-text.js";
import { readerContract } from "../contracts/reader.js";
import { readOne } from "../read-one.js";
import { dirtyText } from "./dirty-text.js";

readerContract({
  reader: plainText,
  file: "some.txt",
  articles: Object.fromEntries(
    readdirSync("corpus/articles").map((file) => [file, readFileSync(`corpus/articles/${file}`)]),
  ),
  document: dirtyText,
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const readText = (text: string) => readOne(bytesOf(text), "a.txt");

/** Characters that are no white space, in no order. */
function characters(texts: readonly string[]): string {
  return [...texts.join("").replace(/\s/g, "")].sort().join("");
}

describe("nothing is lost", () => {
  it("finds every character again in title, standfirst, body or removed parts", async () => {
    await fc.assert(
      fc.asyncProperty(dirtyText, async (text) => {
        const { articles } = await readArticles({ bytes: bytesOf(text), file: "a.txt" });
        for (const article of articles) {
          const kept = [
            article.titleDerived ? "" : article.title,
            article.standfirst ?? "",
            ...article.paragraphs,
            ...article.removed.map((removal) => removal.text),
          ];
          expect(characters(kept)).toBe(characters([article.raw]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("names a known rule for everything that it removes", async () => {
    const known = new Set<string>(RULES.map(({ name }) => name));
    await fc.assert(
      fc.asyncProperty(dirtyText, async (text) => {
        const { articles } = await readArticles({ bytes: bytesOf(text), file: "a.txt" });
        for (const { rule } of articles.flatMap(({ removed, repairs }) => [
          ...removed,
          ...repairs,
        ])) {
          expect(known).toContain(rule);
        }
      }),
    );
  });

  it("describes each rule once", async () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { doc } of RULES) expect(doc).not.toBe("");
  });

  it("keeps a text as it came where the rules would leave nothing of it", async () => {
    const { article } = await readText("Getty Images\n\nread more\n");
    expect(article?.paragraphs).toEqual(["Getty Images", "read more"]);
  });
});

describe("time", () => {
  it.each([
    ["one headline", "Foreign fighters leave port!\n"],
    ["lines of dates", "3 May 2021\n"],
  ])("reads a file of %s over and over at once", async (_, line) => {
    const start = performance.now();
    readText(line.repeat(12_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("encodings", () => {
  const words = "Trablus'ta Çavuşoğlu ile görüştü. Işık söndü.";

  it("drops the byte order mark of UTF-8", async () => {
    const { article } = await readOne(bytesOf(`\ufeff${words}`), "a.txt");
    expect(article?.raw).toBe(words);
  });

  it.each([
    ["UTF-16 little-endian", true],
    ["UTF-16 big-endian", false],
  ] as const)("reads %s by its mark", async (_, little) => {
    const bytes = new Uint8Array(2 * (words.length + 1));
    const view = new DataView(bytes.buffer);
    for (const [index, unit] of [...`\ufeff${words}`].entries()) {
      view.setUint16(2 * index, unit.charCodeAt(0), little);
    }
    expect((await readOne(bytes, "a.txt")).article?.raw).toBe(words);
  });

  it("reads an old Turkish page as windows-1254, and says so", async () => {
    const codes: Readonly<Record<string, number>> = {
      Ç: 0xc7,
      ş: 0xfe,
      ğ: 0xf0,
      ı: 0xfd,
      ö: 0xf6,
      ü: 0xfc,
    };
    const bytes = Uint8Array.from(words, (letter) => codes[letter] ?? letter.charCodeAt(0));
    const { article, diagnostics } = await readOne(bytes, "a.txt");
    expect(article?.raw).toBe(words);
    expect(diagnostics.map(({ code }) => code)).toEqual(["guessed-encoding"]);
  });

  it("reads an old Arabic page as windows-1256", async () => {
    const words =
      "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 \u0641\u064a \u0644\u064a\u0628\u064a\u0627";
    const bytes = Uint8Array.of(
      ...[0xde, 0xc7, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xdd, 0xed, 0x20],
      ...[0xe1, 0xed, 0xc8, 0xed, 0xc7],
    );
    expect((await readOne(bytes, "a.txt")).article?.raw).toBe(words);
  });

  it("refuses bytes that no encoding makes words of, and names the line", async () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0x62, 0x0a, 0xff, 0xfe, 0x81, 0x8d, 0x8f]);
    const { article, diagnostics } = await readOne(bytes, "a.txt");
    expect(article).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "invalid-encoding", place: { file: "a.txt", line: 3 } },
    ]);
  });

  it("keeps no-break spaces", async () => {
    expect((await readText("It said that\u00a0Turkey left.")).article?.paragraphs).toEqual([
      "It said that\u00a0Turkey left.",
    ]);
  });

  it("reads every line ending alike", async () => {
    const text =
      "A headline of today\n\nBy Jane Doe\n\nThe ministers met. They talked.\n\nThey left.";
    const plain = (await readText(text)).article?.paragraphs;
    expect(plain).toEqual(["The ministers met. They talked.", "They left."]);
    expect((await readText(text.replaceAll("\n", "\r\n"))).article?.paragraphs).toEqual(plain);
    expect((await readText(text.replaceAll("\n", "\r"))).article?.paragraphs).toEqual(plain);
  });
});

describe("what is no article", () => {
  it.each([
    ["an empty file", "", "empty-article"],
    ["white space alone", " \n\t\u00a0\r\n ", "empty-article"],
    ["a byte order mark alone", "\ufeff", "empty-article"],
    ["binary data", "PNG\0\0\0", "binary-file"],
  ])("refuses %s", async (_, text, code) => {
    const { article, diagnostics } = await readText(text);
    expect(article).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it("refuses a format that it does not know, and lists those that it knows", async () => {
    const { diagnostics } = await readOne(bytesOf("words"), "report.xyz");
    expect(diagnostics).toMatchObject([
      { code: "unknown-format", hint: expect.stringContaining(".txt") },
    ]);
  });

  it("takes an extension in any case", async () => {
    expect((await readOne(bytesOf("Words of a text."), "A.TXT")).article).not.toBeNull();
  });

  it("refuses more than a megabyte", async () => {
    const { diagnostics } = await readOne(new Uint8Array(1024 * 1024 + 1).fill(0x61), "a.txt");
    expect(diagnostics.map(({ code }) => code)).toEqual(["article-too-large"]);
  });

  it("warns of two dates of publication that are days apart", async () => {
    const { article, diagnostics } = await readText(
      "date 2020-02-09 A headline of today\n\nJane Doe | 3 February 2020\n\nThe ministers met. They left.",
    );
    expect(article?.published?.date).toBe("2020-02-09");
    expect(diagnostics.map(({ code }) => code)).toEqual(["conflicting-dates"]);
  });
});

describe("hostile texts", () => {
  const MEGABYTE = 1024 * 1024;

  it.each([
    ["one line of words", "Some words of May 3 and more "],
    ["spaces", " "],
    ["quotation marks", '"'],
    ["open brackets", "("],
    ["dashes", "A - "],
    ["line breaks", "a\n"],
    ["headlines", "Libya asks Turkey to help\n"],
    ["names", "Jane Doe\n\n"],
    ["dots", "a.b."],
    ["wrapped lines", `${"word ".repeat(12)}\n`],
    ["Arabic words", "قال الوزير يوم السبت "],
  ])(
    "reads a megabyte of %s in a few seconds",
    async (_, piece) => {
      const size = MEGABYTE - "x.".length;
      const text = piece.repeat(Math.floor(size / bytesOf(piece).length));
      const { article } = await readText(`${text}x.`);
      expect(article).not.toBeNull();
    },
    10_000,
  );
});
