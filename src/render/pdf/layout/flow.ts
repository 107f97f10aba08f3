/**
 * The flow list: what layout hands to pagination. Items that may not be cut stand one after another;
 * between any two there is a gap that says which boxes end and begin there, how much space lies
 * between, and whether a page may end in it.
 */
import type { Element } from "domhandler";
import type { Box, ReplacedBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import type { Size } from "../css/values.js";
import type { Line } from "../inline/build-line.js";

/** What layout emits, in document order. Margins are spaces; the gaps are worked out afterwards. */
export type FlowEvent =
  | { readonly kind: "open"; readonly frame: Frame }
  | { readonly kind: "close"; readonly frame: Frame }
  | { readonly kind: "space"; readonly height: number }
  | { readonly kind: "break"; readonly rule: AskedBreak }
  | FloatedBox
  | FlowItem;

/** What `break-before` and `break-after` ask for. */
export type AskedBreak = Exclude<Style["breakBefore"], "auto">;

export function breakEvent(asked: Style["breakBefore"] = "auto"): FlowEvent[] {
  return asked === "auto" ? [] : [{ kind: "break", rule: asked }];
}

export type FlowItem = Strut | LineItem | Band | Columns;

/** Padding, a border or an asked-for height: takes room, holds nothing, stays with its neighbour. */
export interface Strut {
  readonly kind: "strut";
  readonly height: number;
  /** Which neighbour it may not be parted from. */
  readonly clings: "next" | "previous";
  readonly notes?: undefined;
}

export interface LineItem {
  readonly kind: "line";
  readonly height: number;
  /** pt from the left edge of the flow. */
  readonly x: number;
  readonly line: Line;
  /** Position in its paragraph, for orphans and widows. */
  readonly index: number;
  readonly paragraph: Paragraph;
  /** The footnotes that it calls. */
  readonly notes?: readonly Note[] | undefined;
}

export interface Paragraph {
  readonly lines: number;
  readonly orphans: number;
  readonly widows: number;
}

/** Flows side by side: the items of a flex row, the cells of a table row. */
export interface Band {
  readonly kind: "band";
  readonly height: number;
  readonly cells: readonly BandCell[];
  /** The row itself, when it has a look of its own. */
  readonly frame: Frame | undefined;
  /** A tall row is as high as half a page. */
  readonly divisible: "anywhere" | "if-tall" | "if-taller-than-page";
  /** Rows of the table's head: shown again when a page begins with this row. */
  readonly head: readonly Band[];
  /** Rows of the table's foot: shown too where a page ends before this row; one list per table. */
  readonly foot?: readonly Band[] | undefined;
  /** One of the head's own rows, which keeps to the rows after it. */
  readonly isHead: boolean;
  /** A cell of this row reaches into the next one. */
  readonly reachesNext: boolean;
}

export interface BandCell {
  /** pt from the left edge of the flow. */
  readonly x: number;
  /** pt from the top of the band, when the cell does not begin there. */
  readonly top: number;
  readonly frame: Frame | undefined;
  /** pt of the frame; a stretched cell is as high as its band. */
  readonly height: number | "band";
  readonly flow: Flow;
}

/** A flow that goes on from column to column, as far as the page has room, then on the next page. */
export interface Columns {
  readonly kind: "columns";
  /** pt; with all columns alike, were there no pages. */
  readonly height: number;
  readonly flow: Flow;
  readonly count: number;
  /** pt from the left edge of the flow around. */
  readonly x: number;
  /** pt of one column. */
  readonly width: number;
  /** pt between two. */
  readonly gap: number;
  /** Whose `column-rule` stands in the gaps, and whose direction the columns follow. */
  readonly style: Style;
  readonly fill: "balance" | "auto";
  /** Whether a break is forced anywhere in them. */
  readonly hasBreaks: boolean;
  readonly notes?: readonly Note[] | undefined;
}

/** The body of a footnote, which stands at the foot of the page that calls it. */
export interface Note {
  readonly element: Element;
  readonly flow: Flow;
  /** pt of the shortest beginning that may stand alone. */
  readonly least: number;
}

/** A box as far as pages need it: where it stands, how it looks, where its ends are. */
export interface Frame {
  readonly element: Element | undefined;
  readonly style: Style;
  /** pt from the left edge of the flow; of the border box. */
  readonly x: number;
  readonly width: number;
  readonly overlays: readonly Overlay[];
  /** A picture to draw inside the frame's content box. */
  readonly replaced: ReplacedBox | undefined;
  /** An element that left the text here, for the margins of the page. */
  readonly running?: { readonly name: string; readonly box: Box } | undefined;
}

/** A float: takes no room in the flow itself, lines beside it are shorter (CSS 2, 9.5). */
export interface FloatedBox {
  readonly kind: "float";
  /** pt from the left edge of the flow; of the border box. */
  readonly x: number;
  /** pt from the lower edge of the item before it to its own border box. */
  readonly drop: number;
  /** pt from its border box to the lower edge of its margin. */
  readonly reach: number;
  readonly frame: Frame;
  readonly flow: Flow;
}

/** Laid over its frame without taking room: a bullet, a small square, a watermark. */
export interface Overlay {
  /** pt from the left edge of the frame's padding box. */
  readonly x: number;
  /** From its upper edge, margins included; shares refer to its height. */
  readonly top: Size;
  /** From its lower edge. */
  readonly bottom: Size;
  /** Whether it reaches from one of the two to the other, or stands in the middle between them. */
  readonly between: "stretch" | "center" | undefined;
  /** Painted before what the frame holds, where its height does not matter or where it does, or after. */
  readonly layer: "below" | "backdrop" | "above";
  readonly frame: Frame | undefined;
  readonly flow: Flow;
}

/** `gaps[i]` comes before `items[i]`; the last gap comes after everything. */
export interface Flow {
  readonly items: readonly FlowItem[];
  readonly gaps: readonly Gap[];
  /** pt, all gaps included. */
  readonly height: number;
  /** The footnotes that it calls, in order. */
  readonly notes?: readonly Note[] | undefined;
}

/**
 * What lies between two items. In this order: boxes end, the page may end, the space comes, boxes
 * without content go by, boxes begin.
 */
export interface Gap {
  /** How many of the open boxes end here. */
  readonly closes: number;
  readonly rule: BreakRule;
  /** What has to end here, and on which side of the book the text goes on. */
  readonly forces: ForcedBreak | undefined;
  /** Name of the pages that what follows is to stand on. */
  readonly page: string;
  /** pt; of the collapsed margins. */
  readonly space: number;
  readonly passed: readonly PassedFrame[];
  readonly opens: readonly Frame[];
  /** On the page of the item that follows. */
  readonly floats: readonly FloatedBox[];
  /** The boxes that a page ending here would cut in two. */
  readonly within: FrameStack | undefined;
  /** The rule for cutting the item that follows. */
  readonly cutRule: BreakRule;
}

/** A box without height. */
export interface PassedFrame {
  readonly frame: Frame;
  /** pt of the margins before it, collapsed, which are part of the gap's space. */
  readonly space: number;
}

export type ForcedBreak = "column" | "page" | "left" | "right";

/** Innermost first; shared between gaps, so that even deep nesting costs one link per box. */
export interface FrameStack {
  readonly frame: Frame;
  readonly outer: FrameStack | undefined;
}

/**
 * How gladly a page ends somewhere, best first; the numbers are compared. When nothing better is
 * left, the rules are given up in this order (CSS Fragmentation 3, 4.4).
 */
export const BREAK_RULES = {
  forced: -1,
  free: 0,
  insideAvoided: 1,
  keptWithNext: 2,
  orphansOrWidows: 3,
  never: 4,
} as const;

/** One of the numbers above. */
export type BreakRule = number;
