/** A flex container in, its lines of items out, each a band of the flow (CSS Flexbox 1). */
import type { Box, FlexBox } from "../boxes/box.js";
import type { FlowEvent } from "./flow.js";
import { layOutFlexColumn } from "./lay-out-flex-column.js";
import { layOutFlexRow } from "./lay-out-flex-row.js";
import type { Layout } from "./layout.js";
import { wrapFlexColumn, wrapsDown } from "./wrap-flex-column.js";

/** @param least pt that the content is high at least, as the container's style asks */
export function layOutFlex(
  box: FlexBox,
  x: number,
  width: number,
  least: number,
  layout: Layout,
): FlowEvent[] {
  if (box.children.length === 0) return [];
  const items = inOrder(box.children);
  if (!isColumn(box)) return layOutFlexRow(box, items, x, width, least, layout);
  return wrapsDown(box, least)
    ? wrapFlexColumn(box, items, x, width, least, layout)
    : layOutFlexColumn(box, items, x, width, least, layout);
}

function isColumn({ style }: FlexBox): boolean {
  return style.flexDirection === "column" || style.flexDirection === "column-reverse";
}

/** `order` first, then the order of the page. */
function inOrder(children: readonly Box[]): readonly Box[] {
  if (children.every((child) => child.style.order === 0)) return children;
  return children.toSorted((a, b) => a.style.order - b.style.order);
}
