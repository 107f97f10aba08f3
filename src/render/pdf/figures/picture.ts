/** Pictures that a page carries: bytes of an image, or the shapes and words of a small drawing. */
import type { Style } from "../css/properties.js";
import type { Color } from "../css/values.js";

export type Picture = Image | Drawing;

/** Size in px. */
export interface Image {
  readonly kind: "image";
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Everything in user units, which the view box maps to the picture's size. */
export interface Drawing extends ViewBox {
  readonly kind: "drawing";
  readonly fit: AspectFit;
  readonly shapes: readonly Shape[];
  readonly words: readonly Words[];
}

export interface ViewBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** `preserveAspectRatio`: how a view box fills a rectangle of other proportions (SVG 2, 8.2). */
export interface AspectFit {
  readonly mode: "none" | "meet" | "slice";
  /** Which share of the free room lies before the picture. */
  readonly x: number;
  readonly y: number;
}

export interface Shape {
  /** Path data as in SVG. */
  readonly path: string;
  readonly matrix: Matrix;
  readonly fill: Color | "none";
  readonly fillRule: "nonzero" | "evenodd";
  readonly stroke: Color | "none";
  readonly strokeWidth: number;
  readonly lineCap: "butt" | "round" | "square";
  readonly lineJoin: "miter" | "round" | "bevel";
  /** Lengths of dashes and gaps in turn; empty for a whole line. */
  readonly dashes: readonly number[];
  /** 0 to 1, of what the colours themselves are seen through. */
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** Nothing outside any of these is seen. */
  readonly clips: readonly Clip[];
}

export interface Clip {
  readonly path: string;
  readonly matrix: Matrix;
}

/** Words that are set as one and anchored together. */
export interface Words {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly matrix: Matrix;
  readonly anchor: Style["textAnchor"];
  /** 0 to 1. */
  readonly opacity: number;
  readonly runs: readonly WordRun[];
}

export interface WordRun {
  readonly text: string;
  readonly style: Style;
  /** From where the run would begin by itself. */
  readonly dx: number;
  readonly dy: number;
}

/** `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return held([
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]);
}

/** A PDF writes no number beyond 1e21; so far out nothing is seen. */
const FARTHEST = 1e9;

function held([a, b, c, d, e, f]: Matrix): Matrix {
  return [hold(a), hold(b), hold(c), hold(d), hold(e), hold(f)];
}

function hold(value: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, value)) || 0;
}

/** The upright rectangle around a rectangle that has been mapped. */
export function mapRectangle(
  [a, b, c, d, e, f]: Matrix,
  { x, y, width, height }: Rectangle,
): Rectangle {
  const left = a * x + c * y + e;
  const top = b * x + d * y + f;
  return {
    x: left + Math.min(0, a * width) + Math.min(0, c * height),
    y: top + Math.min(0, b * width) + Math.min(0, d * height),
    width: Math.abs(a * width) + Math.abs(c * height),
    height: Math.abs(b * width) + Math.abs(d * height),
  };
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @returns undefined for a matrix that maps a plane to a line */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-12) return undefined;
  return held([
    d / area,
    -b / area,
    -c / area,
    a / area,
    (c * f - d * e) / area,
    (b * e - a * f) / area,
  ]);
}

/** Maps a view box into a rectangle that begins at 0, 0. */
export function fitBox(box: ViewBox, fit: AspectFit, width: number, height: number): Matrix {
  const across = width / box.width;
  const down = height / box.height;
  if (fit.mode === "none") return [across, 0, 0, down, -box.left * across, -box.top * down];
  const scale = fit.mode === "meet" ? Math.min(across, down) : Math.max(across, down);
  const x = (width - box.width * scale) * fit.x - box.left * scale;
  const y = (height - box.height * scale) * fit.y - box.top * scale;
  return [scale, 0, 0, scale, x, y];
}
