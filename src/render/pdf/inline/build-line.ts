/** The pieces of one line in, the line out: every part with its place (CSS Inline 3, CSS 2 10.8). */
import type { InlineBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";
import { primaryFace } from "../fonts/choose-faces.js";
import type { SizedAtomicPiece, SizedPiece, TextPiece } from "./piece.js";

/** Lengths in pt; `x` from the line's left edge, `y` down from its top. */
export interface Line {
  readonly height: number;
  /** From the top. */
  readonly baseline: number;
  readonly parts: readonly LinePart[];
}

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

/** The share of an inline box that lies on this line; comes before the parts it holds. */
export interface LineBox {
  readonly kind: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly inline: InlineBox;
  /** Whether its left and right edges are on this line. */
  readonly starts: boolean;
  readonly ends: boolean;
}

/**
 * @param block style of the block that the line stands in
 * @param width pt between the block's edges
 * @param indent pt before the first piece
 * @param open inline boxes that the line before left open
 */
export function buildLine(
  pieces: readonly SizedPiece[],
  block: Style,
  width: number,
  indent: number,
  open: readonly InlineBox[],
): { line: Line; stillOpen: readonly InlineBox[] } {
  const { baseline, height } = measureHeight(pieces, block);
  const used = indent + pieces.reduce((sum, piece) => sum + piece.width, 0);
  const start = indent + shareOf(block) * Math.max(0, width - used);
  const boxes = new OpenBoxes(open, start, baseline);
  const parts: LinePart[] = [];
  let x = start;
  for (const piece of pieces) {
    if (piece.kind === "open") boxes.open(piece.inline, x + marginOf(piece.inline, "left"));
    if (piece.kind === "text") {
      parts.push({ kind: "text", x, y: baseline - piece.source.rise, piece });
    }
    if (piece.kind === "atomic") {
      parts.push({ kind: "atomic", x, y: topOf(piece, block, baseline, height), piece });
    }
    x += piece.width;
    if (piece.kind === "close") boxes.close(x - marginOf(piece.inline, "right"));
  }
  const stillOpen = boxes.endLine(x);
  return { line: { height, baseline, parts: [...boxes.finished(), ...parts] }, stillOpen };
}

/** pt; the font decides when the style says `normal`. */
export function lineHeightOf(style: Style): number {
  const { lineHeight, fontSize } = style;
  if (typeof lineHeight === "number") return lineHeight;
  if (typeof lineHeight === "object") return lineHeight.factor * fontSize;
  const face = primaryFace(style);
  return (face.ascent + face.descent) * fontSize;
}

/** How far text of this style reaches over and under its baseline, half the leading on each side. */
function reachOf(style: Style): { above: number; below: number } {
  const face = primaryFace(style);
  const above = face.ascent * style.fontSize;
  const below = face.descent * style.fontSize;
  const half = (lineHeightOf(style) - above - below) / 2;
  return { above: above + half, below: below + half };
}

function measureHeight(
  pieces: readonly SizedPiece[],
  block: Style,
): { baseline: number; height: number } {
  let { above, below } = reachOf(block);
  let edgeAligned = 0;
  for (const piece of pieces) {
    if (piece.kind === "text") {
      const reach = reachOf(piece.source.style);
      above = Math.max(above, piece.source.rise + reach.above);
      below = Math.max(below, reach.below - piece.source.rise);
    } else if (piece.kind === "atomic" && (piece.rise === "top" || piece.rise === "bottom")) {
      edgeAligned = Math.max(edgeAligned, piece.height);
    } else if (piece.kind === "atomic") {
      const top = heightOverBaseline(piece, block);
      above = Math.max(above, top);
      below = Math.max(below, piece.height - top);
    }
  }
  return { baseline: above, height: Math.max(above + below, edgeAligned) };
}

function heightOverBaseline(piece: SizedAtomicPiece, block: Style): number {
  if (typeof piece.rise === "number") return piece.rise + piece.baseline;
  return (primaryFace(block).xHeight * block.fontSize + piece.height) / 2;
}

function topOf(piece: SizedAtomicPiece, block: Style, baseline: number, height: number): number {
  if (piece.rise === "top") return 0;
  if (piece.rise === "bottom") return height - piece.height;
  return baseline - heightOverBaseline(piece, block);
}

/** How much of the free width comes before the text: 0 for left, 1 for right. */
function shareOf({ textAlign, direction }: Style): number {
  switch (textAlign) {
    case "left":
      return 0;
    case "center":
      return 0.5;
    case "right":
      return 1;
    case "start":
      return direction === "rtl" ? 1 : 0;
    case "end":
      return direction === "rtl" ? 0 : 1;
  }
}

function marginOf({ style }: InlineBox, side: "left" | "right"): number {
  return resolveSize(side === "left" ? style.marginLeft : style.marginRight, 0) ?? 0;
}

/** Follows inline boxes along a line, outermost first, and notes where each begins and ends. */
class OpenBoxes {
  readonly #stack: { inline: InlineBox; x: number; starts: boolean; slot: number }[] = [];
  readonly #boxes: (LineBox | undefined)[] = [];
  readonly #baseline: number;

  constructor(open: readonly InlineBox[], x: number, baseline: number) {
    this.#baseline = baseline;
    for (const inline of open) this.#push(inline, x, false);
  }

  open(inline: InlineBox, x: number): void {
    this.#push(inline, x, true);
  }

  close(x: number): void {
    this.#finish(x, true);
  }

  /** @returns the boxes that go on on the next line, outermost first. */
  endLine(x: number): readonly InlineBox[] {
    const open = this.#stack.map(({ inline }) => inline);
    while (this.#stack.length > 0) this.#finish(x, false);
    return open;
  }

  finished(): readonly LineBox[] {
    return this.#boxes.filter((box) => box !== undefined);
  }

  /** An outer box opens first, so its slot comes first and it is painted below the inner ones. */
  #push(inline: InlineBox, x: number, starts: boolean): void {
    this.#stack.push({ inline, x, starts, slot: this.#boxes.length });
    this.#boxes.push(undefined);
  }

  #finish(x: number, ends: boolean): void {
    const opened = this.#stack.pop();
    if (!opened) return;
    const { inline, starts } = opened;
    const face = primaryFace(inline.style);
    const edges = verticalEdges(inline.style);
    const ascent = face.ascent * inline.style.fontSize;
    this.#boxes[opened.slot] = {
      kind: "box",
      x: opened.x,
      y: this.#baseline - inline.rise - ascent - edges.top,
      width: x - opened.x,
      height: ascent + face.descent * inline.style.fontSize + edges.top + edges.bottom,
      inline,
      starts,
      ends,
    };
  }
}

function verticalEdges(style: Style): { top: number; bottom: number } {
  const borderTop = style.borderTopStyle !== "none" ? style.borderTopWidth : 0;
  const borderBottom = style.borderBottomStyle !== "none" ? style.borderBottomWidth : 0;
  return {
    top: borderTop + (resolveSize(style.paddingTop, 0) ?? 0),
    bottom: borderBottom + (resolveSize(style.paddingBottom, 0) ?? 0),
  };
}
