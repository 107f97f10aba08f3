/** The pieces of a line in, its leaders as wide as the line has room out (CSS GCPM 3, 2.3). */
import type { SizedPiece, TextPiece } from "./piece.js";

/** @param width pt that the line has */
export function fillLeaders(pieces: readonly SizedPiece[], width: number): readonly SizedPiece[] {
  const leaders = pieces.filter(isLeader).length;
  if (leaders === 0) return pieces;
  const free = width - pieces.reduce((sum, piece) => sum + piece.width, 0);
  if (free <= 0) return pieces;
  return pieces.map((piece) =>
    isLeader(piece) ? { ...piece, width: piece.width + free / leaders } : piece,
  );
}

function isLeader(piece: SizedPiece): piece is TextPiece {
  return piece.kind === "text" && piece.source.leader !== undefined;
}
