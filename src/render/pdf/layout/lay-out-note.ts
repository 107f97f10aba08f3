/** A footnote's box in, its body as a flow of its own out (CSS GCPM 3, 2). */
import type { FootnoteBox } from "../boxes/box.js";
import { BREAK_RULES, type Flow, type Note } from "./flow.js";
import type { Layout } from "./layout.js";

/** @param width pt of the room for footnotes */
export function layOutNote({ element, body }: FootnoteBox, width: number, layout: Layout): Note {
  const flow = layout.settle(layout.box(body, 0, width));
  return { element, flow, least: leastHeight(flow) };
}

/** pt of the shortest beginning after which a page may end. */
function leastHeight(flow: Flow): number {
  let y = 0;
  for (const [index, item] of flow.items.entries()) {
    const gap = flow.gaps[index];
    if (index > 0 && gap && gap.rule <= BREAK_RULES.free) return y;
    y += (gap?.space ?? 0) + item.height;
  }
  return flow.height;
}
