/** The tracks of a grid and what stands in them in, their sizes out (CSS Grid 1, 11). */
import type { Breadth, Track } from "../css/grid-values.js";
import { sum } from "./sum.js";

/** What an item asks of the tracks it stands in, in pt. */
export interface Contribution {
  readonly start: number;
  readonly span: number;
  readonly min: number;
  readonly max: number;
}

/**
 * @param room pt; undefined when the grid is as large as its content
 * @param stretches whether tracks of `auto` size share what is left over
 */
export function sizeTracks(
  tracks: readonly Track[],
  items: readonly Contribution[],
  room: number | undefined,
  gap: number,
  stretches: boolean,
): readonly number[] {
  const content = contentOf(tracks.length, items);
  const base = tracks.map((track, index) => sizeOf(track.min, content[index], room, "min"));
  const limit = tracks.map((track, index) =>
    isFlexible(track) ? (base[index] ?? 0) : sizeOf(track.max, content[index], room, "max"),
  );
  for (const item of items.filter(({ span }) => span > 1).sort((a, b) => a.span - b.span)) {
    giveToSpanned(base, tracks, item, item.min, gap, (track) => isIntrinsic(track.min));
    giveToSpanned(limit, tracks, item, item.max, gap, (track) => isIntrinsic(track.max));
  }
  const free = tracks.map((_, index) => Math.max(0, (limit[index] ?? 0) - (base[index] ?? 0)));
  if (room === undefined) {
    return growFlexible(
      tracks,
      base.map((size, index) => size + (free[index] ?? 0)),
    );
  }
  const grown = growToLimits(base, free, room - gap * Math.max(0, tracks.length - 1));
  if (tracks.some(isFlexible)) return shareFractions(tracks, grown, room, gap);
  return stretches ? stretchAuto(tracks, grown, room, gap) : grown;
}

interface Content {
  readonly min: number;
  readonly max: number;
}

function contentOf(count: number, items: readonly Contribution[]): readonly Content[] {
  const content = Array.from({ length: count }, () => ({ min: 0, max: 0 }));
  for (const { start, span, min, max } of items) {
    const track = content[start];
    if (span !== 1 || !track) continue;
    track.min = Math.max(track.min, min);
    track.max = Math.max(track.max, max);
  }
  return content;
}

function sizeOf(
  breadth: Breadth,
  content: Content = { min: 0, max: 0 },
  room: number | undefined,
  auto: "min" | "max",
): number {
  if (typeof breadth === "number") return breadth;
  if (breadth === "min-content") return content.min;
  if (breadth === "max-content") return content.max;
  const isKnown = typeof breadth === "object" && "percent" in breadth && room !== undefined;
  return isKnown ? (breadth.percent / 100) * room : content[auto];
}

function isFlexible({ max }: Track): boolean {
  return typeof max === "object" && "fr" in max;
}

function fractionOf({ max }: Track): number {
  return typeof max === "object" && "fr" in max ? max.fr : 0;
}

function isIntrinsic(breadth: Breadth): boolean {
  return typeof breadth === "string";
}

/** What an item over several tracks lacks goes to those that look at their content. */
function giveToSpanned(
  sizes: number[],
  tracks: readonly Track[],
  { start, span }: Contribution,
  wanted: number,
  gap: number,
  takes: (track: Track) => boolean,
): void {
  const spanned = tracks.slice(start, start + span);
  const lack = wanted - sum(sizes.slice(start, start + span)) - gap * (spanned.length - 1);
  const takers = spanned.flatMap((track, index) => (takes(track) ? [start + index] : []));
  if (lack <= 0 || takers.length === 0) return;
  for (const index of takers) sizes[index] = (sizes[index] ?? 0) + lack / takers.length;
}

/** Free room goes to all tracks alike, until each has what it would like. */
function growToLimits(
  base: readonly number[],
  wishes: readonly number[],
  room: number,
): readonly number[] {
  let left = room - sum(base);
  let growing = wishes.filter((wish) => wish > 0).length;
  const grown = new Map<number, number>();
  const byWish = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish);
  for (const { wish, index } of byWish) {
    if (wish <= 0 || left <= 0) continue;
    const share = Math.min(wish, left / growing);
    grown.set(index, share);
    left -= share;
    growing--;
  }
  return base.map((size, index) => size + (grown.get(index) ?? 0));
}

/** Tracks with a fraction take what the others leave, none less than its content needs. */
function shareFractions(
  tracks: readonly Track[],
  base: readonly number[],
  room: number,
  gap: number,
): readonly number[] {
  const firm = new Set(tracks.flatMap((track, index) => (isFlexible(track) ? [] : [index])));
  for (;;) {
    const used = sum(base.filter((_, index) => firm.has(index)));
    const fractions = sum(tracks.map((track, index) => (firm.has(index) ? 0 : fractionOf(track))));
    const left = room - gap * Math.max(0, tracks.length - 1) - used;
    const unit = Math.max(0, left) / Math.max(1, fractions);
    const tooSmall = tracks.flatMap((track, index) =>
      !firm.has(index) && (base[index] ?? 0) > unit * fractionOf(track) ? [index] : [],
    );
    if (tooSmall.length === 0) {
      return base.map((size, index) =>
        firm.has(index) ? size : unit * fractionOf(tracks[index] ?? NO_TRACK),
      );
    }
    for (const index of tooSmall) firm.add(index);
  }
}

const NO_TRACK: Track = { min: 0, max: 0 };

/** Without a size of the grid, fractions are in proportion and as small as the content allows. */
function growFlexible(tracks: readonly Track[], sizes: readonly number[]): readonly number[] {
  const units = tracks.map((track, index) =>
    isFlexible(track) ? (sizes[index] ?? 0) / Math.max(1, fractionOf(track)) : 0,
  );
  const unit = Math.max(0, ...units);
  return sizes.map((size, index) => Math.max(size, unit * fractionOf(tracks[index] ?? NO_TRACK)));
}

function stretchAuto(
  tracks: readonly Track[],
  sizes: readonly number[],
  room: number,
  gap: number,
): readonly number[] {
  const count = tracks.filter((track) => track.max === "auto").length;
  const left = room - sum(sizes) - gap * Math.max(0, tracks.length - 1);
  if (count === 0 || left <= 0) return sizes;
  return sizes.map((size, index) => size + (tracks[index]?.max === "auto" ? left / count : 0));
}
