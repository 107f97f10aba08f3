/** A box's style and place in, how all that it holds is moved, seen through or cut off out (CSS Transforms 1, CSS Overflow 3). */
import type { Style } from "../css/properties.js";
import { resolveSize, type Size } from "../css/values.js";
import { IDENTITY, type Matrix, multiply } from "../figures/picture.js";
import { bordersOf } from "../layout/edges.js";
import { cornersOf, inner } from "./corners.js";
import type { GroupMark, Rectangle } from "./page.js";

export function isGroup(style: Style): boolean {
  return style.transform.length > 0 || style.opacity < 1 || isClipped(style) || isShifted(style);
}

/** @param box pt of the border box */
export function groupOf(style: Style, box: Rectangle, containing: number): GroupMark {
  const matrix = multiply(shiftOf(style, containing), transformOf(style, box));
  const clip = isClipped(style) ? paddingBox(style, box) : undefined;
  return { kind: "group", matrix, opacity: style.opacity, clip };
}

function isClipped({ overflow }: Style): boolean {
  return overflow === "hidden" || overflow === "clip";
}

function isShifted({ position, left, top, right, bottom }: Style): boolean {
  return position === "relative" && [left, top, right, bottom].some((inset) => inset !== "auto");
}

/** `position: relative`: the box moves, its room stays (CSS 2, 9.4.3). */
function shiftOf(style: Style, containing: number): Matrix {
  if (!isShifted(style)) return IDENTITY;
  const across = resolveSize(style.left, containing) ?? -pt(style.right, containing);
  return [1, 0, 0, 1, across, resolveSize(style.top, 0) ?? -pt(style.bottom, 0)];
}

function transformOf({ transform, transformOrigin }: Style, box: Rectangle): Matrix {
  if (transform.length === 0) return IDENTITY;
  const x = box.x + pt(transformOrigin.x, box.width);
  const y = box.y + pt(transformOrigin.y, box.height);
  const steps = transform.map(
    (step): Matrix =>
      step.kind === "matrix"
        ? step.matrix
        : [1, 0, 0, 1, pt(step.x, box.width), pt(step.y, box.height)],
  );
  const inner = steps.reduce((all, step) => multiply(all, step), IDENTITY);
  return multiply(multiply([1, 0, 0, 1, x, y], inner), [1, 0, 0, 1, -x, -y]);
}

function paddingBox(style: Style, { x, y, width, height }: Rectangle) {
  const { top, right, bottom, left } = bordersOf(style);
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
    corners: inner(cornersOf(style, { width, height }), left),
  };
}

function pt(size: Size, whole: number): number {
  return resolveSize(size, whole) ?? 0;
}
