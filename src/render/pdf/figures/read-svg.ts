/** An `<svg>` element in, its shapes and words out (the part of SVG 2 that charts need). */
import { type Element, isTag } from "domhandler";
import type { ComputedStyle } from "../css/compute-style.js";
import type { Report } from "../report.js";
import { paintShape } from "./paint-shape.js";
import { pathOf } from "./path-of.js";
import {
  type Clip,
  type Drawing,
  fitBox,
  IDENTITY,
  type Matrix,
  multiply,
  type ViewBox,
} from "./picture.js";
import { readClip } from "./read-clip.js";
import { readWords } from "./read-words.js";
import { SvgDefinitions } from "./svg-definitions.js";
import {
  readAspect,
  readTransform,
  readViewBox,
  type SvgContext,
  svgLength,
} from "./svg-values.js";

export type StyleOf = (element: Element, parent: ComputedStyle) => ComputedStyle;

/** What reading a drawing shares among its elements. */
export interface SvgReading {
  readonly styleOf: StyleOf;
  /** Of the `<svg>` itself. */
  readonly root: ComputedStyle;
  readonly definitions: SvgDefinitions;
  readonly shapes: Drawing["shapes"][number][];
  readonly words: Drawing["words"][number][];
  /** Elements that may still be read: what uses itself over and over has an end. */
  left: number;
  /** @param what found, in words */
  unsupported(what: string, element: Element, hint: string): void;
}

/** Where an element stands and what goes on in it. */
export interface SvgPlace extends SvgContext {
  readonly outer: ComputedStyle;
  readonly matrix: Matrix;
  readonly clips: readonly Clip[];
  /** 0 to 1, of all groups around. */
  readonly opacity: number;
  /** The elements in use around, by which a cycle is found out. */
  readonly within: readonly Element[];
}

export function readSvg(
  svg: Element,
  computed: ComputedStyle,
  styleOf: StyleOf,
  report: Report,
): Drawing {
  const reading: SvgReading = {
    styleOf,
    root: computed,
    definitions: new SvgDefinitions(svg),
    shapes: [],
    words: [],
    left: MOST_ELEMENTS,
    unsupported: (what, element, hint) =>
      report("unsupported-drawing", what, { quoted: `<${element.name}` }, hint),
  };
  const box = readViewBox(svg) ?? sizeOf(svg);
  const place: SvgPlace = {
    width: box.width,
    height: box.height,
    fontSize: computed.style.fontSize / PX,
    outer: computed,
    matrix: IDENTITY,
    clips: [],
    opacity: 1,
    within: [svg],
  };
  readChildren(svg, place, reading);
  const { shapes, words } = reading;
  return { kind: "drawing", ...box, fit: readAspect(svg), shapes, words };
}

/** pt in a user unit, as far as styles are concerned. */
export const PX = 0.75;

/** More than that is no chart. */
const MOST_ELEMENTS = 50_000;

/** Of an `<svg>` without a view box, or that a browser could not size. */
function sizeOf(svg: Element): ViewBox {
  const none = { width: 0, height: 0, fontSize: 16 };
  const width = svgLength(svg.attribs.width, "x", none) || 300;
  const height = svgLength(svg.attribs.height, "y", none) || 150;
  return { left: 0, top: 0, width: Math.max(0, width), height: Math.max(0, height) };
}

function readChildren(element: Element, place: SvgPlace, reading: SvgReading): void {
  for (const child of element.children) if (isTag(child)) readElement(child, place, reading);
}

function readElement(element: Element, place: SvgPlace, reading: SvgReading): void {
  if (UNSEEN.has(element.name) || reading.left-- <= 0) return;
  const own = reading.styleOf(element, place.outer);
  const { style } = own;
  if (style.display === "none") return;
  const matrix = multiply(place.matrix, readTransform(element.attribs.transform));
  const here = {
    ...place,
    outer: own,
    matrix,
    fontSize: style.fontSize / PX,
    opacity: place.opacity * style.opacity,
  };
  const inside = { ...here, clips: [...place.clips, ...readClip(element, here, reading)] };
  switch (element.name) {
    case "g":
    case "a":
      readChildren(element, inside, reading);
      return;
    case "switch":
      for (const child of element.children.filter(isTag).slice(0, 1)) {
        readElement(child, inside, reading);
      }
      return;
    case "svg":
      readViewport(element, element, inside, reading);
      return;
    case "use":
      readUse(element, inside, reading);
      return;
    case "text":
      if (style.visibility === "visible")
        reading.words.push(...readWords(element, inside, reading));
      return;
    default:
      readShape(element, inside, reading);
  }
}

const UNSEEN: ReadonlySet<string> = new Set([
  "title",
  "desc",
  "defs",
  "style",
  "metadata",
  "symbol",
  "clipPath",
  "pattern",
  "linearGradient",
  "radialGradient",
  "script",
]);

/** @param frame gives place and size, which may be those of the `<use>` that shows the element */
function readViewport(
  element: Element,
  frame: Element,
  place: SvgPlace,
  reading: SvgReading,
): void {
  const at = (name: string, axis: "x" | "y") => svgLength(frame.attribs[name], axis, place);
  const width = at("width", "x") ?? svgLength(element.attribs.width, "x", place) ?? place.width;
  const height = at("height", "y") ?? svgLength(element.attribs.height, "y", place) ?? place.height;
  if (width <= 0 || height <= 0) return;
  const isOwn = frame === element;
  const moved = isOwn
    ? multiply(place.matrix, [1, 0, 0, 1, at("x", "x") ?? 0, at("y", "y") ?? 0])
    : place.matrix;
  const box = readViewBox(element);
  const fit = box ? fitBox(box, readAspect(element), width, height) : IDENTITY;
  const clip = { path: `M0 0H${width}V${height}H0Z`, matrix: moved };
  const inside = {
    ...place,
    matrix: multiply(moved, fit),
    clips: [...place.clips, clip],
    width: box?.width ?? width,
    height: box?.height ?? height,
  };
  readChildren(element, inside, reading);
}

/** What is shown again, at another place. */
function readUse(use: Element, place: SvgPlace, reading: SvgReading): void {
  const target = reading.definitions.find(use.attribs.href ?? use.attribs["xlink:href"]);
  if (!target) {
    reading.unsupported("<use> names no element of this page", use, "give the element that id");
    return;
  }
  if (place.within.includes(target) || place.within.length > DEEPEST_USE) {
    reading.unsupported("<use> shows an element within itself", use, "name another element");
    return;
  }
  const x = svgLength(use.attribs.x, "x", place) ?? 0;
  const y = svgLength(use.attribs.y, "y", place) ?? 0;
  const matrix = multiply(place.matrix, [1, 0, 0, 1, x, y]);
  const inside = { ...place, matrix, within: [...place.within, target] };
  if (target.name !== "symbol" && target.name !== "svg") readElement(target, inside, reading);
  else
    readViewport(target, use, { ...inside, outer: reading.styleOf(target, place.outer) }, reading);
}

const DEEPEST_USE = 16;

function readShape(element: Element, place: SvgPlace, reading: SvgReading): void {
  const path = pathOf(element, place);
  if (path !== undefined) {
    if (place.outer.style.visibility === "visible") paintShape(path, place, reading);
    return;
  }
  if (DRAWN.has(element.name)) return;
  reading.unsupported(
    `the PDF does not draw <${element.name}>`,
    element,
    "draw it with shapes, text, <use> and patterns",
  );
}

/** Elements that draw nothing when their sizes are wrong or zero, as SVG has it. */
const DRAWN: ReadonlySet<string> = new Set([
  "line",
  "rect",
  "circle",
  "ellipse",
  "polyline",
  "polygon",
  "path",
]);
