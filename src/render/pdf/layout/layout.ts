/** The box tree and the width of the page's column in, the flow list out. */
import type { BlockBox, Box, FootnoteBox, ReplacedBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { cutPieces } from "../inline/cut-pieces.js";
import type { Piece } from "../inline/piece.js";
import { remember } from "../remember.js";
import type { FloatContext } from "./float-context.js";
import type { Columns, Flow, FlowEvent, Note } from "./flow.js";
import { intrinsicWidths, type Widths } from "./intrinsic-widths.js";
import { layOutBox, layOutInside } from "./lay-out-box.js";
import { layOutNote } from "./lay-out-note.js";
import { settleFlow } from "./settle-flow.js";

/** What a box wants to know of its containing block besides the width. */
export interface Around {
  readonly direction: Style["direction"];
  /** pt of its content; undefined when that depends on what it holds. */
  readonly height: number | undefined;
  /** Undefined where floats from outside do not reach. */
  readonly floats?: FloatContext;
}

/** A containing block of which only the width matters. */
export const PLAIN: Around = { direction: "ltr", height: undefined };

/**
 * What the kinds of layout need of each other. They meet here and do not import one another, so
 * that a block can hold a table, whose cells hold blocks.
 */
export interface Layout {
  /** pt of the page's column. */
  readonly pageHeight: number;
  /** pt of the column of pages with this name. */
  pageWidth(name: string): number;
  /** Everything of a box, its margins too. @param x pt from the flow's left edge */
  box(box: Box, x: number, containing: number, around?: Around): FlowEvent[];
  /** What lies within a box's border box of this width, borders and padding as struts. */
  inside(box: Box, x: number, width: number, around?: Around): FlowEvent[];
  /** The narrowest and widest that a box would be, margins included. */
  widths(box: Box): Widths;
  settle(events: readonly FlowEvent[]): Flow;
  pieces(block: BlockBox): readonly Piece[];
  /** Tells of a picture that had to become lower, to stand on a page. @param height pt that it asks for */
  shrunk(picture: ReplacedBox, height: number): void;
  /** The body of a footnote, as wide as the room for notes. */
  note(footnote: FootnoteBox): Note;
  /** All bodies of footnotes so far. */
  readonly notes: readonly Note[];
  /** pt of columns that hold all of their flow and are alike. */
  balance(columns: Omit<Columns, "height">): number;
}

/** What layout has to know of pages. */
export interface PageRoom {
  /** pt; what is higher cannot avoid being cut. */
  readonly height: number;
  /** pt of the column of pages with this name. */
  widthOf(name: string): number;
  /** pt of the room for footnotes. */
  readonly noteWidth: number;
  balance(columns: Omit<Columns, "height">): number;
}

/** @param width pt of the page's column */
export function layOut(body: Box, width: number, layout: Layout): Flow {
  return layout.settle(
    layout.box(body, 0, width, { direction: body.style.direction, height: undefined }),
  );
}

/** Who is told of what layout cannot give. */
export interface LayoutReport {
  /** Every letter that no font has. */
  missing(letter: string): void;
  /** Every picture that is higher than a page. @param height pt that it asks for */
  shrunk(picture: ReplacedBox, height: number): void;
}

export function createLayout(page: PageRoom, { missing, shrunk }: LayoutReport): Layout {
  const pageHeight = page.height;
  const notes: Note[] = [];
  const knownNotes = new WeakMap<FootnoteBox, Note>();
  const knownWidths = new WeakMap<Box, Widths>();
  const knownPieces = new WeakMap<BlockBox, readonly Piece[]>();
  const layout: Layout = {
    pageHeight,
    pageWidth: page.widthOf,
    box: (box, x, containing, around = PLAIN) => layOutBox(box, x, containing, around, layout),
    inside: (box, x, width, around = PLAIN) => layOutInside(box, x, width, around, layout),
    widths: (box) => remember(knownWidths, box, () => intrinsicWidths(box, layout)),
    settle: (events) => settleFlow(events, pageHeight),
    pieces: (block) =>
      remember(knownPieces, block, () =>
        block.content.kind === "inline" ? cutPieces(block.content.items, block.style, missing) : [],
      ),
    note: (footnote) =>
      remember(knownNotes, footnote, () => {
        const note = layOutNote(footnote, page.noteWidth, layout);
        notes.push(note);
        return note;
      }),
    shrunk,
    notes,
    balance: page.balance,
  };
  return layout;
}
