/** Any box and the width around it in, its flow out: margins, frame, and what the frame holds. */
import type { BlockBox, Box } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { replacedSize } from "../figures/replaced-size.js";
import { borderBoxHeight, borderBoxWidth, insetsOf, marginsOf } from "./edges.js";
import type { FlowEvent } from "./flow.js";
import { frameOf } from "./frame-of.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import { isInColumns, layOutColumns } from "./lay-out-columns.js";
import { layOutFlex } from "./lay-out-flex.js";
import { sideBySide } from "./lay-out-flex-row.js";
import { layOutGrid } from "./lay-out-grid.js";
import { layOutLines } from "./lay-out-lines.js";
import { layOutTable } from "./lay-out-table.js";
import type { Around, Layout } from "./layout.js";
import { strut } from "./strut.js";

/** @param containing pt of the containing block's content */
export function layOutBox(
  box: Box,
  x: number,
  containing: number,
  around: Around,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  const margins = marginsOf(style, containing);
  const { left, width } = placeAcross(box, containing, around, layout);
  const frame = frameOf(box, x + left, width, layout);
  return [
    ...breakEvent(style.breakBefore),
    { kind: "space", height: margins.top },
    { kind: "open", frame },
    ...layOutInside(box, x + left, width, around, layout),
    { kind: "close", frame },
    { kind: "space", height: margins.bottom },
    ...breakEvent(style.breakAfter),
  ];
}

/** Between the outer edges of a border box: struts for border and padding, and the content. */
export function layOutInside(
  box: Box,
  x: number,
  width: number,
  around: Around,
  layout: Layout,
): FlowEvent[] {
  const insets = insetsOf(box.style, width);
  const room = Math.max(0, width - insets.left - insets.right);
  const least = Math.max(0, leastHeight(box, width, around) - insets.top - insets.bottom);
  const inner = layOutContent(box, x + insets.left, room, least, layout);
  const content = containsMargins(box.style) ? contain(box, inner, least, width, layout) : inner;
  const missing = least > 0 ? least - layout.settle(content).height : 0;
  return [
    ...strut(insets.top, "next"),
    ...content,
    ...strut(Math.max(0, missing), "previous"),
    ...strut(insets.bottom, "previous"),
  ];
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
  layout: Layout,
): FlowEvent[] {
  switch (box.kind) {
    case "block":
      return layOutBlock(box, x, width, least, layout);
    case "flex":
      return layOutFlex(box, x, width, least, layout);
    case "grid":
      return layOutGrid(box, x, width, least, layout);
    case "table":
      return layOutTable(box, x, width, layout);
    case "replaced":
      return strut(replacedSize(box, width).height, "next");
  }
}

function layOutBlock(
  box: BlockBox,
  x: number,
  width: number,
  least: number,
  layout: Layout,
): FlowEvent[] {
  if (isInColumns(box)) return layOutColumns(box, x, width, layout);
  if (box.content.kind === "inline") return layOutLines(box, x, width, layout);
  const { direction, height } = box.style;
  const around = { direction, height: height === "auto" || least === 0 ? undefined : least };
  const events: FlowEvent[] = [];
  for (const child of box.content.children) {
    for (const event of layout.box(child, x, width, around)) events.push(event);
  }
  return events;
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
    return Math.max(asked, layout.widths(box).min - margins.left - margins.right);
  }
  if (asked !== undefined) return asked;
  if (box.kind === "replaced") {
    const insets = insetsOf(box.style, containing);
    const sides = insets.left + insets.right;
    return replacedSize(box, available - sides).width + sides;
  }
  if (box.kind === "table") {
    const margins = marginsOf(box.style, containing);
    return shrinkToFit(layout.widths(box), containing) - margins.left - margins.right;
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

function breakEvent(rule: Style["breakBefore"]): FlowEvent[] {
  return rule === "auto" ? [] : [{ kind: "break", rule }];
}
