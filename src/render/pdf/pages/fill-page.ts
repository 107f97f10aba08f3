/**
 * A flow and the room on one page in, the place where the page ends out (CSS Fragmentation 3, 4).
 * Greedy: the last permitted place is taken, of those that break the fewest rules.
 */
import { type Band, BREAK_RULES, type BreakRule, type Flow, type Gap } from "../layout/flow.js";
import { divideBand, isDivisible } from "./divide-band.js";
import { divideColumns } from "./divide-columns.js";
import {
  addNotes,
  type ColumnSplit,
  type Cursor,
  type Filled,
  NO_SPLITS,
  type NoteTally,
  type Room,
  START,
  TOLERANCE,
} from "./room.js";

/** @returns undefined when nothing fits */
export function fillPage(flow: Flow, from: Cursor, room: Room): Filled | undefined {
  const best = new Candidates();
  const head = heightOf(repeatedHead(flow, from));
  let taken: Taken = { y: head, notes: room.notes, splits: NO_SPLITS };
  for (let index = from.index; index < flow.items.length; index++) {
    const gap = flow.gaps[index];
    const isFirst = index === from.index;
    if (!isFirst && gap && isForced(gap, room)) return endAt({ index, keepsSpace: true }, taken);
    if (!isFirst) best.add(endBefore(flow, index, taken, room));
    const top = taken.y + (isFirst && !from.keepsSpace ? 0 : (gap?.space ?? 0));
    const begun = isFirst ? from.cells : undefined;
    const whole = begun || isFilled(flow, index) ? undefined : takeWhole(flow, index, top, taken);
    if (whole && fits(whole, room) && fits(withFloats(whole, gap, taken.y, room), room)) {
      taken = whole;
      continue;
    }
    const force = room.mustProgress && best.isEmpty();
    const within = takePart(flow, index, begun, top, taken, { ...room, mustProgress: force });
    const isCounted = begun !== undefined || flow.items[index]?.kind === "columns";
    if (within && within.rest === undefined && isCounted && fits(within, room)) {
      taken = within;
      continue;
    }
    const end = within && endWithin(flow, index, within, room);
    best.add(end);
    const chosen = best.choose();
    if (chosen || !room.mustProgress) return chosen;
    return end ?? takeAnyway(flow, index, whole ?? { ...taken, y: top });
  }
  const y = taken.y + (flow.gaps.at(-1)?.space ?? 0);
  return endAt(undefined, { ...taken, y });
}

/** What a page holds up to some place. */
interface Taken {
  /** pt from its top. */
  readonly y: number;
  readonly notes: NoteTally;
  readonly splits: readonly ColumnSplit[];
}

function fits({ y, notes }: Taken, room: Room): boolean {
  return y + notes.need <= room.height + TOLERANCE;
}

/** With the floats beside it, but for those that no page has room for. */
function withFloats(taken: Taken, gap: Gap | undefined, y: number, { pageHeight }: Room): Taken {
  let lowest = 0;
  for (const { drop, reach } of gap?.floats ?? []) {
    if (reach <= pageHeight) lowest = Math.max(lowest, y + drop + reach);
  }
  return { ...taken, y: lowest };
}

/** Where columns are filled, whatever ends a page ends a column. */
function isForced(gap: Gap, { within }: Room): boolean {
  if (within === "whole") return false;
  return gap.rule === BREAK_RULES.forced || (within === "column" && gap.forces === "column");
}

function endAt(end: Cursor | undefined, { y, notes, splits }: Taken): Filled {
  return { end, height: y, rule: BREAK_RULES.free, notes, splits };
}

/** A table that is cut shows its foot there, and has to have room for it. */
function endBefore(flow: Flow, index: number, taken: Taken, room: Room): Filled | undefined {
  const end = index < flow.items.length ? { index, keepsSpace: false } : undefined;
  const foot = heightOf(repeatedFoot(flow, end));
  const ended = { ...taken, y: taken.y + foot };
  if (foot > 0 && !fits(ended, room)) return undefined;
  return { ...endAt(end, ended), rule: flow.gaps[index]?.rule ?? BREAK_RULES.free };
}

/** Columns that are filled one after the other, or end where a break asks for it, know no height. */
function isFilled(flow: Flow, index: number): boolean {
  const item = flow.items[index];
  return item?.kind === "columns" && (item.fill === "auto" || item.hasBreaks);
}

function takeWhole(flow: Flow, index: number, top: number, { notes, splits }: Taken): Taken {
  const item = flow.items[index];
  const called =
    item?.kind === "band" ? item.cells.flatMap((cell) => cell.flow.notes ?? []) : item?.notes;
  const beside = flow.gaps[index]?.floats.flatMap((float) => float.flow.notes ?? []) ?? [];
  const all = beside.length > 0 ? [...beside, ...(called ?? [])] : called;
  return { y: top + (item?.height ?? 0), notes: addNotes(notes, all), splits };
}

interface Part extends Taken {
  /** What is left of the item's cells; undefined when nothing is. */
  readonly rest: Cursor["cells"];
  readonly rule: BreakRule;
}

/** As much of a band or of columns as there is room for, where they may be cut. */
function takePart(
  flow: Flow,
  index: number,
  begun: Cursor["cells"],
  top: number,
  taken: Taken,
  room: Room,
): Part | undefined {
  const item = flow.items[index];
  const foot = heightOf(repeatedFoot(flow, { index, cells: [], keepsSpace: false }));
  const left = { ...room, height: room.height - top - foot, notes: taken.notes };
  if (item?.kind === "columns") {
    const divided = divideColumns(item, begun?.[0] ?? START, left, fillPage);
    if (!divided) return undefined;
    const { end, height, rule, notes, split } = divided;
    const splits = [...taken.splits, ...divided.splits, split];
    return { y: top + height, notes, splits, rest: end && [end], rule };
  }
  if (item?.kind !== "band" || !isDivisible(item, room.pageHeight, begun)) return undefined;
  const divided = divideBand(item, begun, left, fillPage);
  if (!divided) return undefined;
  const { cells, height, rule, notes } = divided;
  const isDone = cells.every((cell) => cell === undefined);
  const splits = [...taken.splits, ...divided.splits];
  return { y: top + height, notes, splits, rest: isDone ? undefined : cells, rule };
}

function endWithin(flow: Flow, index: number, part: Part, room: Room): Filled | undefined {
  const { rest } = part;
  if (rest === undefined) {
    const next =
      index + 1 < flow.items.length ? { index: index + 1, keepsSpace: false } : undefined;
    return endBefore(flow, index + 1, part, room) ?? { ...endAt(next, part), rule: part.rule };
  }
  const end = { index, cells: rest, keepsSpace: false };
  const y = part.y + heightOf(repeatedFoot(flow, end));
  const rule = Math.max(part.rule, flow.gaps[index]?.cutRule ?? BREAK_RULES.free);
  return { ...endAt(end, { ...part, y }), rule };
}

/** Neither the item nor what clings to it fits on any page: it runs over the edge of this one. */
function takeAnyway(flow: Flow, index: number, taken: Taken): Filled {
  let next = index + 1;
  let { y, notes } = taken;
  while (flow.gaps[next]?.rule === BREAK_RULES.never && next < flow.items.length) {
    ({ y, notes } = takeWhole(flow, next, y + (flow.gaps[next]?.space ?? 0), { ...taken, notes }));
    next++;
  }
  const isForced = flow.gaps[next]?.rule === BREAK_RULES.forced;
  const end = next < flow.items.length ? { index: next, keepsSpace: isForced } : undefined;
  return { ...endAt(end, { ...taken, y, notes }), rule: BREAK_RULES.never };
}

/** The head of the table that a page begins in the middle of. */
export function repeatedHead(flow: Flow, from: Cursor): readonly Band[] {
  const item = flow.items[from.index];
  const isContinued = from !== START && (from.cells !== undefined || from.index > 0);
  return isContinued && item?.kind === "band" ? item.head : [];
}

/** The foot of the table that a page ends in the middle of. */
export function repeatedFoot(flow: Flow, end: Cursor | undefined): readonly Band[] {
  if (!end) return [];
  const item = flow.items[end.index];
  if (item?.kind !== "band" || !item.foot || item.foot.length === 0) return [];
  const before = flow.items[end.index - 1];
  const isWithin = before?.kind === "band" && before.foot === item.foot && !before.isHead;
  return isWithin || end.cells !== undefined ? item.foot : [];
}

function heightOf(rows: readonly Band[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

/** For each rule, the last place that breaks no worse one. */
class Candidates {
  readonly #byRule = new Map<BreakRule, Filled>();

  add(candidate: Filled | undefined): void {
    if (candidate && candidate.rule < BREAK_RULES.never) {
      this.#byRule.set(candidate.rule, candidate);
    }
  }

  isEmpty(): boolean {
    return this.#byRule.size === 0;
  }

  choose(): Filled | undefined {
    const rules = [...this.#byRule.keys()].sort((a, b) => a - b);
    const [least] = rules;
    return least === undefined ? undefined : this.#byRule.get(least);
  }
}
