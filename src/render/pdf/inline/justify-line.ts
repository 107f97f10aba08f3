/** A line and the width it lacks in, the line with its spaces made wider out (CSS Text 3, 6.4). */
import type { SizedPiece } from "./piece.js";

/** @param missing pt; negative when the spaces have to give some of theirs */
export function justifyLine(pieces: readonly SizedPiece[], missing: number): readonly SizedPiece[] {
  const spaces = pieces.filter(isSpace).length;
  if (spaces === 0) return pieces;
  const share = missing / spaces;
  return pieces.map((piece) =>
    piece.kind === "text" && piece.isSpace ? { ...piece, width: piece.width + share } : piece,
  );
}

function isSpace(piece: SizedPiece): boolean {
  return piece.kind === "text" && piece.isSpace;
}
