/** Finished pages: every mark with its place, in the order in which it is painted. */
import type { Element } from "domhandler";
import type { Style } from "../css/properties.js";
import type { Color } from "../css/values.js";
import type { Matrix, Shape } from "../figures/picture.js";
import type { LineText } from "../inline/build-line.js";
import type { Corners } from "./corners.js";

/** Lengths in pt; `x` from the left, `y` down from the top of the paper. */
export interface Page {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly links: readonly Link[];
  readonly anchors: readonly Anchor[];
  readonly headings: readonly Heading[];
}

export type Mark = PaintedMark & {
  /** Why the mark is no part of what is read, where it looks as if it were. */
  readonly furniture?: Furniture | undefined;
};

/** Running content, or rows of a table's head that are shown again. */
export type Furniture = "header" | "footer" | "repeated";

export type PaintedMark =
  | BoxMark
  | TextMark
  | RuleMark
  | ImageMark
  | DrawingMark
  | GroupMark
  | GroupEndMark;

/** All marks up to its end are painted as one: turned or moved, seen through, cut off. */
export interface GroupMark {
  readonly kind: "group";
  /** From where the marks say they are to where they are seen, in pt on the page. */
  readonly matrix: Matrix;
  /** 0 to 1. */
  readonly opacity: number;
  /** Nothing outside is seen; before the matrix counts. */
  readonly clip: (Rectangle & { readonly corners: Corners }) | undefined;
}

export interface GroupEndMark {
  readonly kind: "group-end";
}

/** Background and borders. */
export interface BoxMark {
  readonly kind: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly style: Style;
  readonly element: Element | undefined;
  /** The edges that are on this page, and not on another one or on another line. */
  readonly edges: EdgesShown;
}

export interface EdgesShown {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/** One line of text. */
export interface TextMark {
  readonly kind: "text";
  /** pt of the line's upper left corner, from which the pieces are counted. */
  readonly x: number;
  readonly y: number;
  /** Those of the line as it was laid out: pages hold them by the hundred thousand. */
  readonly pieces: readonly LineText[];
  /** There was a space after the last word, which no one sees at a line's end. */
  readonly spaceAfter?: true | undefined;
  /** Of a part of a line: no space comes before what is read next. */
  readonly joinsNext?: boolean | undefined;
  /** The same for all lines of one block of text. */
  readonly paragraph?: object | undefined;
}

/** A plain filled rectangle: an underline. */
export interface RuleMark {
  readonly kind: "rule";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: Color;
}

export interface ImageMark {
  readonly kind: "image";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly element: Element;
}

/** The shapes of a drawing; its words are text marks like any others. */
export interface DrawingMark {
  readonly kind: "drawing";
  /** From user units to pt on the page. */
  readonly matrix: Matrix;
  readonly place: Rectangle;
  readonly shapes: readonly Shape[];
  readonly element: Element;
}

export interface Link {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly href: string;
  /** What a reader hears instead of the address. */
  readonly label: string;
  readonly element: Element;
}

export interface Anchor {
  readonly id: string;
  readonly y: number;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly y: number;
}

/** pt on the page. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
