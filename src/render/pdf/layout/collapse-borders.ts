/** A grid of cells in, the styles of its cells with every line between two drawn once out (CSS 2, 17.6.2). */
import type { Style } from "../css/properties.js";
import type { Grid, GridCell } from "./table-grid.js";

export type StyleOfCell = (cell: GridCell) => Style;

/** Where two cells both draw the line between them, the one above or before draws it. */
export function collapseBorders(grid: Grid, { direction }: Style): StyleOfCell {
  const owners = ownersOf(grid);
  const [start, end] =
    direction === "rtl"
      ? (["borderRightStyle", "borderLeftStyle"] as const)
      : (["borderLeftStyle", "borderRightStyle"] as const);
  return (cell) => {
    const { style } = cell.box;
    const rows = span(cell.row, cell.rowSpan);
    const columns = span(cell.column, cell.columnSpan);
    const above = columns.map((column) => owners[cell.row - 1]?.[column]);
    const before = rows.map((row) => owners[row]?.[cell.column - 1]);
    return {
      ...style,
      ...(above.every((each) => draws(each, "borderBottomStyle")) && { borderTopStyle: "none" }),
      ...(before.every((each) => draws(each, end)) && { [start]: "none" }),
    };
  };
}

type BorderStyle = "borderBottomStyle" | "borderLeftStyle" | "borderRightStyle";

function draws(cell: GridCell | undefined, border: BorderStyle): boolean {
  return cell !== undefined && cell.box.style[border] !== "none";
}

/** By row and column: the cell that is there, wherever it begins. */
function ownersOf(grid: Grid): readonly (readonly (GridCell | undefined)[])[] {
  const owners = grid.rows.map((): (GridCell | undefined)[] => []);
  for (const cell of grid.rows.flatMap((row) => row.cells)) {
    for (const row of span(cell.row, cell.rowSpan)) {
      for (const column of span(cell.column, cell.columnSpan)) {
        const places = owners[row];
        if (places) places[column] = cell;
      }
    }
  }
  return owners;
}

function span(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
