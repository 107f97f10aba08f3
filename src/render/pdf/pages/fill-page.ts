/**
 * A flow and the room on one page in, the place where the page ends out (CSS Fragmentation 3, 4).
 * Greedy: the last permitted place is taken, of those that break the fewest rules.
 */
import { type Band, BREAK_RULES, type BreakRule, type Flow } from "../layout/flow.js";

/** A place in a flow: before an item, or inside a band that has been begun. */
export interface Cursor {
  readonly index: number;
  /** By cell of a begun band; undefined for cells that are done. */
  readonly cells?: readonly (Cursor | undefined)[];
  /** Whether the margin above the item counts: at the start and after a forced break. */
  readonly keepsSpace: boolean;
}

export const START: Cursor = { index: 0, keepsSpace: true };

export interface Filled {
  /** Undefined when the flow is at its end. */
  readonly end: Cursor | undefined;
  /** pt. */
  readonly height: number;
  /** The worst rule that had to be given up. */
  readonly rule: BreakRule;
}

/**
 * @param room pt left on this page
 * @param pageHeight pt of a whole page
 * @param mustProgress take something even if it does not fit: there is no emptier page to come
 * @returns undefined when nothing fits
 */
export function fillPage(
  flow: Flow,
  from: Cursor,
  room: number,
  pageHeight: number,
  mustProgress: boolean,
): Filled | undefined {
  const best = new Candidates();
  let y = heightOf(repeatedHead(flow, from));
  for (let index = from.index; index < flow.items.length; index++) {
    const gap = flow.gaps[index];
    const isFirst = index === from.index;
    if (!isFirst && gap?.rule === BREAK_RULES.forced) {
      return { end: { index, keepsSpace: true }, height: y, rule: BREAK_RULES.free };
    }
    if (!isFirst) best.add(endBefore(flow, index, y));
    const top = y + (isFirst && !from.keepsSpace ? 0 : (gap?.space ?? 0));
    const begun = isFirst ? from.cells : undefined;
    const bottom = top + heightAt(flow, index, begun);
    if (bottom > room + TOLERANCE) {
      const force = mustProgress && best.isEmpty();
      const within = endWithin(flow, index, begun, top, { room, pageHeight, mustProgress: force });
      best.add(within);
      const chosen = best.choose();
      return chosen || !mustProgress ? chosen : (within ?? takeAnyway(flow, index, bottom));
    }
    y = bottom;
  }
  return { end: undefined, height: y + (flow.gaps.at(-1)?.space ?? 0), rule: BREAK_RULES.free };
}

function endBefore(flow: Flow, index: number, height: number): Filled {
  const rule = flow.gaps[index]?.rule ?? BREAK_RULES.free;
  const end = index < flow.items.length ? { index, keepsSpace: false } : undefined;
  return { end, height, rule };
}

/** Neither the item nor what clings to it fits on any page: it runs over the edge of this one. */
function takeAnyway(flow: Flow, index: number, bottom: number): Filled {
  let next = index + 1;
  let height = bottom;
  while (flow.gaps[next]?.rule === BREAK_RULES.never && next < flow.items.length) {
    height += (flow.gaps[next]?.space ?? 0) + (flow.items[next]?.height ?? 0);
    next++;
  }
  const isForced = flow.gaps[next]?.rule === BREAK_RULES.forced;
  const end = next < flow.items.length ? { index: next, keepsSpace: isForced } : undefined;
  return { end, height, rule: BREAK_RULES.never };
}

/** What is left of an item, in pt. */
function heightAt(flow: Flow, index: number, begun: Cursor["cells"]): number {
  const item = flow.items[index];
  if (!item) return 0;
  return item.kind === "band" && begun ? heightOfRest(item, begun) : item.height;
}

/** The head of the table that a page begins in the middle of. */
export function repeatedHead(flow: Flow, from: Cursor): readonly Band[] {
  const item = flow.items[from.index];
  const isContinued = from !== START && (from.cells !== undefined || from.index > 0);
  return isContinued && item?.kind === "band" ? item.head : [];
}

/** Heights are sums of rounded numbers. */
const TOLERANCE = 0.01;

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

interface Room {
  /** pt left on this page, from its top. */
  readonly room: number;
  readonly pageHeight: number;
  readonly mustProgress: boolean;
}

/** The page's end inside a band, where the band and its cells allow it. */
function endWithin(
  flow: Flow,
  index: number,
  begun: Cursor["cells"],
  top: number,
  { room, pageHeight, mustProgress }: Room,
): Filled | undefined {
  const band = flow.items[index];
  if (band?.kind !== "band" || !isDivisible(band, pageHeight, begun)) return undefined;
  const divided = divideBand(band, begun, room - top, pageHeight, mustProgress);
  if (!divided) return undefined;
  const height = top + divided.height;
  const isDone = divided.cells.every((cell) => cell === undefined);
  if (isDone) return { ...endBefore(flow, index + 1, height), rule: divided.rule };
  const rule = Math.max(divided.rule, flow.gaps[index]?.cutRule ?? BREAK_RULES.free);
  return { end: { index, cells: divided.cells, keepsSpace: false }, height, rule };
}

function isDivisible(band: Band, pageHeight: number, begun: Cursor["cells"]): boolean {
  return band.divisible === "anywhere" || begun !== undefined || band.height > pageHeight;
}

/** Every cell goes as far as it can; unless all of them get somewhere, the band is not begun. */
function divideBand(
  band: Band,
  begun: Cursor["cells"],
  room: number,
  pageHeight: number,
  mustProgress: boolean,
): { cells: readonly (Cursor | undefined)[]; height: number; rule: BreakRule } | undefined {
  const cells: (Cursor | undefined)[] = [];
  let height = 0;
  let rule: BreakRule = BREAK_RULES.free;
  for (const [index, cell] of band.cells.entries()) {
    const from = begun ? begun[index] : START;
    if (!from) {
      cells.push(undefined);
      continue;
    }
    const top = begun ? 0 : cell.top;
    const filled = fillPage(cell.flow, from, room - top, pageHeight, mustProgress);
    if (!filled) return undefined;
    cells.push(filled.end);
    height = Math.max(height, top + filled.height);
    rule = Math.max(rule, filled.rule);
  }
  return { cells, height, rule };
}

function heightOf(rows: readonly Band[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

function heightOfRest(band: Band, begun: readonly (Cursor | undefined)[]): number {
  const heights = band.cells.map((cell, index) => {
    const from = begun[index];
    return from ? heightFrom(cell.flow, from) : 0;
  });
  return Math.max(0, ...heights);
}

/** pt from a place in a flow to its end, were there no more pages. */
function heightFrom(flow: Flow, from: Cursor): number {
  return (
    fillPage(flow, from, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, false)?.height ?? 0
  );
}
