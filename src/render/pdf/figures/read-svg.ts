/** An `<svg>` element in, its shapes and words out (the part of SVG 2 that small charts need). */
import { type Element, isTag } from "domhandler";
import type { ComputedStyle } from "../css/compute-style.js";
import { textOf } from "../page/parse-page.js";
import { pathOf } from "./path-of.js";
import {
  type Drawing,
  IDENTITY,
  type Matrix,
  multiply,
  type Shape,
  type Words,
} from "./picture.js";

export type StyleOf = (element: Element, parent: ComputedStyle) => ComputedStyle;

export function readSvg(svg: Element, computed: ComputedStyle, styleOf: StyleOf): Drawing {
  const shapes: Shape[] = [];
  const words: Words[] = [];
  const read = (element: Element, outer: ComputedStyle, outerMatrix: Matrix) => {
    const own = styleOf(element, outer);
    if (own.style.display === "none" || HIDDEN.has(element.name)) return;
    const matrix = multiply(outerMatrix, transformOf(element));
    const path = pathOf(element);
    if (path) shapes.push({ path, matrix, ...paintOf(own) });
    else if (element.name === "text") words.push(wordsOf(element, own, matrix));
    else for (const child of element.children.filter(isTag)) read(child, own, matrix);
  };
  for (const child of svg.children.filter(isTag)) read(child, computed, IDENTITY);
  return { kind: "drawing", ...viewBoxOf(svg), shapes, words };
}

const HIDDEN: ReadonlySet<string> = new Set(["title", "desc", "defs", "style", "metadata"]);

function viewBoxOf(svg: Element): Pick<Drawing, "left" | "top" | "width" | "height"> {
  const numbers = (svg.attribs.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, width = 0, height = 0] = numbers;
  if (numbers.every(Number.isFinite) && width > 0 && height > 0) {
    return { left, top, width, height };
  }
  return {
    left: 0,
    top: 0,
    width: Number.parseFloat(svg.attribs.width ?? "") || 300,
    height: Number.parseFloat(svg.attribs.height ?? "") || 150,
  };
}

/** pt in a user unit, as far as styles are concerned. */
export const PX = 0.75;

function paintOf({ style }: ComputedStyle): Pick<Shape, "fill" | "stroke" | "strokeWidth"> {
  return { fill: style.fill, stroke: style.stroke, strokeWidth: style.strokeWidth / PX };
}

function wordsOf(element: Element, { style }: ComputedStyle, matrix: Matrix): Words {
  const text = textOf(element).replace(/\s+/g, " ").trim().normalize("NFC");
  const x = Number.parseFloat(element.attribs.x ?? "") || 0;
  const y = Number.parseFloat(element.attribs.y ?? "") || 0;
  return { text, x, y, matrix, style };
}

/** `translate` and `scale`, in the order written; other functions count for nothing. */
function transformOf(element: Element): Matrix {
  const calls = (element.attribs.transform ?? "").matchAll(/(translate|scale)\(([^)]*)\)/g);
  let matrix = IDENTITY;
  for (const [, name, list = ""] of calls) {
    const [x = 0, y] = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (!Number.isFinite(x) || (y !== undefined && !Number.isFinite(y))) continue;
    const step: Matrix = name === "scale" ? [x, 0, 0, y ?? x, 0, 0] : [1, 0, 0, 1, x, y ?? 0];
    matrix = multiply(matrix, step);
  }
  return matrix;
}
