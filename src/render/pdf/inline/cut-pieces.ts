/**
 * Inline content in, pieces out: cut where lines may break (UAX #14), where faces or directions
 * change, at spaces.
 */
import type { InlineItem, InlineText } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";
import { setWord } from "../fonts/set-word.js";
import { findBreaks } from "./find-breaks.js";
import type { DirectedPiece, EdgePiece, Piece, TextPiece } from "./piece.js";
import { type Levels, resolveLevels, textOf } from "./resolve-levels.js";
import { settleText } from "./settle-text.js";

/**
 * @param block style of the block that holds the items
 * @param missing told of every letter that no font has
 */
export function cutPieces(
  items: readonly InlineItem[],
  block: Style,
  missing: (letter: string) => void,
): readonly Piece[] {
  const { items: settled, levels } = resolveLevels(settleText(items), block);
  const text = settled.map(textOf).join("");
  const paragraph = { breaks: findBreaks(text, settled), levels, missing };
  const pieces: Piece[] = [];
  let at = 0;
  for (const item of settled) {
    for (const piece of cutItem(item, at, paragraph)) pieces.push(piece);
    at += textOf(item).length;
  }
  return moveBreaksAfterEdges(pieces.map(numberPiece));
}

/** What is known of a paragraph's text, by UTF-16 unit. */
interface Paragraph {
  readonly breaks: ReadonlySet<number>;
  readonly levels: Levels | undefined;
  readonly missing: (letter: string) => void;
}

function numberPiece(piece: Piece, order: number): Piece {
  return piece.kind === "text" ? { ...piece, order } : piece;
}

function cutItem(item: InlineItem, at: number, paragraph: Paragraph): readonly Piece[] {
  switch (item.kind) {
    case "text":
      return cutText(item, at, paragraph);
    case "break":
      return [{ kind: "break", width: 0, breakAfter: true }];
    case "atomic":
      return [{ ...item, ...directionAt(at, paragraph), breakAfter: paragraph.breaks.has(at + 1) }];
    case "open":
    case "close":
      return [edgePiece(item)];
  }
}

function directionAt(at: number, { levels }: Paragraph): DirectedPiece {
  return levels ? { level: levels.own[at] ?? 0, baseLevel: levels.base[at] ?? 0 } : RIGHTWARD;
}

const RIGHTWARD: DirectedPiece = { level: 0, baseLevel: 0 };

function cutText(item: InlineText, at: number, paragraph: Paragraph): readonly TextPiece[] {
  const { breaks, levels, missing } = paragraph;
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let end = 1; end <= item.text.length; end++) {
    const isLast = end === item.text.length;
    const besideSpace = item.text[end] === " " || item.text[end - 1] === " ";
    const breakAfter = breaks.has(at + end);
    const turns = levels && levels.own[at + end] !== levels.own[at + end - 1];
    if (!isLast && !besideSpace && !breakAfter && !turns) continue;
    const word = item.text.slice(start, end);
    const direction = directionAt(at + start, paragraph);
    for (const piece of shapePieces(item, word, breakAfter, missing, direction)) pieces.push(piece);
    start = end;
  }
  return pieces;
}

/** One piece, or several when the letters come from several faces; those in the order read. */
export function shapePieces(
  source: InlineText,
  text: string,
  breakAfter: boolean,
  missing: (letter: string) => void,
  direction = directionOf(text),
): readonly TextPiece[] {
  const way = direction.level % 2 === 1 ? "rtl" : "ltr";
  const runs = setWord(source.style, source.language, text, way, missing);
  return runs.map((run, index) => ({
    kind: "text",
    ...run,
    ...direction,
    source,
    order: index,
    isSpace: run.text === " ",
    breakAfter: breakAfter && index === runs.length - 1,
  }));
}

/** Of a word that stands alone: the way of its letters. */
function directionOf(text: string): DirectedPiece {
  const level = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 1 : 0;
  return { level, baseLevel: level };
}

function edgePiece({ kind, inline }: InlineItem & { kind: "open" | "close" }): EdgePiece {
  const side = (kind === "open") === (inline.style.direction === "ltr") ? "left" : "right";
  return { kind, inline, width: edgeWidth(inline.style, side), breakAfter: false };
}

/** pt of margin, border and padding of an inline box on one side. */
export function edgeWidth(style: Style, side: "left" | "right"): number {
  const [margin, borderStyle, borderWidth, padding] =
    side === "left"
      ? [style.marginLeft, style.borderLeftStyle, style.borderLeftWidth, style.paddingLeft]
      : [style.marginRight, style.borderRightStyle, style.borderRightWidth, style.paddingRight];
  const border = borderStyle === "none" ? 0 : borderWidth;
  return (resolveSize(margin, 0) ?? 0) + border + (resolveSize(padding, 0) ?? 0);
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
