/** A box's style and size in, how round its corners are out (CSS Backgrounds 3, 5). */
import type { Style } from "../css/properties.js";
import { resolveSize, type Size } from "../css/values.js";
import type { EdgesShown, Rectangle } from "./page.js";

/** Radii in pt. */
export interface Corners {
  readonly topLeft: number;
  readonly topRight: number;
  readonly bottomRight: number;
  readonly bottomLeft: number;
}

export const SQUARE: Corners = { topLeft: 0, topRight: 0, bottomRight: 0, bottomLeft: 0 };

/** Corners that are cut off by the end of a page or line are square; overlapping ones shrink. */
export function cornersOf(
  style: Style,
  { width, height }: Pick<Rectangle, "width" | "height">,
  edges: EdgesShown = WHOLE,
): Corners {
  const whole = Math.min(width, height);
  const radius = (size: Size, isShown: boolean) =>
    isShown ? Math.max(0, resolveSize(size, whole) ?? 0) : 0;
  const topLeft = radius(style.borderTopLeftRadius, edges.top && edges.left);
  const topRight = radius(style.borderTopRightRadius, edges.top && edges.right);
  const bottomRight = radius(style.borderBottomRightRadius, edges.bottom && edges.right);
  const bottomLeft = radius(style.borderBottomLeftRadius, edges.bottom && edges.left);
  const fit = Math.min(
    1,
    width / Math.max(topLeft + topRight, bottomLeft + bottomRight, Number.MIN_VALUE),
    height / Math.max(topLeft + bottomLeft, topRight + bottomRight, Number.MIN_VALUE),
  );
  return {
    topLeft: topLeft * fit,
    topRight: topRight * fit,
    bottomRight: bottomRight * fit,
    bottomLeft: bottomLeft * fit,
  };
}

const WHOLE: EdgesShown = { top: true, right: true, bottom: true, left: true };

/** The corners of a line that runs further inside. */
export function inner(corners: Corners, by: number): Corners {
  return {
    topLeft: Math.max(0, corners.topLeft - by),
    topRight: Math.max(0, corners.topRight - by),
    bottomRight: Math.max(0, corners.bottomRight - by),
    bottomLeft: Math.max(0, corners.bottomLeft - by),
  };
}

export function isRound(corners: Corners): boolean {
  return Object.values(corners).some((radius) => radius > 0);
}
