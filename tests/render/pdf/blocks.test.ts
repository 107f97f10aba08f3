import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, setCleanPages } from "./page.js";

const placed = (css: string, body: string) => placedLines(setCleanPages(css, body).pages[0]);

describe("margins", () => {
  it("between neighbours collapse to the larger one", () => {
    expect(placed("p { margin: 6pt 0 10pt }", "<p>a</p><p>b</p>")).toEqual(["20 36 a", "20 58 b"]);
  });

  it("of a first child join those of its parent", () => {
    expect(placed("div, p { margin-top: 6pt }", "<div><p>a</p></div>")).toEqual(["20 36 a"]);
  });

  it("of a first child stay inside a parent with padding", () => {
    expect(placed("div { padding-top: 5pt } p { margin-top: 6pt }", "<div><p>a</p></div>")).toEqual(
      ["20 41 a"],
    );
  });

  it("go through an empty block", () => {
    expect(placed("p, div { margin: 6pt 0 }", "<p>a</p><div></div><p>b</p>")).toEqual([
      "20 36 a",
      "20 54 b",
    ]);
  });

  it("of auto put a narrow block in the middle", () => {
    expect(placed("p { width: 100pt; margin: 0 auto }", "<p>a</p>")).toEqual(["120 30 a"]);
  });
});

describe("boxes", () => {
  it("count padding and border into a border-box width, and onto a content-box one", () => {
    const css = "p { width: 50pt; padding: 0 5pt; border: 1pt solid red }";
    const { pages } = setCleanPages(
      `${css} .b { box-sizing: border-box }`,
      '<p>a</p><p class="b">a</p>',
    );
    expect(placedBoxes(pages[0])).toEqual(["20 20 62 14", "20 34 50 14"]);
  });

  it("are never narrower than asked, never wider", () => {
    const css = "p { background: red } .a { max-width: 80pt } .b { width: 10pt; min-width: 30pt }";
    const { pages } = setCleanPages(css, '<p class="a">a</p><p class="b">a</p>');
    expect(placedBoxes(pages[0])).toEqual(["20 20 80 12", "20 32 30 12"]);
  });

  it("are at least as high as asked", () => {
    const { pages } = setCleanPages("p { height: 30pt; background: red }", "<p>a</p><p>b</p>");
    expect(placedBoxes(pages[0])).toEqual(["20 20 300 30", "20 50 300 30"]);
  });
});

describe("flex rows", () => {
  it("share out what is left over by their factors", () => {
    const css = "div { display: flex; gap: 20pt } .a { flex: 3 } .b { flex: 1 }";
    expect(placed(css, '<div><p class="a">a</p><p class="b">b</p></div>')).toEqual([
      "20 30 a",
      "250 30 b",
    ]);
  });

  it("keep a fixed basis and give the rest to the others", () => {
    const css = "div { display: flex } .a { flex: 0 0 78pt } .b { flex: 1 }";
    expect(placed(css, '<div><p class="a">a</p><p class="b">b</p></div>')).toEqual([
      "20 30 a",
      "98 30 b",
    ]);
  });

  it("put their items at both ends, and at the foot", () => {
    const css = `div { display: flex; justify-content: space-between; align-items: flex-end }
      .a { line-height: 30pt }`;
    expect(placed(css, '<div><p class="a">a</p><p>mm</p></div>')).toEqual(["20 39 a", "303 48 mm"]);
  });

  it("align their items on their first baselines", () => {
    const css =
      "div { display: flex; align-items: baseline } .a { font-size: 20pt; line-height: 30pt }";
    const [a, b] = placed(css, '<div><p class="a">a</p><p>b</p></div>');
    expect(a?.split(" ")[1]).toBe(b?.split(" ")[1]);
  });

  it("never squeeze a column below its longest word", () => {
    const css = "div { display: flex; width: 60pt } p { flex: 1 }";
    const [, b] = placed(css, "<div><p>incomprehensible</p><p>b</p></div>");
    expect(Number(b?.split(" ")[0])).toBeGreaterThan(90);
  });

  it("take bare words for items of their own", () => {
    const css = "div { display: flex; gap: 10pt }";
    expect(placed(css, "<div>a <b>b</b></div>")).toEqual(["20 30 a", "35 30 b"]);
  });

  it("stretch their items' backgrounds to the same height", () => {
    const css = "div { display: flex } p { flex: 1; background: red }";
    const { pages } = setCleanPages(css, "<div><p>a</p><p>b<br>b</p></div>");
    expect(placedBoxes(pages[0])).toEqual(["20 20 150 24", "170 20 150 24"]);
  });
});
