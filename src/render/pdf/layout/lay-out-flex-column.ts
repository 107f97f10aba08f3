/** A flex column in, its items one under another out, each a band of its own (CSS Flexbox 1, 9). */
import type { Box, FlexBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { alignmentOf, type LaidItem, outerHeight } from "./align-item.js";
import { distribute } from "./distribute.js";
import { borderBoxHeight } from "./edges.js";
import type { BandCell, FlowEvent } from "./flow.js";
import { layOutAcross } from "./lay-out-across.js";
import { sideBySide } from "./lay-out-flex-row.js";
import type { Layout } from "./layout.js";
import { solveFlex } from "./solve-flex.js";
import { strut } from "./strut.js";
import { sum } from "./sum.js";

export function layOutFlexColumn(
  box: FlexBox,
  children: readonly Box[],
  x: number,
  width: number,
  least: number,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  const isReversed = style.flexDirection === "column-reverse";
  const ordered = isReversed ? children.toReversed() : children;
  const items = ordered.map((child) =>
    layOutAcross(child, alignmentOf(child, style), style.direction, x, width, layout),
  );
  const heights = shareHeight(items, style, least);
  const used = sum(heights, style.rowGap * (items.length - 1));
  const free = Math.max(0, least - used);
  const autos = items.reduce((count, { box: item }) => count + countAutoMargins(item.style), 0);
  const spread = distribute(style.justifyContent, autos > 0 ? 0 : free, items.length, {
    isReversed,
    isMirrored: false,
  });
  const before = isReversed
    ? free - spread.before - spread.between * (items.length - 1)
    : spread.before;
  const auto = autos > 0 ? free / autos : 0;
  return [
    ...strut(autos > 0 ? 0 : before, "next"),
    ...items.flatMap((item, index): FlowEvent[] => {
      const gap = index === 0 ? 0 : style.rowGap + spread.between;
      return [{ kind: "space", height: gap }, bandOf(item, heights[index] ?? 0, auto)];
    }),
  ];
}

/** Items grow into a height that the container asks for; none gets lower than its content. */
function shareHeight(items: readonly LaidItem[], style: Style, least: number): readonly number[] {
  const heights = items.map((item) => {
    const basis = borderBoxHeight(item.box.style, item.box.style.flexBasis, 0) ?? 0;
    return Math.max(outerHeight(item), basis + item.above + item.below);
  });
  const room = least - style.rowGap * (items.length - 1);
  if (sum(heights) >= room) return heights;
  const flexible = items.map(({ box }, index) => {
    const height = heights[index] ?? 0;
    const hasBasis = typeof box.style.flexBasis === "number" && box.style.flexGrow > 0;
    const basis = hasBasis ? Number(box.style.flexBasis) : height;
    const { flexGrow: grow } = box.style;
    return { grow, shrink: 0, basis, least: height, most: Number.POSITIVE_INFINITY, outside: 0 };
  });
  return solveFlex(flexible, room);
}

/** @param auto pt of each margin that takes what is free */
function bandOf(item: LaidItem, height: number, auto: number): FlowEvent {
  const { box, x, frame, flow } = item;
  const above = box.style.marginTop === "auto" ? auto : item.above;
  const below = box.style.marginBottom === "auto" ? auto : item.below;
  const bandHeight = height + (above - item.above) + (below - item.below);
  const own = bandHeight - above - below;
  const isPlain = above === 0 && below === 0;
  const cell: BandCell = { x, frame, flow, top: above, height: isPlain ? "band" : own };
  return sideBySide([cell], bandHeight);
}

function countAutoMargins({ marginTop, marginBottom }: Style): number {
  return (marginTop === "auto" ? 1 : 0) + (marginBottom === "auto" ? 1 : 0);
}
