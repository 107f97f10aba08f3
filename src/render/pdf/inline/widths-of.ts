/** The pieces of a paragraph in, the narrowest and the widest that it would be out (CSS Sizing 3, 5). */
import type { SizedPiece } from "./piece.js";
import { isSpace } from "./trim-line.js";

/** With every line as short as can be, and on one line. */
export function widthsOf(pieces: readonly (SizedPiece & { minWidth?: number })[]): {
  readonly min: number;
  readonly max: number;
} {
  let min = 0;
  let max = 0;
  let unbroken = 0;
  let line = 0;
  let hanging = 0;
  for (const piece of pieces) {
    if (isSpace(piece)) hanging += piece.width;
    else {
      line += hanging + piece.width;
      unbroken += piece.minWidth ?? piece.width;
      hanging = 0;
    }
    min = Math.max(min, unbroken);
    max = Math.max(max, line);
    if (piece.breakAfter) unbroken = 0;
    else if (isSpace(piece)) unbroken += piece.width;
    if (piece.kind === "break") line = hanging = 0;
  }
  return { min, max };
}
