/** What people and articles throw at the page: a page is always made, in bounded time, and no word is lost. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Diagnostic } from "../../../src/model/diagnostic.js";
import { type PdfOptions, renderPdf } from "../../../src/render/pdf/index.js";
import { CREATED_AT, copiedText, htmlPage } from "./page.js";

vi.setConfig({ testTimeout: 60_000 });

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function render(body: string, css = "", options: Partial<PdfOptions> = {}) {
  const { bytes, pages, diagnostics } = await renderPdf(htmlPage(css, body), {
    createdAt: CREATED_AT,
    ...options,
  });
  const codes = diagnostics.map(({ code }) => code);
  return { pages, codes, diagnostics, text: (await copiedText(bytes)).join("\n") };
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("");

describe("what no paper is large enough for", () => {
  it.each([
    "width: 1e300pt",
    "height: 1e300pt",
    "margin: 0 0 0 -1e22pt",
    "padding: 1e22pt",
    "font-size: 1e300pt",
    "line-height: 1e300",
    "letter-spacing: 1e22pt",
    "text-indent: -1e22pt",
    "width: calc(1e200pt * 1e200)",
    "position: absolute; left: 1e300pt",
    "transform: scale(1e300)",
    "transform: scale(1e7) scale(1e7) scale(1e7) scale(1e7)",
    "transform: translate(1e300pt, 0)",
  ])("has a page all the same: %s", async (style) => {
    const { pages } = await render(`<div style="border: 1pt solid; ${style}">One line.</div>`);
    expect(pages).toBeGreaterThan(0);
  });

  it.each([
    `<rect width="1e300" height="1e22" rx="1e300"/>`,
    `<path d="M1e300 0L1e22 5A1e300 1e-300 1e22 1 1 5 5Z"/>`,
    `<g transform="scale(1e300) translate(1e22)"><text font-size="1e300">T</text></g>`,
    `<svg viewBox="0 0 1e-300 1e-300"><rect width="1" height="1"/></svg>`,
  ])("is drawn all the same: %s", async (shapes) => {
    const svg = `<svg width="50" height="50" role="img" aria-label="T">${shapes}</svg>`;
    expect((await render(svg)).pages).toBeGreaterThan(0);
  });
});

describe("what is larger than its place", () => {
  it("is a table wider than the page: it is made narrower, and keeps every cell", async () => {
    const cells = repeat(20, (index) => `<td>value-${index}-without-a-break</td>`);
    const { pages, text } = await render(`<table><tr>${cells}</tr></table>`);
    expect(pages).toBeGreaterThan(0);
    const letters = text.replace(/\s/g, "");
    for (let index = 0; index < 20; index += 1) expect(letters).toContain(`${index}`);
    expect(letters.match(/[a-z]/g)?.length).toBe(20 * "valuewithoutabreak".length);
  });

  it("is a table whose words may not be cut: it is named", async () => {
    const cells = repeat(30, (index) => `<td style="white-space: nowrap">value ${index}</td>`);
    const { codes } = await render(`<table><tr>${cells}</tr></table>`);
    expect(codes).toEqual(["outside-page"]);
  });

  it("is a word longer than the line: it is cut, and keeps every letter", async () => {
    const word = "Donaudampfschifffahrt".repeat(20);
    const { text } = await render(`<p style="overflow-wrap: anywhere">${word}</p>`);
    expect(text.replace(/\s/g, "")).toBe(word);
  });

  it("is a picture larger than the page: it is made smaller", async () => {
    const { pages, text } = await render(
      `<p><img alt="a point" width="3000" height="4000" src="${PIXEL}"></p><p>after</p>`,
    );
    expect(pages).toBeLessThanOrEqual(2);
    expect(text).toContain("after");
  });

  it("is a footnote longer than the page: it goes on on the next", async () => {
    const note = repeat(200, (index) => `Sentence ${index} of the note. `);
    const { pages, text } = await render(
      `<p>Before<span class="note">${note}</span> and after.</p>`,
      ".note { float: footnote }",
    );
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain("Sentence 199");
    expect(text.replace(/\s+/g, " ")).toContain("and after.");
  });

  it("is a row higher than the page: it goes on on the next", async () => {
    const { pages, text } = await render(
      `<table><tr><td>${repeat(900, (index) => `w${index} `)}</td><td>beside</td></tr></table>`,
    );
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain("w899");
  });

  it("is more padding than the page has", async () => {
    const { pages, text } = await render('<div style="padding: 900pt">inside</div><p>after</p>');
    expect(pages).toBeLessThan(50);
    expect(text).toContain("after");
  });
});

describe("what is very much", () => {
  it("is a table of ten thousand rows", async () => {
    const rows = repeat(10_000, (index) => `<tr><td>${index}</td><td>row</td></tr>`);
    const { pages, text } = await render(
      `<table><thead><tr><th scope="col">No</th><th scope="col">Kind</th></tr></thead>${rows}</table>`,
    );
    expect(pages).toBeGreaterThan(500);
    expect(text).toContain("9999");
  });

  it("is a paragraph of one megabyte", async () => {
    const { pages, text } = await render(
      `<p>${"lorem ipsum dolor sit amet ".repeat(38_000)}end.</p>`,
    );
    expect(pages).toBeGreaterThan(100);
    expect(text).toContain("end.");
  });

  it("is a justified and hyphenated paragraph of a hundred kilobytes", async () => {
    const { text } = await render(
      `<p>${"internationalisation of organisations ".repeat(2700)}end.</p>`,
      "p { text-align: justify; hyphens: auto }",
    );
    expect(text).toContain("end.");
  });

  it("is a word of a hundred kilobytes", async () => {
    const { pages } = await render(`<p style="overflow-wrap: anywhere">${"x".repeat(100_000)}</p>`);
    expect(pages).toBeGreaterThan(10);
  });

  it("is thirty lists, one inside the other", async () => {
    const deep = repeat(30, (index) => `<ul><li>level ${index} `) + "</li></ul>".repeat(30);
    const { text } = await render(`${deep}<p>after</p>`);
    for (let index = 0; index < 30; index += 1) expect(text).toMatch(new RegExp(`\\b${index}\\b`));
    expect(text).toContain("after");
  });
});

describe("what is missing", () => {
  const files = () => undefined;

  it("is a font: it is named, and another is taken", async () => {
    const css = `@font-face { font-family: Own; src: url("own.woff2") } p { font-family: Own }`;
    const { text, diagnostics } = await render("<p>words</p>", css, { files });
    expect(text).toContain("words");
    expect(diagnostics.map(({ message }) => message).join("\n")).toContain("own.woff2");
  });

  it("is a picture: it is named, and its words stand in its place", async () => {
    const body = `<p><img src="chart.png" alt="the chart"> after</p>`;
    const { text, diagnostics } = await render(body, "", { files });
    expect(text).toContain("after");
    expect(diagnostics.map(({ message }) => message).join("\n")).toContain("chart.png");
  });

  it("is the size of a drawing", async () => {
    const { text } = await render(
      `<svg width="0" height="0"><rect width="5" height="5"/></svg><svg viewBox="0 0 0 0"></svg><p>after</p>`,
    );
    expect(text).toContain("after");
  });
});

describe("breaks that never end", () => {
  it("between paragraphs that all ask for a page", async () => {
    const { pages } = await render(
      repeat(50, () => "<p>x</p>"),
      "p { break-before: page; break-after: page; break-inside: avoid }",
    );
    expect(pages).toBeLessThanOrEqual(101);
  });

  it("inside what may not be cut and is higher than the page", async () => {
    const { text } = await render(
      `<div>${repeat(80, (index) => `<p>line ${index}</p>`)}</div>`,
      "div, p { break-inside: avoid; break-before: avoid; break-after: avoid }",
    );
    expect(text).toContain("line 79");
  });

  it("where a page has no room for a line", async () => {
    const { pages, text } = await render("<p>one</p><p>two</p>", "@page { margin: 120pt }");
    expect(pages).toBeLessThan(10);
    expect(text).toContain("two");
  });

  it("where orphans and widows ask for more lines than a page has", async () => {
    const { text } = await render(
      `<p>${"words and words ".repeat(300)}end.</p>`,
      "p { orphans: 9999; widows: 9999 }",
    );
    expect(text).toContain("end.");
  });
});

describe("a word that every object of the program knows", () => {
  const named = [
    "p { constructor: 1 }",
    "p { font-size: constructor }",
    "p { border-width: constructor }",
    "p { width: 1constructor }",
    "p { font-variant-numeric: constructor }",
    "p { color: constructor(1 2 3) }",
    "p::before { content: constructor(a) }",
    "p::before { content: leader(constructor) }",
    "p:constructor { color: red }",
    "@page { size: constructor }",
    "@page { constructor: 1 }",
    "@page:constructor { margin: 0 }",
    "@page { @constructor { content: 'a' } }",
    "@supports (constructor: 1) { p { color: red } } p { toString: 1 }",
  ];

  it.each(named)("is named like any other that the PDF cannot read: %s", async (css) => {
    const { pages, codes, text } = await render("<p>words</p>", css);
    expect([pages, text.trim()]).toEqual([1, "words"]);
    expect(codes.length).toBeGreaterThan(0);
  });

  it("is an element, a role or a language like any other that is not known", async () => {
    const body = `<constructor>one</constructor> <p role="constructor" lang="constructor"><q>two</q></p>`;
    const { codes, text } = await render(body);
    expect(codes).toEqual([]);
    expect(text).toMatch(/one\s+.two./);
  });
});

describe("hostile words", () => {
  it("of an article arrive as words and do nothing", async () => {
    const words = `<script>alert(1)</script><img src=x onerror=alert(1)></body> ]]> ) Tj (\\ << /JS (app.alert) >>`;
    const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const { text } = await render(`<p>${escaped}</p>`);
    expect(text.replace(/\s+/g, "")).toBe(words.replace(/\s+/g, ""));
  });

  it("cannot run, load or open anything", async () => {
    const body = `<script>document.body.textContent = "x"</script><iframe src="https://example.org"></iframe>
      <object data="file:///etc/passwd"></object><p onclick="x()">kept <a href="javascript:x()">words</a></p>`;
    const { bytes } = await renderPdf(htmlPage("", body), { createdAt: CREATED_AT });
    const file = Buffer.from(bytes).toString("latin1");
    expect(file).not.toMatch(/\/(JavaScript|JS|Launch|URI|GoToR)\b/);
    expect((await copiedText(bytes)).join("")).toContain("kept words");
  });
});

describe("everything at once", () => {
  const folder = join(import.meta.dirname, "../../conformance");

  it("is set on pages, and what is left out is named", async () => {
    const html = readFileSync(join(folder, "torture.html"), "utf8");
    const files = (path: string) => {
      const file = join(folder, path);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
    };
    const options = { createdAt: CREATED_AT, file: "torture.html", files };
    const { pages, diagnostics } = await renderPdf(html, options);
    const said = diagnostics.map(lineOf);
    // `vitest run tests/render/pdf/bad-input.test.ts -u` writes it anew: read what changed.
    await expect(`${[`${pages} pages`, ...said].join("\n")}\n`).toMatchFileSnapshot(
      "golden/torture.txt",
    );
  });
});

/** As the command line prints it: the place, what is wrong, and what to do instead. */
function lineOf({ message, place, hint }: Diagnostic): string {
  const at = [place?.file, place?.line, place?.column].filter((part) => part !== undefined);
  const way = hint === undefined ? "" : `\n  hint: ${hint}`;
  return `${at.join(":")} ${message}${way}`.trimStart();
}
