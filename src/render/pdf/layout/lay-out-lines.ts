/** A block of inline content and its width in, its lines out, each an item of the flow. */
import type { BlockBox, InlineBox } from "../boxes/box.js";
import { lineHeightOf } from "../inline/align-vertically.js";
import { breakLines } from "../inline/break-lines.js";
import { buildLine } from "../inline/build-line.js";
import { fillLeaders } from "../inline/fill-leaders.js";
import { indentOf } from "../inline/indent-of.js";
import type { AtomicPiece, Piece, SizedAtomicPiece, SizedPiece } from "../inline/piece.js";
import { widthsOf } from "../inline/widths-of.js";
import { checkPicture } from "./check-picture.js";
import type { FloatContext, Span } from "./float-context.js";
import type { Flow, FlowEvent, Note } from "./flow.js";
import type { Layout } from "./layout.js";
import { spacer } from "./strut.js";

/** @param floats beside which the lines are shorter */
export function layOutLines(
  block: BlockBox,
  x: number,
  width: number,
  floats: FloatContext | undefined,
  layout: Layout,
): FlowEvent[] {
  const pieces = layout.pieces(block).map((piece) => sizePiece(piece, width, layout));
  const plain: LineRoom = { left: x, width, down: 0 };
  if (!floats || floats.isEmpty) {
    const lines = setLines(block, pieces, () => plain, layout);
    floats?.follow(lines);
    return lines;
  }
  const lines = setBesideFloats(block, pieces, { left: x, right: x + width }, floats, layout);
  floats.follow(lines);
  return lines;
}

/** Where a line may stand, in pt. */
interface LineRoom {
  readonly left: number;
  readonly width: number;
  /** How far it has to go down first, to find room. */
  readonly down: number;
}

function setLines(
  { style }: BlockBox,
  pieces: readonly SizedPiece[],
  roomOf: (line: number) => LineRoom,
  layout: Layout,
): FlowEvent[] {
  const measure = (line: number) => {
    const { width } = roomOf(line);
    return width - indentOf(style, width, line);
  };
  const lines = breakLines(pieces, measure, style.textAlign === "justify" ? "total" : "first");
  const paragraph = { lines: lines.length, orphans: style.orphans, widows: style.widows };
  let open: readonly InlineBox[] = [];
  return lines.flatMap((linePieces, index): FlowEvent[] => {
    const { left: x, width, down } = roomOf(index);
    const indent = indentOf(style, width, index);
    const filled = fillLeaders(linePieces, width - indent);
    const isLast = index === lines.length - 1;
    const { line, stillOpen } = buildLine(filled, style, width, indent, open, isLast);
    open = stillOpen;
    const notes = notesOf(linePieces, layout);
    const item = { kind: "line" as const, height: line.height, x, line, index, paragraph, notes };
    return [...spacer(down), item];
  });
}

/** The footnotes that the words of a line call, and those of small boxes in it. */
function notesOf(pieces: readonly SizedPiece[], layout: Layout): readonly Note[] | undefined {
  let notes: Note[] | undefined;
  for (const piece of pieces) {
    const called =
      piece.kind === "text" && piece.source.footnote
        ? [layout.note(piece.source.footnote)]
        : piece.kind === "atomic"
          ? piece.flow.notes
          : undefined;
    for (const note of called ?? []) {
      notes ??= [];
      if (!notes.includes(note)) notes.push(note);
    }
  }
  return notes;
}

/**
 * The room of a line depends on the heights of those above it, which are known when they are set:
 * they are set again until heights and room agree.
 */
function setBesideFloats(
  block: BlockBox,
  pieces: readonly SizedPiece[],
  within: Span,
  floats: FloatContext,
  layout: Layout,
): FlowEvent[] {
  const needed = Math.min(widthsOf(pieces).min, LEAST_ROOM * block.style.fontSize);
  let heights: readonly number[] = [];
  for (let pass = 1; ; pass++) {
    const rooms: (LineRoom & { bottom: number })[] = [];
    const roomOf = (line: number): LineRoom => {
      for (let next = rooms.length; next <= line; next++) {
        const top = rooms.at(-1)?.bottom ?? floats.top;
        const height = heights[next] ?? lineHeightOf(block.style);
        const room = floats.findRoom(needed, height, within, top);
        const width = Math.max(0, room.right - room.left);
        rooms.push({ left: room.left, width, down: room.top - top, bottom: room.top + height });
      }
      return rooms[line] ?? { left: within.left, width: within.right - within.left, down: 0 };
    };
    const events = setLines(block, pieces, roomOf, layout);
    const real = events.flatMap((event) => (event.kind === "line" ? [event.height] : []));
    const agrees = real.every(
      (height, line) => Math.abs(height - (heights[line] ?? lineHeightOf(block.style))) < 0.1,
    );
    if (agrees || pass === MOST_PASSES) return events;
    heights = real;
  }
}

/** em that a line has at least beside a float; with less, it stands below. */
const LEAST_ROOM = 6;
const MOST_PASSES = 3;

function sizePiece(piece: Piece, available: number, layout: Layout): SizedPiece {
  return piece.kind === "atomic" ? sizeAtomic(piece, available, layout) : piece;
}

/** Shrinks to its content, or takes the width it asks for. */
function sizeAtomic(piece: AtomicPiece, available: number, layout: Layout): SizedAtomicPiece {
  const { box } = piece;
  checkPicture(box, available, layout);
  const widths = layout.widths(box);
  const isShare = typeof box.style.width === "object";
  const width = isShare ? available : Math.min(Math.max(widths.min, available), widths.max);
  const flow = layout.settle(layout.box(box, 0, width));
  return { ...piece, width, height: flow.height, baseline: lastBaseline(flow), flow };
}

/** Of an inline-block: that of its last line, or its lower edge when it has none. */
function lastBaseline(flow: Flow): number {
  let y = 0;
  let baseline: number | undefined;
  flow.items.forEach((item, index) => {
    y += flow.gaps[index]?.space ?? 0;
    if (item.kind === "line") baseline = y + item.line.baseline;
    y += item.height;
  });
  return baseline ?? flow.height;
}
