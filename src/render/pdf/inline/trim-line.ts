/** The pieces up to a line's end in, those that are seen out. */
import type { SizedPiece } from "./piece.js";

/** Spaces at a line's end hang; edges that close after them stay. */
export function trimEnd(pieces: readonly SizedPiece[]): readonly SizedPiece[] {
  const end = pieces.findLastIndex((piece) => isSeen(piece) && !isEdge(piece)) + 1;
  return [...pieces.slice(0, end), ...pieces.slice(end).filter((piece) => !isSpace(piece))];
}

export function isSpace(piece: SizedPiece): boolean {
  return piece.kind === "text" && piece.isSpace;
}

export function isEdge(piece: SizedPiece): boolean {
  return piece.kind === "open" || piece.kind === "close";
}

export function isSeen(piece: SizedPiece): boolean {
  return piece.kind !== "break" && !isSpace(piece);
}
