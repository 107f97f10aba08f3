/** The pieces of an article to rows: a kept piece, and beside it what stood between it and the next. */
import type { KeptPiece, Piece, SidePiece } from "./reading-pieces.js";

export interface Row {
  /** Null where something stands before everything that was kept. */
  readonly kept: KeptPiece | null;
  readonly beside: readonly SideGroup[];
}

/** Parts in a row that one rule removed, or that state metadata. */
export interface SideGroup {
  /** Null for what no rule removed. */
  readonly rule: string | null;
  /** Paragraphs; the entries of a menu stand in one. */
  readonly paragraphs: readonly (readonly string[])[];
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
  return rows.map(({ kept, beside }) => ({ kept, beside: groupByRule(beside) }));
}

function groupByRule(pieces: readonly SidePiece[]): SideGroup[] {
  const groups: { rule: string | null; texts: string[] }[] = [];
  for (const piece of pieces) {
    const rule = piece.kind === "removed" ? piece.rule : null;
    const last = groups.at(-1);
    if (last !== undefined && last.rule === rule) last.texts.push(piece.text);
    else groups.push({ rule, texts: [piece.text] });
  }
  return groups.map(({ rule, texts }) => ({ rule, paragraphs: toParagraphs(texts) }));
}

/** Code units of a menu's entry at most. */
const SHORT = 50;

function toParagraphs(texts: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let isMenu = false;
  for (const text of texts) {
    const isShort = text.length <= SHORT;
    if (isShort && isMenu) paragraphs.at(-1)?.push(text);
    else paragraphs.push([text]);
    isMenu = isShort;
  }
  return paragraphs;
}
