/** Pieces and a measure in, the pieces of each line out: as many on each as fit (greedy, UAX #14). */
import type { SizedPiece } from "./piece.js";
import { splitWord } from "./split-word.js";

/** pt of the line with this index, counted from 0: indents and floats make lines shorter. */
export type Measure = (line: number) => number;

/** @returns one list per line, the spaces at its end left out */
export function breakLines(
  pieces: readonly SizedPiece[],
  measure: Measure,
): readonly (readonly SizedPiece[])[] {
  const lines: (readonly SizedPiece[])[] = [];
  const pending = [...pieces].reverse();
  let line = emptyLine();
  const endLine = (count: number) => {
    lines.push(trimEnd(line.pieces.slice(0, count)));
    for (const piece of line.pieces.slice(count).reverse()) pending.push(piece);
    line = emptyLine();
  };
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const room = measure(lines.length) + TOLERANCE - line.width;
    const overflows = piece.width > room && !isSpace(piece);
    if (overflows && line.breakable > 0) {
      pending.push(piece);
      endLine(line.breakable);
    } else if (overflows && isDivisible(piece)) {
      const first = lines.length;
      const roomFor = (part: number) => (part === 0 ? room : measure(first + part) + TOLERANCE);
      for (const part of splitWord(piece, roomFor).reverse()) pending.push(part);
    } else {
      line.pieces.push(piece);
      line.width += piece.width;
      if (piece.breakAfter) line.breakable = line.pieces.length;
      if (piece.kind === "break") endLine(line.pieces.length);
    }
  }
  if (line.pieces.some(isSeen)) lines.push(trimEnd(line.pieces));
  return lines;
}

/** The widths that the paragraph asks for: with every line as short as can be, and on one line. */
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

/** Widths are sums of rounded numbers. */
const TOLERANCE = 0.01;

interface OpenLine {
  readonly pieces: SizedPiece[];
  width: number;
  /** How many pieces the line has up to its last permitted end; 0 when there is none yet. */
  breakable: number;
}

function emptyLine(): OpenLine {
  return { pieces: [], width: 0, breakable: 0 };
}

/** Spaces at a line's end hang; edges that close after them stay. */
function trimEnd(pieces: readonly SizedPiece[]): readonly SizedPiece[] {
  const end = pieces.findLastIndex((piece) => isSeen(piece) && !isEdge(piece)) + 1;
  return [...pieces.slice(0, end), ...pieces.slice(end).filter((piece) => !isSpace(piece))];
}

function isDivisible(piece: SizedPiece): piece is SizedPiece & { kind: "text" } {
  return (
    piece.kind === "text" &&
    piece.source.style.overflowWrap !== "normal" &&
    piece.word.glyphs.length > 1
  );
}

function isSpace(piece: SizedPiece): boolean {
  return piece.kind === "text" && piece.isSpace;
}

function isEdge(piece: SizedPiece): boolean {
  return piece.kind === "open" || piece.kind === "close";
}

function isSeen(piece: SizedPiece): boolean {
  return piece.kind !== "break" && !isSpace(piece);
}
