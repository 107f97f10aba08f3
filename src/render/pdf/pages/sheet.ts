/** A page while it is being filled. */
import type { Element } from "domhandler";
import type { Box, PageReference } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import type { Flow } from "../layout/flow.js";
import type { NamedValue } from "./named-values.js";
import type { Anchor, Furniture, Heading, Link, Mark } from "./page.js";
import { type ColumnSplit, type Cursor, NO_SPLITS } from "./room.js";

export interface Sheet {
  /** A box's mark comes before its content but is known after it: until then its place is empty. */
  readonly marks: (Mark | undefined)[];
  readonly links: Link[];
  readonly anchors: Anchor[];
  readonly headings: Heading[];
  /** What `string-set` and `position: running()` gave on this page, in order. */
  readonly strings: NamedValue<string>[];
  readonly elements: NamedValue<Box>[];
  /** What `counter-reset: page` on this page sets its number to. */
  readonly pageNumbers: number[];
  /** Numbers of pages that were not known when the sheet was filled. */
  readonly pending: PageReference[];
  readonly context: SheetContext;
  /** How columns that the page cuts were filled. */
  readonly splits: readonly ColumnSplit[];
  /** pt from the top of the paper at which the text of this page ends. */
  readonly bottom: number;
}

/** What a sheet is told of the rest of the page. */
export interface SheetContext {
  /** What `string-set` takes from an element, by name. */
  stringsOf(element: Element, style: Style): ReadonlyMap<string, string>;
  /** @returns undefined until all pages are filled */
  numberFor(reference: PageReference): string | undefined;
}

const NO_CONTEXT: SheetContext = {
  stringsOf: () => new Map(),
  numberFor: () => undefined,
};

/** Passed on, so that lines and frames can place the flows that they hold. */
export type PlaceFlow = (
  flow: Flow,
  from: Cursor,
  to: Cursor | undefined,
  x: number,
  y: number,
  sheet: Sheet,
) => number;

export function emptySheet(
  context = NO_CONTEXT,
  splits = NO_SPLITS,
  bottom = Number.POSITIVE_INFINITY,
): Sheet {
  return {
    marks: [],
    links: [],
    anchors: [],
    headings: [],
    strings: [],
    elements: [],
    pageNumbers: [],
    pending: [],
    context,
    splits,
    bottom,
  };
}

/** Everything painted on a sheet, as no part of what is read. */
export function furniture(sheet: Sheet, kind: Furniture): readonly Mark[] {
  return sheet.marks.flatMap((mark) => (mark ? [{ ...mark, furniture: kind }] : []));
}
