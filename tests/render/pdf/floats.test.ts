import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const BOX = "i { float: left; width: 100pt; height: 20pt; background: red }";
const set = (css: string, body: string) => setCleanPages(css, body);
const boxes = (css: string, body: string) => placedBoxes(set(css, body).pages[0]);
const lines = (css: string, body: string) => placedLines(set(css, body).pages[0]);
const WORDS = "<b>mmmm</b> ".repeat(30);

describe("floats", () => {
  it("stand at the left or at the right, and lines beside them are shorter", () => {
    const at = (side: string) => {
      const placed = lines(`${BOX} i { float: ${side} }`, `<p><i></i>${WORDS}</p>`);
      return placed.map((line) => line.split(" ").slice(0, 2).join(" ")).slice(0, 3);
    };
    expect(at("left")).toEqual(["120 30", "120 42", "20 54"]);
    expect(at("right")).toEqual(["20 30", "20 42", "20 54"]);
    const [first, , third] = lines(`${BOX} i { float: right }`, `<p><i></i>${WORDS}</p>`);
    expect(first?.length).toBeLessThan(third?.length ?? 0);
  });

  it("stand side by side as long as there is room, then further down", () => {
    expect(boxes(BOX, "<div><i></i><i></i><i></i><i></i></div>")).toEqual([
      "20 20 100 20",
      "120 20 100 20",
      "220 20 100 20",
      "20 40 100 20",
    ]);
  });

  it("reach from one paragraph beside the next", () => {
    const css = `${BOX} i { height: 30pt } p { margin: 0 0 6pt }`;
    expect(lines(css, "<p><i></i>a</p><p>b</p><p>c</p>")).toEqual([
      "120 30 a",
      "120 48 b",
      "20 66 c",
    ]);
  });

  it("do not keep the margins around them apart", () => {
    const css = `${BOX} p { margin: 10pt 0 }`;
    expect(lines(css, "<p>a</p><i></i><p>b</p>")).toEqual(["20 40 a", "120 62 b"]);
  });

  it("are cleared", () => {
    const css = `${BOX} .r { float: right; height: 40pt }`;
    const cleared = (clear: string) =>
      lines(css, `<i></i><i class="r"></i><p style="clear: ${clear}">a</p>`)[0];
    expect(cleared("none")).toBe("120 30 a");
    expect(cleared("left")).toBe("20 50 a");
    expect(cleared("both")).toBe("20 70 a");
  });

  it("stay inside a block that keeps them, and stick out of one that does not", () => {
    const css = `${BOX} div { background: blue }`;
    expect(boxes(css, "<div><i></i>a</div>")).toEqual(["20 20 300 12", "20 20 100 20"]);
    expect(boxes(`${css} div { display: flow-root }`, "<div><i></i>a</div>")[0]).toBe(
      "20 20 300 20",
    );
    expect(boxes(`${css} div { overflow: hidden }`, "<div><i></i>a</div>")[0]).toBe("20 20 300 20");
  });

  it("have a block that keeps its own floats stand beside them", () => {
    const css = `${BOX} div { overflow: hidden; background: blue }`;
    expect(boxes(css, "<i></i><div>a<br>b</div>")).toContain("120 20 200 24");
  });

  it("shrink to their words", () => {
    expect(lines("i { float: right; padding: 3pt }", "<p><i>mm</i>a</p>")).toEqual(
      ["20 30 a", "300 33 mm"].toReversed(),
    );
  });

  it("hold what comes after a line back when that has no room beside them", () => {
    const css = `${BOX} i { width: 280pt }`;
    expect(lines(css, "<p><i></i>incomprehensible</p>")).toEqual(["20 50 incomprehensible"]);
  });

  it("go to the next page together with the lines beside them", () => {
    const css = `${BOX} i { height: 60pt } .a { height: 150pt }`;
    const { pages } = set(css, '<p class="a">a</p><p><i></i>b<br>c<br>d</p>');
    expect(wordsOnPages(pages)).toEqual([["a"], ["b", "c", "d"]]);
    expect(placedBoxes(pages[1])).toEqual(["20 20 100 60"]);
    expect(placedLines(pages[1])[0]).toBe("120 30 b");
  });

  it("let pages end between their rows", () => {
    const css = "i { float: left; width: 150pt; height: 90pt }";
    const { pages } = set(css, "<i>1</i><i>2</i><i>3</i><i>4</i><i>5</i>");
    expect(wordsOnPages(pages)).toEqual([["1", "2", "3", "4"], ["5"]]);
  });

  it("higher than a page still end", () => {
    const css = `${BOX} i { height: 900pt }`;
    expect(set(css, `<p><i></i>${WORDS}</p>`).pages.length).toBeLessThan(10);
  });

  it("stand where reading begins or ends", () => {
    const css = `${BOX} i { float: inline-start }`;
    expect(boxes(css, '<div dir="rtl"><i></i>a</div>')).toEqual(["220 20 100 20"]);
  });
});
