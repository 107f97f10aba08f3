/** What a page has to give and what has been taken of it, while places for its end are tried. */
import type { BreakRule, Columns, Flow, Note } from "../layout/flow.js";

/** A place in a flow: before an item, or inside a band or columns that have been begun. */
export interface Cursor {
  readonly index: number;
  /** By cell of a begun band; undefined for cells that are done. Columns have one. */
  readonly cells?: readonly (Cursor | undefined)[];
  /** Whether the margin above the item counts: at the start and after a forced break. */
  readonly keepsSpace: boolean;
}

export const START: Cursor = { index: 0, keepsSpace: true };

export interface Room {
  /** pt from the top of what is filled to the foot of the page. */
  readonly height: number;
  /** pt of a whole page. */
  readonly pageHeight: number;
  /** Take something even if it does not fit: there is no emptier page to come. */
  readonly mustProgress: boolean;
  /** What is filled: forced breaks of columns end columns alone; what is kept whole has none. */
  readonly within: "page" | "column" | "whole";
  readonly notes: NoteTally;
}

export interface Filled {
  /** Undefined when the flow is at its end. */
  readonly end: Cursor | undefined;
  /** pt. */
  readonly height: number;
  /** The worst rule that had to be given up. */
  readonly rule: BreakRule;
  readonly notes: NoteTally;
  readonly splits: readonly ColumnSplit[];
}

/** How columns that are cut by the page's end were filled. */
export interface ColumnSplit {
  readonly columns: Columns;
  readonly from: Cursor;
  /** Where each column begins. */
  readonly starts: readonly Cursor[];
  readonly end: Cursor | undefined;
}

export const NO_SPLITS: readonly ColumnSplit[] = [];

/** Passed on, so that flows can be filled that stand within others. */
export type Fill = (flow: Flow, from: Cursor, room: Room) => Filled | undefined;

/** The footnotes called on a page so far, and the room that they need at its foot. */
export interface NoteTally {
  readonly notes: readonly Note[];
  /** pt when all are shown whole. */
  readonly full: number;
  /** pt when the last one is only begun. */
  readonly need: number;
  /** pt of the lines and margins around them; undefined when no room is counted here. */
  readonly edges: number | undefined;
}

/** Only tells which notes are called; what they need is counted by who asks. */
export const WEIGHTLESS: NoteTally = { notes: [], full: 0, need: 0, edges: undefined };

export function addNotes(tally: NoteTally, notes: readonly Note[] | undefined): NoteTally {
  if (!notes || notes.length === 0) return tally;
  const all = [...tally.notes, ...notes];
  if (tally.edges === undefined) return { ...tally, notes: all };
  let full = tally.full;
  let need = tally.need;
  for (const { flow, least } of notes) {
    const before = full === 0 ? tally.edges : full;
    need = before + least;
    full = before + flow.height;
  }
  return { notes: all, full, need, edges: tally.edges };
}

/** Heights are sums of rounded numbers. */
export const TOLERANCE = 0.01;
