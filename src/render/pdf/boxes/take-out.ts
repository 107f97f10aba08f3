/** A box that does not stand among its neighbours in; out it goes to the frame that it is laid over (CSS 2, 9.3). */
import type { Cascade } from "../css/cascade.js";
import type { Style } from "../css/properties.js";
import { anonymousBlock } from "./anonymous-block.js";
import type { Box } from "./box.js";
import type { BoxBuilder, OverlayFrames, Surroundings } from "./box-builder.js";
import { isFloated } from "./is-floated.js";

/** Laid over something, or floating beside the text. */
export function isTakenOut(style: Style): boolean {
  return style.position === "absolute" || style.position === "fixed" || isFloated(style);
}

export function takeOut(
  box: Box | undefined,
  around: Surroundings,
  { cascade }: Pick<BoxBuilder, "cascade">,
): void {
  if (box === undefined) return;
  const { frames } = around;
  const { position, top, bottom } = box.style;
  const isStatic = top === "auto" && bottom === "auto";
  if (position === "fixed") frames.page.push(box);
  else if (position !== "absolute") frames.children.push(box);
  else if (!isStatic) frames.positioned.push(box);
  else if (frames.areItems || frames.children.length === 0) frames.nearest.push(box);
  else frames.children.push(holdPlace(box, around, cascade));
}

/** An empty block where the box would stand if it were not laid over the others (CSS 2, 10.6.4). */
function holdPlace(box: Box, around: Surroundings, cascade: Cascade): Box {
  return { ...anonymousBlock([], around, cascade), overlays: [box] };
}

/** @param own where boxes are collected that count from the element itself */
export function framesWithin(
  { frames, computed: { style } }: Surroundings,
  own: Box[],
  children: Box[],
  areItems: boolean,
): OverlayFrames {
  const isPositioned = style.position !== "static" || style.transform.length > 0;
  const positioned = isPositioned ? own : frames.positioned;
  return { ...frames, nearest: own, positioned, children, areItems };
}
