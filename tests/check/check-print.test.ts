import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { nodeHost } from "../../src/host/node.js";
import type { Fault } from "../../src/model/fault.js";
import { generateIn, openTestWorkspace } from "../workspace.js";
import { faultsIn, fileOf, makePrint, type TestPrint } from "./print.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let print: TestPrint;
const alone = mkdtempSync(join(tmpdir(), "briefwright-alone-"));

beforeAll(async () => {
  print = await makePrint();
});

afterAll(() => rmSync(alone, { recursive: true, force: true }));

const codesOf = (faults: readonly Fault[]) => [...new Set(faults.map(({ code }) => code))];
const told = (faults: readonly Fault[]) =>
  faults.map(({ code, place, message }) => `${code}: ${place.slot ?? ""}: ${message}`);

/** What a hand may change, in the page and in what the PDF is made of. */
const CHANGES: readonly (readonly [string, string | RegExp, string, string, string])[] = [
  [
    "a word of a statement",
    "on May 3 met with her Turkish counterpart",
    "on May 3 fought with her Turkish counterpart",
    "printed-words-differ",
    "bottom line",
  ],
  [
    "a number of a statement",
    "13,000 Syrians",
    "23,000 Syrians",
    "printed-words-differ",
    "key messages",
  ],
  ["a figure", ">13,000</abbr>", ">31,000</abbr>", "printed-words-differ", "glance"],
  ["a sum of a finding", "= 24,000", "= 25,000", "printed-words-differ", "glance"],
  [
    "a date",
    '<th scope="row">24 Dec 2021',
    '<th scope="row">25 Dec 2021',
    "printed-words-differ",
    "watch",
  ],
  [
    "a name",
    "<bdi>Najla Mangoush</bdi>",
    "<bdi>Aguila Saleh</bdi>",
    "printed-words-differ",
    "says foreign forces",
  ],
  [
    "a count of reports",
    '<td class="number">2</td>',
    '<td class="number">3</td>',
    "printed-words-differ",
    "themes",
  ],
  ["a citation's number", ">[2]</a>", ">[3]</a>", "printed-citation-differs", "bottom line"],
  [
    "where a citation leads",
    /href="#source-2"(?=[^>]*>\[2\])/,
    'href="#source-1"',
    "printed-citation-differs",
    "bottom line",
  ],
  [
    "a sentence of somebody's own",
    '</p>\n</section><div class="columns">',
    ' The talks have failed.</p>\n</section><div class="columns">',
    "printed-words-added",
    "bottom line",
  ],
  [
    "a negation taken out",
    "has not been asked",
    "has been asked",
    "printed-words-missing",
    "theme foreign forces",
  ],
  ["the approval", "Draft, not approved", "Approved", "printed-words-differ", "masthead"],
];

describe("as they were made", () => {
  test("a page and a PDF hold", async () => {
    for (const name of ["brief.html", "brief.pdf", "issue.json"]) {
      const { diagnostics, statements } = await checkFile(
        nodeHost,
        fileOf(print.root, name),
        print.root,
      );
      expect(told(diagnostics)).toEqual([]);
      expect(statements).toBeGreaterThan(40);
    }
  });

  test.each(["brief.html", "brief.pdf"])(
    "%s that travels alone says what cannot be told",
    async (name) => {
      const file = join(alone, name);
      copyFileSync(fileOf(print.root, name), file);
      const { diagnostics } = await checkFile(nodeHost, file);
      expect(codesOf(diagnostics)).toEqual(["quotations-not-verified"]);
      expect(diagnostics[0]?.message).toMatch(/^\d+ quotations of 5 articles are not verified/);
    },
  );
});

test.each(["brief.html", "brief.pdf"])(
  "%s alone holds by the texts of a corpus at hand",
  async (name) => {
    const file = join(alone, `corpus-${name}`);
    copyFileSync(fileOf(print.root, name), file);
    const { diagnostics } = await checkFile(nodeHost, file, print.root);
    expect(told(diagnostics)).toEqual([]);
  },
);

describe("of a page that was changed by hand is named", () => {
  test.each(CHANGES)("%s", async (_, from, to, code, slot) => {
    const changed = print.html.replace(from, to);
    expect(changed).not.toBe(print.html);
    const faults = await faultsIn(print, changed);
    const named = faults.find((fault) => fault.code === code && fault.place.slot === slot);
    expect(named, told(faults).join("\n")).toBeDefined();
    const at = typeof from === "string" ? print.html.indexOf(from) : print.html.search(from);
    const line = print.html.slice(0, at).split("\n").length;
    expect(Math.abs((named?.place.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });
});

describe("of a PDF that was made of a changed page is named", () => {
  test.each(CHANGES)("%s", async (_, from, to, code, slot) => {
    const changed = print.filled.replace(from, to);
    expect(changed).not.toBe(print.filled);
    const faults = await faultsIn(print, await print.printPdf(changed));
    const named = faults.find((fault) => fault.code === code && fault.place.slot === slot);
    expect(named, told(faults).join("\n")).toBeDefined();
  });
});

describe("of a PDF in another look is named", () => {
  test.each<[string, string, string]>([
    ["words in the colour of the paper", ".bottom-line p { color: #f2f5f7 }", "words-hidden"],
    ["words too small to be read", ".bottom-line p { font-size: 0.6pt }", "words-hidden"],
    ["words off the page", ".bottom-line p { position: relative; left: 900pt }", "words-hidden"],
    [
      "words under a box",
      ".bottom-line { position: relative } .bottom-line::after { content: ''; position: absolute; inset: 0; background: white }",
      "words-hidden",
    ],
    ["words left out", ".bottom-line { display: none }", "printed-words-missing"],
    [
      "words of the style",
      ".bottom-line p::after { content: ' The talks have failed.' }",
      "printed-words-added",
    ],
    [
      "a marking left out at the foot",
      "@page { @bottom-right { content: none } }",
      "marking-not-printed",
    ],
    ["numbers of pages left out", "@page { @bottom-left { content: none } }", "page-not-named"],
    [
      "a remark in the margin",
      "@page { @bottom-center { content: 'The talks have failed.' } }",
      "printed-words-added",
    ],
    ["words nearly without colour", ".bottom-line p { opacity: 0.1 }", "words-hidden"],
  ])("%s", async (_, style, code) => {
    const faults = await faultsIn(print, await print.printPdf(print.filled, style));
    expect(codesOf(faults), told(faults).join("\n")).toContain(code);
  });

  test.each<[string, string, string, string]>([
    [
      "other words for who listens",
      'title="more than 20,000"',
      'title="more than 90,000"',
      "printed-words-added",
    ],
    ["another title of the file", "<title>Libya", "<title>On Libya", "document-info-differs"],
    ["an author", '<meta name="author" content="North Africa">', "", "document-info-differs"],
    [
      "a picture",
      '<main id="brief">',
      '<main id="brief"><img alt="" width="200" height="20" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR42mNoaAAAAYMBAYuRVfIAAAAASUVORK5CYII=">',
      "print-altered",
    ],
  ])("%s", async (_, from, to, code) => {
    const page = print.filled.replace(from, to);
    expect(page).not.toBe(print.filled);
    const faults = await faultsIn(print, await print.printPdf(page));
    expect(codesOf(faults), told(faults).join("\n")).toContain(code);
  });
});

test.each(["brief.html", "mail.html"])(
  "%s of a brief in the form of a message holds",
  async (name) => {
    const root = openTestWorkspace();
    const formats = new Set(["html", "mail", "json"] as const);
    await generateIn(root, { formats, template: "mail" });
    const file = join(root, "out/libya-weekly/2021-W18", name);
    expect((await checkFile(nodeHost, file, root)).diagnostics).toEqual([]);
  },
);
