/** A box that does not stand among its neighbours in; out it goes to the frame that it is laid over (CSS 2, 9.3). */
import type { Style } from "../css/properties.js";
import type { Box } from "./box.js";
import type { OverlayFrames, Surroundings } from "./box-builder.js";
import { isFloated } from "./is-floated.js";

/** Laid over something, or floating beside the text. */
export function isTakenOut(style: Style): boolean {
  return style.position === "absolute" || style.position === "fixed" || isFloated(style);
}

export function takeOut(style: Style, box: Box | undefined, frames: OverlayFrames): void {
  if (box !== undefined) frameOf(style, frames).push(box);
}

function frameOf({ position, top, bottom }: Style, frames: OverlayFrames): Box[] {
  if (position === "fixed") return frames.page;
  if (position !== "absolute") return frames.children;
  return top === "auto" && bottom === "auto" ? frames.nearest : frames.positioned;
}

/** @param own where boxes are collected that count from the element itself */
export function framesWithin(
  { frames, computed: { style } }: Surroundings,
  own: Box[],
  children: Box[],
): OverlayFrames {
  const isPositioned = style.position !== "static" || style.transform.length > 0;
  const positioned = isPositioned ? own : frames.positioned;
  return { ...frames, nearest: own, positioned, children };
}
