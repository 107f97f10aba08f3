import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, setCleanPages } from "./page.js";

const boxes = (css: string, body: string) => placedBoxes(setCleanPages(css, body).pages[0]);

describe("in a right-to-left page", () => {
  it("a narrow block stands at the right", () => {
    const css = "body { direction: rtl } p { width: 100pt; background: red }";
    expect(boxes(css, "<p>a</p>")).toEqual(["220 20 100 12"]);
  });

  it("the left one of two margins that are too much gives way", () => {
    const css = "p { width: 100pt; margin: 0 30pt 0 10pt; background: red }";
    expect(boxes(css, '<div dir="rtl"><p>a</p></div>')).toEqual(["190 20 100 12"]);
  });

  it("an automatic margin still puts a block in the middle or at the other side", () => {
    const css = `p { width: 100pt; background: red; height: 12pt }
      .m { margin: 0 auto } .l { margin-right: auto } .r { margin-left: auto }`;
    const body = '<div dir="rtl"><p class="m"></p><p class="l"></p><p class="r"></p></div>';
    expect(boxes(css, body)).toEqual(["120 20 100 12", "20 32 100 12", "220 44 100 12"]);
  });

  it("a flex row runs from the right", () => {
    const css = "div { display: flex; gap: 20pt } p { width: 60pt; background: red }";
    expect(boxes(css, '<div dir="rtl"><p>a</p><p>b</p></div>')).toEqual([
      "260 20 60 12",
      "180 20 60 12",
    ]);
  });

  it("the first column of a table is the right one", () => {
    const css = "table { border-spacing: 0; width: 100% } td { padding: 0; background: red }";
    const body = `<table dir="rtl"><tr><td style="width: 100pt">a</td><td>b</td></tr>
      <tr><td colspan="2">c</td></tr></table>`;
    expect(boxes(css, body)).toEqual(["220 20 100 12", "20 20 200 12", "20 32 300 12"]);
  });

  it("the line between two cells is drawn once", () => {
    const css = "table { border-collapse: collapse } td { border: 2pt solid red; padding: 0 }";
    const { pages } = setCleanPages(css, '<table dir="rtl"><tr><td>a</td><td>b</td></tr></table>');
    const marks = pages[0]?.marks.flatMap((mark) => (mark.kind === "box" ? [mark.style] : []));
    expect(marks?.map((style) => [style.borderLeftStyle, style.borderRightStyle])).toEqual([
      ["solid", "solid"],
      ["solid", "none"],
    ]);
  });

  it("a bullet stands at the right of its item", () => {
    const css = "ul { margin: 0; padding: 0 20pt 0 0 }";
    const [bullet] = placedLines(setCleanPages(css, '<ul dir="rtl"><li>a</li></ul>').pages[0]);
    expect(bullet).toBe("305 30 •");
  });
});
