/**
 * What layout emitted in, the flow list out: margins collapsed (CSS 2, 8.3.1), and for every gap the
 * rule for ending a page there (CSS Fragmentation 3, 4).
 */
import {
  type AskedBreak,
  BREAK_RULES,
  type BreakRule,
  type FloatedBox,
  type Flow,
  type FlowEvent,
  type FlowItem,
  type ForcedBreak,
  type Frame,
  type FrameStack,
  type Gap,
  type Note,
  type PassedFrame,
} from "./flow.js";

/** @param pageHeight pt; boxes higher than that cannot avoid being cut, and do not try */
export function settleFlow(events: readonly FlowEvent[], pageHeight: number): Flow {
  const uncuttable = findUncuttable(events, pageHeight);
  const items: FlowItem[] = [];
  const gaps: Gap[] = [];
  let pending = new PendingGap(undefined);
  for (const event of events) {
    switch (event.kind) {
      case "open":
        pending.open(event.frame);
        break;
      case "close":
        pending.close();
        break;
      case "space":
        pending.addSpace(event.height);
        break;
      case "break":
        pending.addBreak(event.rule);
        break;
      case "float":
        pending.float(event);
        break;
      default: {
        const { gap, open } = pending.end(items.at(-1), event, uncuttable);
        gaps.push(gap);
        items.push(event);
        pending = new PendingGap(open);
      }
    }
  }
  gaps.push(pending.end(items.at(-1), undefined, uncuttable).gap);
  const height =
    items.reduce((sum, item) => sum + item.height, 0) +
    gaps.reduce((sum, gap) => sum + gap.space, 0);
  const kept = keepBesideFloats(items, gaps, pageHeight);
  return { items, gaps: kept, height, notes: notesOf(items, gaps) };
}

function notesOf(items: readonly FlowItem[], gaps: readonly Gap[]): readonly Note[] | undefined {
  let notes: Note[] | undefined;
  const add = (called: readonly Note[] | undefined) => {
    if (!called || called.length === 0) return;
    notes ??= [];
    for (const note of called) notes.push(note);
  };
  for (const gap of gaps) for (const float of gap.floats) add(float.flow.notes);
  for (const item of items) {
    if (item.kind === "band") for (const cell of item.cells) add(cell.flow.notes);
    else add(item.notes);
  }
  return notes;
}

/** What stands beside a float stays on its page, if a page has room for the float. */
function keepBesideFloats(
  items: readonly FlowItem[],
  gaps: readonly Gap[],
  pageHeight: number,
): readonly Gap[] {
  if (gaps.every((gap) => gap.floats.length === 0)) return gaps;
  let y = 0;
  let keptUntil = 0;
  return gaps.map((gap, index) => {
    const isBeside = y < keptUntil - TOLERANCE && gap.rule !== BREAK_RULES.forced;
    for (const { drop, reach } of gap.floats) {
      if (reach <= pageHeight) keptUntil = Math.max(keptUntil, y + drop + reach);
    }
    y += gap.space + (items[index]?.height ?? 0);
    return isBeside ? { ...gap, rule: Math.max(gap.rule, BREAK_RULES.insideAvoided) } : gap;
  });
}

/** pt; heights are sums of rounded numbers. */
const TOLERANCE = 0.1;

/** The gap that is being collected, from one item to the next. */
class PendingGap {
  #outer: FrameStack | undefined;
  #closes = 0;
  readonly #opens: Frame[] = [];
  readonly #passed: PassedFrame[] = [];
  readonly #floats: FloatedBox[] = [];
  #largest = 0;
  #smallest = 0;
  #isKept = false;
  #forces: ForcedBreak | undefined;
  readonly #pageBefore: string;
  readonly #isRightToLeft: boolean;

  /** @param open the boxes around the item before the gap */
  constructor(open: FrameStack | undefined) {
    this.#outer = open;
    this.#pageBefore = open?.frame.style.page ?? "";
    this.#isRightToLeft = open?.frame.style.direction === "rtl";
  }

  open(frame: Frame): void {
    this.#opens.push(frame);
  }

  close(): void {
    const empty = this.#opens.pop();
    if (empty) this.#passed.push({ frame: empty, space: this.#largest + this.#smallest });
    else {
      this.#closes++;
      this.#outer = this.#outer?.outer;
    }
  }

  float(float: FloatedBox): void {
    this.#floats.push(float);
  }

  /** Adjoining margins collapse to the largest, less the most negative. */
  addSpace(height: number): void {
    this.#largest = Math.max(this.#largest, height);
    this.#smallest = Math.min(this.#smallest, height);
  }

  /** Margins before a forced break stay on the page before it, where nothing follows them. */
  addBreak(asked: AskedBreak): void {
    if (asked === "avoid" || asked === "avoid-page" || asked === "avoid-column") {
      this.#isKept = true;
      return;
    }
    this.#forces = strongest(this.#forces, sideOf(asked, this.#isRightToLeft));
    this.#largest = 0;
    this.#smallest = 0;
  }

  end(
    previous: FlowItem | undefined,
    next: FlowItem | undefined,
    uncuttable: ReadonlySet<Frame>,
  ): { gap: Gap; open: FrameStack | undefined } {
    const within = this.#outer;
    let open = within;
    for (const frame of this.#opens) open = { frame, outer: open };
    const page = open?.frame.style.page ?? "";
    const isOtherPage = previous && next && page !== this.#pageBefore;
    const forces = isOtherPage ? strongest(this.#forces, "page") : this.#forces;
    const asked = this.#isKept ? BREAK_RULES.keptWithNext : BREAK_RULES.free;
    const gap: Gap = {
      closes: this.#closes,
      rule:
        forces !== undefined && forces !== "column"
          ? BREAK_RULES.forced
          : Math.max(asked, ruleBetween(previous, next), insideRule(within, uncuttable)),
      forces,
      page,
      space: this.#largest + this.#smallest,
      passed: exactly(this.#passed),
      opens: exactly(this.#opens),
      floats: exactly(this.#floats),
      within,
      cutRule: insideRule(open, uncuttable),
    };
    return { gap, open };
  }
}

/** No more room than it takes: most gaps have nothing of a kind, and all pages of gaps are kept. */
function exactly<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly never[] = [];

/** A page that has to begin on one side of the book begins a page, which begins a column. */
function strongest(known: ForcedBreak | undefined, asked: ForcedBreak): ForcedBreak {
  const order: readonly (ForcedBreak | undefined)[] = [
    undefined,
    "column",
    "page",
    "left",
    "right",
  ];
  return known !== undefined && order.indexOf(known) > order.indexOf(asked) ? known : asked;
}

type Forced = Exclude<AskedBreak, "avoid" | "avoid-page" | "avoid-column">;

/** The right page is the recto where lines run from left to right. */
function sideOf(asked: Forced, isRightToLeft: boolean): ForcedBreak {
  if (asked === "recto") return isRightToLeft ? "left" : "right";
  if (asked === "verso") return isRightToLeft ? "right" : "left";
  return asked;
}

function ruleBetween(previous: FlowItem | undefined, next: FlowItem | undefined): BreakRule {
  if (!previous || !next) return BREAK_RULES.free;
  if (previous.kind === "strut" && previous.clings === "next") return BREAK_RULES.never;
  if (next.kind === "strut" && next.clings === "previous") return BREAK_RULES.never;
  if (previous.kind === "band" && (previous.isHead || previous.reachesNext)) {
    return BREAK_RULES.keptWithNext;
  }
  if (isBeforeFoot(previous, next)) return BREAK_RULES.keptWithNext;
  if (previous.kind !== "line" || next.kind !== "line") return BREAK_RULES.free;
  const { paragraph } = next;
  if (previous.paragraph !== paragraph) return BREAK_RULES.free;
  const isOrphaned = next.index < paragraph.orphans;
  const isWidowed = paragraph.lines - next.index < paragraph.widows;
  return isOrphaned || isWidowed ? BREAK_RULES.orphansOrWidows : BREAK_RULES.free;
}

/** A table's foot does not stand on a page without any of its rows. */
function isBeforeFoot(previous: FlowItem, next: FlowItem): boolean {
  return previous.kind === "band" && next.kind === "band" && previous.foot?.[0] === next;
}

function insideRule(open: FrameStack | undefined, uncuttable: ReadonlySet<Frame>): BreakRule {
  if (uncuttable.size === 0) return BREAK_RULES.free;
  for (let stack = open; stack; stack = stack.outer) {
    if (uncuttable.has(stack.frame)) return BREAK_RULES.insideAvoided;
  }
  return BREAK_RULES.free;
}

/** Boxes with `break-inside: avoid` that a page has room for. */
function findUncuttable(events: readonly FlowEvent[], pageHeight: number): ReadonlySet<Frame> {
  const found = new Set<Frame>();
  const begins: number[] = [];
  let y = 0;
  for (const event of events) {
    if (event.kind === "open") begins.push(y);
    else if (event.kind === "close") {
      const height = y - (begins.pop() ?? y);
      const { style } = event.frame;
      if (style.breakInside !== "auto" && height <= pageHeight) found.add(event.frame);
    } else if (event.kind !== "break" && event.kind !== "float") y += event.height;
  }
  return found;
}
