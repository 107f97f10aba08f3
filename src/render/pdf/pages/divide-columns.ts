/** Columns and the room left on a page in, what each of them takes out (CSS Multi-column 1, 7 and 8). */
import { BREAK_RULES, type BreakRule, type Columns, type Flow } from "../layout/flow.js";
import { divideBesideNotes } from "./divide-beside-notes.js";
import {
  type ColumnSplit,
  type Cursor,
  type Fill,
  type NoteTally,
  type Room,
  START,
  WEIGHTLESS,
} from "./room.js";

export interface DividedColumns {
  readonly end: Cursor | undefined;
  readonly height: number;
  readonly rule: BreakRule;
  readonly notes: NoteTally;
  readonly split: ColumnSplit;
  /** Of columns within these. */
  readonly splits: readonly ColumnSplit[];
}

/** As far as the page goes; when all has room on it, with columns of one height. */
export function divideColumns(
  columns: Columns,
  from: Cursor,
  room: Room,
  fill: Fill,
): DividedColumns | undefined {
  const divided = divideBesideNotes(room, (left) => fillColumns(columns, from, left, fill));
  return divided && { ...balance(columns, from, divided, room, fill), notes: divided.notes };
}

/** The lowest height at which columns hold all of a flow, and how they do. */
export function balanceWhole(columns: Omit<Columns, "height">, fill: Fill): DividedColumns {
  const asked = balanceWithin("column", columns, fill);
  // More breaks than columns: without pages to go on on, they have to be passed over.
  return asked.end === undefined ? asked : balanceWithin("whole", columns, fill);
}

function balanceWithin(
  within: Room["within"],
  columns: Omit<Columns, "height">,
  fill: Fill,
): DividedColumns {
  const height = Math.max(columns.flow.height, 1);
  const pageHeight = Number.POSITIVE_INFINITY;
  const room: Room = { height, pageHeight, mustProgress: true, within, notes: WEIGHTLESS };
  const all = { ...columns, height };
  const most = fillColumns(all, START, room, fill);
  const balanced = most && balance(all, START, most, room, fill);
  if (balanced) return balanced;
  const split = { columns: all, from: START, starts: [START], end: undefined };
  return { end: undefined, height, rule: BREAK_RULES.free, notes: WEIGHTLESS, split, splits: [] };
}

function balance(
  columns: Columns,
  from: Cursor,
  filled: DividedColumns,
  room: Room,
  fill: Fill,
): DividedColumns {
  if (filled.end !== undefined || columns.fill === "auto") return filled;
  let best = filled;
  let low = 0;
  while (best.height - low > FINENESS) {
    const height = (low + best.height) / 2;
    const tried = { ...room, height, mustProgress: false, notes: WEIGHTLESS };
    const divided = fillColumns(columns, from, tried, fill);
    if (divided && divided.end === undefined && divided.rule <= filled.rule) best = divided;
    else low = height;
    if (divided && divided.height > height) low = height;
  }
  return best;
}

/** pt; columns that differ by less look alike. */
const FINENESS = 0.25;

function fillColumns(
  columns: Columns,
  from: Cursor,
  room: Room,
  fill: Fill,
): DividedColumns | undefined {
  const { flow, count } = columns;
  const starts: Cursor[] = [];
  const splits: ColumnSplit[] = [];
  let cursor: Cursor | undefined = from;
  let height = 0;
  let rule: BreakRule = BREAK_RULES.free;
  let notes = room.notes;
  const within = room.within === "whole" ? "whole" : "column";
  const isOver = (next: Cursor) =>
    within === "column" && starts.length > 0 && beginsPage(flow, next);
  while (cursor && starts.length < count && !isOver(cursor)) {
    const mustProgress = room.mustProgress && starts.length === 0;
    const filled = fill(flow, cursor, { ...room, within, mustProgress, notes });
    if (!filled) break;
    starts.push(cursor);
    height = Math.max(height, filled.height);
    rule = Math.max(rule, filled.rule);
    notes = filled.notes;
    splits.push(...filled.splits);
    cursor = filled.end;
  }
  if (starts.length === 0) return undefined;
  const split = { columns, from, starts, end: cursor };
  return { end: cursor, height, rule, notes, split, splits };
}

function beginsPage(flow: Flow, { index, cells }: Cursor): boolean {
  return cells === undefined && flow.gaps[index]?.rule === BREAK_RULES.forced;
}
