/** One brief with footnotes, and its sources for reference managers: that it holds, and what does not. */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { exportIssueFile } from "../../src/export-issue-file.js";
import { nodeHost } from "../../src/host/node.js";
import { ManifestSchema } from "../../src/model/manifest.js";
import { reproduceIssue } from "../../src/reproduce/reproduce-issue.js";
import { readRepository } from "../workspace.js";
import { faultsIn, fileOf, makePrint, type TestPrint, textOf } from "./print.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SETTINGS = readRepository("briefwright.yaml").replace(
  /^ {2}libya-weekly:\n/m,
  "$&    citations: { form: footnotes, style: chicago }\n",
);
let print: TestPrint;

beforeAll(async () => {
  print = await makePrint(
    { "briefwright.yaml": SETTINGS },
    { exports: new Set(["csl-json", "ris"] as const) },
  );
});

describe("a brief with footnotes", () => {
  test.each(["brief.html", "brief.pdf", "issue.json"])("holds as %s", async (name) => {
    const { diagnostics } = await checkFile(nodeHost, fileOf(print.root, name), print.root);
    expect(diagnostics).toEqual([]);
  });

  test("does not hold as a PDF that lacks a note", async () => {
    const page = print.filled.replace(/<span class="footnote" id="note-3".*?\]<\/a><\/span>/, "");
    expect(page).not.toBe(print.filled);
    const faults = await faultsIn(print, await print.printPdf(page));
    expect(faults[0]).toMatchObject({ code: "printed-words-missing" });
    expect(faults[0]?.message).toMatch(/“3 .*\[\d\]” is not printed.*\(page 1\)/);
  });

  test("does not hold as a PDF whose note names another source", async () => {
    const page = print.filled.replace(
      /(<span class="footnote".*?>)Duvar English</,
      "$1Daily Star<",
    );
    const faults = await faultsIn(print, await print.printPdf(page));
    expect(faults[0]?.code).toBe("printed-words-differ");
  });

  test("does not hold as a page that lacks a note", async () => {
    const page = print.html.replace(/<li id="note-3">.*<\/li>\n/, "");
    expect(page).not.toBe(print.html);
    const codes = (await faultsIn(print, page)).map(({ code }) => code);
    expect(codes).toContain("printed-words-missing");
  });

  test("does not hold as a page whose number leads to another note", async () => {
    const page = print.html.replace('href="#note-3" role', 'href="#note-4" role');
    const codes = (await faultsIn(print, page)).map(({ code }) => code);
    expect(codes).toContain("printed-link-differs");
  });
});

describe("the sources of a brief for reference managers", () => {
  test("lie beside it, as its manifest says", () => {
    const manifest = ManifestSchema.parse(JSON.parse(textOf(fileOf(print.root, "manifest.json"))));
    expect(manifest.options.exports).toEqual(["csl-json", "ris"]);
    const outputs = manifest.outputs.map(({ path }) => path);
    expect(outputs).toEqual(expect.arrayContaining(["sources.csl.json", "sources.ris"]));
    expect(existsSync(fileOf(print.root, "sources.bib"))).toBe(false);
  });

  test("have an item for each source", () => {
    const items = JSON.parse(textOf(fileOf(print.root, "sources.csl.json")));
    expect(items.map(({ id }: { id: string }) => id)).toEqual(
      print.issue.sources.map(({ article }) => article),
    );
  });

  test("come again, byte for byte", async () => {
    const again = await reproduceIssue(nodeHost, { file: fileOf(print.root, "issue.json") });
    expect(again).toMatchObject({ holds: true, outputs: [] });
  });

  test("are written of a finished issue too", async () => {
    const formats = new Set(["bibtex", "ris"] as const);
    const path = fileOf(print.root, "issue.json");
    const { files } = await exportIssueFile(nodeHost, { path, formats });
    expect([...files.keys()]).toEqual(["sources.bib", "sources.ris"]);
    expect(new TextDecoder().decode(files.get("sources.ris"))).toBe(
      textOf(fileOf(print.root, "sources.ris")),
    );
  });
});
