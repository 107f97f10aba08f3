/** An SVG shape in, the same shape as path data out (SVG 2, 10). */
import type { Element } from "domhandler";
import { type SvgAxis, type SvgContext, svgLength } from "./svg-values.js";

/** @returns undefined for what is no shape, or one that cannot be drawn. */
export function pathOf(element: Element, context: SvgContext): string | undefined {
  const at = (name: string) => svgLength(element.attribs[name], AXES[name] ?? "both", context) ?? 0;
  switch (element.name) {
    case "line":
      return `M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}`;
    case "rect":
      return rectPath(at("x"), at("y"), at("width"), at("height"), at("rx") || at("ry"));
    case "circle":
      return ellipsePath(at("cx"), at("cy"), at("r"), at("r"));
    case "ellipse":
      return ellipsePath(at("cx"), at("cy"), at("rx"), at("ry"));
    case "polyline":
      return pointsPath(element.attribs.points ?? "", "");
    case "polygon":
      return pointsPath(element.attribs.points ?? "", "Z");
    case "path":
      return isPath(element.attribs.d ?? "") ? element.attribs.d : undefined;
    default:
      return undefined;
  }
}

/** What a share refers to. */
const AXES: Readonly<Record<string, SvgAxis>> = {
  x: "x",
  x1: "x",
  x2: "x",
  cx: "x",
  rx: "x",
  width: "x",
  y: "y",
  y1: "y",
  y2: "y",
  cy: "y",
  ry: "y",
  height: "y",
};

function rectPath(x: number, y: number, w: number, h: number, radius: number): string | undefined {
  if (w <= 0 || h <= 0) return undefined;
  const r = Math.max(0, Math.min(radius, w / 2, h / 2));
  if (r === 0) return `M${x} ${y}L${x + w} ${y}L${x + w} ${y + h}L${x} ${y + h}Z`;
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}L${x + w - r} ${y}${arc(r, r)}L${x + w} ${y + h - r}${arc(-r, r)}` +
    `L${x + r} ${y + h}${arc(-r, -r)}L${x} ${y + r}${arc(r, -r)}Z`
  );
}

function ellipsePath(cx: number, cy: number, rx: number, ry: number): string | undefined {
  if (rx <= 0 || ry <= 0) return undefined;
  const half = (dx: number) => `a${rx} ${ry} 0 0 1 ${dx} 0`;
  return `M${cx - rx} ${cy}${half(2 * rx)}${half(-2 * rx)}Z`;
}

function pointsPath(list: string, end: string): string | undefined {
  const numbers = list
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (numbers.length < 4 || numbers.length % 2 !== 0 || !numbers.every(isNear)) {
    return undefined;
  }
  return `M${numbers.join(" ")}${end}`;
}

/** How many numbers each command takes. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** Whether every command has as many numbers as it takes: a drawing must not stop the page. */
function isPath(data: string): boolean {
  if (!/^\s*m/i.test(data)) return false;
  const commands = data.match(/[a-df-z][^a-df-z]*/gi) ?? [];
  return commands.every((command) => {
    const numbers = command.slice(1).match(NUMBER) ?? [];
    const count = numbers.length;
    const needed = ARGUMENTS[command.charAt(0).toLowerCase()];
    const rest = command.slice(1).replace(NUMBER, "").replace(/[\s,]/g, "");
    if (needed === undefined || rest !== "" || !numbers.map(Number).every(isNear)) return false;
    return needed === 0 ? count === 0 : count > 0 && count % needed === 0;
  });
}

/** User units; a PDF cannot write what lies far beyond. */
function isNear(amount: number): boolean {
  return Math.abs(amount) <= 1e7;
}
