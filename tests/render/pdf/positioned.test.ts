import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/render/pdf/pages/page.js";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const boxes = (css: string, body: string) => placedBoxes(setCleanPages(css, body).pages[0]);

function groups(page: Page | undefined) {
  return (page?.marks ?? []).flatMap((mark) => (mark.kind === "group" ? [mark] : []));
}

describe("absolutely positioned boxes", () => {
  const FRAME = "div { position: relative; height: 60pt; width: 200pt } i { position: absolute }";
  const BOX = "i { background: red; width: 20pt; height: 10pt }";
  const frame = "<div><p><b><i></i></b></p></div>";

  it("stand at all four edges of the nearest positioned element", () => {
    const at = (inset: string) => boxes(`${FRAME} ${BOX} i { ${inset} }`, frame);
    expect(at("left: 5pt; top: 7pt")).toEqual(["25 27 20 10"]);
    expect(at("right: 5pt; bottom: 7pt")).toEqual(["195 63 20 10"]);
    expect(at("left: 50%; top: 50%")).toEqual(["120 50 20 10"]);
  });

  it("reach from edge to edge without a size, or stand in the middle with automatic margins", () => {
    const at = (inset: string) => boxes(`${FRAME} i { background: red; ${inset} }`, frame);
    expect(at("inset: 5pt 10pt")).toEqual(["30 25 180 50"]);
    expect(at("inset: 0; margin: auto; width: 20pt; height: 10pt")).toEqual(["110 45 20 10"]);
  });

  it("shrink to their words", () => {
    expect(
      boxes(`${FRAME} i { background: red; right: 0; top: 0 }`, frame.replace("></i", ">mm</i")),
    ).toEqual(["202 20 18 12"]);
  });

  it("are painted after what stands in the flow, unless their z-index is negative", () => {
    const css = `${FRAME} ${BOX} i { top: 0 } p { background: blue }`;
    const body = "<div><i></i><p>a</p></div>";
    expect(boxes(css, body)).toEqual(["20 20 200 12", "20 20 20 10"]);
    expect(boxes(`${css} i { z-index: -1 }`, body)).toEqual(["20 20 20 10", "20 20 200 12"]);
  });

  it("count from the first page when nothing around them is positioned", () => {
    const css = `${BOX} i { position: absolute; right: 0; bottom: 0 }`;
    expect(boxes(css, "<p>a<i></i></p>")).toEqual(["300 210 20 10"]);
  });

  it("without top and bottom stand where they would be in the flow", () => {
    const css = `${BOX} i { position: absolute; display: block } p { margin: 10pt 0 } h2 { margin: 30pt 0 }`;
    const after = "<div><p>1</p><i></i><h2>2</h2></div>";
    expect(boxes(css, after)).toEqual(["20 52 20 10"]);
    expect(boxes(`${css} i { right: 0 }`, after)).toEqual(["300 52 20 10"]);
    expect(boxes(`${css} i { z-index: -1 }`, after)).toEqual(["20 52 20 10"]);
    expect(boxes(css, "<div><i></i><p>1</p></div>")).toEqual(["20 30 20 10"]);
  });

  it("hang from both ends of a box that a page cuts", () => {
    const css = `div { position: relative } i { position: absolute } p { height: 150pt }
      .t { top: 0 } .b { bottom: 0 }`;
    const body = '<div><i class="t">top</i><i class="b">foot</i><p>1</p><p>2</p></div>';
    expect(wordsOnPages(setCleanPages(css, body).pages)).toEqual([
      ["1", "top"],
      ["2", "foot"],
    ]);
  });
});

describe("fixed boxes", () => {
  it("are shown on every page, and read once", () => {
    const css = "p { height: 150pt } i { position: fixed; top: 50pt; left: 10pt }";
    const { pages } = setCleanPages(css, "<p>1</p><p>2<i>DRAFT</i></p>");
    expect(wordsOnPages(pages)).toEqual([
      ["1", "DRAFT"],
      ["2", "DRAFT"],
    ]);
    const kinds = pages.map((page) => page.marks.at(-1)?.furniture);
    expect(kinds).toEqual([undefined, "repeated"]);
    expect(placedLines(pages[1]).at(-1)).toBe("30 80 DRAFT");
  });
});

describe("groups", () => {
  it("turn, move and scale what a box holds around its middle", () => {
    const css = "p { width: 100pt; height: 20pt; transform: rotate(90deg) translate(50%, 2pt) }";
    const [group] = groups(setCleanPages(css, "<p>a</p>").pages[0]);
    // The middle (70, 30) goes 50 pt along and 2 pt across, both turned by a right angle.
    const [a, b, c, d, e, f] = group?.matrix ?? [0, 0, 0, 0, 0, 0];
    expect([a * 70 + c * 30 + e, b * 70 + d * 30 + f].map(Math.round)).toEqual([68, 80]);
  });

  it("end where the box ends", () => {
    const { pages } = setCleanPages("p + p { opacity: .5 }", "<p>a</p><p>b</p><p>c</p>");
    const kinds = pages[0]?.marks.map((mark) => mark.kind);
    expect(kinds).toEqual(["text", "group", "text", "group-end", "group", "text", "group-end"]);
  });

  it("cut off what is higher than the box", () => {
    const css = "div { height: 24pt; overflow: hidden } ";
    const { pages } = setCleanPages(css, "<div><p>1</p><p>2</p><p>3</p></div><p>4</p>");
    expect(groups(pages[0])[0]?.clip).toMatchObject({ y: 20, height: 24 });
    expect(placedLines(pages[0]).at(-1)).toBe("20 54 4");
  });

  it("move a relatively positioned box, and leave its room where it was", () => {
    const css = ".a { position: relative; left: 5pt; bottom: 3pt }";
    const { pages } = setCleanPages(css, '<p class="a">a</p><p>b</p>');
    expect(groups(pages[0])[0]?.matrix.slice(4)).toEqual([5, -3]);
    expect(placedLines(pages[0])[1]).toBe("20 42 b");
  });

  it("take their links, names and headings with them", () => {
    const css = "div { width: 100pt; height: 20pt; transform: translate(30pt, 50pt) scale(2) }";
    const body =
      '<div><h2 id="here" style="margin: 0"><a href="https://example.org">a</a></h2></div>';
    const plain = setCleanPages("div { width: 100pt; height: 20pt }", body).pages[0];
    const { links, anchors, headings } = setCleanPages(css, body).pages[0] ?? {};
    const [link] = plain?.links ?? [];
    // Twice as large around the middle (70, 30), then 30 pt to the right and 50 pt down.
    expect(links?.[0]?.x).toBeCloseTo(70 + 2 * ((link?.x ?? 0) - 70) + 30);
    expect(links?.[0]?.width).toBeCloseTo(2 * (link?.width ?? 0));
    expect(links?.[0]?.y).toBeCloseTo(30 + 2 * ((link?.y ?? 0) - 30) + 50);
    expect(anchors?.[0]?.y).toBeCloseTo(60);
    expect(headings?.[0]?.y).toBeCloseTo(60);
  });

  it("bound what they turn by an upright rectangle", () => {
    const css =
      "div { width: 100pt; height: 100pt; transform: rotate(90deg) } a { font-size: 10pt }";
    const { links } =
      setCleanPages(css, '<div><a href="https://example.org">a</a></div>').pages[0] ?? {};
    expect((links?.[0]?.height ?? 0) < (links?.[0]?.width ?? 0)).toBe(true);
    expect(Math.round((links?.[0]?.x ?? 0) + (links?.[0]?.width ?? 0))).toBeGreaterThan(118);
  });

  it("keep flex items apart from each other", () => {
    const css = "div { display: flex } p { opacity: .5 }";
    const { pages } = setCleanPages(css, "<div><p>a</p><p>b</p></div>");
    const kinds = pages[0]?.marks.map((mark) => mark.kind);
    expect(kinds).toEqual(["group", "text", "group-end", "group", "text", "group-end"]);
  });
});

describe("hidden boxes", () => {
  it("keep their room and show nothing", () => {
    const css = ".a { visibility: hidden; background: red }";
    const { pages } = setCleanPages(css, '<p class="a">a</p><p>b</p>');
    expect(placedBoxes(pages[0])).toEqual([]);
    expect(placedLines(pages[0])).toEqual(["20 42 b"]);
  });
});
