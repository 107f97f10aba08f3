/** The parts that lines are made of: shaped words and spaces, the edges of inline boxes, pictures. */
import type { Box, InlineBox, InlineText } from "../boxes/box.js";
import type { Face, ShapedWord } from "../fonts/face.js";
import type { Flow } from "../layout/flow.js";
import type { Hang } from "./hang-punctuation.js";

/** Which way a piece goes among text of both directions (UAX #9). */
export interface DirectedPiece {
  /** Odd: from right to left. */
  readonly level: number;
  /** Of the paragraph that it stands in: 0 or 1. */
  readonly baseLevel: number;
  /** Level of the boundary before it, where an isolate begins or ends there. */
  readonly parted?: number;
}

export type Piece = TextPiece | EdgePiece | AtomicPiece | BreakPiece;

/** Pieces once the width of the column has settled how wide pictures and small boxes are. */
export type SizedPiece = Exclude<Piece, AtomicPiece> | SizedAtomicPiece;

export interface TextPiece extends DirectedPiece {
  readonly kind: "text";
  readonly text: string;
  /** Style, language, element and link of the words. */
  readonly source: InlineText;
  readonly face: Face;
  /** Its glyphs stand from left to right as seen, whatever the level. */
  readonly word: ShapedWord;
  /** Its place among the pieces of its paragraph as written: lines may set it elsewhere. */
  readonly order: number;
  /** pt. */
  readonly width: number;
  /** A space that a line may end in, and that is not seen there. */
  readonly isSpace: boolean;
  /** What of it may stand outside the line. */
  readonly hang?: Hang;
  /** A tab: how far it reaches is known when its place on the line is. */
  readonly tab?: number;
  /** Where the writer would divide the word, as offsets within its text. */
  readonly softHyphens?: readonly number[];
  /** Not a whole word: nothing is known of where it may be hyphenated. */
  readonly isPart?: boolean;
  /** UAX #14: a line may end after this piece. */
  readonly breakAfter: boolean;
}

/** The start or end of an inline box: its margin, border and padding on that side. */
export interface EdgePiece {
  readonly kind: "open" | "close";
  readonly inline: InlineBox;
  readonly width: number;
  readonly breakAfter: boolean;
}

/** Something with a box of its own that stands in the line like a letter. */
export interface AtomicPiece extends DirectedPiece {
  readonly kind: "atomic";
  readonly box: Box;
  readonly href?: string;
  readonly breakAfter: boolean;
}

/** Lengths in pt, margins included. */
export interface SizedAtomicPiece extends AtomicPiece, SizedAtomic {}

export interface SizedAtomic {
  readonly width: number;
  readonly height: number;
  /** From the top. */
  readonly baseline: number;
  readonly flow: Flow;
}

export interface BreakPiece {
  readonly kind: "break";
  readonly width: 0;
  readonly breakAfter: true;
}
