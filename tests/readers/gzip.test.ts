import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gzip } from "../../src/readers/archive/gzip.js";
import { readArticles } from "../../src/readers/index.js";
import { MAX_ARCHIVE_DEPTH, MAX_FILE_BYTES } from "../../src/readers/limits.js";
import { sha256 } from "../../src/text/sha256.js";
import { readerContract } from "../contracts/reader.js";
import { readOne } from "../read-one.js";
import { dirtyText } from "./dirty-text.js";

const ARTICLE =
  "Ceasefire talks resume\n\nBy Jane Doe\n\nThe ministers met on Monday. They talked for three days.\n";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const packed = (text: string) => Uint8Array.from(gzipSync(bytesOf(text)));

readerContract({
  reader: gzip,
  file: "article.txt.gz",
  articles: { "an article": packed(ARTICLE) },
  document: dirtyText.map((text) => packed(text)),
});

describe("a gzipped file", () => {
  it("is read as what is in it, under its own name and hash", async () => {
    const bytes = packed(ARTICLE);
    const { article, diagnostics } = await readOne(bytes, "in/article.txt.gz");
    expect(diagnostics).toEqual([]);
    expect(article).toMatchObject({
      file: "in/article.txt.gz",
      container: "in/article.txt.gz",
      rawSha256: sha256(bytes),
      format: "text",
      title: "Ceasefire talks resume",
    });
  });

  it("has the id of the same file unpacked", async () => {
    const { article } = await readOne(packed(ARTICLE), "a.txt.gz");
    expect(article?.id).toBe((await readOne(bytesOf(ARTICLE), "a.txt")).article?.id);
  });

  it("is known by its content, whatever it is called", async () => {
    expect((await readOne(packed(ARTICLE), "a.txt")).article?.title).toBe("Ceasefire talks resume");
    expect((await readOne(packed(ARTICLE), "a")).article?.title).toBe("Ceasefire talks resume");
  });

  it("is read as it is where the transport unpacked it already", async () => {
    const { article } = await readOne(bytesOf(ARTICLE), "a.txt.gz");
    expect(article?.format).toBe("text");
  });

  it("holds one file after another where several were joined", async () => {
    const [front, back] = [ARTICLE.slice(0, 40), ARTICLE.slice(40)];
    const joined = Buffer.concat([packed(front), packed(back)]);
    expect((await readOne(joined, "a.txt.gz")).article?.raw).toBe(ARTICLE);
  });

  it("gives what stands before the place where it was cut off, and says so", async () => {
    const noise = Array.from({ length: 4000 }, (_, index) => sha256(String(index))).join(" ");
    const whole = packed(`${ARTICLE}\n${noise}.`);
    const { article, diagnostics } = await readOne(whole.subarray(0, 60_000), "a.txt.gz");
    expect(article?.raw.startsWith(ARTICLE)).toBe(true);
    expect(diagnostics.map(({ code }) => code)).toContain("archive-broken");
  });

  it("stops at a cap when it is a bomb", async () => {
    const bomb = gzipSync(new Uint8Array(MAX_FILE_BYTES + 1));
    const { article, diagnostics } = await readOne(bomb, "a.txt.gz");
    expect([article, diagnostics.map(({ code }) => code)]).toEqual([null, ["archive-too-large"]]);
  });

  it("stops at a depth when it is packed over and over", async () => {
    const packings = Array.from({ length: MAX_ARCHIVE_DEPTH + 1 });
    const nest = packings.reduce<Uint8Array>((inner) => gzipSync(inner), bytesOf(ARTICLE));
    const { article, diagnostics } = await readOne(nest, "a.txt.gz");
    expect([article, diagnostics.map(({ code }) => code)]).toEqual([null, ["archive-too-deep"]]);
  });

  it("gives back any text", async () => {
    await fc.assert(
      fc.asyncProperty(dirtyText, async (text) => {
        const read = async (bytes: Uint8Array, file: string) =>
          (await readArticles({ bytes, file })).articles.map(({ raw }) => raw);
        expect(await read(packed(text), "a.txt.gz")).toEqual(await read(bytesOf(text), "a.txt"));
      }),
      { numRuns: 50 },
    );
  });
});

describe("formats that cannot be read", () => {
  const inHex = (digits: string) => Buffer.from(`${digits}0001020304050607`, "hex");

  it.each([
    ["d0cf11e0a1b11ae1", "report.doc", "an old Word file (.doc)"],
    ["7b5c7274665c616e7369", "report.txt", "a rich text file (.rtf)"],
    ["89504e470d0a1a0a", "scan.png", "a PNG image"],
    ["ffd8ffe000104a464946", "scan.txt", "a JPEG image"],
  ])("names %s for what it is, and says what to do", async (digits, file, name) => {
    const { article, diagnostics } = await readOne(inHex(digits), file);
    expect(article).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "unknown-format", message: `is ${name}, which cannot be read` },
    ]);
  });

  it("reads a text without an extension, and no binary file without one", async () => {
    expect((await readOne(bytesOf(ARTICLE), "notes")).article?.format).toBe("text");
    const { diagnostics } = await readOne(Uint8Array.of(1, 2, 3), "notes");
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-format"]);
  });

  it("does not guess at an extension that it does not know", async () => {
    const { diagnostics } = await readOne(bytesOf(ARTICLE), "article.xyz");
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-format"]);
  });
});
