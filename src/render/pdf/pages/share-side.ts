/** Margin boxes of one side and its length in, the length of each out (CSS Paged Media 3, 5.3.2.3). */
import type { Place } from "./margin-boxes.js";

/** pt along the side: at least the longest word, at most all on one line; both alike when asked for. */
export interface Extent {
  readonly min: number;
  readonly max: number;
  /** Whether the box asks for a length of its own. */
  readonly isFixed: boolean;
}

export interface Share {
  /** pt from the start of the side. */
  readonly from: number;
  readonly length: number;
}

const NONE: Extent = { min: 0, max: 0, isFixed: false };

/**
 * The middle box stands in the middle, the outer ones share the rest evenly. Without a middle box
 * the outer ones share the side by what they hold.
 */
export function shareSide(
  boxes: ReadonlyMap<Place, Extent>,
  whole: number,
): ReadonlyMap<Place, Share> {
  const start = boxes.get("start") ?? NONE;
  const end = boxes.get("end") ?? NONE;
  const center = boxes.get("center");
  const outer = center === undefined ? start : doubled(start, end);
  const other = center ?? end;
  const first = other.isFixed ? whole - other.max : flexFit(outer, other, whole);
  if (center === undefined) return endsOf(boxes, start.isFixed ? start.max : first, whole);
  const side = first / 2;
  const middle = { from: side, length: whole - first };
  return new Map([...endsOf(boxes, side, whole, side), ["center", middle]]);
}

/** An imaginary box for both outer ones, which keeps the middle one in the middle. */
function doubled(start: Extent, end: Extent): Extent {
  const isFixed = start.isFixed && end.isFixed;
  return { min: 2 * Math.max(start.min, end.min), max: 2 * Math.max(start.max, end.max), isFixed };
}

/** How much of the side the first of two boxes gets. */
function flexFit(first: Extent, second: Extent, whole: number): number {
  const max = first.max + second.max;
  const min = first.min + second.min;
  if (max <= whole) return max === 0 ? whole / 2 : (whole * first.max) / max;
  if (min <= whole) {
    return first.min + ((whole - min) * (first.max - first.min)) / (max - min);
  }
  return (whole * first.min) / min;
}

function endsOf(
  boxes: ReadonlyMap<Place, Extent>,
  before: number,
  whole: number,
  after = whole - before,
): Map<Place, Share> {
  const shares = new Map<Place, Share>();
  const start = boxes.get("start");
  const end = boxes.get("end");
  if (start) shares.set("start", { from: 0, length: start.isFixed ? start.max : before });
  const length = end?.isFixed ? end.max : after;
  if (end) shares.set("end", { from: whole - length, length });
  return shares;
}
