import { describe, expect, it } from "vitest";
import { type ColumnWish, shareColumns } from "../../../src/render/pdf/layout/column-widths.js";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const wish = (min: number, max: number, rest: Partial<ColumnWish> = {}): ColumnWish => ({
  least: min,
  min,
  max,
  fixed: false,
  share: undefined,
  ...rest,
});

describe("column widths", () => {
  it("are in proportion to what the columns hold, when there is room", () => {
    expect(shareColumns([wish(10, 50), wish(10, 150)], 400)).toEqual([100, 300]);
  });

  it("lie between the narrowest and the widest, when there is not", () => {
    expect(shareColumns([wish(20, 40), wish(60, 260)], 190)).toEqual([30, 160]);
  });

  it("keep what is asked for in points", () => {
    const columns = [wish(10, 74, { fixed: true }), wish(10, 100)];
    expect(shareColumns(columns, 300)).toEqual([74, 226]);
  });

  it("keep what is asked for in percent", () => {
    expect(shareColumns([wish(10, 20, { share: 44 }), wish(10, 20)], 200)).toEqual([88, 112]);
  });

  it("never fall below the longest word", () => {
    expect(shareColumns([wish(90, 90, { share: 10 }), wish(50, 80)], 100)).toEqual([90, 50]);
  });
});

const TABLE =
  "table { border-collapse: collapse; width: 100% } td, th { padding: 0; text-align: left }";

describe("tables", () => {
  it("set cells side by side, as high as the highest", () => {
    const body = "<table><tr><td>a</td><td>b<br>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
    const { pages } = setCleanPages(`${TABLE} td { width: 50%; vertical-align: top }`, body);
    expect(placedLines(pages[0])).toEqual([
      "20 30 a",
      "170 30 b",
      "170 42 b",
      "20 54 c",
      "170 54 d",
    ]);
  });

  it("set a cell's words at the top, the middle or the foot", () => {
    const css = `${TABLE} td { width: 25% } .t { vertical-align: top } .b { vertical-align: bottom }`;
    const body =
      '<table><tr><td class="t">t</td><td>m</td><td class="b">b</td><td>x<br>x<br>x</td></tr></table>';
    expect(placedLines(setCleanPages(css, body).pages[0]).slice(0, 3)).toEqual([
      "20 30 t",
      "95 42 m",
      "170 54 b",
    ]);
  });

  it("let a cell reach over columns and rows", () => {
    const css = `${TABLE} td { width: 100pt; vertical-align: top; background: red }`;
    const body = `<table><tr><td colspan="2">a</td><td rowspan="2">b<br>b<br>b</td></tr>
      <tr><td>c</td><td>d</td></tr></table>`;
    const { pages } = setCleanPages(css, body);
    expect(placedBoxes(pages[0])).toEqual([
      "20 20 200 12",
      "220 20 100 36",
      "20 32 100 24",
      "120 32 100 24",
    ]);
  });

  it("shrink to their words when they ask for no width", () => {
    const css = "table { background: red; border-spacing: 0 } td { padding: 0 }";
    const { pages } = setCleanPages(css, "<table><tr><td>mm</td></tr></table>");
    expect(placedBoxes(pages[0])).toEqual(["20 20 17 12"]);
  });

  it("take widths from col elements", () => {
    const body = '<table><col style="width: 40pt"><col><tr><td>a</td><td>b</td></tr></table>';
    expect(placedLines(setCleanPages(TABLE, body).pages[0])).toEqual(["20 30 a", "60 30 b"]);
  });

  it("draw the line between two cells once", () => {
    const css = `${TABLE} td { border: 1pt solid red }`;
    const { pages } = setCleanPages(css, "<table><tr><td>a</td><td>b</td></tr></table>");
    const lefts = pages[0]?.marks.flatMap((mark) =>
      mark.kind === "box" ? [mark.style.borderLeftStyle] : [],
    );
    expect(lefts).toEqual(["solid", "none"]);
  });

  it("draw it once where cells reach over rows and columns", () => {
    const css = `${TABLE} td { border: 1pt solid red }`;
    const body = `<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>`;
    const edges = setCleanPages(css, body).pages[0]?.marks.flatMap((mark) =>
      mark.kind === "box"
        ? [[mark.style.borderTopStyle, mark.style.borderLeftStyle].join(" ")]
        : [],
    );
    expect(edges).toEqual(["solid solid", "solid none", "none none", "none none"]);
  });

  it("set their caption above them", () => {
    const body = "<table><caption>About</caption><tr><td>a</td></tr></table>";
    expect(wordsOnPages(setCleanPages(TABLE, body).pages).flat()).toEqual(["About", "a"]);
  });
});

describe("tables that ask for it", () => {
  const CELLS = "td { padding: 0; background: red; text-align: left }";
  const boxes = (css: string, body: string) =>
    placedBoxes(setCleanPages(`${CELLS} ${css}`, body).pages[0]);
  const row = "<tr><td>a</td><td>a</td></tr>";

  it("have their caption below", () => {
    const css = `${CELLS} table { border-spacing: 0; caption-side: bottom } caption { text-align: left }`;
    const body = `<table><caption>c</caption>${row}</table>`;
    expect(placedLines(setCleanPages(css, body).pages[0]).at(-1)).toBe("20 42 c");
  });

  it("keep columns and rows apart by different lengths", () => {
    const css = "table { border-spacing: 10pt 4pt; width: 230pt }";
    expect(boxes(css, `<table>${row}${row}</table>`)).toEqual([
      "30 24 100 12",
      "140 24 100 12",
      "30 40 100 12",
      "140 40 100 12",
    ]);
  });

  it("look at their first row only", () => {
    const css = "table { table-layout: fixed; width: 100%; border-spacing: 0 }";
    const body =
      '<table><tr><td style="width: 60pt">a</td><td>b</td></tr><tr><td>a</td><td>longer</td></tr></table>';
    expect(boxes(css, body).slice(0, 2)).toEqual(["20 20 60 12", "80 20 240 12"]);
  });
});
