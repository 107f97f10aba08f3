/** Small pages as templates fill them, and what a reader of words alone gets of them. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { renderDocument } from "../../../src/render/index.js";

const OPTIONS = {
  marking: "TLP:GREEN",
  edition: "sahel-weekly 2021-W18 · v1.0",
  author: "West Africa",
  createdAt: new Date("2021-05-09T18:00:00Z"),
};

const page = (body: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><title>Brief</title></head><body>${body}</body></html>`;

async function written(body: string, format: "md" | "txt"): Promise<string> {
  const unmarked = { ...OPTIONS, marking: "" };
  return new TextDecoder().decode(await renderDocument(page(body), format, unmarked));
}

async function wordParts(body: string, attributes?: string) {
  const bytes = await renderDocument(page(body, attributes), "docx", OPTIONS);
  const parts = unzipSync(bytes);
  return (path: string) => strFromU8(parts[path] ?? new Uint8Array());
}

const CITED = `<p><span class="statement" data-statement="s-1">Ships left.</span><sup class="cites">&nbsp;<span
  class="citation"><a class="cite" href="#source-1">[1]</a><button popovertarget="cited-1a"></button></span></sup></p>
  <div class="cited" id="cited-1a" popover><p class="cited-outlet">Reuters, 6 May <span class="badge">inferred</span></p>
  <blockquote>Ships left.</blockquote><p class="cited-source"><a href="#source-1">[1] Ships</a></p></div>`;

describe("Markdown", () => {
  test("has the words of a citation in a footnote, by the name that its use has on the page", async () => {
    expect(await written(CITED, "md")).toBe(
      "Ships left.[^1a]\n\n[^1a]: \\[1] Reuters, 6 May (inferred): Ships left.\n",
    );
  });

  test("leaves out what only leads about a page, and what nobody sees", async () => {
    const body = `<a data-only="page" href="#a">Skip</a><nav><a href="#a">A</a></nav><p>Kept</p>
      <p hidden>Hidden</p><svg aria-hidden="true"><text>x</text></svg><div aria-hidden="true">DRAFT</div>`;
    expect(await written(body, "md")).toBe("Kept\n");
  });

  test("keeps apart what only the style keeps apart", async () => {
    const body = `<h2>Forces <span>2 reports</span></h2><p><span>Issue 1</span>
      <span>Draft</span></p><p><span class="badge">3 May</span> Ships left.</p>`;
    expect(await written(body, "md")).toBe(
      "## Forces · 2 reports\n\nIssue 1 · Draft\n\n(3 May) Ships left.\n",
    );
  });

  test("says what a chart shows, and gives a table without headings an empty row of them", async () => {
    const body = `<svg role="img" aria-label="Seven ships"><rect/></svg>
      <table><tr><td>3 May</td><td>Ships | boats</td></tr></table>`;
    expect(await written(body, "md")).toBe(
      "Seven ships\n\n| | |\n| - | - |\n| 3 May | Ships \\| boats |\n",
    );
  });

  test("takes words of an article for words, whatever marks they hold", async () => {
    const hostile = `<p>*not bold* [x](javascript:alert(1)) &lt;script&gt; # no heading</p>`;
    expect(await written(hostile, "md")).toBe(
      "\\*not bold\\* \\[x]\\(javascript:alert(1)) \\<script> # no heading\n",
    );
  });

  test("puts a note of the page before the words that it cites", async () => {
    const body = `<p>Ships left.<sup class="cites"><span class="citation"><a class="cite" href="#note-1"
      role="doc-noteref">1</a><button popovertarget="cited-n1"></button></span></sup><span class="footnote"
      id="note-1" role="doc-footnote"><a class="note-number" href="#noteref-1">1</a> <i>Reuters</i>, 6 May.
      <a href="#source-1">[1]</a></span></p><div class="cited" id="cited-n1" popover><p class="cited-outlet">Reuters</p>
      <blockquote>Ships left.</blockquote><p class="cited-source"><a href="#source-1">[1] Ships</a></p>
      <p class="cited-note"><a href="#note-1">note 1</a></p></div>`;
    expect(await written(body, "md")).toBe(
      "Ships left.[^n1]\n\n[^n1]: *Reuters*, 6 May. \\[1] Ships left.\n",
    );
    const bare = body.replace(/<div class="cited"[\s\S]*/, "");
    expect(await written(bare, "md")).toBe(
      "Ships left.[^note-1]\n\n[^note-1]: *Reuters*, 6 May. \\[1]\n",
    );
  });
});

describe("plain text", () => {
  test("has lines of 76 letters at most, underlined headings and the words cited below a rule", async () => {
    const long = "word ".repeat(40);
    const text = await written(`<h1>Brief</h1><h2>Themes</h2><p>${long}</p>${CITED}`, "txt");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(text).toContain("BRIEF\n=====\n\nThemes\n------\n");
    expect(text).toMatch(
      /Ships left\.\[1a\]\n\n-{76}\n\n\[1a\] \[1\] Reuters, 6 May \(inferred\): Ships left\.\n$/,
    );
  });

  test("reads a table row by row, each cell behind its heading", async () => {
    const body = `<table><thead><tr><th>Port<th>Ships<tbody><tr><td>Tripoli<td>111<tr><td>Misrata<td></table>`;
    expect(await written(body, "txt")).toBe("* Tripoli\n  Ships: 111\n* Misrata\n");
  });

  test("prints the address of a link where its words are another", async () => {
    const body = `<p><a href="https://example.org/a">Source</a>, <a href="mailto:a@example.org">a@example.org</a></p>`;
    expect(await written(body, "txt")).toBe("Source <https://example.org/a>, a@example.org\n");
  });

  test.each([
    ['lang="tr"', "DİYARBAKIR"],
    ['lang="en"', "DIYARBAKIR"],
    ['lang="no language!"', "DIYARBAKIR"],
  ])("has its title in the capitals of its language: %s", async (attributes, title) => {
    const html = page("<h1>Diyarbakır</h1>", attributes);
    const text = new TextDecoder().decode(
      await renderDocument(html, "txt", { ...OPTIONS, marking: "" }),
    );
    expect(text.split("\n")[0]).toBe(title);
  });
});

test.each([
  ["md", /^\*\*TLP:GREEN\*\*\n\nShips left\.\n\n\*\*TLP:GREEN\*\*\n$/],
  ["txt", /^ {67}TLP:GREEN\n\nShips left\.\n\n {67}TLP:GREEN\n$/],
] as const)("the marking is the first and the last line of %s", async (format, lines) => {
  const bytes = await renderDocument(page("<p>Ships left.</p>"), format, OPTIONS);
  expect(new TextDecoder().decode(bytes)).toMatch(lines);
});

describe("a Word file", () => {
  test("has headings, footnotes and its language as Word names them", async () => {
    const part = await wordParts(`<h2 id="sea">At sea</h2>${CITED}`, 'lang="fr"');
    expect(part("word/document.xml")).toContain('<w:pStyle w:val="Heading2"/>');
    expect(part("word/document.xml")).toContain('<w:bookmarkStart w:name="sea"');
    expect(part("word/footnotes.xml")).toContain("[1] Reuters, 6 May (inferred): ");
    expect(part("word/styles.xml")).toContain('<w:lang w:val="fr"/>');
    expect(part("docProps/core.xml")).toContain("2021-05-09T18:00:00Z");
  });

  test("refers to a note again by a field, so that its number follows", async () => {
    const part = await wordParts(CITED.replace("</p>", `</p>${CITED.split("</p>")[0]}</p>`));
    const document = part("word/document.xml");
    expect(document.match(/<w:footnoteReference /g)).toHaveLength(1);
    expect(document).toContain(" NOTEREF note_1a \\f \\h ");
  });

  test("bears the marking at the head and foot of every page, at 12 points", async () => {
    const part = await wordParts("<p>Ships left.</p>");
    for (const place of ["word/header1.xml", "word/footer1.xml"]) {
      expect(part(place)).toMatch(/<w:sz w:val="24"\/>.*w:fill="000000".*TLP:GREEN/);
    }
  });

  test("runs from the right where the page does, but for words of the other direction", async () => {
    const body = `<p>قالت الوزيرة <span lang="en" dir="ltr">Ships left.</span></p>`;
    const document = (await wordParts(body, 'lang="ar" dir="rtl"'))("word/document.xml");
    expect(document).toContain("<w:bidi/>");
    expect(document).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>قالت الوزيرة/);
    expect(document).toMatch(/<w:lang w:val="en"\/><\/w:rPr><w:t[^>]*>Ships left\./);
  });

  test("links to no address but those of the web and of mail", async () => {
    const part = await wordParts(
      `<p><a href="javascript:alert(1)">a</a><a href="https://example.org">b</a></p>`,
    );
    expect(part("word/_rels/document.xml.rels")).not.toContain("javascript");
    expect(part("word/_rels/document.xml.rels")).toContain("https://example.org");
  });
});

test("a document for Word holds no character that XML cannot", async () => {
  const marking = "TLP\u0001\uffff";
  const bytes = await renderDocument(page("<p>Ships\ufffe left\u0007.</p>"), "docx", {
    ...OPTIONS,
    marking,
    author: "Desk\u001b\ud800",
  });
  const all = Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  expect(all.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g)).toBeNull();
  expect(all).toContain("Ships\ufffd left\ufffd.");
});
