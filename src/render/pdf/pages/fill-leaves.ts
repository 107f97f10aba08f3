/** The flow list and the paper in, where each page begins and ends out (CSS Paged Media 3, 3). */
import type { Flow, Gap } from "../layout/flow.js";
import { type Cursor, fillPage, START } from "./fill-page.js";
import type { PageStyle, Paper } from "./page-style.js";

/** A page before anything is placed on it. */
export interface Leaf {
  readonly style: PageStyle;
  /** Undefined for a page that is left empty, so that the text goes on on the side it asks for. */
  readonly from: Cursor | undefined;
  /** Undefined for the flow's end. */
  readonly to: Cursor | undefined;
}

export function fillLeaves(flow: Flow, paper: Paper): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (let from: Cursor | undefined = START; from; ) {
    const gap = flow.gaps[from.index];
    const isBlank = isLeftEmpty(gap, from, sideOf(leaves.length, paper));
    const style = styleOf(leaves.length, gap?.page ?? "", isBlank, paper);
    if (isBlank) {
      leaves.push({ style, from: undefined, to: from });
      continue;
    }
    const { height } = style.column;
    const filled = fillPage(flow, from, height, height, true);
    leaves.push({ style, from, to: filled?.end });
    from = filled?.end;
  }
  return leaves;
}

function isLeftEmpty(gap: Gap | undefined, from: Cursor, side: "left" | "right"): boolean {
  if (from.cells !== undefined) return false;
  return (gap?.forces === "left" || gap?.forces === "right") && gap.forces !== side;
}

function sideOf(index: number, paper: Paper): "left" | "right" {
  const other = paper.firstSide === "right" ? "left" : "right";
  return index % 2 === 0 ? paper.firstSide : other;
}

function styleOf(index: number, name: string, isBlank: boolean, paper: Paper): PageStyle {
  return paper.styleOf({ name, isFirst: index === 0, side: sideOf(index, paper), isBlank });
}
