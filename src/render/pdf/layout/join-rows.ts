/** Rows of a table in; those that a cell joins and no page has room for as one band out (CSS Tables 3, 6). */
import type { Band, BandCell, Flow, FlowEvent } from "./flow.js";
import type { GridCell, GridRow } from "./table-grid.js";

export interface TableRow {
  /** Of one row, or of the first and the last of those that it joins. */
  readonly first: GridRow;
  readonly last: GridRow;
  /** Place of the last one in the table. */
  readonly index: number;
  readonly band: Band;
}

export interface JoinedTable {
  /** pt that a page has for rows, below the head and above the foot. */
  readonly room: number;
  /** pt between two rows. */
  readonly spacing: number;
  settle(events: readonly FlowEvent[]): Flow;
  /** What a cell holds, from its upper edge on. */
  flowOf(cell: GridCell): Flow | undefined;
}

/**
 * The cells that reach over all of the rows and the rows of the others stand side by side: each goes
 * on on the next page by itself. Rows that no cell reaches over as a whole stay as they are.
 */
export function joinRows(rows: readonly TableRow[], table: JoinedTable): readonly TableRow[] {
  const joined: TableRow[] = [];
  let run: TableRow[] = [];
  for (const row of rows) {
    run.push(row);
    if (row.band.reachesNext) continue;
    for (const each of joinRun(run, table)) joined.push(each);
    run = [];
  }
  return [...joined, ...run];
}

function joinRun(run: readonly TableRow[], table: JoinedTable): readonly TableRow[] {
  const [top] = run;
  const last = run.at(-1);
  const height = heightOf(run, table);
  if (!top || !last || run.length === 1 || height <= table.room) return run;
  const reachesOver = (cell: GridCell) => cell.rowSpan === run.length;
  const whole = top.first.cells.flatMap((cell, index): BandCell[] => {
    const placed = top.band.cells[index];
    const flow = table.flowOf(cell);
    return reachesOver(cell) && placed && flow ? [{ ...placed, height: "band", flow }] : [];
  });
  if (whole.length === 0) return run;
  const others = withoutCells(run, reachesOver);
  const rest = besideWhole(others, table);
  const band = { ...top.band, frame: undefined, height, cells: [...rest, ...whole] };
  return [
    { ...last, first: top.first, band: { ...band, divisible: "anywhere", reachesNext: false } },
  ];
}

/** The rows under one another, as a cell that is painted first: under the words of the others. */
function besideWhole(rows: readonly TableRow[], table: JoinedTable): readonly BandCell[] {
  if (rows.every(({ band }) => band.cells.length === 0)) return [];
  const inner = joinRows(rows, table);
  const flow = table.settle(
    inner.flatMap(({ band }, index): FlowEvent[] => [
      ...(index > 0 ? [{ kind: "space" as const, height: table.spacing }] : []),
      { ...band, head: [], foot: undefined, isHead: false },
    ]),
  );
  return [{ x: 0, top: 0, frame: undefined, height: "band", flow }];
}

function withoutCells(
  rows: readonly TableRow[],
  isTaken: (cell: GridCell) => boolean,
): readonly TableRow[] {
  let lowest = -1;
  return rows.map(({ first, last, index, band }) => {
    const isKept = (_: unknown, at: number) => {
      const cell = first.cells[at];
      return cell !== undefined && !isTaken(cell);
    };
    const cells = first.cells.filter(isKept);
    for (const { row, rowSpan } of cells) lowest = Math.max(lowest, row + rowSpan - 1);
    const reachesNext = lowest > index;
    const kept = { ...band, cells: band.cells.filter(isKept), reachesNext };
    return { first: { ...first, cells }, last, index, band: kept };
  });
}

function heightOf(run: readonly TableRow[], { spacing }: JoinedTable): number {
  return run.reduce((sum, { band }) => sum + band.height, spacing * (run.length - 1));
}
