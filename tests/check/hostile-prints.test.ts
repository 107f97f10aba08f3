import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { checkPage } from "../../src/check/check-page.js";
import { checkPdf, openBriefPdf } from "../../src/check/check-pdf.js";
import { type ExpectedPage, expectPage, templateOf } from "../../src/check/expected-page.js";
import { readPrintedPdf } from "../../src/check/pdf/structure-words.js";
import { openWorkspace } from "../../src/config/workspace.js";
import { nodeHost } from "../../src/host/node.js";
import { toJson } from "../../src/json.js";
import { renderPdf } from "../../src/render/index.js";
import { craftBrief, craftPdf } from "./craft-pdf.js";
import { faultsIn, makePrint, type TestPrint } from "./print.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let print: TestPrint;
let expected: ExpectedPage;
let issue: Buffer;
const folder = mkdtempSync(join(tmpdir(), "briefwright-hostile-"));

beforeAll(async () => {
  print = await makePrint();
  issue = Buffer.from(toJson(print.issue));
  const workspace = (await openWorkspace(nodeHost, print.root)).value;
  const template = await templateOf(nodeHost, workspace, print.issue);
  const page = template && (await expectPage(nodeHost, template.files, print.issue));
  if (!page) throw new Error("no page");
  expected = page;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function codesOf(bytes: Uint8Array | string): Promise<string[]> {
  const file = join(folder, "some-file");
  writeFileSync(file, bytes);
  const { diagnostics } = await checkFile(nodeHost, file);
  return [...new Set(diagnostics.map(({ code }) => code))];
}

describe("what is no brief is named as such", () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ["an empty file", () => Buffer.alloc(0)],
    ["bytes without any sense", () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ["words", () => Buffer.from("Libya and Turkey met.")],
    ["the first half of a PDF", () => print.pdf.subarray(0, print.pdf.length / 2)],
    ["a PDF of nothing but its head", () => Buffer.from("%PDF-1.7\n")],
    [
      "a PDF with a lock",
      () => craftPdf([{ text: "<</Type/Catalog>>" }], "/Root 1 0 R/Encrypt 1 0 R"),
    ],
    ["a PDF without a catalog", () => craftPdf([{ text: "null" }])],
    ["a page that is not UTF-8", () => Buffer.from("<!doctype html><p>\xff\xfe", "latin1")],
  ])("%s", async (_, bytes) => {
    expect(await codesOf(await bytes())).toEqual(["not-a-brief"]);
  });

  test.each<[string, () => Promise<Uint8Array>]>([
    [
      "a PDF of another page",
      async () => (await renderPdf("<!doctype html><title>A</title><p>Words.")).bytes,
    ],
    [
      "a page of somebody else",
      async () => Buffer.from("<!doctype html><title>A</title><p>Words."),
    ],
  ])("%s brings no issue", async (_, bytes) => {
    expect(await codesOf(await bytes())).toEqual(["issue-not-at-hand"]);
  });
});

describe("what was made to hold the check up ends in time", () => {
  test("a table of a million objects", async () => {
    const rows = Buffer.alloc(6_000_000, 1);
    const packed = deflateSync(rows);
    const head = `%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 1]/Size 1000000/Root 1 0 R/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
    const foot = "\nendstream\nendobj\nstartxref\n9\n%%EOF\n";
    const bytes = Buffer.concat([Buffer.from(head), packed, Buffer.from(foot)]);
    expect(await codesOf(bytes)).toEqual(["not-a-brief"]);
  });

  test("a page that unpacks to 200 MB", async () => {
    expect(await codesOf(craftBrief(issue, Buffer.alloc(200_000_000, 32)))).toContain(
      "not-a-brief",
    );
  });

  test.each([
    ["an element that holds itself", "<</Type/StructTreeRoot/K 7 0 R>>"],
    ["a tree that nests without end", `<</Type/StructTreeRoot/K ${"<</S/P/K ".repeat(5000)}1`],
    ["words that are nowhere", "<</Type/StructTreeRoot/K <</S/P/Pg 3 0 R/K [1 2 3 99999]>>>>"],
    ["arrays in arrays", `<</Type/StructTreeRoot/K ${"[".repeat(100_000)}`],
  ])("%s", async (_, structure) => {
    const codes = await codesOf(craftBrief(issue, Buffer.from("BT ET"), structure));
    expect(codes.length).toBeGreaterThan(0);
  });

  test.each([
    ["brackets that are never closed", "[".repeat(1_000_000)],
    ["states that are saved and never restored", "q ".repeat(500_000)],
    ["numbers without an operator", "1 ".repeat(500_000)],
    ["more words than a page can have", "BT (a) Tj ".repeat(200_000)],
  ])("a page of %s", async (_, content) => {
    expect((await codesOf(craftBrief(issue, Buffer.from(content)))).length).toBeGreaterThan(0);
  });

  test("a page of 50 MB", async () => {
    const bytes = Buffer.alloc(50_000_000, "<p>words ");
    bytes.write("<!doctype html>", 0);
    expect(await faultsIn(print, bytes)).not.toEqual([]);
  });

  test.each([
    ["of nothing but opened tags", "<div>".repeat(60_000)],
    ["of tags that never end", "<a ".repeat(60_000)],
    ["of comments that never end", "<!--".repeat(60_000)],
    ["of nothing but attributes", `<p ${"a=b ".repeat(60_000)}`],
    ["of one word", "x".repeat(300_000)],
  ])("a page %s", (_, body) => {
    const page = `<!doctype html>${body}`;
    const { filled } = print;
    const faults = checkPage(page, { html: filled, sameTemplate: true, sameProgram: true }, "x");
    expect(faults.length).toBeGreaterThan(0);
  });
});

/** A generator of numbers below one, the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function mutate(bytes: Buffer, random: () => number): Buffer {
  const changed = Buffer.from(bytes);
  const count = 1 + Math.floor(random() * 4);
  for (let each = 0; each < count; each += 1) {
    changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
  }
  return random() < 0.1 ? changed.subarray(0, Math.floor(random() * changed.length)) : changed;
}

/** As many as a run of all tests has time for; more by the environment. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 60);

describe("bytes changed at random", () => {
  const wordsOf = (bytes: Buffer): string => {
    const pdf = openBriefPdf(bytes, "brief.pdf");
    if ("code" in pdf) return "";
    const { parts } = readPrintedPdf(pdf.file);
    return parts.map(({ text, link }) => `${text} ${link}`).join("\n");
  };

  test("of a PDF never pass where the words are others", () => {
    const random = randomFrom(1);
    const words = wordsOf(print.pdf);
    let found = 0;
    for (let each = 0; each < MUTATIONS; each += 1) {
      const bytes = mutate(print.pdf, random);
      const pdf = openBriefPdf(bytes, "brief.pdf");
      const faults = "code" in pdf ? [pdf] : checkPdf(pdf, print.issue, expected, "brief.pdf");
      if (faults.length === 0) expect(wordsOf(bytes)).toBe(words);
      else found += 1;
    }
    expect(found / MUTATIONS).toBeGreaterThan(0.8);
  });

  test("of a page never pass", async () => {
    const random = randomFrom(2);
    const page = Buffer.from(print.html);
    for (let each = 0; each < MUTATIONS / 2; each += 1) {
      const bytes = mutate(page, random);
      if (bytes.equals(page)) continue;
      expect(await faultsIn(print, bytes)).not.toEqual([]);
    }
  });
});
