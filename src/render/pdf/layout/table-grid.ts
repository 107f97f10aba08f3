/** A table's rows in, every cell with its row and column out (HTML Standard, forming a table). */
import type { BlockBox, RowBox, TableBox } from "../boxes/box.js";

export interface GridCell {
  readonly box: BlockBox;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface Grid {
  readonly rows: readonly GridRow[];
  readonly columns: number;
}

export type TablePart = "head" | "body" | "foot";

export interface GridRow {
  readonly box: RowBox;
  readonly part: TablePart;
  /** The cells that begin in this row. */
  readonly cells: readonly GridCell[];
}

export function formGrid(table: TableBox): Grid {
  const head = formRows(table.head, "head", 0);
  const body = formRows(table.body, "body", head.length);
  const foot = formRows(table.foot, "foot", head.length + body.length);
  const rows = [...head, ...body, ...foot];
  const cells = rows.flatMap((row) => row.cells);
  const columns = cells.reduce(
    (most, cell) => Math.max(most, cell.column + cell.columnSpan),
    table.columns.length,
  );
  return { rows, columns };
}

/** Cells of a head do not reach into the body, nor those of the body into the foot. */
function formRows(rows: readonly RowBox[], part: TablePart, firstRow: number): GridRow[] {
  // By column: how many more rows a cell from above takes.
  let taken: number[] = [];
  return rows.map((box, index) => {
    const next = taken.map((count) => Math.max(0, count - 1));
    let column = 0;
    const cells = box.cells.map((cell): GridCell => {
      while ((taken[column] ?? 0) > 0) column++;
      const placed = {
        box: cell.box,
        row: firstRow + index,
        column,
        columnSpan: cell.columnSpan,
        rowSpan: Math.min(cell.rowSpan, rows.length - index),
      };
      for (let end = column + cell.columnSpan; column < end; column++) {
        next[column] = Math.max(next[column] ?? 0, placed.rowSpan - 1);
      }
      return placed;
    });
    taken = Array.from(next, (count) => count ?? 0);
    return { box, part, cells };
  });
}
