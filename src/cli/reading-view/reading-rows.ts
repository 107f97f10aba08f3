/** The pieces of an article to rows: a kept piece, and beside it what stood between it and the next. */
import type { KeptPiece, Piece, SidePiece } from "./reading-pieces.js";

export interface Row {
  /** Null where something stands before everything that was kept. */
  readonly kept: KeptPiece | null;
  readonly beside: readonly SidePiece[];
}

export function readingRows(pieces: readonly Piece[]): Row[] {
  const rows: { kept: KeptPiece | null; beside: SidePiece[] }[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "removed" && piece.kind !== "stated") {
      rows.push({ kept: piece, beside: [] });
      continue;
    }
    const last = rows.at(-1);
    if (last === undefined) rows.push({ kept: null, beside: [piece] });
    else last.beside.push(piece);
  }
  return rows;
}
