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
export interface Drawing {
  readonly kind: "drawing";
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly words: readonly Words[];
}

export interface Shape {
  /** Path data as in SVG. */
  readonly path: string;
  readonly matrix: Matrix;
  readonly fill: Color | "none";
  readonly stroke: Color | "none";
  readonly strokeWidth: number;
}

export interface Words {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly matrix: Matrix;
  readonly style: Style;
}

/** `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
