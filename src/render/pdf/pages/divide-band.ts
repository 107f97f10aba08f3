/** A band that does not fit and the room left on a page in, where each of its cells is cut out. */
import { type Band, BREAK_RULES, type BreakRule } from "../layout/flow.js";
import { divideBesideNotes } from "./divide-beside-notes.js";
import {
  type ColumnSplit,
  type Cursor,
  type Fill,
  type NoteTally,
  type Room,
  START,
} from "./room.js";

/** Rows of tables are only cut when they are high, or have been cut before. */
export function isDivisible(band: Band, pageHeight: number, begun: Cursor["cells"]): boolean {
  if (begun !== undefined) return true;
  switch (band.divisible) {
    case "anywhere":
      return true;
    case "if-tall":
      return band.height > pageHeight / 2;
    case "if-taller-than-page":
      return band.height > pageHeight;
  }
}

export interface DividedBand {
  /** Where each cell goes on; undefined for those that are done. */
  readonly cells: readonly (Cursor | undefined)[];
  readonly height: number;
  readonly rule: BreakRule;
  readonly notes: NoteTally;
  readonly splits: readonly ColumnSplit[];
}

/** Every cell goes as far as it can; unless all of them get somewhere, the band is not begun. */
export function divideBand(
  band: Band,
  begun: Cursor["cells"],
  room: Room,
  fill: Fill,
): DividedBand | undefined {
  return divideBesideNotes(room, (left) => divideAt(band, begun, left, fill));
}

function divideAt(
  band: Band,
  begun: Cursor["cells"],
  room: Room,
  fill: Fill,
): DividedBand | undefined {
  const cells: (Cursor | undefined)[] = [];
  let height = 0;
  let rule: BreakRule = BREAK_RULES.free;
  let notes = room.notes;
  const splits: ColumnSplit[] = [];
  for (const [index, cell] of band.cells.entries()) {
    const from = begun ? begun[index] : START;
    if (!from) {
      cells.push(undefined);
      continue;
    }
    const top = begun ? 0 : cell.top;
    const filled = fill(cell.flow, from, { ...room, height: room.height - top, notes });
    if (!filled) return undefined;
    cells.push(filled.end);
    height = Math.max(height, top + filled.height);
    rule = Math.max(rule, filled.rule);
    notes = filled.notes;
    splits.push(...filled.splits);
  }
  return { cells, height, rule, notes, splits };
}
