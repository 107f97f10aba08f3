/** A table's cells and the room for them in, the widths of its columns out (CSS Tables 3, 3.9). */
import type { TableBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { borderBoxWidth, insetsOf } from "./edges.js";
import type { Widths } from "./intrinsic-widths.js";
import type { Layout } from "./layout.js";
import { sum } from "./sum.js";
import { formGrid, type Grid, type GridCell } from "./table-grid.js";

/** What a column's cells ask for; pt, but for the share. */
export interface ColumnWish {
  /** With every word cut that may be cut. */
  readonly least: number;
  readonly min: number;
  readonly max: number;
  readonly fixed: boolean;
  /** Of the table's width, in percent. */
  readonly share: number | undefined;
}

/** Of the table's content: columns and the spacing between them. */
export function tableWidths(table: TableBox, layout: Layout): Widths {
  const grid = formGrid(table);
  const wishes = columnWishes(table, grid, layout);
  const spacing = spacingOf(table.style) * (grid.columns + 1);
  return {
    min: wishes.reduce((sum, wish) => sum + wish.min, spacing),
    max: wishes.reduce((sum, wish) => sum + wish.max, spacing),
  };
}

/** pt between cells side by side. */
export function spacingOf(style: Style): number {
  return style.borderCollapse === "collapse" ? 0 : style.borderSpacing.across;
}

/** pt between rows. */
export function rowSpacingOf(style: Style): number {
  return style.borderCollapse === "collapse" ? 0 : style.borderSpacing.down;
}

export function columnWishes(table: TableBox, grid: Grid, layout: Layout): readonly ColumnWish[] {
  const wishes: ColumnWish[] = Array.from({ length: grid.columns }, (_, column) =>
    wishOfColumn(table.columns[column]),
  );
  if (isFixed(table)) return fixedWishes(wishes, grid);
  const cells = grid.rows.flatMap((row) => row.cells);
  for (const cell of cells) if (cell.columnSpan === 1) addCell(wishes, cell, layout);
  const wide = cells.filter((cell) => cell.columnSpan > 1);
  for (const cell of wide.sort((a, b) => a.columnSpan - b.columnSpan)) {
    addWideCell(wishes, cell, layout);
  }
  return wishes;
}

/** CSS 2, 17.5.2.1: a fixed table of a width of its own looks at its columns and first row only. */
function isFixed({ style }: TableBox): boolean {
  return style.tableLayout === "fixed" && style.width !== "auto";
}

function fixedWishes(wishes: readonly ColumnWish[], grid: Grid): readonly ColumnWish[] {
  const asked = [...wishes];
  for (const { box, column, columnSpan } of grid.rows[0]?.cells ?? []) {
    const { width } = box.style;
    const wish = asked[column];
    if (!wish || columnSpan > 1 || wish.fixed || wish.share !== undefined) continue;
    if (typeof width === "object") asked[column] = { ...wish, share: width.percent };
    if (typeof width !== "number") continue;
    const fixed = borderBoxWidth(box.style, width, 0) ?? width;
    asked[column] = { ...wish, min: fixed, max: fixed, fixed: true };
  }
  return asked;
}

/** @param room pt for all columns together, spacing left out */
export function shareColumns(wishes: readonly ColumnWish[], room: number): readonly number[] {
  const asked = wishes.map((wish) => askedWidth(wish, room));
  const firm = sum(asked.map((width) => width ?? 0));
  const free = wishes.filter((_, column) => asked[column] === undefined);
  const least = sum(free.map((wish) => wish.min));
  if (firm + least > room) return squeeze(wishes, asked, room);
  if (free.length === 0)
    return stretch(
      asked.map((width) => width ?? 0),
      room,
    );
  const most = sum(free.map((wish) => wish.max));
  const rest = room - firm;
  return wishes.map(
    (wish, column) => asked[column] ?? shareOf(wish, rest, least, most, free.length),
  );
}

/** A column without a width of its own: from its minimum to its maximum, then in proportion to it. */
function shareOf(
  wish: ColumnWish,
  rest: number,
  least: number,
  most: number,
  count: number,
): number {
  if (rest >= most) return most > 0 ? (rest * wish.max) / most : rest / count;
  const give = most > least ? (rest - least) / (most - least) : 0;
  return wish.min + (wish.max - wish.min) * give;
}

/** No room for what is asked: columns keep their minimum and share what is left of their wishes. */
function squeeze(
  wishes: readonly ColumnWish[],
  asked: readonly (number | undefined)[],
  room: number,
): readonly number[] {
  const least = sum(wishes.map((wish) => wish.min));
  if (least > room) return cutWords(wishes, room);
  const wished = wishes.map((wish, column) => (asked[column] ?? wish.min) - wish.min);
  const give = (room - least) / Math.max(1e-9, sum(wished));
  return wishes.map((wish, column) => wish.min + (wished[column] ?? 0) * Math.min(1, give));
}

/** No room even for the longest words: they are cut, as far as that helps. */
function cutWords(wishes: readonly ColumnWish[], room: number): readonly number[] {
  const least = sum(wishes.map((wish) => wish.least));
  const lack = sum(wishes.map((wish) => wish.min)) - least;
  const give = Math.max(0, room - least) / Math.max(1e-9, lack);
  return wishes.map((wish) => wish.least + (wish.min - wish.least) * Math.min(1, give));
}

function stretch(widths: readonly number[], room: number): readonly number[] {
  const total = sum(widths);
  return widths.map((width) => (total > 0 ? (width * room) / total : room / widths.length));
}

function askedWidth(wish: ColumnWish, room: number): number | undefined {
  if (wish.share !== undefined) return Math.max(wish.min, (wish.share / 100) * room);
  return wish.fixed ? wish.max : undefined;
}

function wishOfColumn(style: Style | undefined): ColumnWish {
  const width = style?.width ?? "auto";
  if (typeof width === "number") {
    return { least: 0, min: width, max: width, fixed: true, share: undefined };
  }
  const share = typeof width === "object" ? width.percent : undefined;
  return { least: 0, min: 0, max: 0, fixed: false, share };
}

function addCell(wishes: ColumnWish[], { box, column }: GridCell, layout: Layout): void {
  const wish = wishes[column];
  if (!wish) return;
  const { min, max } = layout.widths(withoutWidth(box));
  const { width } = box.style;
  const fixed = typeof width === "number" ? borderBoxWidth(box.style, width, 0) : undefined;
  const share = typeof width === "object" ? width.percent : undefined;
  wishes[column] = {
    least: Math.max(wish.least, leastWidth(box, min)),
    min: Math.max(wish.min, min),
    max: Math.max(wish.max, fixed === undefined && !wish.fixed ? max : Math.max(fixed ?? 0, min)),
    fixed: wish.fixed || fixed !== undefined,
    share: share === undefined ? wish.share : Math.max(wish.share ?? 0, share),
  };
}

/** Two letters, in a cell whose words may be cut. */
function leastWidth({ style }: GridCell["box"], min: number): number {
  if (style.whiteSpace === "nowrap" || style.overflowWrap === "normal") return min;
  const { left, right } = insetsOf(style, 0);
  return Math.min(min, left + right + style.fontSize);
}

/** What a cell over several columns lacks is spread over them in proportion to their content. */
function addWideCell(wishes: ColumnWish[], cell: GridCell, layout: Layout): void {
  const { min, max } = layout.widths(cell.box);
  const spanned = wishes.slice(cell.column, cell.column + cell.columnSpan);
  const total = sum(spanned.map((wish) => wish.max));
  const lackMin = Math.max(0, min - sum(spanned.map((wish) => wish.min)));
  const lackMax = Math.max(0, max - total);
  spanned.forEach((wish, index) => {
    const share = total > 0 ? wish.max / total : 1 / spanned.length;
    const grown = { min: wish.min + lackMin * share, max: wish.max + lackMax * share };
    wishes[cell.column + index] = { ...wish, min: grown.min, max: Math.max(grown.min, grown.max) };
  });
}

/** The content's own widths: a cell's `width` is a wish of its column, not of its words. */
function withoutWidth(box: GridCell["box"]): GridCell["box"] {
  if (box.style.width === "auto") return box;
  return { ...box, style: { ...box.style, width: "auto" } };
}
