/** Any box and the width around it in, its flow out: margins, frame, and what the frame holds. */

import type { BlockBox, Box } from "../boxes/box.js";
import { isFloated } from "../boxes/is-floated.js";
import type { Style } from "../css/properties.js";
import { replacedSize } from "../figures/replaced-size.js";
import { checkPicture } from "./check-picture.js";
import { borderBoxHeight, borderBoxWidth, type Edges, insetsOf, marginsOf } from "./edges.js";
import { FloatContext, sideOf } from "./float-context.js";
import { breakEvent, type FlowEvent } from "./flow.js";
import { frameOf } from "./frame-of.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import { isInColumns, layOutColumns } from "./lay-out-columns.js";
import { layOutFlex } from "./lay-out-flex.js";
import { sideBySide } from "./lay-out-flex-row.js";
import { layOutFloat } from "./lay-out-float.js";
import { layOutGrid } from "./lay-out-grid.js";
import { layOutLines } from "./lay-out-lines.js";
import { layOutTable } from "./lay-out-table.js";
import type { Around, Layout } from "./layout.js";
import { spacer, strut } from "./strut.js";

/** @param containing pt of the containing block's content */
export function layOutBox(
  box: Box,
  x: number,
  containing: number,
  around: Around,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  const { floats } = around;
  if (floats && isFloated(style)) return layOutFloat(box, x, containing, around, floats, layout);
  const margins = marginsOf(style, containing);
  const cleared = clearFloats(style, margins.top, around);
  const room = roomBeside(box, x, containing, around, layout);
  const { left, width } = placeAcross(box, room.width, around, layout);
  const frame = frameOf(box, room.x + left, width, layout);
  const before: FlowEvent[] = [
    ...breakEvent(style.breakBefore),
    ...cleared,
    ...spacer(room.down),
    { kind: "space", height: margins.top },
    { kind: "open", frame },
  ];
  const after: FlowEvent[] = [
    { kind: "close", frame },
    { kind: "space", height: margins.bottom },
    ...breakEvent(style.breakAfter),
  ];
  floats?.follow(before);
  const inside = layOutInside(box, room.x + left, width, around, layout);
  floats?.follow(after);
  return [...before, ...inside, ...after];
}

/** `clear`: room down to below the floats (CSS 2, 9.5.2). */
function clearFloats(
  { clear }: Style,
  marginTop: number,
  { floats, direction }: Around,
): FlowEvent[] {
  if (!floats || clear === "none" || floats.isEmpty) return [];
  return spacer(floats.clearance(sideOf(clear, direction)) - floats.top - marginTop);
}

/** A box that floats do not reach into stands beside them, or below when it is too wide. */
function roomBeside(
  box: Box,
  x: number,
  containing: number,
  { floats }: Around,
  layout: Layout,
): { x: number; width: number; down: number } {
  if (!floats || floats.isEmpty || !keepsFloatsOut(box)) return { x, width: containing, down: 0 };
  const { width } = box.style;
  const needed =
    width === "auto" ? layout.widths(box).min : borderBoxWidth(box.style, width, containing);
  const room = floats.findRoom(Math.min(containing, needed ?? 0), 1, {
    left: x,
    right: x + containing,
  });
  return { x: room.left, width: room.right - room.left, down: room.top - floats.top };
}

function keepsFloatsOut(box: Box): boolean {
  return box.kind !== "block" || containsMargins(box.style) || isInColumns(box);
}

/** Between the outer edges of a border box: struts for border and padding, and the content. */
export function layOutInside(
  box: Box,
  x: number,
  width: number,
  around: Around,
  layout: Layout,
): FlowEvent[] {
  const { floats } = around;
  const insets = insetsWithin(box.style, width);
  const room = Math.max(0, width - insets.left - insets.right);
  const least = Math.max(0, leastHeight(box, width, around) - insets.top - insets.bottom);
  const before = strut(insets.top, "next");
  floats?.follow(before);
  const shared = keepsFloatsOut(box) ? undefined : floats;
  const inner = layOutContent(box, x + insets.left, room, least, shared, layout);
  const content = containsMargins(box.style) ? contain(box, inner, least, width, layout) : inner;
  if (!shared) floats?.follow(content);
  const missing = least > 0 ? least - layout.settle(content).height : 0;
  const after = [...strut(Math.max(0, missing), "previous"), ...strut(insets.bottom, "previous")];
  floats?.follow(after);
  return [...before, ...content, ...after];
}

/** Padding that would leave no room at all gives way, so that a list may be as deep as it likes. */
function insetsWithin(style: Style, width: number): Edges {
  const insets = insetsOf(style, width);
  return insets.left + insets.right < width ? insets : { ...insets, left: 0, right: 0 };
}

/** A block that keeps the margins of its children inside (CSS Display 3, 2.1). */
function containsMargins({ overflow, display }: Style): boolean {
  return overflow !== "visible" || display === "flow-root";
}

/** What is higher than asked for is cut off, where the style says so. */
function contain(
  box: Box,
  events: readonly FlowEvent[],
  least: number,
  width: number,
  layout: Layout,
): FlowEvent[] {
  const { overflow, height, maxHeight } = box.style;
  const most = height === "auto" ? mostHeight(box, width) : least;
  const flow = layout.settle(events);
  const isCut = overflow === "hidden" || overflow === "clip";
  const asksForLess = (height !== "auto" || maxHeight !== "auto") && flow.height > most;
  if (!isCut || !asksForLess) {
    return [barrier("next"), ...events, barrier("previous")];
  }
  const cell = { x: 0, top: 0, frame: undefined, height: most, flow };
  return [{ ...sideBySide([cell], most), divisible: "if-taller-than-page" }];
}

/** Takes no room, and keeps margins apart. */
function barrier(clings: "next" | "previous"): FlowEvent {
  return { kind: "strut", height: 0, clings };
}

function mostHeight({ style }: Box, width: number): number {
  const { top, bottom } = insetsOf(style, width);
  const most = borderBoxHeight(style, style.maxHeight, width) ?? Number.POSITIVE_INFINITY;
  return Math.max(0, most - top - bottom);
}

function layOutContent(
  box: Box,
  x: number,
  width: number,
  least: number,
  floats: FloatContext | undefined,
  layout: Layout,
): FlowEvent[] {
  switch (box.kind) {
    case "block":
      return layOutBlock(box, x, width, least, floats, layout);
    case "flex":
      return layOutFlex(box, x, width, least, layout);
    case "grid":
      return layOutGrid(box, x, width, least, layout);
    case "table":
      return layOutTable(box, x, width, layout);
    case "replaced":
      return strut(replacedSize(box, width, layout.pageHeight).height, "next");
  }
}

/** @param outer floats that reach in from outside; without them the block keeps its own inside */
function layOutBlock(
  box: BlockBox,
  x: number,
  width: number,
  least: number,
  outer: FloatContext | undefined,
  layout: Layout,
): FlowEvent[] {
  if (isInColumns(box)) return layOutColumns(box, x, width, layout);
  if (box.content.kind === "inline") return layOutLines(box, x, width, outer, layout);
  const { direction, height } = box.style;
  const floats = outer ?? new FloatContext();
  const known = height === "auto" || least === 0 ? undefined : least;
  const around = { direction, height: known, floats };
  const events: FlowEvent[] = [];
  for (const child of box.content.children) {
    // Pages of another name may be wider: what stands on them takes their width.
    const room = width + layout.pageWidth(child.style.page) - layout.pageWidth(box.style.page);
    for (const event of layout.box(child, x, room, around)) events.push(event);
  }
  const lack = outer ? 0 : floats.lowest - floats.bottom;
  return lack > 0 ? [...events, ...spacer(lack)] : events;
}

/** Where the border box stands in its containing block, and how wide it is (CSS 2, 10.3.3). */
function placeAcross(
  box: Box,
  containing: number,
  { direction }: Around,
  layout: Layout,
): { left: number; width: number } {
  const { style } = box;
  const margins = marginsOf(style, containing);
  const available = Math.max(0, containing - margins.left - margins.right);
  checkPicture(box, available, layout);
  const width = clampWidth(box, askedWidth(box, available, containing, layout), containing);
  const free = containing - margins.left - margins.right - width;
  if (free > 0 && style.marginLeft === "auto") {
    return { left: style.marginRight === "auto" ? free / 2 : free, width };
  }
  // The box stands at the side where reading begins, unless its margin there gives way.
  const isAtRight = direction === "rtl" && (style.marginRight !== "auto" || free <= 0);
  return { left: margins.left + (isAtRight ? free : 0), width };
}

function askedWidth(box: Box, available: number, containing: number, layout: Layout): number {
  const asked = borderBoxWidth(box.style, box.style.width, containing);
  if (asked !== undefined && box.kind === "table") {
    const margins = marginsOf(box.style, containing);
    const least = Math.min(containing, layout.widths(box).min);
    return Math.max(asked, least - margins.left - margins.right);
  }
  if (asked !== undefined) return asked;
  if (box.kind === "replaced") {
    const insets = insetsOf(box.style, containing);
    const sides = insets.left + insets.right;
    return replacedSize(box, available - sides, layout.pageHeight).width + sides;
  }
  if (box.kind === "table") {
    const margins = marginsOf(box.style, containing);
    const wished = Math.min(containing, shrinkToFit(layout.widths(box), containing));
    return wished - margins.left - margins.right;
  }
  return available;
}

function clampWidth(box: Box, width: number, containing: number): number {
  const { style } = box;
  const least = borderBoxWidth(style, style.minWidth, containing) ?? 0;
  const most = borderBoxWidth(style, style.maxWidth, containing) ?? width;
  return Math.max(least, Math.min(most, width));
}

function leastHeight(box: Box, width: number, { height }: Around): number {
  const { style } = box;
  if (box.kind === "replaced") return 0;
  const most = borderBoxHeight(style, style.maxHeight, width, height) ?? Number.POSITIVE_INFINITY;
  const asked = Math.min(borderBoxHeight(style, style.height, width, height) ?? 0, most);
  return Math.max(asked, borderBoxHeight(style, style.minHeight, width, height) ?? 0);
}
