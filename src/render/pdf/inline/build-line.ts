/**
 * The pieces of one line in, the line out: every part with its place, from left to right as seen
 * (CSS Inline 3, UAX #9).
 */
import type { InlineBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { type Reach, riseOf, type Standing, VerticalAlignment } from "./align-vertically.js";
import { hangsOf } from "./hang-punctuation.js";
import { justifyLine } from "./justify-line.js";
import { type LineBox, LineBoxes } from "./line-boxes.js";
import type { SizedAtomicPiece, SizedPiece, TextPiece } from "./piece.js";
import { reorderLine } from "./reorder-line.js";

export { lineHeightOf } from "./align-vertically.js";
export type { LineBox } from "./line-boxes.js";

/** Lengths in pt; `x` from the line's left edge, `y` down from its top. */
export interface Line {
  readonly height: number;
  /** From the top. */
  readonly baseline: number;
  readonly parts: readonly LinePart[];
}

/** Boxes come before the parts they hold. */
export type LinePart = LineText | LineAtomic | LineBox;

export interface LineText {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly piece: TextPiece;
}

export interface LineAtomic {
  readonly kind: "atomic";
  readonly x: number;
  readonly y: number;
  readonly piece: SizedAtomicPiece;
}

/**
 * @param block style of the block that the line stands in
 * @param width pt between the block's edges
 * @param indent pt before the first piece
 * @param open inline boxes that the line before left open
 * @param isLast of its paragraph: such a line is not justified
 */
export function buildLine(
  pieces: readonly SizedPiece[],
  block: Style,
  width: number,
  indent: number,
  open: readonly InlineBox[],
  isLast = true,
): { line: Line; stillOpen: readonly InlineBox[] } {
  const alignment = new VerticalAlignment(block);
  const whole = indent + pieces.reduce((sum, piece) => sum + piece.width, 0);
  const hangs = hangsOf(pieces, whole - width);
  const used = whole - hangs.start - hangs.end;
  const ends = isLast || pieces.at(-1)?.kind === "break";
  const align = ends ? alignOfLast(block) : block.textAlign;
  const isTight = block.textAlign === "justify" && used > width;
  const set = align === "justify" || isTight ? justifyLine(pieces, width - used) : pieces;
  const { contents, boxes, stillOpen } = readLine(set, open, alignment);
  const { baseline, height } = alignment.settle();
  const direction = directionOf(contents, block);
  const free =
    width - indent + hangs.start + hangs.end - set.reduce((sum, { width: each }) => sum + each, 0);
  const inside = startOf(align, direction, indent, Math.abs(free) < ROUNDING ? 0 : free);
  const start = inside - (direction === "rtl" ? hangs.end : hangs.start);
  const parts: LinePart[] = [];
  let x = start;
  for (const content of reorderLine(contents)) {
    x = boxes.moveTo(content.within, x, baseline);
    const { piece, standing } = content;
    const y = baseline - riseOf(standing);
    if (piece?.kind === "text") parts.push({ kind: "text", x, y, piece });
    if (piece?.kind === "atomic") {
      parts.push({ kind: "atomic", x, y: y - reachOf(piece).above, piece });
    }
    x += piece?.width ?? 0;
  }
  boxes.moveTo([], x, baseline);
  return { line: { height, baseline, parts: [...boxes.finished(), ...parts] }, stillOpen };
}

/** pt; less is no width at all. */
const ROUNDING = 0.005;

/** Something on the line with the inline boxes around it, outermost first. */
export interface LineContent {
  /** Undefined for an inline box without content, which still has a place. */
  readonly piece: TextPiece | SizedAtomicPiece | undefined;
  readonly level: number;
  readonly within: readonly OpenBox[];
  readonly standing: Standing;
}

/** An inline box on this line. */
export interface OpenBox {
  readonly inline: InlineBox;
  readonly standing: Standing;
}

/** Goes through the line as read, and notes which boxes hold what. */
function readLine(
  pieces: readonly SizedPiece[],
  open: readonly InlineBox[],
  alignment: VerticalAlignment,
): { contents: readonly LineContent[]; boxes: LineBoxes; stillOpen: readonly InlineBox[] } {
  const contents: LineContent[] = [];
  const begun = new Set<OpenBox>();
  const ended = new Set<OpenBox>();
  const filled = new Set<OpenBox>();
  let within: readonly OpenBox[] = [];
  const standingOf = () => within.at(-1)?.standing ?? alignment.root;
  const enter = (inline: InlineBox) => {
    const box = { inline, standing: alignment.stand(inline.style, standingOf()) };
    within = [...within, box];
    return box;
  };
  const add = (piece: LineContent["piece"], level: number, standing = standingOf()) => {
    for (const box of within) filled.add(box);
    contents.push({ piece, level, within, standing });
  };
  for (const inline of open) enter(inline);
  for (const piece of pieces) {
    if (piece.kind === "open") begun.add(enter(piece.inline));
    if (piece.kind === "text") {
      alignment.addText(standingOf(), piece.face);
      add(piece, piece.level);
    }
    if (piece.kind === "atomic") {
      const { style } = piece.box;
      add(piece, piece.level, alignment.stand(style, standingOf(), reachOf(piece)));
    }
    const box = within.at(-1);
    if (piece.kind === "close" && box) {
      if (!filled.has(box)) add(undefined, contents.at(-1)?.level ?? 0);
      ended.add(box);
      within = within.slice(0, -1);
    }
  }
  const stillOpen = within.map(({ inline }) => inline);
  return { contents, boxes: new LineBoxes(contents, begun, ended), stillOpen };
}

function reachOf({ baseline, height }: SizedAtomicPiece): Reach {
  return { above: baseline, below: height - baseline };
}

/** Of the line's paragraph, which `unicode-bidi: plaintext` takes from its words. */
function directionOf(contents: readonly LineContent[], block: Style): Style["direction"] {
  if (block.unicodeBidi !== "plaintext") return block.direction;
  const first = contents.find(({ piece }) => piece !== undefined)?.piece;
  return first?.baseLevel === 1 ? "rtl" : "ltr";
}

function alignOfLast({ textAlign, textAlignLast }: Style): Style["textAlign"] {
  if (textAlignLast !== "auto") return textAlignLast;
  return textAlign === "justify" ? "start" : textAlign;
}

/**
 * pt from the block's left edge to the leftmost piece. A line that is too long runs over the edge
 * at which it ends.
 *
 * @param free pt that the pieces and the indent leave; negative when they run over
 */
function startOf(
  align: Style["textAlign"],
  direction: Style["direction"],
  indent: number,
  free: number,
): number {
  const isLeftward = direction === "rtl";
  if (free < 0) return isLeftward ? free : indent;
  return (isLeftward ? 0 : indent) + free * shareOf(align, isLeftward);
}

/** How much of the free width comes before the text: 0 for left, 1 for right. */
function shareOf(align: Style["textAlign"], isLeftward: boolean): number {
  switch (align) {
    case "left":
      return 0;
    case "center":
      return 0.5;
    case "right":
      return 1;
    case "start":
      return isLeftward ? 1 : 0;
    case "end":
      return isLeftward ? 0 : 1;
    case "justify":
      return 0;
  }
}
