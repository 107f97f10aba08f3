import { describe, expect, it } from "vitest";
import { sizeTracks } from "../../../src/render/pdf/layout/size-tracks.js";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const BOX = "p { background: red; height: 12pt } div { display: grid }";
const boxes = (css: string, body: string) =>
  placedBoxes(setCleanPages(`${BOX} ${css}`, body).pages[0]);
const items = (count: number) => `<div>${"<p></p>".repeat(count)}</div>`;

describe("grids", () => {
  it("share the width out by fractions, after lengths and gaps", () => {
    const css = "div { grid-template-columns: 60pt 1fr 2fr; gap: 10pt 15pt }";
    expect(boxes(css, items(4))).toEqual([
      "20 20 60 12",
      "95 20 70 12",
      "180 20 140 12",
      "20 42 60 12",
    ]);
  });

  it("repeat columns, as often as asked or as there is room", () => {
    const widths = (columns: string) =>
      boxes(`div { grid-template-columns: ${columns} }`, items(2)).map((box) => box.split(" ")[2]);
    expect(widths("repeat(3, 1fr)")).toEqual(["100", "100"]);
    expect(widths("repeat(auto-fill, minmax(70pt, 1fr))")).toEqual(["75", "75"]);
    expect(widths("repeat(auto-fit, minmax(70pt, 1fr))")).toEqual(["150", "150"]);
  });

  it("fit columns to their content", () => {
    const css = "div { display: grid; grid-template-columns: max-content min-content auto }";
    const body = "<div><p>mm mm</p><p>mm mm</p><p>x</p></div>";
    const lines = placedLines(setCleanPages(css, body).pages[0]);
    expect(lines).toEqual(["20 30 mm mm", "57 30 mm", "57 42 mm", "75 30 x"]);
  });

  it("place items by lines, counted from either end, and over several tracks", () => {
    const css = `div { grid-template-columns: repeat(3, 1fr) } p { height: auto }
      .a { grid-column: 2 / -1; grid-row: 1 } .b { grid-row: span 2 }`;
    const body = '<div><p class="b">b</p><p class="a">a</p><p>c</p><p>d</p></div>';
    expect(boxes(css, body)).toEqual([
      "20 20 100 24",
      "120 20 200 12",
      "120 32 100 12",
      "220 32 100 12",
    ]);
  });

  it("place items into named areas", () => {
    const css = `div { grid-template: "head head" "side main" / 100pt 1fr }
      .head { grid-area: head } .side { grid-area: side } .main { grid-area: main }`;
    const body = '<div><p class="main"></p><p class="side"></p><p class="head"></p></div>';
    expect(boxes(css, body)).toEqual(["20 20 300 12", "120 32 200 12", "20 32 100 12"]);
  });

  it("fill the gaps that wide items leave only when asked to", () => {
    const wide = '<div><p></p><p class="w"></p><p></p></div>';
    const css = "div { grid-template-columns: 1fr 1fr } .w { grid-column: span 2 }";
    expect(boxes(css, wide).at(-1)).toBe("20 44 150 12");
    expect(boxes(`${css} div { grid-auto-flow: dense }`, wide).slice(0, 2)).toEqual([
      "20 20 150 12",
      "170 20 150 12",
    ]);
  });

  it("align items within their places", () => {
    const css = `div { grid-template-columns: 1fr; grid-auto-rows: 40pt; place-items: center }
      p { width: 100pt } p + p { justify-self: end; align-self: start }`;
    expect(boxes(css, items(2))).toEqual(["120 34 100 12", "220 60 100 12"]);
  });

  it("run from the right in right-to-left text", () => {
    const css = "div { direction: rtl; grid-template-columns: 60pt 1fr }";
    expect(boxes(css, items(2))).toEqual(["260 20 60 12", "20 20 240 12"]);
  });

  it("let a page end between their rows", () => {
    const css = "div { display: grid; grid-template-columns: 1fr 1fr } p { height: 80pt }";
    const { pages } = setCleanPages(css, "<div><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p></div>");
    expect(wordsOnPages(pages)).toEqual([["a", "b", "c", "d"], ["e"]]);
  });

  it("are not upset by lines that no paper holds", () => {
    const css =
      "div { grid-template-columns: repeat(999999999, 1pt) } p { grid-area: 9999999 / 1 }";
    expect(setCleanPages(`${BOX} ${css}`, items(2)).pages.length).toBeGreaterThan(0);
  });
});

describe("tracks", () => {
  it("grow from their least to their most as far as there is room", () => {
    const track = { min: 20, max: 100 } as const;
    expect(sizeTracks([track, { min: 20, max: 40 }], [], 100, 0, false)).toEqual([60, 40]);
  });

  it("with a fraction never get smaller than their content", () => {
    const fr = { min: "auto", max: { fr: 1 } } as const;
    const long = { start: 0, span: 1, min: 80, max: 90 };
    expect(sizeTracks([fr, fr], [long], 100, 0, false)).toEqual([80, 20]);
  });
});
