/** The box tree: what the page's elements become before anything has a size (CSS Display 3). */
import type { Element, Text } from "domhandler";
import type { CounterStyle } from "../css/counter-style.js";
import type { Style } from "../css/properties.js";
import type { Picture } from "../figures/picture.js";

export type Box = BlockBox | FlexBox | GridBox | TableBox | ReplacedBox;

interface BoxBase {
  /** Undefined for an anonymous box. */
  readonly element: Element | undefined;
  readonly style: Style;
  /** BCP 47. */
  readonly language: string;
}

/** Holds blocks, or lines of inline content, never both. */
export interface BlockBox extends BoxBase {
  readonly kind: "block";
  readonly content: BlockContent;
  /** A list item's bullet or number, set outside the box. */
  readonly marker: Marker | undefined;
  /** Absolutely positioned boxes that take this box as their frame. */
  readonly overlays: readonly Box[];
  /** What left the text at this place, for the margins of the page. */
  readonly running?: { readonly name: string; readonly box: Box } | undefined;
}

export interface Marker {
  readonly text: string;
  readonly style: Style;
}

export type BlockContent =
  | { readonly kind: "blocks"; readonly children: readonly Box[] }
  | { readonly kind: "inline"; readonly items: readonly InlineItem[] };

export interface FlexBox extends BoxBase {
  readonly kind: "flex";
  readonly children: readonly Box[];
  readonly overlays: readonly Box[];
}

export interface GridBox extends BoxBase {
  readonly kind: "grid";
  readonly children: readonly Box[];
  readonly overlays: readonly Box[];
}

export interface TableBox extends BoxBase {
  readonly kind: "table";
  readonly caption: BlockBox | undefined;
  /** Widths asked for by `<col>`, by column. */
  readonly columns: readonly Style[];
  readonly head: readonly RowBox[];
  readonly body: readonly RowBox[];
  readonly foot: readonly RowBox[];
}

export interface RowBox extends BoxBase {
  readonly kind: "row";
  readonly cells: readonly CellBox[];
}

export interface CellBox {
  readonly box: BlockBox;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Something with a size of its own. */
export interface ReplacedBox extends BoxBase {
  readonly kind: "replaced";
  readonly element: Element;
  /** Undefined when the page names a picture that it does not carry. */
  readonly picture: Picture | undefined;
}

/** Inline content as a flat sequence; `open` and `close` of an element are balanced. */
export type InlineItem =
  | InlineText
  | { readonly kind: "open"; readonly inline: InlineBox }
  | { readonly kind: "close"; readonly inline: InlineBox }
  | { readonly kind: "atomic"; readonly box: Box; readonly href?: string }
  | { readonly kind: "break" };

/** An inline element: one object for its `open`, its `close` and every line it reaches. */
export interface InlineBox {
  readonly element: Element | undefined;
  readonly style: Style;
}

export interface InlineText {
  readonly kind: "text";
  /** As written: white space is collapsed when the whole paragraph is known. */
  readonly text: string;
  readonly style: Style;
  readonly language: string;
  /** The element that the words stand in; undefined for a page's running header and footer. */
  readonly element: Element | undefined;
  /** Where in the element; before all of its own words when not given. */
  readonly origin?: TextOrigin;
  /** Runs under inline elements too, so it is not a matter of `style` alone. */
  readonly decorations: readonly Style[];
  readonly href?: string;
  /** Repeated over whatever room its line has left; `text` only keeps its place. */
  readonly leader?: string;
  /** A number that pages give; `text` keeps room for it until then. */
  readonly reference?: PageReference;
  /** The footnote that these words call. */
  readonly footnote?: FootnoteBox;
}

/** What stands at the foot of a page; the words in the text that call it are elsewhere. */
export interface FootnoteBox {
  readonly element: Element;
  readonly body: BlockBox;
}

/** The number of the page on which an element stands, or on which the reference itself does. */
export interface PageReference {
  /** Undefined for the reference's own page. */
  readonly id: string | undefined;
  readonly counter: "page" | "pages";
  readonly style: CounterStyle;
}

/** The words of the page itself, or words that a style or a list brings. */
export type TextOrigin =
  | Text
  | "marker"
  | "before"
  | "after"
  /** The number in the text that calls a footnote, and the one at the foot of the page. */
  | "footnote-call"
  | "footnote-marker";
