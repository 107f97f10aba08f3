/** Pieces of a line in; whether any of them is read from right to left out (UAX #9). */
import type { DirectedPiece } from "./piece.js";

interface Placed {
  readonly piece: DirectedPiece;
}

/** Figures among such words are, and what stands in a paragraph that goes that way. */
export function isLeftward(placed: readonly Placed[]): boolean {
  return placed.some(({ piece }) => piece.level > 0 || piece.baseLevel > 0);
}
