/** An element in, whether it stands in a line or among blocks out (CSS Display 3, 2). */
import { type Element, isTag } from "domhandler";
import type { Style } from "../css/properties.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";

/** An inline element that holds a block is treated as a block itself. */
export function isBlockLevel(element: Element, outer: Surroundings, builder: BoxBuilder): boolean {
  const inner = builder.surround(element, outer);
  const { style } = inner.computed;
  if (style.isFootnote === "yes") return false;
  if (isInlineBlock(style)) return false;
  if (style.display !== "inline") return style.display !== "none";
  if (isReplaced(element)) return false;
  return element.children.some((child) => isTag(child) && isBlockLevel(child, inner, builder));
}

/** Stands in a line like a letter, and holds what blocks hold. */
export function isInlineBlock({ display }: Style): boolean {
  return INLINE_BLOCKS.has(display);
}

const INLINE_BLOCKS: ReadonlySet<Style["display"]> = new Set([
  "inline-block",
  "inline-flex",
  "inline-grid",
]);

/** Its content is a picture. */
export function isReplaced(element: Element): boolean {
  return element.name === "svg" || element.name === "img";
}
