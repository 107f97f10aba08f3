/** Pieces and a measure in, the pieces of each line out. */
import { fitFirst } from "./first-fit.js";
import type { SizedPiece } from "./piece.js";

/** pt of the line with this index, counted from 0: indents and floats make lines shorter. */
export type Measure = (line: number) => number;

/** @returns one list per line, the spaces at its end left out */
export function breakLines(
  pieces: readonly SizedPiece[],
  measure: Measure,
): readonly (readonly SizedPiece[])[] {
  return fitFirst(pieces, measure);
}
