/** A line and the width it lacks in, the line with its spaces made wider out (CSS Text 3, 6.4). */
import type { SizedPiece, TextPiece } from "./piece.js";
import { SHRINK } from "./rate-line.js";

/** @param missing pt; negative when the spaces have to give some of theirs */
export function justifyLine(pieces: readonly SizedPiece[], missing: number): readonly SizedPiece[] {
  const spaces = pieces.filter(isStretchable).reduce((sum, { width }) => sum + width, 0);
  if (spaces <= 0) return pieces;
  const shift = Math.max(missing / spaces, -SHRINK);
  return pieces.map((piece) =>
    isStretchable(piece) ? { ...piece, width: piece.width * (1 + shift) } : piece,
  );
}

export function isStretchable(piece: SizedPiece): piece is TextPiece {
  return piece.kind === "text" && (piece.isSpace || piece.text === "\u00a0");
}
