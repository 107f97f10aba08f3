import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { htmlPage, placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

/** The test page has room for 16 lines. */
const ROOM = 16;

const setWords = (css: string, body: string) => wordsOnPages(setCleanPages(css, body).pages);
const lines = (count: number, name = "l") =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
const paragraphs = (count: number, name?: string) =>
  lines(count, name)
    .map((word) => `<p>${word}</p>`)
    .join("");
const paragraph = (count: number, name?: string) => `<p>${lines(count, name).join("<br>")}</p>`;

describe("pages", () => {
  it("are as many as the lines need", () => {
    const pages = setWords("", paragraphs(40));
    expect(pages.map((page) => page.length)).toEqual([ROOM, ROOM, 8]);
    expect(pages.flat()).toEqual(lines(40));
  });

  it("are one even when there is nothing to show", () => {
    expect(setWords("", "")).toEqual([[]]);
  });

  it("drop a margin where they begin, but not after a forced break", () => {
    const dropped = setCleanPages(
      "h3 { margin: 24pt 0 0; font: inherit }",
      `${paragraphs(15)}<h3>a</h3><p>b</p>`,
    );
    expect(placedLines(dropped.pages[1])[0]).toBe("20 30 a");
    const kept = setCleanPages(
      "h3 { margin: 24pt 0 0; font: inherit; break-before: page }",
      "<p>x</p><h3>a</h3>",
    );
    expect(placedLines(kept.pages[1])[0]).toBe("20 54 a");
  });

  it("begin where a break is forced, also by an element's first child", () => {
    const css = ".page { break-before: page } .end { break-after: page }";
    const body = '<p>a</p><div><p class="page">b</p></div><p class="end">c</p><p>d</p>';
    expect(setWords(css, body)).toEqual([["a"], ["b", "c"], ["d"]]);
  });

  it("leave no paragraph's first or last line alone", () => {
    expect(setWords("", paragraphs(15) + paragraph(4, "p"))[1]).toEqual(lines(4, "p"));
    const widowed = setWords("", paragraphs(13) + paragraph(4, "p"));
    expect(widowed[1]).toEqual(["p3", "p4"]);
    const asked = setWords("p { widows: 3 }", paragraphs(13) + paragraph(5, "p"));
    expect(asked[1]).toEqual(["p3", "p4", "p5"]);
  });

  it("have no heading at their foot", () => {
    const css = "h3 { margin: 0; font: inherit }";
    const pages = setWords(css, `${paragraphs(15)}<h3>head</h3>${paragraph(4, "p")}`);
    expect(pages[1]?.[0]).toBe("head");
    const two = setWords(css, `${paragraphs(14)}<h3>head</h3>${paragraph(4, "p")}`);
    expect(two[1]?.[0]).toBe("head");
    const fits = setWords(css, `${paragraphs(13)}<h3>head</h3>${paragraph(4, "p")}`);
    expect(fits[1]).toEqual(["p3", "p4"]);
  });

  it("keep a heading with the first row of a table and its head", () => {
    const css = "h3 { margin: 0; font: inherit } td, th { padding: 0 } table { border-spacing: 0 }";
    const table =
      "<table><thead><tr><th>H</th></tr></thead><tr><td>r1</td></tr><tr><td>r2</td></tr></table>";
    expect(setWords(css, `${paragraphs(14)}<h3>head</h3>${table}`)[1]).toEqual([
      "head",
      "H",
      "r1",
      "r2",
    ]);
  });

  it("keep a heading with what stands beside it in a flex row", () => {
    const css = "h3 { margin: 0; font: inherit } .row { display: flex }";
    const row = `<div class="row"><p>label</p>${paragraph(3, "p")}</div>`;
    expect(setWords(css, `${paragraphs(15)}<h3>head</h3>${row}`)[1]?.[0]).toBe("head");
  });

  it("do not cut what asks not to be cut", () => {
    const css = ".slot { break-inside: avoid }";
    const pages = setWords(css, `${paragraphs(10)}<div class="slot">${paragraphs(8, "s")}</div>`);
    expect(pages[1]).toEqual(lines(8, "s"));
  });

  it("cut it where it begins when no page has room for it", () => {
    const css = ".slot { break-inside: avoid }";
    const pages = setWords(css, `${paragraphs(10)}<div class="slot">${paragraphs(20, "s")}</div>`);
    expect(pages.map((page) => page.length)).toEqual([ROOM, 14]);
  });

  it("cut a flex row column by column", () => {
    const css = ".row { display: flex } .row > * { flex: 1 }";
    const row = `<div class="row"><div>${paragraphs(20, "a")}</div><div>${paragraphs(24, "b")}</div></div>`;
    const pages = setWords(css, row);
    expect(pages[0]).toEqual([...lines(16, "a"), ...lines(16, "b")]);
    expect(pages[1]).toEqual([...lines(20, "a").slice(16), ...lines(24, "b").slice(16)]);
  });

  it("show a box on both sides of the cut, open where it is cut", () => {
    const css = "div { border: 1pt solid red; padding: 3pt; background: yellow }";
    const { pages } = setCleanPages(css, `<div>${paragraphs(20)}</div>`);
    expect(pages.map((page) => placedBoxes(page)[0])).toEqual(["20 20 300 196", "20 20 300 52"]);
    const edges = pages.map((page) =>
      page.marks.flatMap((mark) => (mark.kind === "box" ? [mark.edges] : [])),
    );
    expect(edges.map(([edge]) => [edge?.top, edge?.bottom])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("come to an end even when nothing fits on them", () => {
    const css = "p { line-height: 500pt }";
    const { pages, diagnostics } = setPages(htmlPage(css, paragraphs(3)));
    expect(wordsOnPages(pages)).toEqual([["l1"], ["l2"], ["l3"]]);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(3).fill("outside-page"));
  });
});

describe("tables over several pages", () => {
  const css = "table { border-spacing: 0; width: 100% } td, th { padding: 0 }";
  const rows = (count: number) =>
    lines(count, "r")
      .map((word) => `<tr><td>${word}</td></tr>`)
      .join("");
  const table = (count: number) =>
    `<table><thead><tr><th>head</th></tr></thead><tbody>${rows(count)}</tbody></table>`;

  it("show their head on each", () => {
    const pages = setWords(css, table(40));
    expect(pages.map((page) => page[0])).toEqual(["head", "head", "head"]);
    expect(pages.flat().filter((word) => word !== "head")).toEqual(lines(40, "r"));
  });

  it("count the repeated head when they fill a page", () => {
    expect(setWords(css, table(40)).map((page) => page.length)).toEqual([ROOM, ROOM, 11]);
  });

  it("leave no head without a row", () => {
    expect(setWords(css, paragraphs(15) + table(2))[1]).toEqual(["head", "r1", "r2"]);
  });

  it("do not cut a row", () => {
    const row = `<table><tr><td>${lines(6).join("<br>")}</td></tr></table>`;
    expect(setWords(css, paragraphs(12, "p") + row)[1]).toEqual(lines(6));
  });

  it("cut a row that is higher than a page", () => {
    const row = `<table><tr><td>${lines(20).join("<br>")}</td><td>x</td></tr></table>`;
    const pages = setWords(css, row);
    expect(pages.map((page) => page.length)).toEqual([17, 4]);
    expect(pages[1]).toEqual(lines(20).slice(16));
  });

  it("do not repeat a head that would leave no room for rows", () => {
    const high = table(20).replace("<th>head", `<th>${lines(15, "h").join("<br>")}`);
    const pages = setWords(css, high);
    expect(pages.flat().filter((word) => word === "h1")).toHaveLength(1);
    expect(pages.flat().slice(15)).toEqual(lines(20, "r"));
  });

  it("come to an end when neither head nor row fits on a page", () => {
    const css = "table { border-spacing: 0 } td, th { padding: 0; line-height: 300pt }";
    expect(setWords(css, table(3))).toEqual([["head"], ["r1"], ["r2"], ["r3"]]);
  });

  it("show their head again also within a flex row", () => {
    const flex = `<div style="display: flex"><p>label</p><div style="flex: 1">${table(20)}</div></div>`;
    const pages = setWords(css, flex);
    expect(pages[1]?.[0]).toBe("head");
  });
});

describe("running heads", () => {
  const css = `@page { @top-left { content: string(part) } @top-right { content: "TLP:GREEN" }
    @bottom-center { content: counter(page) " of " counter(pages) } }
    h3 { string-set: part content(); font: inherit; margin: 0 } b { string-set: part content() }`;
  const headOf = (words: string[] | undefined) => words?.slice(-3);

  it("count the pages", () => {
    const pages = setWords(css, paragraphs(40));
    expect(pages.map((page) => page.at(-1))).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
  });

  it("take their words from the first element on the page, or the last one before it", () => {
    const body = `<h3>One</h3>${paragraphs(3)}<h3>Two</h3>${paragraphs(40)}`;
    const pages = setWords(css, body);
    expect(pages.map((page) => headOf(page)?.[0])).toEqual(["One", "Two", "Two"]);
  });

  it("take words from inline elements too", () => {
    expect(headOf(setWords(css, "<p>a <b>Three</b></p>")[0])?.[0]).toBe("Three");
  });

  it("stand at the edges and in the middle of the column", () => {
    const { pages } = setCleanPages(css, "<h3>One</h3>");
    expect(placedLines(pages[0]).slice(1)).toEqual([
      "20 15 One",
      "253 15 TLP:GREEN",
      "155 235 1 of 1",
    ]);
  });

  it("set one that is long on several lines, and keep the middle one in the middle", () => {
    const long = `@page { margin-bottom: 40pt; @bottom-left { content: "${"long ".repeat(9)}" } @bottom-center { content: "mm" } }`;
    const lines = placedLines(setCleanPages(long, "").pages[0]);
    const center = lines.find((line) => line.endsWith("mm"));
    expect(lines.filter((line) => /^20 \d+ long/.test(line)).length).toBe(2);
    expect(Number(center?.split(" ")[0])).toBeCloseTo(170 - 9, -1);
  });
});
