/** Inline content and what is around it in, a block without an element out (CSS 2, 9.2.1.1). */
import type { Cascade } from "../css/cascade.js";
import type { BlockBox, InlineItem } from "./box.js";
import type { Surroundings } from "./box-builder.js";

export function anonymousBlock(
  items: InlineItem[],
  inner: Surroundings,
  cascade: Cascade,
): BlockBox {
  return {
    kind: "block",
    element: undefined,
    style: { ...cascade.anonymousStyle(inner.computed).style, display: "block" },
    language: inner.language,
    content: { kind: "inline", items },
    marker: undefined,
    overlays: [],
  };
}
