import { describe, expect, it } from "vitest";
import { pathOf } from "../../../src/render/pdf/figures/path-of.js";
import { placedLines, setCleanPages } from "./page.js";

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
    const piece = text?.kind === "text" ? text.pieces[0] : undefined;
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

describe("path data", () => {
  const attributes = (name: string, attribs: Record<string, string>) =>
    pathOf({ name, attribs } as unknown as Parameters<typeof pathOf>[0]);

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
