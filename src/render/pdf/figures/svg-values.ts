/** Attributes of SVG elements in, numbers in user units and matrices out (SVG 2, 4.4, 8.2 and 8.5). */

import type { Element } from "domhandler";
import { byWord } from "../by-word.js";
import { type AspectFit, IDENTITY, type Matrix, multiply, type ViewBox } from "./picture.js";

/** What lengths refer to: a share of the viewport, or the size of the letters. */
export interface SvgContext {
  readonly width: number;
  readonly height: number;
  /** In user units. */
  readonly fontSize: number;
}

export type SvgAxis = "x" | "y" | "both";

/** User units per unit. */
const UNITS: Readonly<Record<string, number>> = byWord({
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
});

/** @returns undefined for what is no length */
export function svgLength(
  text: string | undefined,
  axis: SvgAxis,
  context: SvgContext,
): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*$/i.exec(text ?? "");
  if (!match) return undefined;
  const amount = within(Number(match[1]));
  const unit = (match[2] ?? "").toLowerCase();
  if (unit === "%") return (amount / 100) * wholeOf(axis, context);
  if (unit === "em") return amount * context.fontSize;
  if (unit === "ex") return (amount * context.fontSize) / 2;
  const factor = UNITS[unit];
  return factor === undefined ? undefined : amount * factor;
}

function wholeOf(axis: SvgAxis, { width, height }: SvgContext): number {
  if (axis === "x") return width;
  return axis === "y" ? height : Math.hypot(width, height) / Math.SQRT2;
}

/** Numbers with spaces and commas between them. */
export function svgNumbers(text: string): readonly number[] {
  const words = text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
  return words.map((word) => within(Number(word)));
}

/** So far out nothing is seen, and a PDF cannot write what comes of larger ones. */
const FARTHEST = 1e7;

function within(amount: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, amount));
}

export function readViewBox(element: Element): ViewBox | undefined {
  const [left = 0, top = 0, width = 0, height = 0] = svgNumbers(element.attribs.viewBox ?? "");
  return width > 0 && height > 0 ? { left, top, width, height } : undefined;
}

export function readAspect(element: Element): AspectFit {
  const words = (element.attribs.preserveAspectRatio ?? "").trim().split(/\s+/);
  const align = words.find((word) => word !== "defer" && word !== "meet" && word !== "slice");
  if (align === "none") return { mode: "none", x: 0, y: 0 };
  const match = /^x(Min|Mid|Max)Y(Min|Mid|Max)$/.exec(align ?? "");
  const mode = words.includes("slice") ? "slice" : "meet";
  return { mode, x: SHARES[match?.[1] ?? "Mid"] ?? 0.5, y: SHARES[match?.[2] ?? "Mid"] ?? 0.5 };
}

const SHARES: Readonly<Record<string, number>> = byWord({ Min: 0, Mid: 0.5, Max: 1 });

/** All functions of the `transform` attribute, in the order written. */
export function readTransform(text: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, name = "", list = ""] of (text ?? "").matchAll(/([a-z]+)\s*\(([^)]*)\)/gi)) {
    const step = stepOf(name, svgNumbers(list));
    if (step) matrix = multiply(matrix, step);
  }
  return matrix;
}

function stepOf(name: string, numbers: readonly number[]): Matrix | undefined {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = numbers;
  switch (name) {
    case "translate":
      return [1, 0, 0, 1, a, b ?? 0];
    case "scale":
      return numbers.length === 0 ? undefined : [a, 0, 0, b ?? a, 0, 0];
    case "rotate":
      return turnAround((a * Math.PI) / 180, b ?? 0, c ?? 0);
    case "skewX":
      return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
    case "skewY":
      return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
    case "matrix":
      return numbers.length === 6 ? [a, b ?? 0, c ?? 0, d, e, f] : undefined;
    default:
      return undefined;
  }
}

function turnAround(angle: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
