/** A grid container in, its rows out, each a band of the flow (CSS Grid 1). */
import type { Box, GridBox } from "../boxes/box.js";
import { MOST_TRACKS, type Track, type TrackList } from "../css/grid-values.js";
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";
import {
  type Alignment,
  alignItem,
  alignmentOf,
  commonBaseline,
  type LaidItem,
  outerHeight,
} from "./align-item.js";
import { distribute } from "./distribute.js";
import type { Band, BandCell, FlowEvent } from "./flow.js";
import type { Widths } from "./intrinsic-widths.js";
import { layOutAcross } from "./lay-out-across.js";
import { sideBySide } from "./lay-out-flex-row.js";
import type { Layout } from "./layout.js";
import { type GridItem, placeGridItems } from "./place-grid.js";
import { type Contribution, sizeTracks } from "./size-tracks.js";
import { strut } from "./strut.js";
import { sum } from "./sum.js";

/** @param least pt that the rows are high together, when the style asks for a height; 0 otherwise */
export function layOutGrid(
  box: GridBox,
  x: number,
  width: number,
  least: number,
  layout: Layout,
): FlowEvent[] {
  const { style } = box;
  if (box.children.length === 0) return [];
  const grid = formGrid(box, width);
  const columns = placeColumns(grid, style, x, width, layout);
  const laid = grid.items.map((item): LaidGridItem => {
    const [left, room] = areaOf(item.column, item.columnSpan, columns);
    const align = justifyOf(item.box, style);
    return { item, laid: layOutAcross(item.box, align, style.direction, left, room, layout) };
  });
  const heights = sizeTracks(
    grid.rows,
    laid.map(heightOf),
    least > 0 ? least : undefined,
    style.rowGap,
    isStretched(style.alignContent),
  );
  const free = Math.max(0, least - sum(heights, style.rowGap * (heights.length - 1)));
  const { before, between } = distribute(style.alignContent, free, heights.length, UPRIGHT);
  const gap = style.rowGap + between;
  const rows = sortIntoRows(laid, heights.length);
  return [
    ...strut(before, "next"),
    ...heights.flatMap((height, row): FlowEvent[] => [
      { kind: "space", height: row === 0 ? 0 : gap },
      bandOf(rows[row] ?? EMPTY_ROW, height, heights.slice(row, row + MOST_TRACKS), gap, style),
    ]),
  ];
}

/** Of the grid's content: columns and gaps. */
export function gridWidths(box: GridBox, layout: Layout): Widths {
  const { items, columns } = formGrid(box, Number.POSITIVE_INFINITY);
  const gap = box.style.columnGap;
  const total = (size: "min" | "max") => {
    const contributions = items.map(({ box: child, column, columnSpan }) => {
      const width = layout.widths(child)[size];
      return { start: column, span: columnSpan, min: width, max: width };
    });
    const sizes = sizeTracks(columns, contributions, undefined, gap, false);
    return sum(sizes, gap * Math.max(0, sizes.length - 1));
  };
  return { min: total("min"), max: total("max") };
}

const UPRIGHT = { isReversed: false, isMirrored: false };

interface FormedGrid {
  readonly items: readonly GridItem[];
  readonly columns: readonly Track[];
  readonly rows: readonly Track[];
}

function formGrid({ children, style }: GridBox, width: number): FormedGrid {
  const columns = expandTracks(style.gridTemplateColumns, width, style.columnGap);
  const rows = expandTracks(style.gridTemplateRows, Number.POSITIVE_INFINITY, style.rowGap);
  const areas = style.gridTemplateAreas;
  const explicit = {
    rows: Math.max(rows.length, areas.length),
    columns: Math.max(columns.length, ...areas.map((names) => names.length)),
  };
  const ordered = children.some((child) => child.style.order !== 0)
    ? children.toSorted((a, b) => a.style.order - b.style.order)
    : children;
  const items = placeGridItems(ordered, style, explicit);
  const endOf = (start: "row" | "column") =>
    items.reduce((end, item) => Math.max(end, item[start] + item[`${start}Span`]), 0);
  const fitted = collapsesEmpty(style.gridTemplateColumns)
    ? columns.slice(0, endOf("column"))
    : columns;
  const columnCount = Math.max(endOf("column"), fitted.length);
  return {
    items,
    columns: fill(fitted, columnCount, style.gridAutoColumns),
    rows: fill(rows, Math.max(endOf("row"), rows.length), style.gridAutoRows),
  };
}

function fill(tracks: readonly Track[], count: number, auto: Track): readonly Track[] {
  return Array.from({ length: count }, (_, index) => tracks[index] ?? auto);
}

/** `repeat()` written out; as many automatic ones as the width has room for. */
function expandTracks(list: TrackList, width: number, gap: number): readonly Track[] {
  const fixed = list.flatMap((part) => ("repeat" in part ? [] : [part]));
  const tracks = list.flatMap((part) => {
    if (!("repeat" in part)) return [part];
    const count = typeof part.repeat === "number" ? part.repeat : countFitting(part.tracks);
    return Array.from({ length: count }, () => part.tracks).flat();
  });
  return tracks.slice(0, MOST_TRACKS);

  function countFitting(repeated: readonly Track[]): number {
    const taken = sum(fixed.map((track) => definiteSize(track, width) + gap));
    const one = sum(repeated.map((track) => definiteSize(track, width) + gap));
    if (!Number.isFinite(width) || one <= 0) return 1;
    return Math.max(1, Math.min(MOST_TRACKS, Math.floor((width - taken + gap + 0.01) / one)));
  }
}

function definiteSize({ min, max }: Track, width: number): number {
  for (const size of [max, min]) {
    if (typeof size === "number") return size;
    if (typeof size === "object" && "percent" in size) return resolveSize(size, width) ?? 0;
  }
  return 0;
}

function collapsesEmpty(list: TrackList): boolean {
  return list.some((part) => "repeat" in part && part.repeat === "auto-fit");
}

interface PlacedColumns {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
}

function placeColumns(
  { items, columns }: FormedGrid,
  style: Style,
  x: number,
  width: number,
  layout: Layout,
): PlacedColumns {
  const contributions = items.map(({ box, column, columnSpan }): Contribution => {
    const { min, max } = layout.widths(box);
    return { start: column, span: columnSpan, min: Math.min(min, width), max };
  });
  const { columnGap, justifyContent, direction } = style;
  const stretches = isStretched(justifyContent);
  const widths = sizeTracks(columns, contributions, width, columnGap, stretches);
  const free = width - sum(widths, columnGap * (widths.length - 1));
  const isMirrored = direction === "rtl";
  const axis = { isReversed: false, isMirrored };
  const { before, between } = distribute(justifyContent, free, widths.length, axis);
  let start = before;
  const lefts = widths.map((own) => {
    const left = x + (isMirrored ? width - start - own : start);
    start += own + columnGap + between;
    return left;
  });
  return { lefts, widths };
}

function isStretched(content: Style["justifyContent"]): boolean {
  return content === "normal" || content === "stretch";
}

/** Left edge and width of the columns that an item takes, the gaps between them included. */
function areaOf(start: number, span: number, { lefts, widths }: PlacedColumns) {
  const left = Math.min(...lefts.slice(start, start + span));
  const right = Math.max(
    ...lefts.slice(start, start + span).map((each, index) => each + (widths[start + index] ?? 0)),
  );
  return [left, right - left] as const;
}

function justifyOf(item: Box, container: Style): Alignment {
  const { justifySelf } = item.style;
  return justifySelf === "auto" ? container.justifyItems : justifySelf;
}

interface LaidGridItem {
  readonly item: GridItem;
  readonly laid: LaidItem;
}

function heightOf({ item, laid }: LaidGridItem): Contribution {
  const height = outerHeight(laid);
  return { start: item.row, span: item.rowSpan, min: height, max: height };
}

/** The items that begin in a row, and whether one of it or from above goes on below. */
interface GridRow {
  readonly begun: LaidGridItem[];
  reachesNext: boolean;
}

const EMPTY_ROW: GridRow = { begun: [], reachesNext: false };

function sortIntoRows(items: readonly LaidGridItem[], count: number): readonly GridRow[] {
  const rows = Array.from({ length: count }, (): GridRow => ({ begun: [], reachesNext: false }));
  for (const laid of items) {
    const { row, rowSpan } = laid.item;
    rows[row]?.begun.push(laid);
    for (const spanned of rows.slice(row, row + rowSpan - 1)) spanned.reachesNext = true;
  }
  return rows;
}

/** @param heights pt of this row and those below it */
function bandOf(
  { begun, reachesNext }: GridRow,
  height: number,
  heights: readonly number[],
  gap: number,
  style: Style,
): Band {
  const isAligned = ({ item }: LaidGridItem) => alignmentOf(item.box, style) === "baseline";
  const baseline = commonBaseline(begun.filter(isAligned).map(({ laid }) => laid));
  const cells = begun.map(({ item, laid }): BandCell => {
    const spanned = heights.slice(0, item.rowSpan);
    const room = sum(spanned, gap * (spanned.length - 1));
    const cell = alignItem(laid, alignmentOf(item.box, style), room, baseline);
    return cell.height === "band" && item.rowSpan > 1 ? { ...cell, height: room } : cell;
  });
  return { ...sideBySide(cells, height), reachesNext };
}
