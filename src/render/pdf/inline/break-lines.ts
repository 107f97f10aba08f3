/** Pieces and a measure in, the pieces of each line out. */
import { fitFirst } from "./first-fit.js";
import { hangsOf } from "./hang-punctuation.js";
import type { SizedPiece } from "./piece.js";
import { fitTotal } from "./total-fit.js";

/** pt of the line with this index, counted from 0: indents and floats make lines shorter. */
export type Measure = (line: number) => number;

/** By first fit as browsers do, or, for justified text, so that spaces are most even. */
export type Fit = "first" | "total";

/**
 * @param inside between the edges of the block; punctuation may hang out
 * @returns one list per line, the spaces at its end left out
 */
export function breakLines(
  pieces: readonly SizedPiece[],
  inside: Measure,
  fit: Fit = "first",
): readonly (readonly SizedPiece[])[] {
  const { start } = hangsOf(pieces, 0);
  const measure: Measure = start === 0 ? inside : (line) => inside(line) + (line === 0 ? start : 0);
  if (fit === "first") return fitFirst(pieces, measure);
  const lines: (readonly SizedPiece[])[] = [];
  for (const stretch of betweenBreaks(pieces)) {
    const before = lines.length;
    const rest: Measure = (line) => measure(before + line);
    for (const line of fitTotal(stretch, rest) ?? fitFirst(stretch, rest)) lines.push(line);
  }
  return lines;
}

/** A forced break ends its stretch. */
function betweenBreaks(pieces: readonly SizedPiece[]): readonly (readonly SizedPiece[])[] {
  const stretches: (readonly SizedPiece[])[] = [];
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== "break") continue;
    stretches.push(pieces.slice(start, index + 1));
    start = index + 1;
  }
  return [...stretches, pieces.slice(start)];
}
