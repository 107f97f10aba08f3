import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { docx } from "../../src/readers/docx.js";
import { readerContract } from "../contracts/reader.js";
import { readOne } from "../read-one.js";
import { dirtyText } from "./dirty-text.js";
import { type Paragraph, type Properties, writeDocx } from "./write-docx.js";
import { writeZip } from "./write-zip.js";

interface DocxCase {
  readonly about: string;
  readonly paragraphs: readonly Paragraph[];
  readonly properties: Properties;
  readonly article: unknown;
}

const FOLDER = "tests/cases/docx";
const CASES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file, parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as DocxCase] as const);

const bytesOf = ({ paragraphs, properties }: DocxCase) => writeDocx(paragraphs, properties);
const [[, SOME]] = CASES as [(typeof CASES)[number]];

readerContract({
  reader: docx,
  file: "article.docx",
  articles: Object.fromEntries(CASES.map(([name, described]) => [name, bytesOf(described)])),
  document: dirtyText.map((text) => writeDocx(text.split(/\r?\n/))),
});

describe("Word files", () => {
  it.each(CASES)("read %s as described", async (_, described) => {
    const { article, diagnostics } = await readOne(bytesOf(described), "article.docx");
    expect(diagnostics).toEqual([]);
    expect({
      title: article?.title,
      byline: article?.byline,
      published: article?.published?.date ?? null,
      modified: article?.modified?.date ?? null,
      paragraphs: article?.paragraphs,
      removed: article?.removed.map(({ rule }) => rule),
    }).toEqual(described.article);
  });

  it.each(["article.txt", "article", "article.zip"])(
    "are known by their parts as %s",
    async (file) => {
      expect((await readOne(bytesOf(SOME), file)).article?.format).toBe("docx");
    },
  );

  it("are told from spreadsheets", async () => {
    const book = writeZip([{ name: "xl/workbook.xml", bytes: new Uint8Array(3) }]);
    const { diagnostics } = await readOne(book, "book.xlsx");
    expect(diagnostics).toMatchObject([
      { code: "unknown-format", message: "is a spreadsheet (.xlsx), which cannot be read" },
    ]);
  });

  it("that are bombs stop at a cap", async () => {
    const bomb = writeZip([{ name: "word/document.xml", bytes: new Uint8Array(20_000_000) }]);
    const { article, diagnostics } = await readOne(bomb, "article.docx");
    expect(article).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "archive-too-large", message: "holds more than 16777216 bytes in one part" },
    ]);
  });

  it("of very many elements are refused before they fill the memory", async () => {
    const bytes = writeDocx(Array.from({ length: 40_000 }, () => "word"));
    const { diagnostics } = await readOne(bytes, "article.docx");
    expect(diagnostics).toMatchObject([
      { code: "archive-too-large", message: "holds more than 150000 XML elements" },
    ]);
  });

  it("of a book's length are read", async () => {
    const line = "The ships came in first, the master said.";
    const lines = Array.from({ length: 17_000 }, (_, index) => `${line} It was day ${index}.`);
    const { article, diagnostics } = await readOne(writeDocx(lines), "article.docx");
    expect(diagnostics).toEqual([]);
    expect(article?.paragraphs.length).toBeGreaterThan(16_000);
  }, 60_000);

  it("that nest a hundred thousand elements give an article or a diagnostic in time", async () => {
    const nested = `${"<w:x>".repeat(100_000)}${"</w:x>".repeat(100_000)}`;
    const bytes = writeZip([
      {
        name: "word/document.xml",
        bytes: new TextEncoder().encode(`<w:document>${nested}</w:document>`),
      },
    ]);
    const start = performance.now();
    const { article, diagnostics } = await readOne(bytes, "article.docx");
    expect(article === null ? diagnostics.length : 1).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("locked with a password are said to be", async () => {
    const locked = Buffer.from("d0cf11e0a1b11ae10000", "hex");
    expect(
      (await docx.read({ bytes: locked, file: "a.docx" }, {} as never)).diagnostics,
    ).toMatchObject([{ code: "archive-encrypted" }]);
  });

  it("without a text part are said to be broken", async () => {
    const empty = writeZip([{ name: "[Content_Types].xml", bytes: new Uint8Array(1) }]);
    const { diagnostics } = await readOne(empty, "a.docx");
    expect(diagnostics.map(({ code }) => code)).toEqual(["docx-broken"]);
  });
});
