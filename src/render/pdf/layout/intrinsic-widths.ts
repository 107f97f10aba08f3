/** A box in, the narrowest and the widest it would be out (CSS Sizing 3, 5). */

import type { BlockBox, Box, FlexBox } from "../boxes/box.js";
import { isFloated } from "../boxes/is-floated.js";
import { replacedSize } from "../figures/replaced-size.js";
import type { SizedPiece } from "../inline/piece.js";
import { widthsOf } from "../inline/widths-of.js";
import { tableWidths } from "./column-widths.js";
import { borderBoxWidth, insetsOf, marginsOf } from "./edges.js";
import { gridWidths } from "./lay-out-grid.js";
import type { Layout } from "./layout.js";

/** pt. */
export interface Widths {
  readonly min: number;
  readonly max: number;
}

/** Of the margin box. Shares of an unknown width count as nothing asked. */
export function intrinsicWidths(box: Box, layout: Layout): Widths {
  const margins = marginsOf(box.style, 0);
  const outside = margins.left + margins.right;
  const { min, max } = borderBoxWidths(box, layout);
  return { min: min + outside, max: max + outside };
}

/** As wide as the content would like, as far as there is room (CSS 2, 10.3.5). */
export function shrinkToFit(widths: Widths, available: number): number {
  return Math.min(Math.max(widths.min, available), widths.max);
}

function borderBoxWidths(box: Box, layout: Layout): Widths {
  const { style } = box;
  const asked = typeof style.width === "number" ? borderBoxWidth(style, style.width, 0) : undefined;
  const content = asked === undefined ? contentWidths(box, layout) : undefined;
  const insets = insetsOf(style, 0);
  const sides = insets.left + insets.right;
  const least = typeof style.minWidth === "number" ? borderBoxWidth(style, style.minWidth, 0) : 0;
  const most =
    typeof style.maxWidth === "number" ? borderBoxWidth(style, style.maxWidth, 0) : undefined;
  const clamp = (width: number) => Math.max(least ?? 0, Math.min(most ?? width, width));
  return {
    min: clamp(asked ?? (content?.min ?? 0) + sides),
    max: clamp(asked ?? (content?.max ?? 0) + sides),
  };
}

function contentWidths(box: Box, layout: Layout): Widths {
  switch (box.kind) {
    case "block":
      return blockWidths(box, layout);
    case "flex":
      return flexWidths(box, layout);
    case "grid":
      return gridWidths(box, layout);
    case "table":
      return tableWidths(box, layout);
    case "replaced": {
      const { width } = replacedSize(box, Number.POSITIVE_INFINITY, layout.pageHeight);
      return { min: width, max: width };
    }
  }
}

function blockWidths(box: BlockBox, layout: Layout): Widths {
  if (box.content.kind === "inline") return inlineWidths(box, layout);
  const children = box.content.children.map((child) => layout.widths(child));
  const floats = box.content.children.filter((child) => isFloated(child.style));
  const beside = floats.reduce((sum, child) => sum + layout.widths(child).max, 0);
  const others = box.content.children.filter((child) => !isFloated(child.style));
  return {
    min: largest(children.map((child) => child.min)),
    max: beside + largest(others.map((child) => layout.widths(child).max)),
  };
}

/** Of a list that may be too long for the arguments of a function. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function inlineWidths(box: BlockBox, layout: Layout): Widths {
  const pieces = layout.pieces(box).map((piece): SizedPiece & { minWidth?: number } => {
    if (piece.kind !== "atomic") return piece;
    const { min, max } = layout.widths(piece.box);
    const flow = { items: [], gaps: [], height: 0 };
    return { ...piece, width: max, minWidth: min, height: 0, baseline: 0, flow };
  });
  return widthsOf(pieces);
}

function flexWidths(box: FlexBox, layout: Layout): Widths {
  const children = box.children.map((child) => layout.widths(child));
  const widest = {
    min: Math.max(0, ...children.map((child) => child.min)),
    max: Math.max(0, ...children.map((child) => child.max)),
  };
  const { flexDirection, flexWrap, columnGap } = box.style;
  if (flexDirection === "column" || flexDirection === "column-reverse") return widest;
  const gaps = columnGap * Math.max(0, children.length - 1);
  const all = children.reduce((sum, child) => sum + child.min, gaps);
  return {
    min: flexWrap === "nowrap" ? all : widest.min,
    max: children.reduce((sum, child) => sum + child.max, gaps),
  };
}
