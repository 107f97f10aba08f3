/** An absolutely positioned box and its containing block in, the box at its place over it out (CSS 2, 10.3.7 and 10.6.4). */
import type { Box } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { resolveSize, type Size } from "../css/values.js";
import { borderBoxWidth, bordersOf, insetsOf, marginsOf } from "./edges.js";
import type { Overlay } from "./flow.js";
import { frameOf } from "./frame-of.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import type { Layout } from "./layout.js";

/** @param frameWidth pt of the containing block's border box */
export function layOutOverlay(
  box: Box,
  containing: Style,
  frameWidth: number,
  layout: Layout,
): Overlay {
  const { style } = box;
  const borders = bordersOf(containing);
  const room = frameWidth - borders.left - borders.right;
  const margins = marginsOf(style, room);
  const { x, width } = placeAcross(box, containing, room, layout);
  const isStatic = style.top === "auto" && style.bottom === "auto";
  const top = isStatic ? insetsOf(containing, room).top - borders.top : style.top;
  const known = typeof style.height === "number" ? { height: style.height } : undefined;
  return {
    x,
    top: addTo(top, margins.top),
    bottom: addTo(style.bottom, margins.bottom),
    between: betweenOf(style, known !== undefined || box.kind === "replaced"),
    layer: style.zIndex < 0 ? "backdrop" : "above",
    frame: frameOf(box, 0, width, layout),
    flow: layout.settle(layout.inside(box, 0, width)),
  };
}

/** Without a width of its own, the box reaches from one inset to the other, or round its content. */
function placeAcross(
  box: Box,
  containing: Style,
  room: number,
  layout: Layout,
): { x: number; width: number } {
  const { style } = box;
  const margins = marginsOf(style, room);
  const left = resolveSize(style.left, room);
  const right = resolveSize(style.right, room);
  const available = room - margins.left - margins.right - (left ?? 0) - (right ?? 0);
  const isStretched = left !== undefined && right !== undefined && box.kind !== "replaced";
  const fitted = isStretched
    ? available
    : shrinkToFit(layout.widths(box), available + margins.left + margins.right) -
      margins.left -
      margins.right;
  const least = borderBoxWidth(style, style.minWidth, room) ?? 0;
  const most = borderBoxWidth(style, style.maxWidth, room) ?? Number.POSITIVE_INFINITY;
  const wished = borderBoxWidth(style, style.width, room) ?? fitted;
  const width = Math.max(0, least, Math.min(most, wished));
  const free = room - width - margins.left - margins.right;
  return { x: margins.left + leftOf(style, containing, { left, right, free }), width };
}

interface Across {
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** pt between the edges of the containing block that the box leaves. */
  readonly free: number;
}

function leftOf(style: Style, containing: Style, { left, right, free }: Across): number {
  const isRightToLeft = containing.direction === "rtl";
  if (left !== undefined && right !== undefined) {
    const rest = free - left - right;
    if (style.marginLeft === "auto" && rest > 0) {
      return left + (style.marginRight === "auto" ? rest / 2 : rest);
    }
    return isRightToLeft ? free - right : left;
  }
  if (left !== undefined) return left;
  if (right !== undefined) return free - right;
  const { left: start, right: end } = insetsOf(containing, 0);
  const borders = bordersOf(containing);
  return isRightToLeft ? free - (end - borders.right) : start - borders.left;
}

function betweenOf(style: Style, hasHeight: boolean): Overlay["between"] {
  if (style.top === "auto" || style.bottom === "auto") return undefined;
  if (!hasHeight) return "stretch";
  return style.marginTop === "auto" && style.marginBottom === "auto" ? "center" : undefined;
}

function addTo(size: Size, margin: number): Size {
  return typeof size === "number" ? size + margin : size;
}
