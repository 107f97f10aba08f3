/** The flow list and the paper in, where each page begins and ends out (CSS Paged Media 3, 3). */
import type { Flow, Gap, Note } from "../layout/flow.js";
import { fillNotes, type NoteArea, type OpenNote, openNote, tallyOf } from "./fill-notes.js";
import { fillPage } from "./fill-page.js";
import type { PageStyle, Paper } from "./page-style.js";
import { type ColumnSplit, type Cursor, NO_SPLITS, START } from "./room.js";

/** A page before anything is placed on it. */
export interface Leaf {
  readonly style: PageStyle;
  /** Undefined for a page without text: it shows notes, or is left empty on purpose. */
  readonly from: Cursor | undefined;
  /** Undefined for the flow's end. */
  readonly to: Cursor | undefined;
  readonly notes: NoteArea;
  readonly splits: readonly ColumnSplit[];
  /** pt that the text takes. */
  readonly height: number;
}

/** @param notes all footnotes: those that something laid over the text calls come at the end */
export function fillLeaves(flow: Flow, paper: Paper, notes: readonly Note[] = []): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let from: Cursor | undefined = START;
  let open: readonly OpenNote[] = [];
  let name = "";
  const shown = new Set<Note>();
  while (from || open.length > 0) {
    const gap: Gap | undefined = from && flow.gaps[from.index];
    name = gap?.page ?? name;
    const isBlank = from !== undefined && isLeftEmpty(gap, from, sideOf(leaves.length, paper));
    const style = styleOf(leaves.length, name, isBlank, paper);
    const leaf: Leaf = isBlank
      ? { style, from: undefined, to: undefined, notes: NO_NOTES, splits: NO_SPLITS, height: 0 }
      : fillLeaf(flow, from, open, style);
    leaves.push(leaf);
    if (isBlank) continue;
    from = leaf.to;
    for (const { note } of leaf.notes.parts) shown.add(note);
    open = leaf.notes.rest;
    if (!from && open.length === 0 && shown.size < notes.length) {
      open = notes.filter((note) => !shown.has(note)).map(openNote);
    }
  }
  return leaves;
}

const NO_NOTES: NoteArea = { parts: [], height: 0, rest: [] };

function fillLeaf(
  flow: Flow,
  from: Cursor | undefined,
  open: readonly OpenNote[],
  style: PageStyle,
): Leaf {
  const { height } = style.column;
  const notes = tallyOf(open, style);
  const filled =
    from &&
    fillPage(flow, from, { height, pageHeight: height, mustProgress: true, within: "page", notes });
  const called = [...open, ...(filled?.notes.notes ?? []).map(openNote)];
  const room = height - (filled?.height ?? 0) - (notes.edges ?? 0);
  const area = called.length === 0 ? NO_NOTES : fillNotes(called, room, !from);
  const { end: to, splits = NO_SPLITS } = filled ?? {};
  return { style, from, to, notes: area, splits, height: filled?.height ?? 0 };
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
