/** A page while it is being filled. */
import type { Box } from "../boxes/box.js";
import type { Flow } from "../layout/flow.js";
import type { Cursor } from "./fill-page.js";
import type { NamedValue } from "./named-values.js";
import type { Anchor, Furniture, Heading, Link, Mark } from "./page.js";

export interface Sheet {
  /** A box's mark comes before its content but is known after it: until then its place is empty. */
  readonly marks: (Mark | undefined)[];
  readonly links: Link[];
  readonly anchors: Anchor[];
  readonly headings: Heading[];
  /** What `string-set` and `position: running()` gave on this page, in order. */
  readonly strings: NamedValue<string>[];
  readonly elements: NamedValue<Box>[];
}

/** Passed on, so that lines and frames can place the flows that they hold. */
export type PlaceFlow = (
  flow: Flow,
  from: Cursor,
  to: Cursor | undefined,
  x: number,
  y: number,
  sheet: Sheet,
) => number;

export function emptySheet(): Sheet {
  return { marks: [], links: [], anchors: [], headings: [], strings: [], elements: [] };
}

/** Everything painted on a sheet, as no part of what is read. */
export function furniture(sheet: Sheet, kind: Furniture): readonly Mark[] {
  return sheet.marks.flatMap((mark) => (mark ? [{ ...mark, furniture: kind }] : []));
}
