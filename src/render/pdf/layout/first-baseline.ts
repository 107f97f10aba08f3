/** A flow in, the height of its first line's baseline from its top out, in pt. */
import type { Flow } from "./flow.js";

/** @returns the flow's lower edge when it holds no line */
export function firstBaseline(flow: Flow): number {
  let y = 0;
  for (const [index, item] of flow.items.entries()) {
    y += flow.gaps[index]?.space ?? 0;
    if (item.kind === "line") return y + item.line.baseline;
    if (item.kind === "band") {
      const cells = item.cells.map((cell) => cell.top + firstBaseline(cell.flow));
      return y + Math.min(...cells);
    }
    y += item.height;
  }
  return flow.height;
}
