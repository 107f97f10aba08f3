/** A height in, the flow item that takes this room and holds nothing out. */
import type { FlowEvent } from "./flow.js";

/** @returns nothing for no height */
export function strut(height: number, clings: "next" | "previous"): FlowEvent[] {
  return height > 0 ? [{ kind: "strut", height, clings }] : [];
}

/** Room that a page may end before and after. */
export function spacer(height: number): FlowEvent[] {
  if (height <= 0) return [];
  return [
    {
      kind: "band",
      height,
      cells: [],
      frame: undefined,
      divisible: "if-taller-than-page",
      head: [],
      isHead: false,
      reachesNext: false,
    },
  ];
}
