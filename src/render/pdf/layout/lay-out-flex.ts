/** A flex container in, one band of items side by side out (CSS Flexbox 1, rows without wrapping). */
import type { Box, FlexBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { borderBoxWidth, insetsOf, marginsOf } from "./edges.js";
import { firstBaseline } from "./first-baseline.js";
import type { BandCell, Flow, FlowEvent } from "./flow.js";
import { frameOf } from "./frame-of.js";
import type { Layout } from "./layout.js";
import { type FlexItem, solveFlex } from "./solve-flex.js";

export function layOutFlex(box: FlexBox, x: number, width: number, layout: Layout): FlowEvent[] {
  if (box.children.length === 0) return [];
  const { columnGap, justifyContent, alignItems } = box.style;
  const gaps = columnGap * (box.children.length - 1);
  const items = box.children.map((child) => measureItem(child, width, layout));
  const widths = solveFlex(items, width - gaps);
  const used = gaps + sum(widths) + sum(items.map((item) => item.outside));
  const free = Math.max(0, width - used);
  const between = spaceBetween(justifyContent, free, box.children.length);
  let left = x + spaceBefore(justifyContent, free);
  const laid = box.children.map((child, index) => {
    const item = layOutItem(child, left, widths[index] ?? 0, layout);
    left += (widths[index] ?? 0) + (items[index]?.outside ?? 0) + columnGap + between;
    return item;
  });
  const height = Math.max(...laid.map((item) => item.above + item.flow.height + item.below));
  return [
    {
      kind: "band",
      height,
      cells: laid.map((item) => alignItem(item, alignItems, height, laid)),
      frame: undefined,
      divisible: "anywhere",
      head: [],
      isHead: false,
      reachesNext: false,
    },
  ];
}

interface LaidItem {
  readonly box: Box;
  /** pt from the flow's left edge, of the border box. */
  readonly x: number;
  readonly width: number;
  /** Margins. */
  readonly above: number;
  readonly below: number;
  readonly frame: BandCell["frame"];
  readonly flow: Flow;
}

function measureItem(child: Box, containing: number, layout: Layout): FlexItem {
  const { style } = child;
  const margins = marginsOf(style, containing);
  const outside = margins.left + margins.right;
  const widths = layout.widths(child);
  const asked =
    borderBoxWidth(style, style.flexBasis, containing) ??
    borderBoxWidth(style, style.width, containing);
  const insets = insetsOf(style, containing);
  const minContent = widths.min - outside;
  const most = borderBoxWidth(style, style.maxWidth, containing) ?? Number.POSITIVE_INFINITY;
  return {
    grow: style.flexGrow,
    shrink: style.flexShrink,
    basis: Math.max(asked ?? widths.max - outside, insets.left + insets.right),
    least: Math.min(leastWidth(style, minContent, containing), most),
    most,
    outside,
  };
}

/** Flexbox 4.5: an item never gets narrower than its longest word, unless its style says so. */
function leastWidth(style: Style, minContent: number, containing: number): number {
  const asked = borderBoxWidth(style, style.minWidth, containing);
  if (asked !== undefined) return asked;
  const width = borderBoxWidth(style, style.width, containing);
  return Math.min(minContent, width ?? minContent);
}

function layOutItem(child: Box, left: number, width: number, layout: Layout): LaidItem {
  const margins = marginsOf(child.style, 0);
  return {
    box: child,
    x: left + margins.left,
    width,
    above: margins.top,
    below: margins.bottom,
    frame: frameOf(child, 0, width, layout),
    flow: layout.settle(layout.inside(child, 0, width)),
  };
}

function alignItem(
  item: LaidItem,
  align: Style["alignItems"],
  bandHeight: number,
  items: readonly LaidItem[],
): BandCell {
  const { x, above, below, frame, flow } = item;
  const free = bandHeight - above - flow.height - below;
  const cell = { x, frame, flow };
  switch (align) {
    case "stretch":
      return { ...cell, top: above, height: above + below === 0 ? "band" : flow.height + free };
    case "flex-start":
      return { ...cell, top: above, height: flow.height };
    case "flex-end":
      return { ...cell, top: above + free, height: flow.height };
    case "center":
      return { ...cell, top: above + free / 2, height: flow.height };
    case "baseline": {
      const lowest = Math.max(...items.map((each) => each.above + firstBaseline(each.flow)));
      const shift = Math.min(Math.max(0, free), lowest - above - firstBaseline(flow));
      return { ...cell, top: above + shift, height: flow.height };
    }
  }
}

function spaceBefore(justify: Style["justifyContent"], free: number): number {
  if (justify === "center") return free / 2;
  return justify === "flex-end" ? free : 0;
}

function spaceBetween(justify: Style["justifyContent"], free: number, count: number): number {
  return justify === "space-between" && count > 1 ? free / (count - 1) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
