/** A table and its width in, its rows out: each a band of cells (CSS Tables 3). */
import type { TableBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { collapseBorders, type StyleOfCell } from "./collapse-borders.js";
import { columnWishes, rowSpacingOf, shareColumns, spacingOf } from "./column-widths.js";
import { firstBaseline } from "./first-baseline.js";
import {
  type Band,
  type BandCell,
  breakEvent,
  type Flow,
  type FlowEvent,
  type Frame,
} from "./flow.js";
import { frameOf } from "./frame-of.js";
import { joinRows } from "./join-rows.js";
import type { Layout } from "./layout.js";
import { sum } from "./sum.js";
import { formGrid, type Grid, type GridCell, type GridRow } from "./table-grid.js";

export function layOutTable(
  table: TableBox,
  x: number,
  width: number,
  layout: Layout,
): FlowEvent[] {
  const grid = formGrid(table);
  const spacing = spacingOf(table.style);
  const room = width - spacing * (grid.columns + 1);
  const widths = shareColumns(columnWishes(table, grid, layout), room);
  const columns = columnPlaces(widths, x, width, table.style);
  const styleOf: StyleOfCell =
    table.style.borderCollapse === "collapse"
      ? collapseBorders(grid, table.style)
      : (cell) => cell.box.style;
  const cells = new Map(
    grid.rows
      .flatMap((row) => row.cells)
      .map((cell) => [cell, layOutCell(cell, styleOf(cell), columns, spacing, layout)]),
  );
  const rowSpacing = rowSpacingOf(table.style);
  const heights = rowHeights(grid, cells, rowSpacing);
  const joined = findJoinedRows(grid);
  const repeated = { head: [] as Band[], foot: [] as Band[] };
  const { pageHeight } = layout;
  const parts = { cells, heights, joined, spacing: rowSpacing, x, width, pageHeight, repeated };
  const bands = grid.rows.map((row, index) => buildRow(row, index, parts));
  for (const part of ["head", "foot"] as const) {
    const own = bands.filter((_, index) => grid.rows[index]?.part === part);
    const height = own.reduce((sum, band) => sum + band.height, 0);
    if (height <= layout.pageHeight / LARGEST_HEAD) repeated[part].push(...own);
  }
  const again = sum([...repeated.head, ...repeated.foot].map((band) => band.height));
  const joinedRows = joinRows(
    grid.rows.flatMap((row, index) => {
      const band = bands[index];
      return band ? [{ first: row, last: row, index, band }] : [];
    }),
    {
      room: layout.pageHeight - again,
      spacing: rowSpacing,
      settle: layout.settle,
      flowOf: (cell) => cells.get(cell)?.flow,
    },
  );
  const rows = joinedRows.flatMap(({ first, last, band }): FlowEvent[] => [
    ...breakEvent(first.box.style.breakBefore),
    { kind: "space", height: rowSpacing },
    band,
    ...breakEvent(last.box.style.breakAfter),
  ]);
  const caption = table.caption
    ? layout.box(table.caption, x, width, { direction: table.style.direction, height: undefined })
    : [];
  const body: FlowEvent[] = [...rows, { kind: "space", height: rowSpacing }];
  return table.caption?.style.captionSide === "bottom"
    ? [...body, ...caption]
    : [...caption, ...body];
}

/** A head or a foot is shown on every page as long as it leaves three quarters to the rows. */
const LARGEST_HEAD = 4;

interface Columns {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
}

interface LaidCell {
  readonly x: number;
  readonly width: number;
  readonly frame: Frame;
  readonly flow: Flow;
}

function columnPlaces(
  widths: readonly number[],
  x: number,
  tableWidth: number,
  style: Style,
): Columns {
  const spacing = spacingOf(style);
  const isMirrored = style.direction === "rtl";
  let start = spacing;
  const lefts = widths.map((width) => {
    const place = x + (isMirrored ? tableWidth - start - width : start);
    start += width + spacing;
    return place;
  });
  return { lefts, widths };
}

function layOutCell(
  cell: GridCell,
  style: Style,
  { lefts, widths }: Columns,
  spacing: number,
  layout: Layout,
): LaidCell {
  const end = cell.column + cell.columnSpan;
  const spanned = widths.slice(cell.column, end);
  const width = spanned.reduce((sum, each) => sum + each, spacing * (spanned.length - 1));
  const box = { ...cell.box, style };
  return {
    x: Math.min(...lefts.slice(cell.column, end)),
    width,
    frame: frameOf(box, 0, width, layout),
    flow: layout.settle(layout.inside(box, 0, width)),
  };
}

/** Rows are as high as their highest cell; the last row of a tall spanning cell makes up the rest. */
function rowHeights(
  grid: Grid,
  cells: ReadonlyMap<GridCell, LaidCell>,
  spacing: number,
): readonly number[] {
  const heights = grid.rows.map((row) => {
    const single = row.cells.filter((cell) => cell.rowSpan === 1);
    const asked = typeof row.box.style.height === "number" ? row.box.style.height : 0;
    const baseline = lowestBaseline(row, cells);
    return Math.max(
      asked,
      ...single.map((cell) => dropOf(cell, cells, baseline) + heightOf(cell, cells)),
    );
  });
  const spanning = grid.rows.flatMap((row) => row.cells.filter((cell) => cell.rowSpan > 1));
  for (const cell of spanning) {
    const last = cell.row + cell.rowSpan - 1;
    const lack = heightOf(cell, cells) - spannedHeight(cell, heights, spacing);
    if (lack > 0) heights[last] = (heights[last] ?? 0) + lack;
  }
  return heights;
}

function heightOf(cell: GridCell, cells: ReadonlyMap<GridCell, LaidCell>): number {
  return cells.get(cell)?.flow.height ?? 0;
}

function spannedHeight(cell: GridCell, heights: readonly number[], spacing: number): number {
  const spanned = heights.slice(cell.row, cell.row + cell.rowSpan);
  return spanned.reduce((sum, height) => sum + height, spacing * (spanned.length - 1));
}

/** Where the baselines of a row's baseline-aligned cells meet, in pt from its top. */
function lowestBaseline(row: GridRow, cells: ReadonlyMap<GridCell, LaidCell>): number {
  const aligned = row.cells.filter((cell) => isBaselineAligned(cell.box.style));
  return Math.max(
    0,
    ...aligned.map((cell) => {
      const flow = cells.get(cell)?.flow;
      return flow ? firstBaseline(flow) : 0;
    }),
  );
}

function dropOf(cell: GridCell, cells: ReadonlyMap<GridCell, LaidCell>, baseline: number): number {
  const flow = cells.get(cell)?.flow;
  return flow && isBaselineAligned(cell.box.style) ? baseline - firstBaseline(flow) : 0;
}

function isBaselineAligned({ verticalAlign }: Style): boolean {
  return verticalAlign !== "top" && verticalAlign !== "middle" && verticalAlign !== "bottom";
}

interface TableParts {
  readonly cells: ReadonlyMap<GridCell, LaidCell>;
  readonly heights: readonly number[];
  readonly joined: ReadonlySet<number>;
  readonly spacing: number;
  readonly x: number;
  readonly width: number;
  /** pt; what is higher is cut, and begins at its top. */
  readonly pageHeight: number;
  /** The rows of the head and of the foot that are shown on every page. */
  readonly repeated: { readonly head: readonly Band[]; readonly foot: readonly Band[] };
}

function buildRow(row: GridRow, index: number, parts: TableParts): Band {
  const { heights, spacing, cells } = parts;
  const baseline = lowestBaseline(row, cells);
  const bandCells = row.cells.map((cell): BandCell => {
    const laid = cells.get(cell);
    if (!laid) throw new Error("a cell of the row was not laid out");
    const height = spannedHeight(cell, heights, spacing);
    const free = height > parts.pageHeight ? 0 : height - laid.flow.height;
    const drop = alignedDrop(cell, free, dropOf(cell, cells, baseline));
    return {
      x: laid.x,
      top: 0,
      frame: laid.frame,
      height: cell.rowSpan === 1 ? "band" : height,
      flow: lower(laid.flow, drop),
    };
  });
  return {
    kind: "band",
    height: heights[index] ?? 0,
    cells: bandCells,
    frame: rowFrame(row, parts),
    divisible: row.box.style.breakInside === "auto" ? "if-tall" : "if-taller-than-page",
    head: row.part === "head" ? [] : parts.repeated.head,
    foot: row.part === "foot" ? undefined : parts.repeated.foot,
    isHead: row.part === "head",
    reachesNext: parts.joined.has(index),
  };
}

function alignedDrop(cell: GridCell, free: number, baselineDrop: number): number {
  switch (cell.box.style.verticalAlign) {
    case "top":
      return 0;
    case "middle":
      return free / 2;
    case "bottom":
      return free;
    default:
      return baselineDrop;
  }
}

/** The same flow, further down. */
function lower(flow: Flow, by: number): Flow {
  const [first, ...rest] = flow.gaps;
  if (by <= 0 || !first) return flow;
  return {
    ...flow,
    gaps: [{ ...first, space: first.space + by }, ...rest],
    height: flow.height + by,
  };
}

function rowFrame(row: GridRow, { x, width }: TableParts): Frame {
  const { element, style } = row.box;
  return { element, style, x, width, overlays: [], replaced: undefined };
}

/** The rows that a cell leaves at their lower edge, to go on in the next one. */
function findJoinedRows(grid: Grid): ReadonlySet<number> {
  const joined = new Set<number>();
  for (const cell of grid.rows.flatMap((row) => row.cells)) {
    for (let row = cell.row; row < cell.row + cell.rowSpan - 1; row++) joined.add(row);
  }
  return joined;
}
