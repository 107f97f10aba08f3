/** A path and its style in, the shapes that show it out: patterns are drawn tile by tile (SVG 2, 13). */
import { type Element, isTag } from "domhandler";
import type { Style } from "../css/properties.js";
import type { Color } from "../css/values.js";
import { type Bounds, pathBounds } from "./path-bounds.js";
import { pathOf } from "./path-of.js";
import { invert, type Matrix, multiply, type Shape } from "./picture.js";
import { PX, type SvgPlace, type SvgReading } from "./read-svg.js";
import { readTransform, svgLength } from "./svg-values.js";

export function paintShape(path: string, place: SvgPlace, reading: SvgReading): void {
  const { style } = place.outer;
  const fill = plainPaint(style.fill, place, reading);
  const stroke = plainPaint(style.stroke, place, reading);
  const pattern = patternOf(style.fill, reading);
  if (!pattern) {
    reading.shapes.push(shapeOf(path, place, fill, stroke));
    return;
  }
  if (!drawTiles(pattern, path, place, reading)) {
    reading.shapes.push(shapeOf(path, place, firstColor(pattern, reading), "none"));
  }
  if (stroke !== "none") reading.shapes.push(shapeOf(path, place, "none", stroke));
}

function shapeOf(
  path: string,
  place: SvgPlace,
  fill: Color | "none",
  stroke: Color | "none",
): Shape {
  const { style } = place.outer;
  return {
    path,
    matrix: place.matrix,
    fill,
    fillRule: style.fillRule,
    stroke,
    strokeWidth: style.strokeWidth / PX,
    lineCap: style.strokeLinecap,
    lineJoin: style.strokeLinejoin,
    dashes: style.strokeDasharray.map((length) => length / PX),
    fillOpacity: style.fillOpacity * place.opacity,
    strokeOpacity: style.strokeOpacity * place.opacity,
    clips: place.clips,
  };
}

/** A colour; of a gradient its first one, with a word about it. */
function plainPaint(paint: Style["fill"], place: SvgPlace, reading: SvgReading): Color | "none" {
  const { style } = place.outer;
  if (typeof paint === "string") return paint === "currentcolor" ? style.color : paint;
  const target = reading.definitions.find(`#${paint.id}`);
  if (target?.name === "pattern") return paint.otherwise;
  const stop = target?.children.filter(isTag).find((child) => child.name === "stop");
  if (!target || !stop) return paint.otherwise;
  reading.unsupported(
    "the PDF paints a gradient in its first colour",
    target,
    "use one colour, or a <pattern> that reads without colour",
  );
  const { stopColor } = reading.styleOf(stop, reading.root).style;
  return stopColor === "currentcolor" ? style.color : stopColor;
}

function patternOf(paint: Style["fill"], reading: SvgReading): Element | undefined {
  if (typeof paint === "string") return undefined;
  const target = reading.definitions.find(`#${paint.id}`);
  return target?.name === "pattern" ? target : undefined;
}

/** More tiles than that are a tint. */
const MOST_TILES = 2500;

/** @returns false when the pattern has no size, or too many tiles */
function drawTiles(pattern: Element, path: string, place: SvgPlace, reading: SvgReading): boolean {
  const bounds = pathBounds(path);
  if (!bounds || place.within.includes(pattern)) return false;
  const tile = tileOf(pattern, bounds, place);
  const inner = readTransform(pattern.attribs.patternTransform);
  const back = invert(inner);
  if (!back || tile.width <= 0 || tile.height <= 0) return false;
  const area = mapBounds(bounds, back);
  const columns = rangeOf(area.left, area.right, tile.x, tile.width);
  const rows = rangeOf(area.top, area.bottom, tile.y, tile.height);
  const count = (columns.to - columns.from + 1) * (rows.to - rows.from + 1);
  if (!(count <= MOST_TILES)) return false;
  // A pattern inherits from where it stands, not from what it fills.
  const outer = reading.styleOf(pattern, reading.root);
  const clips = [...place.clips, { path, matrix: place.matrix }];
  const matrix = multiply(place.matrix, inner);
  for (let row = rows.from; row <= rows.to; row++) {
    for (let column = columns.from; column <= columns.to; column++) {
      const x = tile.x + column * tile.width;
      const y = tile.y + row * tile.height;
      const moved = multiply(matrix, [1, 0, 0, 1, x, y]);
      const within = [...place.within, pattern];
      drawTile(pattern, { ...place, outer, clips, matrix: moved, within }, reading);
    }
  }
  return true;
}

function drawTile(pattern: Element, place: SvgPlace, reading: SvgReading): void {
  for (const child of pattern.children.filter(isTag)) {
    const path = pathOf(child, place);
    if (path === undefined || reading.left-- <= 0) continue;
    const outer = reading.styleOf(child, place.outer);
    const matrix = multiply(place.matrix, readTransform(child.attribs.transform));
    paintShape(path, { ...place, outer, matrix }, reading);
  }
}

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function tileOf(pattern: Element, bounds: Bounds, place: SvgPlace): Tile {
  const isPlain = pattern.attribs.patternUnits === "userSpaceOnUse";
  const whole = { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top };
  const at = (name: string, axis: "x" | "y") => {
    const text = pattern.attribs[name];
    if (isPlain) return svgLength(text, axis, place) ?? 0;
    const share = svgLength(text, axis, { width: 1, height: 1, fontSize: 1 }) ?? 0;
    return share * (axis === "x" ? whole.width : whole.height);
  };
  return {
    x: at("x", "x") + (isPlain ? 0 : bounds.left),
    y: at("y", "y") + (isPlain ? 0 : bounds.top),
    width: at("width", "x"),
    height: at("height", "y"),
  };
}

function rangeOf(from: number, to: number, start: number, size: number) {
  return { from: Math.floor((from - start) / size), to: Math.ceil((to - start) / size) - 1 };
}

function mapBounds({ left, top, right, bottom }: Bounds, [a, b, c, d, e, f]: Matrix): Bounds {
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** What a pattern comes down to when it cannot be drawn. */
function firstColor(pattern: Element, reading: SvgReading): Color | "none" {
  const [child] = pattern.children.filter(isTag);
  if (!child) return "none";
  const { style } = reading.styleOf(child, reading.root);
  const { fill, stroke } = style;
  if (typeof fill === "string" && fill !== "none") return fill;
  return typeof stroke === "string" ? stroke : "none";
}
