/**
 * Margin boxes and the page around them in, each at its place on the sheet out (CSS Paged Media 3,
 * 5.3). On every side the middle box stands in the middle.
 */
import type { BlockBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { borderBoxHeight, borderBoxWidth, marginsOf } from "../layout/edges.js";
import type { Layout } from "../layout/layout.js";
import type { Place, Side, Spot } from "./margin-boxes.js";
import { isVisible } from "./open-frames.js";
import type { Rectangle } from "./page.js";
import type { PageStyle } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
import { START } from "./room.js";
import { type Extent, shareSide } from "./share-side.js";
import type { Sheet } from "./sheet.js";

export interface SettledMarginBox {
  readonly spot: Spot;
  readonly block: BlockBox;
}

export function placeMarginBoxes(
  boxes: readonly SettledMarginBox[],
  style: PageStyle,
  layout: Layout,
  sheet: Sheet,
): void {
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const row = new Map<Place, BlockBox>();
    for (const { spot, block } of boxes) {
      if (spot.kind === "side" && spot.side === side) row.set(spot.place, block);
    }
    placeSide(side, row, style, layout, sheet);
  }
  for (const { spot, block } of boxes) {
    if (spot.kind === "corner") placeBlock(block, cornerOf(spot, style), layout, sheet);
  }
}

function cornerOf(spot: Spot & { kind: "corner" }, style: PageStyle): Rectangle {
  const { margins, width, height } = style;
  return {
    x: spot.horizontal === "left" ? 0 : width - margins.right,
    y: spot.vertical === "top" ? 0 : height - margins.bottom,
    width: margins[spot.horizontal],
    height: margins[spot.vertical],
  };
}

type Row = ReadonlyMap<Place, BlockBox>;

function placeSide(side: Side, row: Row, style: PageStyle, layout: Layout, sheet: Sheet): void {
  if (row.size === 0) return;
  const { margins, column, width, height } = style;
  const lies = side === "top" || side === "bottom";
  const whole = lies ? column.width : column.height;
  const extents = [...row].map(([place, block]): [Place, Extent] => [
    place,
    lies ? widthsOf(block, whole, layout) : heightsOf(block, margins[side], layout),
  ]);
  const shares = shareSide(new Map(extents), whole);
  const x = side === "right" ? width - margins.right : 0;
  const y = side === "bottom" ? height - margins.bottom : 0;
  for (const [place, block] of row) {
    const { from, length } = shares.get(place) ?? { from: 0, length: whole };
    const rectangle = lies
      ? { x: margins.left + from, y, width: length, height: margins[side] }
      : { x, y: margins.top + from, width: margins[side], height: length };
    placeBlock(block, rectangle, layout, sheet, lies ? whole : rectangle.width);
  }
}

/** A hair longer than the words, so that rounding never breaks their line. */
const HAIR = 0.01;

function widthsOf(block: BlockBox, whole: number, layout: Layout): Extent {
  const { style } = block;
  const asked = style.width === "auto" ? undefined : borderBoxWidth(style, style.width, whole);
  if (asked !== undefined) return { min: asked, max: asked, isFixed: true };
  const { min, max } = layout.widths(block);
  return { min: min + HAIR, max: max + HAIR, isFixed: false };
}

function heightsOf(block: BlockBox, width: number, layout: Layout): Extent {
  const height = heightOf(block, width, layout);
  return { min: height, max: height, isFixed: block.style.height !== "auto" };
}

function heightOf(block: BlockBox, width: number, layout: Layout): number {
  return layout.settle(layout.box(block, 0, width)).height;
}

/**
 * Fills its place, its content at the top, the middle or the foot of it.
 * @param whole pt that a share of the width refers to
 */
function placeBlock(
  block: BlockBox,
  place: Rectangle,
  layout: Layout,
  sheet: Sheet,
  whole = place.width,
): void {
  const { style } = block;
  const margins = marginsOf(style, place.width);
  const room = place.width - margins.left - margins.right;
  const width = Math.max(1, Math.min(room, borderBoxWidth(style, style.width, whole) ?? room));
  const content = { ...block, style: { ...style, height: "auto" as const } };
  const flow = layout.settle(layout.inside(content, 0, width));
  const tallest = place.height - margins.top - margins.bottom;
  const height = Math.min(tallest, borderBoxHeight(style, style.height, tallest) ?? tallest);
  const share = shareAbove(style.verticalAlign);
  const x = place.x + margins.left + shareBefore(style.textAlign) * (room - width);
  const y = place.y + margins.top + share * (tallest - height);
  if (isVisible(style)) {
    const edges = { top: true, right: true, bottom: true, left: true };
    sheet.marks.push({ kind: "box", x, y, width, height, style, element: undefined, edges });
  }
  placeFlow(flow, START, undefined, x, y + share * (height - flow.height), sheet);
}

/** How much of the free room comes above and before what a box holds. */
function shareAbove(align: Style["verticalAlign"]): number {
  return align === "top" ? 0 : align === "bottom" ? 1 : 0.5;
}

function shareBefore(align: Style["textAlign"]): number {
  if (align === "right" || align === "end") return 1;
  return align === "center" ? 0.5 : 0;
}
