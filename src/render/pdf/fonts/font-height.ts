/**
 * A face and a font size in, how far its text reaches out, as browsers have it: in whole pixels, so
 * that a page ends on the same line here and there.
 */
import type { Face } from "./face.js";

/** pt. */
export interface FontHeight {
  readonly ascent: number;
  /** Below the baseline; positive. */
  readonly descent: number;
  /** Between lines whose height the font decides. */
  readonly lineGap: number;
}

const PX = 0.75;

/** @param fontSize pt */
export function fontHeight(face: Face, fontSize: number): FontHeight {
  return {
    ascent: wholePixels(face.ascent * fontSize),
    descent: wholePixels(face.descent * fontSize),
    lineGap: wholePixels(face.lineGap * fontSize),
  };
}

/** The share of the leading that comes above the letters; the rest comes below. */
export function leadingAbove(leading: number): number {
  return Math.floor(leading / 2 / PX + TOLERANCE) * PX;
}

/** Lengths in pt are sums of rounded numbers. */
const TOLERANCE = 1e-6;

function wholePixels(length: number): number {
  return Math.floor(length / PX + 0.5 + TOLERANCE) * PX;
}
