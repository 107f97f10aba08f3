import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import {
  htmlPage,
  placedBoxes,
  placedLines,
  placedPieces,
  setCleanPages,
  wordsOnPages,
} from "./page.js";

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `<p>l${index + 1}</p>`).join("");
const setWords = (css: string, body: string) => wordsOnPages(setCleanPages(css, body).pages);

describe("kinds of pages", () => {
  it("have margins of their own: the first, the left and the right ones", () => {
    const css =
      "@page :left { margin-left: 30pt; margin-right: 10pt } @page :first { margin-top: 56pt }";
    const { pages } = setCleanPages(css, paragraphs(40));
    expect(pages.map((page) => placedLines(page)[0])).toEqual([
      "20 66 l1",
      "30 30 l14",
      "20 30 l30",
    ]);
  });

  it("have running heads of their own, and the first may have none", () => {
    const css = `@page :left { @top-left { content: "left" } } @page :right { @top-right { content: "right" } }
      @page :first { @top-right { content: none } }`;
    expect(setWords(css, paragraphs(40)).map((page) => page.at(-1))).toEqual([
      "l16",
      "left",
      "right",
    ]);
  });

  it("are given by name, and a page begins where the name changes", () => {
    const css = `@page wide { size: 500pt 240pt; @top-left { content: "wide" } } .wide { page: wide }`;
    const { pages } = setCleanPages(css, '<p>a</p><div class="wide"><p>b</p></div><p>c</p>');
    expect(wordsOnPages(pages)).toEqual([["a"], ["b", "wide"], ["c"]]);
    expect(pages.map((page) => page.width)).toEqual([340, 500, 340]);
  });

  it("are all of one name where the root has it, in place of what stands for pages without", () => {
    const css = `html { page: leftward } .next { break-before: page }
      @page { @top-left { content: "title" } } @page leftward { @top-left { content: "marking" } }`;
    expect(setWords(css, '<p>a</p><p class="next">b</p>')).toEqual([
      ["a", "marking"],
      ["b", "marking"],
    ]);
  });

  it("take sizes and margins from variables of the root and of their own", () => {
    const css = `:root { --paper: 400pt 300pt; --edge: 30pt }
      @page { --top: calc(var(--edge) + 10pt); size: var(--paper); margin: var(--top) var(--none, 50pt) }`;
    const { pages } = setCleanPages(css, "<p>a</p>");
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[400, 300]]);
    expect(placedLines(pages[0])).toEqual(["50 50 a"]);
  });

  it("name the variable that is missing", () => {
    const css = ":root { --edge: 30pt } @page { margin: var(--egde) }";
    const { diagnostics } = setPages(htmlPage(css, ""));
    expect(diagnostics).toMatchObject([
      { code: "unsupported-page-property", hint: 'did you mean "--edge"?' },
    ]);
  });

  it("are left empty before what has to begin on the other side", () => {
    const css = '@page :blank { @top-left { content: "empty" } } .right { break-before: right }';
    expect(setWords(css, '<p>a</p><p class="right">b</p>')).toEqual([["a"], ["empty"], ["b"]]);
    expect(setWords(css, '<p>a</p><p style="break-after: left">b</p><p>c</p>')).toEqual([
      ["a", "b"],
      ["c"],
    ]);
    expect(setWords(css, '<p>a</p><p style="break-before: verso">b</p>')).toEqual([["a"], ["b"]]);
  });

  it("are coloured over their margins", () => {
    const { pages } = setCleanPages("@page :first { background: navy }", "<p>a</p>");
    expect(placedBoxes(pages[0])).toEqual(["0 0 340 240"]);
  });

  it("have lines as long as the column of their name", () => {
    const css = "@page wide { size: 500pt 240pt } .wide { page: wide } p { text-align: right }";
    const { pages } = setCleanPages(css, '<p>a</p><p class="wide">b</p>');
    const ends = pages.map((page) =>
      page.marks.map((mark) => (mark.kind === "text" ? placedPieces(mark)[0] : undefined)),
    );
    expect(ends.map(([piece]) => Math.round((piece?.x ?? 0) + (piece?.piece.width ?? 0)))).toEqual([
      320, 480,
    ]);
  });

  it("say so when their columns have other widths than the text is set to", () => {
    const { diagnostics } = setPages(htmlPage("@page :first { margin: 40pt }", ""));
    expect(diagnostics.map((each) => each.message)).toEqual([
      "some pages have a column of 260 pt, the text is set to 300 pt",
    ]);
  });

  it("show a picture that is larger than they are, as large as they are", () => {
    const svg =
      '<svg width="100pt" height="400pt" viewBox="0 0 100 400"><title>t</title><rect width="100" height="400"/></svg>';
    const css = "svg { display: block; border: 1pt solid red }";
    const { pages, diagnostics } = setPages(htmlPage(css, `<p>a</p>${svg}`));
    expect(diagnostics.map(({ code }) => code)).toEqual(["shrunk-picture"]);
    expect(pages).toHaveLength(2);
    expect(placedBoxes(pages[1])[0]).toMatch(/^20 20 52 20\d$/);
  });

  it("are named in a diagnostic when there are none such", () => {
    const { diagnostics } = setPages(htmlPage("@page :nth(2) { margin: 0 }", ""));
    expect(diagnostics.map((each) => each.message)).toEqual(['the PDF knows no page ":nth(2)"']);
  });
});

describe("margin boxes", () => {
  it("stand in all sixteen places", () => {
    const names = [
      "top-left-corner",
      "top-left",
      "top-center",
      "top-right",
      "top-right-corner",
      "left-top",
      "left-middle",
      "left-bottom",
      "right-top",
      "right-middle",
      "right-bottom",
      "bottom-left-corner",
      "bottom-left",
      "bottom-center",
      "bottom-right",
      "bottom-right-corner",
    ];
    const boxes = names.map((name, index) => `@${name} { content: "${index}" }`).join(" ");
    const { pages } = setCleanPages(`@page { ${boxes} }`, "");
    expect(placedLines(pages[0])).toMatchInlineSnapshot(`
      [
        "20 15 1",
        "166 15 2",
        "313 15 3",
        "6 32 5",
        "6 125 6",
        "6 217 7",
        "326 32 8",
        "326 125 9",
        "323 217 10",
        "13 15 0",
        "320 15 4",
        "20 235 12",
        "163 235 13",
        "306 235 14",
        "6 235 11",
        "320 235 15",
      ]
    `);
  });

  it("have a background, borders and a size of their own", () => {
    const css =
      '@page { @top-left { content: "x"; width: 50%; border-bottom: 1pt solid red } @left-top { content: ""; background: red; height: 30pt; width: 10pt } }';
    expect(placedBoxes(setCleanPages(css, "").pages[0])).toMatchInlineSnapshot(`
      [
        "20 0 150 20",
        "5 20 10 30",
      ]
    `);
  });

  it("show an element that the text gave away, on its page and the pages after it", () => {
    const css = `@page { @top-center { content: element(head) } }
      .head { position: running(head); border-bottom: 1pt solid red }`;
    const body = `<div class="head">One <b>bold</b></div>${paragraphs(20)}<div class="head">Two</div><p>end</p>`;
    const { pages } = setCleanPages(css, body);
    expect(wordsOnPages(pages).map((page) => page.at(-1))).toEqual(["One bold", "Two"]);
    expect(placedBoxes(pages[0])).toEqual(["20 4 300 13"]);
  });

  it("show the first, the last and the earlier string of a page", () => {
    const box = (place: string, which: string) =>
      `@${place} { content: "${which} " string(s, ${which}) }`;
    const css = `@page { ${box("top-left", "start")} ${box("top-right", "last")} ${box("bottom-left", "first")} ${box("bottom-right", "first-except")} }
      b { string-set: s content() }`;
    const body = `<p><b>A</b></p>${paragraphs(16)}<p><b>B</b></p><p><b>C</b></p>${paragraphs(16)}`;
    expect(setWords(css, body).map((page) => page.slice(-4))).toEqual([
      ["start A", "last A", "first A", "first-except"],
      ["start A", "last C", "first B", "first-except"],
      ["start C", "last C", "first C", "first-except C"],
    ]);
  });

  it("write page numbers in other styles", () => {
    const css =
      '@page { @bottom-center { content: counter(page, lower-roman) "/" counter(pages, upper-alpha) } }';
    expect(setWords(css, paragraphs(17)).map((page) => page.at(-1))).toEqual(["i/B", "ii/B"]);
  });
});
