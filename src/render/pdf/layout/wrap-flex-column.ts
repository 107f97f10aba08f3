/** A flex column of a given height in, its lines of items side by side out, as one band (CSS Flexbox 1, 9.3). */
import type { Box, FlexBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { outerHeight } from "./align-item.js";
import { distribute } from "./distribute.js";
import type { BandCell, FlowEvent } from "./flow.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import { layOutAcross } from "./lay-out-across.js";
import { layOutFlexColumn } from "./lay-out-flex-column.js";
import { sideBySide } from "./lay-out-flex-row.js";
import type { Layout } from "./layout.js";
import { sum } from "./sum.js";

/** Only a height that is asked for makes items go on beside the others. */
export function wrapsDown({ style }: FlexBox, least: number): boolean {
  return style.flexWrap !== "nowrap" && style.height !== "auto" && least > 0;
}

export function wrapFlexColumn(
  box: FlexBox,
  children: readonly Box[],
  x: number,
  width: number,
  least: number,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  const lines = cutLines(children, style, width, least, layout);
  const wished = lines.map((line) =>
    Math.max(...line.map((item) => shrinkToFit(layout.widths(item), width))),
  );
  const places = placeLines(wished, style, width);
  const cells = lines.map((line, index): BandCell => {
    const { left, width: own } = places[index] ?? { left: 0, width };
    const events = layOutFlexColumn(box, line, 0, own, least, layout);
    const flow = layout.settle(events);
    return { x: x + left, top: 0, frame: undefined, height: "band", flow };
  });
  return [sideBySide(cells, Math.max(least, ...cells.map(({ flow }) => flow.height)))];
}

function cutLines(
  children: readonly Box[],
  style: Style,
  width: number,
  height: number,
  layout: Layout,
): readonly (readonly Box[])[] {
  const lines: Box[][] = [];
  let used = 0;
  for (const child of children) {
    const room = shrinkToFit(layout.widths(child), width);
    const item = layOutAcross(child, "flex-start", style.direction, 0, room, layout);
    const own = outerHeight(item);
    const line = lines.at(-1);
    if (line && used + style.rowGap + own <= height + TOLERANCE) {
      line.push(child);
      used += style.rowGap + own;
    } else {
      lines.push([child]);
      used = own;
    }
  }
  return lines;
}

/** pt; heights are sums of rounded numbers. */
const TOLERANCE = 0.01;

/** Lines stand one after another where reading begins, or from the other side in `wrap-reverse`. */
function placeLines(
  wished: readonly number[],
  { alignContent, columnGap, direction, flexWrap }: Style,
  width: number,
): readonly { readonly left: number; readonly width: number }[] {
  const isMirrored = (direction === "rtl") !== (flexWrap === "wrap-reverse");
  const free = width - sum(wished, columnGap * (wished.length - 1));
  const isStretched = alignContent === "normal" || alignContent === "stretch";
  const stretch = isStretched ? Math.max(0, free) / wished.length : 0;
  const axis = { isReversed: flexWrap === "wrap-reverse", isMirrored };
  const spread = isStretched
    ? { before: 0, between: 0 }
    : distribute(alignContent, free, wished.length, axis);
  let start = spread.before;
  return wished.map((each) => {
    const own = each + stretch;
    const left = isMirrored ? width - start - own : start;
    start += own + columnGap + spread.between;
    return { left, width: own };
  });
}
