/** A box and its place in, its frame out: how pages know it, with all that is laid over it. */
import type { Box } from "../boxes/box.js";
import { resolveSize } from "../css/values.js";
import { borderBoxWidth } from "./edges.js";
import type { Frame, Overlay } from "./flow.js";
import { shrinkToFit } from "./intrinsic-widths.js";
import { layOutMarker } from "./lay-out-lines.js";
import type { Layout } from "./layout.js";

/** @param width pt of the border box */
export function frameOf(box: Box, x: number, width: number, layout: Layout): Frame {
  const overlays = "overlays" in box ? box.overlays : [];
  return {
    element: box.element,
    style: box.style,
    x,
    width,
    overlays: [
      ...overlays.map((each) => layOutOverlay(each, width, layout)),
      ...(box.kind === "block" && box.marker !== undefined
        ? [layOutMarker(box, box.marker, width, layout)]
        : []),
    ],
    replaced: box.kind === "replaced" ? box : undefined,
    running: box.kind === "block" ? box.running : undefined,
  };
}

/** An absolutely positioned box: out of the flow, at its place over the frame. */
function layOutOverlay(box: Box, frameWidth: number, layout: Layout): Overlay {
  const { style } = box;
  const width =
    borderBoxWidth(style, style.width, frameWidth) ?? shrinkToFit(layout.widths(box), frameWidth);
  const frame = frameOf(box, 0, width, layout);
  const flow = layout.settle([
    { kind: "open", frame },
    ...layout.inside(box, 0, width),
    { kind: "close", frame },
  ]);
  return {
    x: resolveSize(style.left, frameWidth) ?? 0,
    y: resolveSize(style.top, 0) ?? 0,
    flow,
  };
}
