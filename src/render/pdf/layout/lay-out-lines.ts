/** A block of inline content and its width in, its lines out, each an item of the flow. */
import type { BlockBox, InlineBox } from "../boxes/box.js";
import { breakLines } from "../inline/break-lines.js";
import { buildLine } from "../inline/build-line.js";
import { fillLeaders } from "../inline/fill-leaders.js";
import type { AtomicPiece, Piece, SizedAtomicPiece, SizedPiece } from "../inline/piece.js";
import { shapePieces } from "../inline/shape-pieces.js";
import { bordersOf, insetsOf } from "./edges.js";
import type { Flow, FlowEvent, LineItem, Note, Overlay } from "./flow.js";
import type { Layout } from "./layout.js";

export function layOutLines(
  block: BlockBox,
  x: number,
  width: number,
  layout: Layout,
): FlowEvent[] {
  const { style } = block;
  const pieces = layout.pieces(block).map((piece) => sizePiece(piece, width, layout));
  const measure = (line: number) => width - (line === 0 ? style.textIndent : 0);
  const lines = breakLines(pieces, measure, style.textAlign === "justify" ? "total" : "first");
  const paragraph = { lines: lines.length, orphans: style.orphans, widows: style.widows };
  let open: readonly InlineBox[] = [];
  return lines.map((linePieces, index): LineItem => {
    const indent = index === 0 ? style.textIndent : 0;
    const filled = fillLeaders(linePieces, width - indent);
    const { line, stillOpen } = buildLine(
      filled,
      style,
      width,
      indent,
      open,
      index === lines.length - 1,
    );
    open = stillOpen;
    const notes = notesOf(linePieces, layout);
    return { kind: "line", height: line.height, x, line, index, paragraph, notes };
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

/** A bullet or number, its end a little before the item's text, on the first line's baseline. */
export function layOutMarker(
  item: BlockBox,
  marker: string,
  width: number,
  layout: Layout,
): Overlay {
  const { style, language, element } = item;
  const source = {
    kind: "text" as const,
    text: marker,
    style,
    language,
    element,
    underlined: false,
    origin: "marker" as const,
  };
  const pieces = shapePieces(source, marker, false, () => {});
  const { line } = buildLine(pieces, { ...style, textAlign: "left", direction: "ltr" }, 0, 0, []);
  const markerWidth = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const insets = insetsOf(style, width);
  const flow = layout.settle([
    {
      kind: "line",
      height: line.height,
      x: 0,
      line,
      index: 0,
      paragraph: { lines: 1, orphans: 1, widows: 1 },
    },
  ]);
  const distance = MARKER_DISTANCE * style.fontSize;
  const isRightToLeft = style.direction === "rtl";
  const x = isRightToLeft ? width - insets.right + distance : insets.left - markerWidth - distance;
  const borders = bordersOf(style);
  return {
    x: x - borders.left,
    top: insets.top - borders.top,
    bottom: "auto",
    between: undefined,
    layer: "below",
    frame: undefined,
    flow,
  };
}

/** em between a marker and the text it belongs to. */
const MARKER_DISTANCE = 0.5;

function sizePiece(piece: Piece, available: number, layout: Layout): SizedPiece {
  return piece.kind === "atomic" ? sizeAtomic(piece, available, layout) : piece;
}

/** Shrinks to its content, or takes the width it asks for. */
function sizeAtomic(piece: AtomicPiece, available: number, layout: Layout): SizedAtomicPiece {
  const { box } = piece;
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
