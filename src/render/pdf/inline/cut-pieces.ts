/** Inline content in, pieces out: cut where lines may break (UAX #14), where faces change, at spaces. */
import LineBreaker from "linebreak";
import type { InlineItem, InlineText } from "../boxes/box.js";
import { resolveSize } from "../css/values.js";
import type { Direction } from "../fonts/face.js";
import { setWord } from "../fonts/set-word.js";
import type { EdgePiece, Piece, TextPiece } from "./piece.js";
import { settleText } from "./settle-text.js";

/** @param missing told of every letter that no font has */
export function cutPieces(
  items: readonly InlineItem[],
  missing: (letter: string) => void,
): readonly Piece[] {
  const settled = settleText(items);
  const text = settled.map(textOf).join("");
  const breaks = findBreaks(text, settled);
  const pieces: Piece[] = [];
  let at = 0;
  for (const item of settled) {
    const length = textOf(item).length;
    pieces.push(...cutItem(item, at, breaks, missing));
    at += length;
  }
  return moveBreaksAfterEdges(pieces.map(numberPiece));
}

function numberPiece(piece: Piece, order: number): Piece {
  return piece.kind === "text" ? { ...piece, order } : piece;
}

function cutItem(
  item: InlineItem,
  at: number,
  breaks: ReadonlySet<number>,
  missing: (letter: string) => void,
): readonly Piece[] {
  switch (item.kind) {
    case "text":
      return cutText(item, at, breaks, missing);
    case "break":
      return [{ kind: "break", width: 0, breakAfter: true }];
    case "atomic":
      return [{ ...item, breakAfter: breaks.has(at + OBJECT.length) }];
    case "open":
    case "close":
      return [edgePiece(item)];
  }
}

const OBJECT = "\ufffc";

function textOf(item: InlineItem): string {
  if (item.kind === "text") return item.text;
  return item.kind === "break" ? "\n" : item.kind === "atomic" ? OBJECT : "";
}

/**
 * Offsets at which a line may begin. A space within `nowrap` allows no break; a break without a
 * space is forbidden when the text on both sides is `nowrap` (CSS Text 3, 5.1).
 */
function findBreaks(text: string, items: readonly InlineItem[]): ReadonlySet<number> {
  const kept = nowrapRanges(items);
  const breaks = new Set<number>();
  const breaker = new LineBreaker(text);
  let range = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position } = next;
    while ((kept[range]?.end ?? Number.POSITIVE_INFINITY) < position) range++;
    const { start, end } = kept[range] ?? NOWHERE;
    const within = start < position && position <= end;
    const forbidden = within && (position < end || text[position - 1] === " ");
    if (!forbidden) breaks.add(position);
  }
  return breaks;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const NOWHERE: Range = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

function nowrapRanges(items: readonly InlineItem[]): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  for (const item of items) {
    const end = at + textOf(item).length;
    if (item.kind === "text" && item.style.whiteSpace === "nowrap") {
      const last = ranges.at(-1);
      if (last?.end === at) last.end = end;
      else ranges.push({ start: at, end });
    }
    at = end;
  }
  return ranges;
}

function cutText(
  item: InlineText,
  at: number,
  breaks: ReadonlySet<number>,
  missing: (letter: string) => void,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let end = 1; end <= item.text.length; end++) {
    const isLast = end === item.text.length;
    const besideSpace = item.text[end] === " " || item.text[end - 1] === " ";
    const breakAfter = breaks.has(at + end);
    if (!isLast && !besideSpace && !breakAfter) continue;
    pieces.push(...shapePieces(item, item.text.slice(start, end), breakAfter, missing));
    start = end;
  }
  return pieces;
}

/** One piece, or several when the letters come from several faces. */
export function shapePieces(
  source: InlineText,
  text: string,
  breakAfter: boolean,
  missing: (letter: string) => void,
): readonly TextPiece[] {
  const runs = setWord(source.style, source.language, text, directionOf(text), missing);
  return runs.map((run, index) => ({
    kind: "text",
    ...run,
    source,
    order: index,
    isSpace: run.text === " ",
    breakAfter: breakAfter && index === runs.length - 1,
  }));
}

/** Until runs come from the bidirectional algorithm, a word goes the way of its letters. */
function directionOf(text: string): Direction {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? "rtl" : "ltr";
}

function edgePiece({ kind, inline }: InlineItem & { kind: "open" | "close" }): EdgePiece {
  const { style } = inline;
  const width =
    kind === "open"
      ? (resolveSize(style.marginLeft, 0) ?? 0) + leftEdge(style)
      : (resolveSize(style.marginRight, 0) ?? 0) + rightEdge(style);
  return { kind, inline, width, breakAfter: false };
}

function leftEdge(style: EdgePiece["inline"]["style"]): number {
  const border = style.borderLeftStyle !== "none" ? style.borderLeftWidth : 0;
  return border + (resolveSize(style.paddingLeft, 0) ?? 0);
}

function rightEdge(style: EdgePiece["inline"]["style"]): number {
  const border = style.borderRightStyle !== "none" ? style.borderRightWidth : 0;
  return border + (resolveSize(style.paddingRight, 0) ?? 0);
}

/** A line ends after the edges that close there, not before them. */
function moveBreaksAfterEdges(pieces: readonly Piece[]): readonly Piece[] {
  const moved = [...pieces];
  for (let index = 0; index + 1 < moved.length; index++) {
    const piece = moved[index];
    const next = moved[index + 1];
    if (piece?.kind === "break" || !piece?.breakAfter || next?.kind !== "close") continue;
    moved[index] = { ...piece, breakAfter: false };
    moved[index + 1] = { ...next, breakAfter: true };
  }
  return moved;
}
