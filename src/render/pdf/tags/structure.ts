/** The structure tree: what assistive technology reads, in logical order (ISO 32000-1, 14.7 and 14.8). */
import type { Link, Mark } from "../pages/page.js";

/** A structure element, ready to be written. */
export interface StructureElement {
  readonly type: StructureType;
  readonly attributes: Attributes;
  readonly children: readonly StructureChild[];
}

export type StructureChild = StructureElement | ContentReference | LinkReference;

/** A marked-content sequence of a page. */
export interface ContentReference {
  readonly kind: "content";
  /** From 0. */
  readonly page: number;
  /** The sequence's MCID. */
  readonly id: number;
}

/** A link's annotation, one for each line that the link reaches. */
export interface LinkReference {
  readonly kind: "link";
  readonly page: number;
  readonly link: Link;
}

/** Standard structure types, and `Em` and `Strong`, which the file maps to `Span`. */
export type StructureType =
  | "Document"
  | "Part"
  | "Sect"
  | "Art"
  | "Div"
  | "BlockQuote"
  | "Caption"
  | "TOC"
  | "TOCI"
  | "P"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TFoot"
  | "TR"
  | "TH"
  | "TD"
  | "Span"
  | "Em"
  | "Strong"
  | "Quote"
  | "Code"
  | "Link"
  | "Reference"
  | "Note"
  | "Figure";

/** What a structure element says besides its content; the names of the standard in full. */
export interface Attributes {
  /** BCP 47, where it differs from what lies around. */
  readonly language?: string;
  readonly alternative?: string;
  /** Of an abbreviation. */
  readonly expansion?: string;
  readonly title?: string;
  /** Unique in the file. */
  readonly id?: string;
  readonly numbering?: ListNumbering;
  readonly scope?: "Row" | "Column" | "Both";
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** The ids of the head cells that speak of this cell. */
  readonly headers?: readonly string[];
  readonly box?: PlacedBox;
}

export type ListNumbering =
  | "None"
  | "Disc"
  | "Circle"
  | "Square"
  | "Decimal"
  | "UpperRoman"
  | "LowerRoman"
  | "UpperAlpha"
  | "LowerAlpha";

/** pt on a page, from its upper left corner. */
export interface PlacedBox {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is no part of the text: furniture of the page, or looks alone (ISO 32000-1, 14.8.2.2). */
export type ArtifactKind = "header" | "footer" | "repeated" | "layout";

/** Marks that are painted one after another and mean the same, in the order of painting. */
export interface Sequence {
  readonly tag: /** Nothing to see: the start or end of a group. */
    | { readonly kind: "state" }
    | { readonly kind: "artifact"; readonly artifact: ArtifactKind }
    | { readonly kind: "content"; readonly type: StructureType; readonly id: number };
  readonly marks: readonly Mark[];
}

export interface TaggedPage {
  readonly sequences: readonly Sequence[];
  /** Those that stand in the structure tree. */
  readonly links: readonly Link[];
}

export interface TaggedDocument {
  readonly pages: readonly TaggedPage[];
  readonly structure: StructureElement;
}
