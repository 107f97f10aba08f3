import { describe, expect, it } from "vitest";
import { pathOf } from "../../../src/render/pdf/figures/path-of.js";
import { setPages } from "../../../src/render/pdf/index.js";
import { htmlPage, placedLines, placedPieces, setCleanPages } from "./page.js";

const SVG = `<svg width="400" height="40" viewBox="0 0 400 40"><g fill="#12466b" font-size="8">
  <circle cx="10" cy="20" r="4"/><line x1="0" y1="20" x2="400" y2="20" stroke="#000"/>
  <text x="200" y="30" text-anchor="middle">mm</text></g></svg>`;

describe("drawings", () => {
  it("keep their proportions and shrink to their column", () => {
    const { pages } = setCleanPages("svg { display: block }", SVG);
    const drawing = pages[0]?.marks.find((mark) => mark.kind === "drawing");
    expect(drawing?.kind === "drawing" && drawing.matrix).toEqual([0.75, 0, 0, 0.75, 20, 20]);
  });

  it("set their words as words, around the place they are anchored to", () => {
    const { pages } = setCleanPages("svg { display: block } text { font-weight: 600 }", SVG);
    const text = pages[0]?.marks.find((mark) => mark.kind === "text");
    const piece = text?.kind === "text" ? placedPieces(text)[0] : undefined;
    expect(piece?.piece.source.style).toMatchObject({
      fontSize: 6,
      fontWeight: 600,
      color: "#12466b",
    });
    expect((piece?.x ?? 0) + (piece?.piece.width ?? 0) / 2).toBeCloseTo(20 + 200 * 0.75);
    expect(piece?.y).toBeCloseTo(20 + 30 * 0.75);
  });

  it("paint their shapes in their own colours", () => {
    const { pages } = setCleanPages("", SVG);
    const drawing = pages[0]?.marks.find((mark) => mark.kind === "drawing");
    const paints = drawing?.kind === "drawing" ? drawing.shapes.map((s) => [s.fill, s.stroke]) : [];
    expect(paints).toEqual([
      ["#12466b", "none"],
      ["#12466b", "#000000"],
    ]);
  });

  it("let words be seen through, as shapes are", () => {
    const svg = '<svg><g opacity="0.5"><text y="20" opacity="0.5">faint</text></g></svg>';
    const marks = setCleanPages("svg { display: block }", svg).pages[0]?.marks ?? [];
    expect(marks.map(({ kind }) => kind)).toEqual(["drawing", "group", "text", "group-end"]);
    expect(marks[1]).toMatchObject({ opacity: 0.25, clip: undefined });
  });

  it("tell a fill from a stroke of the same colour", () => {
    const svg = '<svg><path fill="red" d="M0 0L9 9"/><path stroke="red" d="M0 0L9 9"/></svg>';
    const drawing = setCleanPages("", svg).pages[0]?.marks.find((mark) => mark.kind === "drawing");
    const fills = drawing?.kind === "drawing" ? drawing.shapes.map((shape) => shape.fill) : [];
    expect(fills).toEqual(["#ff0000", "#000000"]);
  });

  it("stand in a line of text like a letter", () => {
    const { pages } = setCleanPages("", `<p>a <svg width="20" height="20"></svg> b</p>`);
    expect(placedLines(pages[0])).toEqual(["20 35 a ", "43 35  b"]);
  });
});

function drawingOf(svg: string, css = "svg { display: block }") {
  const { pages } = setCleanPages(css, svg);
  const mark = pages[0]?.marks.find((each) => each.kind === "drawing");
  if (mark?.kind !== "drawing") throw new Error("there is no drawing");
  return mark;
}

/** What a page with this drawing reports. */
function messagesOf(svg: string) {
  return setPages(htmlPage("", svg)).diagnostics.map((each) => each.message);
}

describe("shapes", () => {
  it("are turned, skewed and mapped by all functions of a transform", () => {
    const svg = `<svg width="10" height="10"><g transform="translate(5 0) rotate(90)">
      <rect width="1" height="1" transform="matrix(2 0 0 2 0 0) skewX(0)"/></g></svg>`;
    const matrix = drawingOf(svg).shapes[0]?.matrix.map((number) => Math.round(number));
    expect(matrix).toEqual([0, 2, -2, 0, 5, 0]);
  });

  it("take shares of the view box for sizes", () => {
    const svg = '<svg viewBox="0 0 200 100"><rect x="25%" width="50%" height="100%"/></svg>';
    expect(drawingOf(svg).shapes[0]?.path).toBe("M50 0L150 0L150 100L50 100Z");
  });

  it("have dashes, ends, corners and rules for filling", () => {
    const svg = `<svg><path d="M0 0L9 9" stroke="red" stroke-dasharray="4 2" stroke-linecap="round"
      stroke-linejoin="bevel" fill-rule="evenodd" fill-opacity=".5" opacity=".5"/></svg>`;
    expect(drawingOf(svg).shapes[0]).toMatchObject({
      dashes: [4, 2],
      lineCap: "round",
      lineJoin: "bevel",
      fillRule: "evenodd",
      fillOpacity: 0.25,
      strokeOpacity: 0.5,
    });
  });

  it("are shown again by <use>, in place", () => {
    const svg = `<svg viewBox="0 0 9 9"><defs><symbol id="s" viewBox="0 0 2 2"><circle r="1"/></symbol>
      <rect id="r" width="1" height="1"/></defs><use href="#r" x="3" y="4"/>
      <use href="#s" width="4" height="4"/></svg>`;
    const [rect, circle] = drawingOf(svg).shapes;
    expect(rect?.matrix).toEqual([1, 0, 0, 1, 3, 4]);
    expect(circle?.matrix.slice(0, 4)).toEqual([2, 0, 0, 2]);
  });

  it("that show themselves are named, and shown once", () => {
    const svg = '<svg><g id="a"><rect width="1" height="1"/><use href="#a"/></g></svg>';
    expect(messagesOf(svg)).toEqual(["<use> shows an element within itself"]);
  });

  it("that multiply without end are cut short", () => {
    const levels = Array.from(
      { length: 15 },
      (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`,
    );
    const svg = `<svg><defs><rect id="l0" width="1" height="1"/>${levels.join("")}</defs>
      <use href="#l15"/></svg>`;
    expect(setPages(htmlPage("", svg)).pages).toHaveLength(1);
  });

  it("filled with a pattern are hatched, tile by tile, and cut off at their edge", () => {
    const svg = `<svg viewBox="0 0 100 100"><defs><pattern id="p" width="4" height="4"
      patternUnits="userSpaceOnUse"><path d="M0 4L4 0" stroke="#12466b"/></pattern></defs>
      <rect width="8" height="8" fill="url(#p)" stroke="#000"/></svg>`;
    const { shapes } = drawingOf(svg);
    expect(shapes.map((shape) => shape.matrix.slice(4))).toEqual([
      [0, 0],
      [4, 0],
      [0, 4],
      [4, 4],
      [0, 0],
    ]);
    expect(shapes[0]?.clips[0]?.path).toBe("M0 0L8 0L8 8L0 8Z");
    expect(shapes.at(-1)).toMatchObject({ fill: "none", stroke: "#000000" });
  });

  it("are cut off at a clip path", () => {
    const svg = `<svg><clipPath id="c"><rect width="5" height="5"/></clipPath>
      <g clip-path="url(#c)"><circle r="9"/></g></svg>`;
    expect(drawingOf(svg).shapes[0]?.clips[0]?.path).toBe("M0 0L5 0L5 5L0 5Z");
  });

  it("with a gradient take its first colour, and say so", () => {
    const svg = `<svg><linearGradient id="g"><stop stop-color="#ff0000"/><stop/></linearGradient>
      <rect width="5" height="5" fill="url(#g)"/></svg>`;
    expect(messagesOf(svg)).toEqual(["the PDF paints a gradient in its first colour"]);
    const [mark] = setPages(htmlPage("", svg)).pages[0]?.marks ?? [];
    expect(mark?.kind === "drawing" && mark.shapes[0]?.fill).toBe("#ff0000");
  });

  it("of other kinds are named", () => {
    expect(messagesOf("<svg><foreignObject></foreignObject></svg>")).toEqual([
      "the PDF does not draw <foreignObject>",
    ]);
  });

  it("fill a box of other proportions as they are asked to", () => {
    const at = (aspect: string) =>
      drawingOf(
        `<svg viewBox="0 0 10 10" width="40" height="20" preserveAspectRatio="${aspect}"></svg>`,
      ).matrix.map((number) => Math.round(number * 100) / 100);
    expect(at("none")).toEqual([3, 0, 0, 1.5, 20, 20]);
    expect(at("xMinYMid meet")).toEqual([1.5, 0, 0, 1.5, 20, 20]);
    expect(at("xMaxYMid slice")).toEqual([3, 0, 0, 3, 20, 12.5]);
  });

  it("without a size harm nothing", () => {
    const svg = '<svg width="0" height="0" viewBox="0 0 0 0"><rect width="5" height="5"/></svg>';
    expect(setCleanPages("", `<p>a${svg}</p>`).pages).toHaveLength(1);
  });
});

describe("words in drawings", () => {
  const lines = (text: string) =>
    placedLines(
      setCleanPages(
        "svg { display: block; width: 200pt } text { font-size: 10px }",
        `<svg viewBox="0 0 200 100">${text}</svg>`,
      ).pages[0],
    );

  it("go on where a <tspan> says, anchored by themselves", () => {
    expect(lines('<text x="10" y="20">a<tspan x="10" dy="12">b</tspan> c</text>')).toEqual([
      "30 40 a",
      "30 52 b c",
    ]);
    expect(
      lines('<text x="100" y="20" text-anchor="end">mm<tspan dx="5">x</tspan></text>'),
    ).toEqual(["92 40 mmx"]);
  });

  it("hang on the line that their baseline is asked to be", () => {
    const y = (baseline: string) =>
      Number(lines(`<text y="50" dominant-baseline="${baseline}">a</text>`)[0]?.split(" ")[1]);
    expect(y("auto")).toBe(70);
    expect(y("middle")).toBeGreaterThan(70);
    expect(y("hanging")).toBeGreaterThan(y("middle"));
  });

  it("turn with their axis", () => {
    const svg = `<svg viewBox="0 0 100 100" width="100"><text transform="rotate(-90 10 50)" x="10"
      y="50">a</text></svg>`;
    const { pages } = setCleanPages("svg { display: block }", svg);
    const kinds = pages[0]?.marks.map((mark) => mark.kind);
    expect(kinds).toEqual(["drawing", "group", "text", "group-end"]);
    const group = pages[0]?.marks[1];
    const turned = group?.kind === "group" ? group.matrix.slice(0, 4).map(Math.round) : [];
    expect(turned).toEqual([0, -1, 1, 0]);
  });
});

describe("path data", () => {
  const attributes = (name: string, attribs: Record<string, string>) =>
    pathOf({ name, attribs } as unknown as Parameters<typeof pathOf>[0], {
      width: 200,
      height: 100,
      fontSize: 16,
    });

  it("is taken as it is when every command has its numbers", () => {
    const d = "M0,0 L10-5.5.5 1e2 c1 2 3 4 5 6Z";
    expect(attributes("path", { d })).toBe(d);
  });

  it("is refused when a number is missing", () => {
    expect(attributes("path", { d: "M0 0 L10" })).toBeUndefined();
    expect(attributes("path", { d: "L0 0" })).toBeUndefined();
  });

  it("is made for circles, rectangles and polygons", () => {
    expect(attributes("rect", { width: "4", height: "2" })).toBe("M0 0L4 0L4 2L0 2Z");
    expect(attributes("polygon", { points: "0,0 1,1 2,0" })).toBe("M0 0 1 1 2 0Z");
    expect(attributes("circle", { cx: "5", cy: "5", r: "2" })).toMatch(/^M3 5a2 2/);
  });
});

describe("words of a drawing in a right-to-left page", () => {
  const set = (text: string) => {
    const svg = `<svg dir="rtl" width="300" height="40" viewBox="0 0 300 40">${text}</svg>`;
    const css = "svg { display: block; direction: rtl }";
    return setCleanPages(css, svg).pages[0]?.marks.flatMap((mark) =>
      mark.kind === "text" ? [placedPieces(mark)] : [],
    );
  };
  const seen = (text: string) =>
    set(text)?.map((pieces) =>
      pieces.toSorted((a, b) => a.x - b.x).map(({ piece }) => piece.text.trim()),
    );

  it("stand in the order in which they are read, their numbers from left to right", () => {
    expect(seen('<text x="200" y="20">يناير 2021</text>')).toEqual([["2021", "", "يناير"]]);
  });

  it("begin at the right and end at the left of where they are anchored", () => {
    const ends = ["start", "middle", "end"].map((anchor) => {
      const [pieces = []] = set(`<text x="200" y="20" text-anchor="${anchor}">mm</text>`) ?? [];
      const [first] = pieces;
      return [(first?.x ?? 0) + (first?.piece.width ?? 0), first?.x ?? 0];
    });
    expect(ends[0]?.[0]).toBeCloseTo(20 + 200 * 0.75);
    expect(((ends[1]?.[0] ?? 0) + (ends[1]?.[1] ?? 0)) / 2).toBeCloseTo(20 + 200 * 0.75);
    expect(ends[2]?.[1]).toBeCloseTo(20 + 200 * 0.75);
  });
});
