/** A style in, the widths of its margins, borders and padding out, in pt (CSS 2, 8). */
import type { Style } from "../css/properties.js";
import { resolveSize, type Size } from "../css/values.js";

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function bordersOf(style: Style): Edges {
  return {
    top: style.borderTopStyle !== "none" ? style.borderTopWidth : 0,
    right: style.borderRightStyle !== "none" ? style.borderRightWidth : 0,
    bottom: style.borderBottomStyle !== "none" ? style.borderBottomWidth : 0,
    left: style.borderLeftStyle !== "none" ? style.borderLeftWidth : 0,
  };
}

/**
 * Border and padding together.
 * @param containing pt; shares refer to the width of the containing block, even at the top
 */
export function insetsOf(style: Style, containing: number): Edges {
  const border = bordersOf(style);
  return {
    top: border.top + points(style.paddingTop, containing),
    right: border.right + points(style.paddingRight, containing),
    bottom: border.bottom + points(style.paddingBottom, containing),
    left: border.left + points(style.paddingLeft, containing),
  };
}

/** `auto` margins count as nothing here. */
export function marginsOf(style: Style, containing: number): Edges {
  return {
    top: points(style.marginTop, containing),
    right: points(style.marginRight, containing),
    bottom: points(style.marginBottom, containing),
    left: points(style.marginLeft, containing),
  };
}

/** @returns pt of the border box, or undefined when the style leaves it to the content. */
export function borderBoxWidth(style: Style, size: Size, containing: number): number | undefined {
  const asked = resolveSize(size, containing);
  if (asked === undefined) return undefined;
  const { left, right } = insetsOf(style, containing);
  return addInsets(style, asked, left + right);
}

/** @param height pt of the containing block, which shares refer to; undefined when not known */
export function borderBoxHeight(
  style: Style,
  size: Size,
  containing: number,
  height?: number,
): number | undefined {
  if (typeof size === "object" && height === undefined) return undefined;
  const asked = resolveSize(size, height ?? 0);
  if (asked === undefined) return undefined;
  const { top, bottom } = insetsOf(style, containing);
  return addInsets(style, asked, top + bottom);
}

function addInsets(style: Style, asked: number, insets: number): number {
  return style.boxSizing === "border-box" ? Math.max(asked, insets) : asked + insets;
}

function points(size: Size, containing: number): number {
  return resolveSize(size, containing) ?? 0;
}
