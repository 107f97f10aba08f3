import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isLitter, safeName } from "../../src/readers/archive/safe-name.js";
import { zip } from "../../src/readers/archive/zip.js";
import { readArticles } from "../../src/readers/index.js";
import { MAX_ARCHIVE_DEPTH } from "../../src/readers/limits.js";
import { sha256 } from "../../src/text/sha256.js";
import { readerContract } from "../contracts/reader.js";
import { dirtyText } from "./dirty-text.js";
import { writeZip } from "./write-zip.js";

interface EntryCase {
  readonly name: string;
  readonly text?: string;
  readonly zeros?: number;
  readonly entries?: readonly EntryCase[];
  readonly encrypted?: boolean;
  readonly checksum?: "wrong";
  readonly states?: number;
  readonly method?: number;
}
interface ZipCase {
  readonly about: string;
  readonly entries: readonly EntryCase[];
  readonly cut?: number;
  readonly articles: readonly (readonly [file: string, title: string])[];
  readonly diagnostics: readonly (readonly [code: string, file: string])[];
}

const FOLDER = "tests/cases/zip";
const CASES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file, parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as ZipCase] as const);

const bytesOf = (text: string) => new TextEncoder().encode(text);

function contentOf({ text, zeros, entries }: EntryCase): Uint8Array {
  if (entries !== undefined) return packed(entries);
  return zeros === undefined ? bytesOf(text ?? "") : new Uint8Array(zeros);
}

function packed(entries: readonly EntryCase[]): Uint8Array {
  return writeZip(
    entries.map((entry) => ({
      name: entry.name,
      bytes: contentOf(entry),
      isEncrypted: entry.encrypted ?? false,
      hasWrongChecksum: entry.checksum === "wrong",
      ...(entry.states === undefined ? {} : { statedSize: entry.states }),
      ...(entry.method === undefined ? {} : { method: entry.method }),
    })),
  );
}

const bytesOfCase = ({ entries, cut }: ZipCase) => {
  const bytes = packed(entries);
  return bytes.subarray(0, bytes.length - (cut ?? 0));
};

const SMALL = CASES.filter(([name]) => !/lying|empty/.test(name));

readerContract({
  reader: zip,
  file: "batch.zip",
  articles: Object.fromEntries(SMALL.map(([name, described]) => [name, bytesOfCase(described)])),
  document: fc
    .array(dirtyText, { maxLength: 3 })
    .map((texts) =>
      writeZip(texts.map((text, index) => ({ name: `${index}.txt`, bytes: bytesOf(text) }))),
    ),
});

describe("archives", () => {
  it.each(CASES)("read %s as described", async (_, described) => {
    const bytes = bytesOfCase(described);
    const { articles, diagnostics } = await readArticles({ bytes, file: "batch.zip" });
    expect(articles.map(({ file, title }) => [file, title])).toEqual(described.articles);
    expect(diagnostics.map(({ code, place }) => [code, place?.file])).toEqual(
      described.diagnostics,
    );
    for (const { container, rawSha256 } of articles) {
      expect([container, rawSha256]).toEqual(["batch.zip", sha256(bytes)]);
    }
  });

  it("gives an entry the id that the file itself has", async () => {
    const text = bytesOf("A headline of today\n\nThe ministers met. They talked.");
    const inside = writeZip([{ name: "a.txt", bytes: text, isStored: true }]);
    const [packedOne] = (await readArticles({ bytes: inside, file: "batch.zip" })).articles;
    const [plain] = (await readArticles({ bytes: text, file: "a.txt" })).articles;
    expect(packedOne?.id).toBe(plain?.id);
  });

  it("are not read below a depth", async () => {
    const layers = Array.from({ length: MAX_ARCHIVE_DEPTH + 1 });
    const nest = layers.reduce<Uint8Array>(
      (bytes) => writeZip([{ name: "a.zip", bytes }]),
      bytesOf("words"),
    );
    const { articles, diagnostics } = await readArticles({ bytes: nest, file: "batch.zip" });
    expect([articles, diagnostics.map(({ code }) => code)]).toEqual([[], ["archive-too-deep"]]);
  });

  it("stop at the cap where a nest of them holds gigabytes", async () => {
    const zeros = writeZip([{ name: "zeros.txt", bytes: new Uint8Array(50_000_000) }]);
    const fold = (bytes: Uint8Array) =>
      writeZip(Array.from({ length: 16 }, (_, index) => ({ name: `${index}.zip`, bytes })));
    const bomb = fold(fold(zeros));
    const { articles, diagnostics } = await readArticles({ bytes: bomb, file: "batch.zip" });
    expect(articles).toEqual([]);
    expect(diagnostics.at(-1)?.code).toBe("archive-too-large");
    // It inflates the whole cap: seconds on an idle machine.
  }, 90_000);
});

describe("the shown name of an entry", () => {
  it("never leads out of the archive, and is of visible characters", () => {
    const part = fc.constantFrom("..", ".", "", "C:", "a.txt", "\u001b[2J", "\u202e", "b c");
    const name = fc
      .array(fc.oneof(part, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 8 })
      .chain((parts) => fc.constantFrom("/", "\\").map((bar) => parts.join(bar)));
    fc.assert(
      fc.property(name, (text) => {
        const shown = safeName(text, 0);
        expect(shown).not.toMatch(/\p{Cc}|\p{Cf}|\\|^\/|\/$|\/\//u);
        expect(shown.split("/")).not.toContain("..");
        expect(shown).not.toBe("");
      }),
    );
  });

  it("keeps its extension where it is cut", () => {
    expect(safeName(`${"long".repeat(100)}.html`, 0)).toMatch(/^.{150}….*\.html$/);
  });

  it.each(["a/", "__MACOSX/a.txt", "a/.git/x", ".DS_Store", "pictures/Thumbs.db"])(
    "is not asked for of %s",
    (name) => expect(isLitter(name)).toBe(true),
  );
});
