/** A floated box and the floats before it in, its place beside the flow out (CSS 2, 9.5.1 and 10.3.5). */
import type { Box } from "../boxes/box.js";
import { checkPicture } from "./check-picture.js";
import { borderBoxWidth, marginsOf } from "./edges.js";
import { type FloatContext, sideOf } from "./float-context.js";
import type { FlowEvent } from "./flow.js";
import { frameOf } from "./frame-of.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import type { Around, Layout } from "./layout.js";
import { spacer } from "./strut.js";

/** @param x pt of the left edge of the containing block's content */
export function layOutFloat(
  box: Box,
  x: number,
  containing: number,
  { direction }: Around,
  floats: FloatContext,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  const margins = marginsOf(style, containing);
  const width = floatWidth(box, containing, layout);
  const flow = layout.settle(layout.inside(box, 0, width));
  const side = sideOf(style.float, direction) === "right" ? "right" : "left";
  const cleared = style.clear === "none" ? 0 : floats.clearance(sideOf(style.clear, direction));
  const events = spacer(cleared - floats.top);
  floats.follow(events);
  const place = floats.place(
    side,
    width + margins.left + margins.right,
    margins.top + flow.height + margins.bottom,
    { left: x, right: x + containing },
  );
  // A float that found no room beside the others takes the flow down with it, so that pages may
  // end between rows of floats.
  const lowered = spacer(place.top - floats.top);
  floats.follow(lowered);
  return [
    ...events,
    ...lowered,
    {
      kind: "float",
      x: place.left + margins.left,
      drop: place.top + margins.top - floats.bottom,
      reach: flow.height + margins.bottom,
      frame: frameOf(box, 0, width, layout),
      flow,
    },
  ];
}

/** pt of the border box. */
function floatWidth(box: Box, containing: number, layout: Layout): number {
  const { style } = box;
  const margins = marginsOf(style, containing);
  const outside = margins.left + margins.right;
  checkPicture(box, containing - outside, layout);
  const asked = borderBoxWidth(style, style.width, containing);
  const least = borderBoxWidth(style, style.minWidth, containing) ?? 0;
  const most = borderBoxWidth(style, style.maxWidth, containing) ?? Number.POSITIVE_INFINITY;
  const wished = asked ?? shrinkToFit(layout.widths(box), containing) - outside;
  return Math.max(0, least, Math.min(most, wished));
}
