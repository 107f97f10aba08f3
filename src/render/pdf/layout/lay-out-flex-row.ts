/** A flex row and its width in, one band for each of its lines out (CSS Flexbox 1, 9). */
import type { Box, FlexBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import {
  type Alignment,
  alignItem,
  alignmentOf,
  commonBaseline,
  type LaidItem,
  outerHeight,
} from "./align-item.js";
import { distribute } from "./distribute.js";
import { borderBoxWidth, insetsOf, marginsOf } from "./edges.js";
import type { Band, BandCell, FlowEvent } from "./flow.js";
import { frameOf } from "./frame-of.js";
import type { Layout } from "./layout.js";
import { type FlexItem, solveFlex } from "./solve-flex.js";
import { strut } from "./strut.js";
import { sum } from "./sum.js";

export function layOutFlexRow(
  box: FlexBox,
  children: readonly Box[],
  x: number,
  width: number,
  least: number,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  const measured = children.map((child) => measureItem(child, width, layout));
  const lines = collectLines(measured, style, width).map((items) =>
    layOutLine(items, style, x, width, layout),
  );
  if (style.flexWrap === "wrap-reverse") lines.reverse();
  const { before, between, stretch } = spreadLines(lines, style, least);
  return [
    ...strut(before, "next"),
    ...lines.flatMap((line, index): FlowEvent[] => {
      const gap = index === 0 ? 0 : style.rowGap + between;
      return [{ kind: "space", height: gap }, bandOf(line, style, lineHeight(line) + stretch)];
    }),
  ];
}

interface MeasuredItem extends FlexItem {
  readonly box: Box;
}

/** As many items on each line as fit with the sizes they begin with. */
function collectLines(
  items: readonly MeasuredItem[],
  { flexWrap, columnGap }: Style,
  width: number,
): readonly (readonly MeasuredItem[])[] {
  if (flexWrap === "nowrap") return [items];
  const lines: MeasuredItem[][] = [];
  let room = -1;
  for (const item of items) {
    const wished = item.outside + Math.max(item.least, Math.min(item.most, item.basis));
    const line = lines.at(-1);
    if (line && wished <= room + TOLERANCE) line.push(item);
    else lines.push([item]);
    room = (line === lines.at(-1) ? room : width) - wished - columnGap;
  }
  return lines;
}

/** Widths are sums of rounded numbers. */
const TOLERANCE = 0.01;

function layOutLine(
  items: readonly MeasuredItem[],
  style: Style,
  x: number,
  width: number,
  layout: Layout,
): readonly LaidItem[] {
  const isReversed = style.flexDirection === "row-reverse";
  const isMirrored = isReversed !== (style.direction === "rtl");
  const gaps = style.columnGap * (items.length - 1);
  const widths = solveFlex(items, width - gaps);
  const free = width - gaps - sum(widths) - sum(items.map((item) => item.outside));
  const autos = sum(items.map(({ box }) => countAutoMargins(box.style)));
  const auto = autos > 0 ? Math.max(0, free) / autos : 0;
  const left = autos > 0 && free > 0 ? 0 : free;
  const { before, between } = distribute(style.justifyContent, left, items.length, {
    isReversed,
    isMirrored,
  });
  let at = before;
  return items.map(({ box }, index) => {
    const margins = marginsOf(box.style, width);
    const own = widths[index] ?? 0;
    const marginLeft = box.style.marginLeft === "auto" ? auto : margins.left;
    const marginRight = box.style.marginRight === "auto" ? auto : margins.right;
    const start = at + (isMirrored ? marginRight : marginLeft);
    at += marginLeft + own + marginRight + style.columnGap + between;
    return layOutItem(box, x + (isMirrored ? width - start - own : start), own, width, layout);
  });
}

function countAutoMargins({ marginLeft, marginRight }: Style): number {
  return (marginLeft === "auto" ? 1 : 0) + (marginRight === "auto" ? 1 : 0);
}

function measureItem(child: Box, containing: number, layout: Layout): MeasuredItem {
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
    box: child,
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

/** @param x pt of the border box */
export function layOutItem(
  box: Box,
  x: number,
  width: number,
  containing: number,
  layout: Layout,
): LaidItem {
  const { top, bottom } = marginsOf(box.style, containing);
  const frame = frameOf(box, 0, width, layout);
  return {
    box,
    x,
    above: top,
    below: bottom,
    frame,
    flow: layout.settle(layout.inside(box, 0, width)),
  };
}

function lineHeight(items: readonly LaidItem[]): number {
  return Math.max(...items.map(outerHeight));
}

/** Where lines stand in a container that is higher than all of them (CSS Flexbox 1, 9.4 and 9.6). */
function spreadLines(lines: readonly (readonly LaidItem[])[], style: Style, least: number) {
  const used = sum(lines.map(lineHeight)) + style.rowGap * (lines.length - 1);
  const free = Math.max(0, least - used);
  const isStretched =
    style.flexWrap === "nowrap" || ["normal", "stretch"].includes(style.alignContent);
  if (isStretched) return { before: 0, between: 0, stretch: free / lines.length };
  const axis = { isReversed: style.flexWrap === "wrap-reverse", isMirrored: false };
  return { ...distribute(style.alignContent, free, lines.length, axis), stretch: 0 };
}

function bandOf(items: readonly LaidItem[], style: Style, height: number): Band {
  const isAligned = (item: LaidItem) => alignmentOf(item.box, style) === "baseline";
  const baseline = commonBaseline(items.filter(isAligned));
  const cells = items.map((item): BandCell => {
    const align = alignmentOf(item.box, style);
    return alignItem(
      item,
      style.flexWrap === "wrap-reverse" ? flip(align) : align,
      height,
      baseline,
    );
  });
  return sideBySide(cells, height);
}

export function sideBySide(cells: readonly BandCell[], height: number): Band {
  const isKept = cells.some(({ frame }) => frame?.style.breakInside === "avoid");
  return {
    kind: "band",
    height,
    cells,
    frame: undefined,
    divisible: isKept ? "if-taller-than-page" : "anywhere",
    head: [],
    isHead: false,
    reachesNext: false,
  };
}

/** In a container whose lines run upwards, items begin at the foot. */
function flip(align: Alignment): Alignment {
  if (align === "flex-start") return "flex-end";
  return align === "flex-end" ? "flex-start" : align;
}
