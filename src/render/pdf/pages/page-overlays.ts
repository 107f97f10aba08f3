/** Boxes that count from the page itself in, laid over the first page or over every one out (CSS 2, 9.6.1). */
import type { Box } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { layOutOverlay } from "../layout/lay-out-overlay.js";
import type { Layout } from "../layout/layout.js";
import type { Leaf } from "./fill-leaves.js";
import { placeFlow } from "./place-flow.js";
import { placeOverlays } from "./place-overlays.js";
import { emptySheet, furniture, type Sheet, type SheetContext } from "./sheet.js";

export interface PageOverlays {
  /** Of the page's area: a box without borders. */
  readonly style: Style;
  readonly firstPage: readonly Box[];
  readonly everyPage: readonly Box[];
}

/** What is on every page is read on the first one, and is furniture on the others. */
export function placePageOverlays(
  { style, firstPage, everyPage }: PageOverlays,
  leaves: readonly Leaf[],
  sheets: readonly Sheet[],
  contextOf: (page: number) => SheetContext,
  layout: Layout,
): void {
  if (firstPage.length + everyPage.length === 0) return;
  leaves.forEach((leaf, index) => {
    const sheet = sheets[index];
    const boxes = index === 0 ? [...firstPage, ...everyPage] : everyPage;
    if (!sheet || boxes.length === 0) return;
    for (const layer of ["backdrop", "above"] as const) {
      const target = index === 0 ? sheet : emptySheet(contextOf(index));
      const marks = layOver(boxes, layer, style, leaf, target, layout);
      const shown = index === 0 ? marks : furniture({ ...target, marks }, "repeated");
      if (layer === "backdrop") sheet.marks.unshift(...shown);
      else sheet.marks.push(...shown);
    }
  });
}

function layOver(
  boxes: readonly Box[],
  layer: "backdrop" | "above",
  style: Style,
  { style: { margins, column } }: Leaf,
  sheet: Sheet,
  layout: Layout,
): Sheet["marks"] {
  const own = { ...sheet, marks: [] };
  const frame = {
    element: undefined,
    style,
    x: 0,
    width: column.width,
    overlays: boxes.map((box) => layOutOverlay(box, style, column.width, layout)),
    replaced: undefined,
  };
  const place = { x: margins.left, y: margins.top, height: column.height };
  placeOverlays(frame, place, { layer, starts: true, ends: true }, own, placeFlow);
  return own.marks;
}
