/** A box and its place in, its frame out: how pages know it, with all that is laid over it. */
import type { Box } from "../boxes/box.js";
import type { Frame } from "./flow.js";
import { layOutMarker } from "./lay-out-marker.js";
import { layOutOverlay } from "./lay-out-overlay.js";
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
      ...overlays.map((each) => layOutOverlay(each, box.style, width, layout)),
      ...(box.kind === "block" && box.marker !== undefined
        ? [layOutMarker(box, box.marker, width, layout)]
        : []),
    ],
    replaced: box.kind === "replaced" ? box : undefined,
    running: box.kind === "block" ? box.running : undefined,
  };
}
