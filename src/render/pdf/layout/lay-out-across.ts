/** An item and the room across in, the item at its width and place out (CSS Box Alignment 3, 6). */
import type { Box } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import type { Alignment, LaidItem } from "./align-item.js";
import { borderBoxWidth, marginsOf } from "./edges.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import { layOutItem } from "./lay-out-flex-row.js";
import type { Layout } from "./layout.js";

/** @param x pt of the room's left edge */
export function layOutAcross(
  item: Box,
  align: Alignment,
  direction: Style["direction"],
  x: number,
  width: number,
  layout: Layout,
): LaidItem {
  const { style } = item;
  const margins = marginsOf(style, width);
  const room = Math.max(0, width - margins.left - margins.right);
  const hasAuto = style.marginLeft === "auto" || style.marginRight === "auto";
  const isStretched = (align === "normal" || align === "stretch") && !hasAuto;
  const wished =
    borderBoxWidth(style, style.width, width) ??
    (isStretched && item.kind !== "replaced"
      ? room
      : shrinkToFit(layout.widths(item), width) - margins.left - margins.right);
  const own = clamp(style, wished, width);
  const left = margins.left + leftShare(style, align, direction) * (room - own);
  return layOutItem(item, x + left, own, width, layout);
}

/** How much of the free width lies at an item's left. */
function leftShare(
  { marginLeft, marginRight }: Style,
  align: Alignment,
  direction: Style["direction"],
): number {
  if (marginLeft === "auto") return marginRight === "auto" ? 0.5 : 1;
  if (marginRight === "auto") return 0;
  if (align === "center") return 0.5;
  const isAtEnd = align === "flex-end" || align === "end";
  return isAtEnd !== (direction === "rtl") ? 1 : 0;
}

function clamp(style: Style, wished: number, containing: number): number {
  const least = borderBoxWidth(style, style.minWidth, containing) ?? 0;
  const most = borderBoxWidth(style, style.maxWidth, containing) ?? wished;
  return Math.max(least, Math.min(most, wished));
}
