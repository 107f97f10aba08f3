/** The items of a band and the room for them in, each at its height in the band out. */
import type { Box } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { firstBaseline } from "./first-baseline.js";
import type { BandCell, Flow } from "./flow.js";

/** An item whose width and content are settled. Lengths in pt. */
export interface LaidItem {
  readonly box: Box;
  /** From the flow's left edge, of the border box. */
  readonly x: number;
  /** Margins; `auto` takes what is free. */
  readonly above: number;
  readonly below: number;
  readonly frame: BandCell["frame"];
  readonly flow: Flow;
}

export type Alignment = Exclude<Style["alignSelf"], "auto">;

export function alignmentOf(item: Box, container: Style): Alignment {
  return item.style.alignSelf === "auto" ? container.alignItems : item.style.alignSelf;
}

export function outerHeight({ above, flow, below }: LaidItem): number {
  return above + flow.height + below;
}

/** @param baseline pt where the baselines of the band's items meet, from its top */
export function alignItem(
  item: LaidItem,
  align: Alignment,
  bandHeight: number,
  baseline: number,
): BandCell {
  const { box, x, above, frame, flow } = item;
  const { marginTop, marginBottom, height: asked } = box.style;
  const free = bandHeight - outerHeight(item);
  const cell = { x, frame, flow, height: flow.height };
  const at = (top: number): BandCell => ({ ...cell, top: above + top });
  if (marginTop === "auto" && free > 0) return at(marginBottom === "auto" ? free / 2 : free);
  if (marginBottom === "auto") return at(0);
  switch (align) {
    case "normal":
    case "stretch":
      return asked === "auto" && box.kind !== "replaced" ? stretch(item, free) : at(0);
    case "flex-start":
    case "start":
      return at(0);
    case "flex-end":
    case "end":
      return at(free);
    case "center":
      return at(free / 2);
    case "baseline":
      return at(Math.min(Math.max(0, free), baseline - above - firstBaseline(flow)));
  }
}

/** Where the baselines of items that align on them meet, in pt from the top of their band. */
export function commonBaseline(items: readonly LaidItem[]): number {
  return Math.max(0, ...items.map((item) => item.above + firstBaseline(item.flow)));
}

function stretch({ x, above, below, frame, flow }: LaidItem, free: number): BandCell {
  const height = above + below === 0 ? "band" : flow.height + Math.max(0, free);
  return { x, frame, flow, top: above, height };
}
