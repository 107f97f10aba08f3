/** The pieces of a paragraph in, with what of them may stand outside the lines out (CSS Text 4, 9.2). */
import type { Style } from "../css/properties.js";
import type { Piece, SizedPiece, TextPiece } from "./piece.js";

export function hangPunctuation(pieces: readonly Piece[], block: Style): readonly Piece[] {
  const { first, last, end } = block.hangingPunctuation;
  if (!first && !last && end === "none") return pieces;
  const isWord = (piece: Piece) => piece.kind === "text" && !piece.isSpace;
  const firstWord = pieces.findIndex(isWord);
  const lastWord = pieces.findLastIndex(isWord);
  return pieces.map((piece, index) => {
    if (piece.kind !== "text" || piece.isSpace) return piece;
    const isStart = first && index === firstWord && OPENING.test(piece.text);
    const isEnd = last && index === lastWord && CLOSING.test(piece.text);
    const isStop = end !== "none" && STOP.test(piece.text);
    if (!isStart && !isEnd && !isStop) return piece;
    const hang: Hang = {
      start: isStart ? outerLetter(piece, "first") : 0,
      end: isEnd || isStop ? outerLetter(piece, "last") : 0,
      isOptional: !isEnd && end === "allow",
    };
    return { ...piece, hang };
  });
}

/** pt that a word may stand out of its line where it begins or ends the line. */
export interface Hang {
  readonly start: number;
  readonly end: number;
  /** Only where the word would not fit otherwise. */
  readonly isOptional: boolean;
}

const OPENING = /^[\p{Ps}\p{Pi}\p{Pf}'"]/u;
const CLOSING = /[\p{Pe}\p{Pi}\p{Pf}'"]$/u;
const STOP = /[,.،۔、。，．]$/u;

function outerLetter({ word, level, source }: TextPiece, which: "first" | "last"): number {
  const isLeftmost = (which === "first") === (level % 2 === 0);
  const glyph = word.glyphs.at(isLeftmost ? 0 : -1);
  return (glyph?.advance ?? 0) * source.style.fontSize + source.style.letterSpacing;
}

/** pt by which a piece may stick out at the end of a line. */
export function hangAtEnd(piece: SizedPiece): number {
  return piece.kind === "text" ? (piece.hang?.end ?? 0) : 0;
}

/**
 * @param excess pt by which the line is too long
 * @returns pt by which a finished line stands out at its two ends
 */
export function hangsOf(
  pieces: readonly SizedPiece[],
  excess: number,
): { readonly start: number; readonly end: number } {
  const first = pieces.find((piece) => piece.kind === "text");
  const last = pieces.findLast((piece) => piece.kind === "text" || piece.kind === "atomic");
  const start = first?.kind === "text" ? (first.hang?.start ?? 0) : 0;
  if (last?.kind !== "text" || !last.hang) return { start, end: 0 };
  const needed = last.hang.isOptional ? Math.max(0, excess - start) : last.hang.end;
  return { start, end: Math.min(last.hang.end, needed) };
}
