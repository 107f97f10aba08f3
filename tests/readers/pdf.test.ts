import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { pdf } from "../../src/readers/pdf/pdf.js";
import { readerContract } from "../contracts/reader.js";
import { readOne } from "../read-one.js";
import { dirtyText } from "./dirty-text.js";
import { packedPdf, plainPdf } from "./plain-pdf.js";
import { type Block, type PdfOptions, writePdf } from "./write-pdf.js";

interface PdfCase {
  readonly about: string;
  readonly info: PdfOptions;
  readonly pages: readonly (readonly Block[])[];
  readonly article: object;
}

const FOLDER = "tests/cases/pdf";
const CASES = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .map(async (file) => {
      const described = parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as PdfCase;
      return [file, described, await writePdf(described.pages, described.info)] as const;
    }),
);
const [[, , SOME]] = CASES as unknown as [(typeof CASES)[number]];

const codes = async (bytes: Uint8Array) =>
  (await readOne(bytes, "a.pdf")).diagnostics.map(({ code }) => code);

readerContract({
  reader: pdf,
  file: "article.pdf",
  articles: Object.fromEntries(CASES.map(([name, , bytes]) => [name, bytes])),
  document: dirtyText.map(plainPdf),
});

describe("PDFs", () => {
  it.each(CASES)("read %s as described", async (_, described, bytes) => {
    const { article, diagnostics } = await readOne(bytes, "article.pdf");
    expect(diagnostics).toEqual([]);
    expect({
      title: article?.title,
      byline: article?.byline,
      published: article?.published?.date ?? null,
      ...(article?.url && { url: article.url }),
      paragraphs: article?.paragraphs,
      removed: article?.removed.map(({ rule }) => rule),
      repairs: article?.repairs.map(({ to }) => to),
    }).toEqual(described.article);
  });

  it("are known by their content, whatever they are called", async () => {
    expect((await readOne(SOME, "article.txt")).article?.format).toBe("pdf");
  });

  it("are left as they came: the bytes are not taken away", async () => {
    const bytes = SOME.slice();
    await readOne(bytes, "a.pdf");
    expect(bytes).toEqual(SOME);
  });

  it("with a password are said to be locked", async () => {
    const block = { x: 60, y: 60, lines: ["The ministers met on Monday."] };
    expect(await codes(await writePdf([[block]], { password: "secret" }))).toEqual([
      "pdf-encrypted",
    ]);
  });

  it("of images alone are said to have no text layer", async () => {
    const { diagnostics } = await readOne(await writePdf([[], []]), "a.pdf");
    expect(diagnostics).toMatchObject([{ code: "no-text-layer" }]);
    expect(diagnostics[0]?.hint).toContain("OCR");
  });

  it("that were cut off are read as far as they go, or said to be broken", async () => {
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      const cut = SOME.subarray(0, Math.floor(SOME.length * share));
      expect(await codes(cut)).toContain("pdf-broken");
    }
  });

  it("of no more than a mark are said to be broken", async () => {
    expect(await codes(new TextEncoder().encode("%PDF-1.7\nwords"))).toEqual(["pdf-broken"]);
  });

  it("say nothing on the terminal", async () => {
    const spies = (["log", "warn", "error"] as const).map((name) => vi.spyOn(console, name));
    await codes(SOME.subarray(0, Math.floor(SOME.length * 0.7)));
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it.each([
    ["one page that is a bomb", 1],
    ["a bomb packed twice", 2],
  ])("of %s are refused before they fill the memory", async (_, times) => {
    const bytes = packedPdf(new Uint8Array(20_000_000).fill(0x20), times);
    expect(bytes.length).toBeLessThan(50_000);
    expect(await codes(bytes)).toEqual(["archive-too-large"]);
  });

  it("of very many pages are read in part, and said to be", async () => {
    const page = "The ministers met on Monday, and nobody was glad of it.\n".repeat(3);
    const { article, diagnostics } = await readOne(plainPdf(page, 2010), "a.pdf");
    expect(article).not.toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain("pdf-too-long");
  }, 20_000);
});
