/**
 * Margin boxes and the page around them in, each at its place on the sheet out (CSS Paged Media 3,
 * 5.3). On every side the middle box keeps to the middle as long as the outer ones let it.
 */
import type { BlockBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { borderBoxHeight, borderBoxWidth, marginsOf } from "../layout/edges.js";
import type { Layout } from "../layout/layout.js";
import { START } from "./fill-page.js";
import type { Place, Side, Spot } from "./margin-boxes.js";
import { isVisible } from "./open-frames.js";
import type { Rectangle } from "./page.js";
import type { PageStyle } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
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
  if (side === "top" || side === "bottom") {
    const y = side === "top" ? 0 : height - margins.bottom;
    const wish = (block: BlockBox) =>
      typeof block.style.width === "object"
        ? (borderBoxWidth(block.style, block.style.width, column.width) ?? 0)
        : layout.widths(block).max;
    for (const { block, from, length } of shareSide(row, column.width, wish)) {
      const place = { x: margins.left + from, y, width: length, height: margins[side] };
      placeBlock(block, place, layout, sheet, column.width);
    }
    return;
  }
  const x = side === "left" ? 0 : width - margins.right;
  const wish = (block: BlockBox) => heightOf(block, margins[side], layout);
  for (const { block, from, length } of shareSide(row, column.height, wish)) {
    const place = { x, y: margins.top + from, width: margins[side], height: length };
    placeBlock(block, place, layout, sheet);
  }
}

interface Share {
  readonly block: BlockBox;
  /** pt from the start of the side. */
  readonly from: number;
  readonly length: number;
}

/** pt that two margin boxes keep apart. */
const DISTANCE = 8;

/**
 * Each as long as it wishes, or shorter when there is no room for all; the middle one in the middle
 * or, when an outer one is too long, as near to it as it gets. The outer ones take the rest.
 */
function shareSide(row: Row, whole: number, wish: (block: BlockBox) => number): readonly Share[] {
  const blocks = { start: row.get("start"), center: row.get("center"), end: row.get("end") };
  const wished = (block: BlockBox | undefined) => (block ? wish(block) : 0);
  const room = whole - DISTANCE * (row.size - 1);
  const total = wished(blocks.start) + wished(blocks.center) + wished(blocks.end);
  const scale = Math.min(1, room / Math.max(total, 1));
  // A hair longer than the words, so that rounding never breaks their line.
  const own = (block: BlockBox | undefined) => (block ? wished(block) * scale + 0.01 : 0);
  const before = blocks.start ? own(blocks.start) + DISTANCE : 0;
  const after = blocks.end ? own(blocks.end) + DISTANCE : 0;
  const center = own(blocks.center);
  const middle = Math.max(before, Math.min((whole - center) / 2, whole - after - center));
  const free = whole - own(blocks.start) - own(blocks.end);
  const split = blocks.end ? own(blocks.start) + (blocks.start ? free / 2 : 0) : whole;
  const shares: Share[] = [];
  if (blocks.start) {
    const length = blocks.center ? middle - DISTANCE : split - (blocks.end ? DISTANCE / 2 : 0);
    shares.push({ block: blocks.start, from: 0, length });
  }
  if (blocks.center) {
    const isAlone = row.size === 1;
    shares.push({
      block: blocks.center,
      from: isAlone ? 0 : middle,
      length: isAlone ? whole : center,
    });
  }
  if (blocks.end) {
    const least = blocks.start ? split + DISTANCE / 2 : 0;
    const from = blocks.center ? middle + center + DISTANCE : least;
    shares.push({ block: blocks.end, from, length: whole - from });
  }
  return shares.map((share) => shorten(share, wish(share.block)));
}

/** A box that asks for a size of its own keeps to it, at its end of the side. */
function shorten(share: Share, wished: number): Share {
  const { style } = share.block;
  const asked = style.width !== "auto" || style.height !== "auto";
  return asked && wished < share.length && share.from === 0 ? { ...share, length: wished } : share;
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
