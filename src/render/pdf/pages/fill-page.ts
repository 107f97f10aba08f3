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
  let y = repeatedHead(flow, from).reduce((sum, row) => sum + row.height, 0);
  for (let index = from.index; index < flow.items.length; index++) {
    const item = flow.items[index];
    const gap = flow.gaps[index];
    if (!item || !gap) break;
    const isFirst = index === from.index;
    if (!isFirst && gap.rule === BREAK_RULES.forced) {
      return { end: { index, keepsSpace: true }, height: y, rule: BREAK_RULES.free };
    }
    if (!isFirst) best.add({ end: { index, keepsSpace: false }, height: y, rule: gap.rule });
    const space = isFirst && !from.keepsSpace ? 0 : gap.space;
    const begun = isFirst ? from.cells : undefined;
    const height = item.kind === "band" && begun ? heightOfRest(item, begun) : item.height;
    if (y + space + height > room + TOLERANCE) {
      const left = room - y - space;
      if (item.kind === "band" && isDivisible(item, pageHeight, begun)) {
        const force = mustProgress && best.isEmpty();
        const divided = divideBand(item, begun, left, pageHeight, force);
        if (divided) {
          const rule = Math.max(divided.rule, gap.cutRule);
          const end = { index, cells: divided.cells, keepsSpace: false };
          best.add({ end, height: y + space + divided.height, rule });
        }
      }
      const chosen = best.choose();
      if (chosen || !mustProgress) return chosen;
      // Nothing may be left out and nothing fits: go on to the next place where a page may end.
    }
    y += space + height;
    if (y > room + TOLERANCE && mustProgress) {
      const next = flow.gaps[index + 1];
      if (next && next.rule !== BREAK_RULES.never && index + 1 < flow.items.length) {
        const end = { index: index + 1, keepsSpace: next.rule === BREAK_RULES.forced };
        return { end, height: y, rule: BREAK_RULES.never };
      }
    }
  }
  return {
    end: undefined,
    height: y + (flow.gaps.at(-1)?.space ?? 0),
    rule: BREAK_RULES.free,
  };
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

  add(candidate: Filled): void {
    if (candidate.rule !== BREAK_RULES.never) this.#byRule.set(candidate.rule, candidate);
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
