import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const BOX = "p { background: red; width: 100pt; height: 12pt }";
const boxes = (css: string, body: string) =>
  placedBoxes(setCleanPages(`${BOX} div { display: flex } ${css}`, body).pages[0]);
const items = (count: number) => `<div>${"<p></p>".repeat(count)}</div>`;

describe("flex columns", () => {
  const WRAP = "div { flex-flow: column wrap; height: 30pt }";

  it("go on beside their items at the height that is asked for", () => {
    expect(boxes(WRAP, items(5))).toEqual([
      "20 20 100 12",
      "20 32 100 12",
      "120 20 100 12",
      "120 32 100 12",
      "220 20 100 12",
    ]);
    expect(boxes(`${WRAP} div { height: auto }`, items(3)).at(-1)).toBe("20 44 100 12");
  });

  it("share out what is free between their lines, which may run from the other side", () => {
    const lefts = (css: string) =>
      boxes(`${WRAP} ${css}`, items(3)).map((box) => box.split(" ")[0]);
    expect(lefts("")).toEqual(["20", "20", "170"]);
    expect(lefts("div { align-content: center }")).toEqual(["70", "70", "170"]);
    expect(lefts("div { align-content: flex-start; column-gap: 10pt }")).toEqual([
      "20",
      "20",
      "130",
    ]);
    expect(lefts("div { align-content: flex-start; flex-wrap: wrap-reverse }")).toEqual([
      "220",
      "220",
      "120",
    ]);
  });
});

describe("flex rows", () => {
  it("go on on a new line when they may wrap", () => {
    const css = "div { flex-wrap: wrap; gap: 10pt 20pt }";
    expect(boxes(css, items(3))).toEqual(["20 20 100 12", "140 20 100 12", "20 42 100 12"]);
  });

  it("may begin at the right, or with the last line", () => {
    expect(boxes("div { flex-direction: row-reverse }", items(2))).toEqual([
      "220 20 100 12",
      "120 20 100 12",
    ]);
    expect(boxes("div { flex-wrap: wrap-reverse }", items(4))).toEqual([
      "20 20 100 12",
      "20 32 100 12",
      "120 32 100 12",
      "220 32 100 12",
    ]);
  });

  it("put space around their items", () => {
    const lefts = (justify: string) =>
      boxes(`div { justify-content: ${justify} }`, items(2)).map((box) => box.split(" ")[0]);
    expect(lefts("space-around")).toEqual(["45", "195"]);
    expect(lefts("space-evenly")).toEqual(["53", "187"]);
    expect(lefts("center")).toEqual(["70", "170"]);
    expect(lefts("end")).toEqual(["120", "220"]);
  });

  it("set their items in the order asked for", () => {
    const css = "div { display: flex } .last { order: 1 }";
    const body = '<div><p class="last">a</p><p>b</p></div>';
    expect(placedLines(setCleanPages(css, body).pages[0])).toEqual(["20 30 b", "26 30 a"]);
  });

  it("give free room to automatic margins first", () => {
    const css = "div { justify-content: center } p + p { margin-left: auto }";
    expect(boxes(css, items(2))).toEqual(["20 20 100 12", "220 20 100 12"]);
  });

  it("let one item stand differently from the others", () => {
    const css = "div { height: 40pt; align-items: flex-end } p + p { align-self: center }";
    expect(boxes(css, items(2))).toEqual(["20 48 100 12", "120 34 100 12"]);
  });

  it("stretch their items over a height that they ask for", () => {
    expect(boxes("div { height: 40pt } p { height: auto }", items(1))).toEqual(["20 20 100 40"]);
  });

  it("spread their lines over a height that they ask for", () => {
    const tops = (align: string) =>
      boxes(`div { height: 60pt; flex-wrap: wrap; align-content: ${align} }`, items(4)).map(
        (box) => box.split(" ")[1],
      );
    expect(tops("space-between")).toEqual(["20", "20", "20", "68"]);
    expect(tops("center")).toEqual(["38", "38", "38", "50"]);
    expect(tops("stretch")).toEqual(["20", "20", "20", "50"]);
  });

  it("let a page end between their lines", () => {
    const css = "div { display: flex; flex-wrap: wrap } p { width: 200pt; height: 80pt }";
    const { pages } = setCleanPages(css, "<div><p>a</p><p>b</p><p>c</p></div>");
    expect(wordsOnPages(pages)).toEqual([["a", "b"], ["c"]]);
  });
});

describe("flex columns", () => {
  const COLUMN = "div { flex-direction: column }";

  it("set their items one under another, as wide as the column", () => {
    const css = `${COLUMN} div { gap: 5pt } p { width: auto; margin: 2pt }`;
    expect(boxes(css, items(2))).toEqual(["22 22 296 12", "22 43 296 12"]);
  });

  it("put their items at the side or in the middle", () => {
    const css = `${COLUMN} div { align-items: center } p + p { align-self: flex-end }`;
    expect(boxes(css, items(2))).toEqual(["120 20 100 12", "220 32 100 12"]);
  });

  it("share a height that they ask for", () => {
    const css = `${COLUMN} div { height: 100pt } p + p { flex: 1; height: auto }`;
    expect(boxes(css, items(2))).toEqual(["20 20 100 12", "20 32 100 88"]);
  });

  it("begin at the foot when reversed", () => {
    const css = "div { flex-direction: column-reverse; height: 100pt }";
    expect(boxes(css, items(2))).toEqual(["20 96 100 12", "20 108 100 12"]);
  });

  it("let a page end between and within their items", () => {
    const css = "div { display: flex; flex-direction: column } p { orphans: 1; widows: 1 }";
    const lines = Array.from({ length: 10 }, (_, index) => index).join("<br>");
    const { pages } = setCleanPages(css, `<div><p>${lines}</p><p>${lines}</p></div>`);
    expect(wordsOnPages(pages).map((words) => words.length)).toEqual([16, 4]);
  });
});
