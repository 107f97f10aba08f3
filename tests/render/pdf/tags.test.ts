import { describe, expect, it } from "vitest";
import { renderPdf } from "../../../src/render/pdf/index.js";
import { tagPages } from "../../../src/render/pdf/tags/tag-pages.js";
import { openFile } from "./check-pdf/check-pdf.js";
import { elementsOf, readStructureTree } from "./check-pdf/structure-tree.js";
import { CREATED_AT, htmlPage, openPdf, renderBytes, setCleanPages } from "./page.js";
import { structureOf } from "./structure.js";

const PNG =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The structure below the document, one line per element. */
async function structure(body: string, css = "", language = "en"): Promise<string[]> {
  const lines = (await structureOf(await renderBytes(css, body, language))).split("\n");
  return lines.filter((line) => line !== "Document").map((line) => line.replace(/^ {2}/, ""));
}

describe("the structure of text", () => {
  it("has an element for each element that means something, and for no other", async () => {
    const body = `<section><h1>A <small>b</small></h1><div><div><p>One <em>two</em> <span>three</span>,
      <strong>four</strong> <q>five</q> <code>six</code>.</p></div></div></section>`;
    expect(await structure(body)).toEqual([
      "Sect",
      "  H1: A b",
      "  P: One [Span] three, [Span] [Quote] [Code] .",
      "    Span: two",
      "    Span: four",
      "    Quote: “five”",
      "    Code: six",
    ]);
  });

  it("puts loose words into paragraphs", async () => {
    const body = "<div>one<p>two</p>three</div><blockquote>four</blockquote>";
    expect(await structure(body)).toEqual([
      "Div",
      "  P: one",
      "  P: two",
      "  P: three",
      "BlockQuote",
      "  P: four",
    ]);
  });

  it("keeps words apart that the ends of lines keep apart, and no others", async () => {
    const body = `<p style="width: 40pt; overflow-wrap: anywhere">one two abcdefghijklmnop end</p>`;
    const { html, pages } = setCleanPages("", body);
    const tagged = tagPages(
      html,
      pages,
      () => true,
      () => {},
    );
    const lines = tagged.pages.flatMap(({ sequences }) => sequences.flatMap(({ marks }) => marks));
    const words = lines.map((line) =>
      line.kind === "text"
        ? line.pieces.map(({ piece }) => piece.text).join("") + (line.spaceAfter ? "+" : "|")
        : "",
    );
    expect(words.length).toBeGreaterThan(3);
    expect(words.join("")).toBe("one two+abcdefg|hijklmno|p end|");
  });

  it("follows the page as written, wherever its boxes are painted", async () => {
    const body = `<p>before</p><div style="position: relative"><p>first</p>
      <p style="position: absolute; left: 0; top: -20pt">second</p><p>third</p></div>
      <div style="display: flex; flex-direction: row-reverse"><p>left</p><p>right</p></div>`;
    const words = (await structure(body)).flatMap((line) => line.match(/P: (.*)/)?.[1] ?? []);
    expect(words).toEqual(["before", "first", "second", "third", "left", "right"]);
  });

  it("keeps one element for what two pages share", async () => {
    const body = `<p style="orphans: 1; widows: 1">${"word ".repeat(400)}</p>`;
    const bytes = await renderBytes("", body);
    expect((await structureOf(bytes)).match(/P: word/g)).toHaveLength(3);
    const root = readStructureTree(openFile(bytes));
    const types = root ? [...elementsOf(root)].map(({ type }) => type) : [];
    expect(types.filter((type) => type === "P")).toHaveLength(1);
  });

  it("says where the language changes, and what an abbreviation stands for", async () => {
    const body = `<p>In <span lang="tr">Türkiye</span> <span lang="en">so</span></p>
      <p lang="ar" dir="rtl">حفتر</p><p>The <abbr title="United Nations">UN</abbr></p>`;
    expect(await structure(body)).toEqual([
      "P: In [Span] so",
      "  Span lang=tr: Türkiye",
      "P lang=ar: حفتر",
      "P: The [Span]",
      "  Span: UN",
    ]);
  });

  it("lists a line of two directions as it is read", async () => {
    const body = `<p dir="rtl">قال <strong>حفتر</strong> ثم NATO report 5 مايو</p>`;
    expect(await structure(body, "", "ar")).toEqual([
      "P: قال [Span] ثم NATO report 5 مايو",
      "  Span: حفتر",
    ]);
  });

  it("does not read what the page hides from readers", async () => {
    const body = `<p>a<span aria-hidden="true">b</span></p><div aria-hidden="true"><p>c</p></div>`;
    expect(await structure(body)).toEqual(["P: a"]);
  });

  it("honours roles", async () => {
    const body = `<div role="heading" aria-level="1">A</div><table role="presentation"><tr><td>cell</td></tr></table>
      <p role="note">n</p><span role="img" aria-label="warning">▲</span>`;
    expect(await structure(body)).toEqual([
      "H1: A",
      "P: cell",
      "Note: n",
      "P",
      '  Span alt="warning": ▲',
    ]);
  });
});

describe("footnotes", () => {
  it("stand where they are called, with their number", async () => {
    const css = ".note { float: footnote }";
    const body = `<p>One<span class="note" id="n">The <em>note</em>.</span> two.</p><p>three</p>`;
    expect(await structure(body, css)).toEqual([
      "P: One [Reference] [Note] two.",
      "  Reference: 1",
      "  Note",
      "    Lbl: 1.",
      "    P: The [Span] .",
      "      Span: note",
      "P: three",
    ]);
  });

  it("are referred to by a link of the page, where their style calls them by nothing", async () => {
    const css = `.note { float: footnote }
      .note::footnote-call, .note::footnote-marker { content: none }`;
    const call = `<a id="r" href="#n" role="doc-noteref" aria-label="note 1">1</a>`;
    const note = `<span class="note" id="n"><a href="#r" aria-label="back">1</a> The note.</span>`;
    expect(await structure(`<p>One${call}${note} two.</p>`, css)).toEqual([
      "P: One [Reference] [Note] two.",
      "  Reference",
      "    Link links=1: 1",
      "  Note: [Link] The note.",
      "    Link links=1: 1",
    ]);
  });
});

describe("headings", () => {
  it("lose gaps between their levels, which are named", async () => {
    const html = htmlPage("", "<h1>A</h1><h4>B</h4><h4>C</h4><h2>D</h2><h3>E</h3>");
    const { bytes, diagnostics } = await renderPdf(html, { createdAt: CREATED_AT });
    expect((await structureOf(bytes)).match(/H\d/g)).toEqual(["H1", "H2", "H2", "H2", "H3"]);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["heading-level-skipped", expect.stringContaining('"B"')],
    ]);
  });
});

describe("lists", () => {
  it("have labels and bodies", async () => {
    const body = "<ol><li>one</li><li><p>two</p><ul><li>deep</li></ul></li></ol>";
    expect(await structure(body)).toEqual([
      "L",
      "  LI",
      "    Lbl: 1.",
      "    LBody: one",
      "  LI",
      "    Lbl: 2.",
      "    LBody",
      "      P: two",
      "      L",
      "        LI",
      "          Lbl: ◦",
      "          LBody: deep",
    ]);
  });

  it("are made of terms and what explains them", async () => {
    const body = "<dl><div><dt>a</dt><dt>b</dt><dd>c</dd></div><dt>d</dt><dd>e</dd></dl>";
    expect(await structure(body)).toEqual([
      "L",
      "  LI",
      "    Lbl: a",
      "    Lbl: b",
      "    LBody: c",
      "  LI",
      "    Lbl: d",
      "    LBody: e",
    ]);
  });

  it("of places in the page are a table of contents", async () => {
    const body = `<nav><ol><li><a href="#x">X</a> 3</li></ol></nav><h1 id="x">X</h1>`;
    expect(await structure(body)).toEqual([
      "Sect",
      "  TOC",
      "    TOCI",
      "      Lbl: 1.",
      "      Reference: [Link] 3",
      "        Link links=1: X",
      "H1: X",
    ]);
  });
});

describe("tables", () => {
  it("have their parts, and as many cells in each row", async () => {
    const body = `<table><caption>Cap</caption><thead><tr><th>A<th>B<th>C</thead>
      <tr><th>r</th><td rowspan="2">1</td><td>2</td></tr><tr><th>s</th></tr></table>`;
    expect(await structure(body)).toEqual([
      "Table",
      "  Caption: Cap",
      "  THead",
      "    TR",
      "      TH: A",
      "      TH: B",
      "      TH: C",
      "  TBody",
      "    TR",
      "      TH: r",
      "      TD: 1",
      "      TD: 2",
      "    TR",
      "      TH: s",
      // The reader fills up a row that a cell above reaches into.
      "      TD",
    ]);
  });

  it("are read once, though their heads are shown on every page", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `<tr><td>${row}</td></tr>`).join("");
    const body = `<table><thead><tr><th>Head</th></tr></thead>${rows}</table>`;
    const lines = await structureOf(await renderBytes("", body));
    expect(lines.match(/page/g)?.length).toBeGreaterThan(2);
    expect(lines.match(/: Head$/gm)).toHaveLength(1);
  });
});

describe("pictures", () => {
  it("have an alternative, and their words", async () => {
    const body = `<figure><svg viewBox="0 0 9 9" width="20" role="img" aria-label="A chart"><rect
      width="5" height="5"/><text y="5">5</text></svg><figcaption>Fig. 1</figcaption></figure>
      <p><img src="${PNG}" alt="A dot"><img src="${PNG}" alt=""></p>`;
    expect(await structure(body)).toEqual([
      "Div",
      '  Figure alt="A chart": 5',
      "  Caption: Fig. 1",
      "P",
      '  Figure alt="A dot": ',
    ]);
  });

  it("without one are named, and take their caption", async () => {
    const body = `<figure><img src="${PNG}"><figcaption>Fig. 1</figcaption></figure>`;
    const { bytes, diagnostics } = await renderPdf(htmlPage("", body), { createdAt: CREATED_AT });
    expect(diagnostics.map(({ code }) => code)).toEqual(["picture-without-alternative"]);
    expect(await structureOf(bytes)).toContain('Figure alt="Fig. 1"');
  });
});

describe("links", () => {
  it("belong to their annotations, one for each line", async () => {
    const body = `<p style="width: 60pt"><a href="https://example.org/">a link on two lines</a></p>`;
    expect((await structure(body))[1]).toMatch(/^ {2}Link links=2: a link/);
  });

  it("without a target are plain words", async () => {
    expect(await structure(`<p>a <a href="#none">b</a> <a href="javascript:x">c</a></p>`)).toEqual([
      "P: a b c",
    ]);
  });

  it("say what their elements say", async () => {
    const body = `<p id="s"><a href="#s" aria-label="source 1">[1]</a>
      <a href="https://example.org"><img src="${PNG}" alt="Home"></a></p>`;
    const page = await (await openPdf(await renderBytes("", body))).getPage(1);
    const contents = (await page.getAnnotations()).map(({ contentsObj }) => contentsObj.str);
    expect(contents).toEqual(["source 1", "Home"]);
  });
});
