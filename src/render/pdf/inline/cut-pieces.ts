/**
 * Inline content in, pieces out: cut where lines may break (UAX #14), where faces or directions
 * change, at spaces.
 */
import type { InlineItem, InlineText } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";
import { findBreaks } from "./find-breaks.js";
import { hangPunctuation } from "./hang-punctuation.js";
import type { DirectedPiece, EdgePiece, Piece, TextPiece } from "./piece.js";
import { type Levels, resolveLevels, textOf } from "./resolve-levels.js";
import { settleText } from "./settle-text.js";
import { shapePieces } from "./shape-pieces.js";

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
  const paragraph = { text, breaks: findBreaks(text, settled), levels, missing };
  const pieces: Piece[] = [];
  let at = 0;
  for (const item of settled) {
    for (const piece of cutItem(item, at, paragraph, pieces.length)) pieces.push(piece);
    at += textOf(item).length;
  }
  return moveBreaksAfterEdges(hangPunctuation(pieces, block));
}

/** What is known of a paragraph's text, by UTF-16 unit. */
interface Paragraph {
  readonly text: string;
  readonly breaks: ReadonlySet<number>;
  readonly levels: Levels | undefined;
  readonly missing: (letter: string) => void;
}

/** @param order of the item's first piece */
function cutItem(
  item: InlineItem,
  at: number,
  paragraph: Paragraph,
  order: number,
): readonly Piece[] {
  switch (item.kind) {
    case "text":
      return cutText(item, at, paragraph, order);
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
  if (!levels) return RIGHTWARD;
  const parted = levels.parted.get(at);
  const direction = { level: levels.own[at] ?? 0, baseLevel: levels.base[at] ?? 0 };
  return parted === undefined ? direction : { ...direction, parted };
}

const RIGHTWARD: DirectedPiece = { level: 0, baseLevel: 0 };

function cutText(
  item: InlineText,
  at: number,
  paragraph: Paragraph,
  order: number,
): readonly TextPiece[] {
  const { breaks, levels } = paragraph;
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let end = 1; end <= item.text.length; end++) {
    const isLast = end === item.text.length;
    const besideSpace = isSpace(item.text[end]) || isSpace(item.text[end - 1]);
    const breakAfter =
      (breaks.has(at + end) && mayBreak(item, at + end, paragraph)) ||
      (item.text[end - 1] === " " && item.style.whiteSpace === "break-spaces");
    const turns = levels && levels.own[at + end] !== levels.own[at + end - 1];
    if (!isLast && !besideSpace && !breakAfter && !turns) continue;
    const range = { start: at + start, end: at + end };
    const next = order + pieces.length;
    for (const piece of cutWord(item, range, breakAfter, paragraph, next)) pieces.push(piece);
    start = end;
  }
  return pieces;
}

/** No-break spaces are pieces of their own too: justified lines stretch them. */
function isSpace(letter: string | undefined): boolean {
  return letter === " " || letter === "\u00a0" || letter === "\t";
}

/** A soft hyphen is for hyphenation to see to; `keep-all` forbids breaks between letters. */
function mayBreak({ style }: InlineText, at: number, { text }: Paragraph): boolean {
  if (text[at - 1] === SOFT_HYPHEN) return false;
  return style.wordBreak !== "keep-all" || !isWithinWord(text, at);
}

const SOFT_HYPHEN = "\u00ad";

function cutWord(
  item: InlineText,
  range: { readonly start: number; readonly end: number },
  breakAfter: boolean,
  paragraph: Paragraph,
  order: number,
): readonly TextPiece[] {
  const { text, missing } = paragraph;
  const written = text.slice(range.start, range.end);
  const word = written.includes(SOFT_HYPHEN) ? written.replaceAll(SOFT_HYPHEN, "") : written;
  const direction = directionAt(range.start, paragraph);
  const pieces = shapePieces(item, word, breakAfter, missing, direction, order);
  const isPart =
    pieces.length > 1 || isWithinWord(text, range.start) || isWithinWord(text, range.end);
  if (isPart) return pieces.map((piece) => ({ ...piece, isPart }));
  if (word === written) return pieces;
  const softHyphens = softHyphensOf(written);
  return pieces.map((piece) => ({ ...piece, softHyphens }));
}

/** Whether letters stand on both sides. */
function isWithinWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && LETTERS.test(text.slice(at - 1, at + 1));
}

const LETTERS = /^[\p{L}\p{M}]{2}$/u;

/** Offsets within the word once they are taken out. */
function softHyphensOf(written: string): readonly number[] {
  return Array.from(written.matchAll(/\u00ad/g), ({ index }, count) => index - count);
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
