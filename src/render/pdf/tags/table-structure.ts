/**
 * Rows of a table in, the table out: regular, so that every cell is read with its row and column, and
 * with the scope of its heads (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7; ISO 14289-1, 7.5).
 */
import type { Attributes, StructureChild, StructureElement, StructureType } from "./structure.js";

export function finishTable(
  children: readonly StructureChild[],
  attributes: Attributes,
): StructureElement {
  const parts = children.filter(isElement);
  const rows = parts.flatMap((part) => (part.type === "TR" ? [part] : rowsOf(part)));
  const completed = completeRows(rows, headRows(parts));
  const ready = parts.flatMap((part): StructureElement[] => {
    if (part.type === "TR") return completed.get(part) ?? [];
    if (!GROUPS.has(part.type)) return [part];
    const own = rowsOf(part).flatMap((row) => completed.get(row) ?? []);
    return own.length > 0 ? [{ ...part, children: own }] : [];
  });
  return { type: completed.size > 0 ? "Table" : "Div", attributes, children: ready };
}

function headRows(parts: readonly StructureElement[]): ReadonlySet<StructureElement> {
  return new Set(parts.filter(({ type }) => type === "THead").flatMap(rowsOf));
}

/**
 * Spans end with the table, rows get the cells that they lack, heads get a scope. Rows that are not
 * shown, or only as a gap, go.
 */
function completeRows(
  rows: readonly StructureElement[],
  heads: ReadonlySet<StructureElement>,
): ReadonlyMap<StructureElement, StructureElement[]> {
  const taken: number[] = [];
  const placed = rows.flatMap((row, index) => {
    const isReached = taken.some((left) => left > 0);
    if (!isReached && isBlank(row)) return [];
    return [{ row, ...placeCells(row, rows.length - index, taken) }];
  });
  const columns = taken.length;
  return new Map(
    placed.map(({ row, cells, holes, width }) => {
      const lacking = [...holes, columns - width].flatMap((span) => emptyCell(span));
      const isHead = heads.has(row) || cells.every(({ type }) => type === "TH");
      const scoped = cells.map((cell) => withScope(cell, isHead));
      return [row, [{ ...row, children: [...scoped, ...lacking] }]];
    }),
  );
}

function isBlank(row: StructureElement): boolean {
  return row.children.every((cell) => isElement(cell) && cell.children.length === 0);
}

function emptyCell(columnSpan: number): StructureElement[] {
  if (columnSpan === 0) return [];
  const attributes = columnSpan > 1 ? { columnSpan } : {};
  return [{ type: "TD", attributes, children: [] }];
}

/**
 * @param left rows to the end of the table, this one included
 * @param taken by column: rows, this one included, that a cell from above reaches into
 */
function placeCells(
  row: StructureElement,
  left: number,
  taken: number[],
): { cells: readonly StructureElement[]; holes: readonly number[]; width: number } {
  let column = 0;
  const cells = row.children.filter(isElement).map((cell) => {
    while ((taken[column] ?? 0) > 0) column++;
    const rowSpan = Math.min(left, cell.attributes.rowSpan ?? 1);
    const columnSpan = freeColumns(taken, column, cell.attributes.columnSpan ?? 1);
    for (const end = column + columnSpan; column < end; column++) taken[column] = rowSpan;
    return withSpans(cell, rowSpan, columnSpan);
  });
  const holes = holesIn(taken);
  for (let each = 0; each < taken.length; each++) taken[each] = Math.max(0, (taken[each] ?? 0) - 1);
  return { cells, holes, width: taken.length };
}

/** As many columns as a cell asks for, up to the next that a cell from above reaches into. */
function freeColumns(taken: readonly number[], from: number, asked: number): number {
  let free = 0;
  while (free < asked && !(taken[from + free] ?? 0)) free++;
  return free;
}

/** How many columns each gap between taken ones is wide. */
function holesIn(taken: readonly number[]): readonly number[] {
  const holes: number[] = [];
  taken.forEach((rows, column) => {
    if (rows > 0) return;
    const isNew = column === 0 || (taken[column - 1] ?? 0) > 0;
    if (isNew) holes.push(1);
    else holes.push((holes.pop() ?? 0) + 1);
  });
  return holes;
}

function withSpans(cell: StructureElement, rows: number, columns: number): StructureElement {
  const { rowSpan: _rows, columnSpan: _columns, ...attributes } = cell.attributes;
  const spans = {
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(columns > 1 ? { columnSpan: columns } : {}),
  };
  return { ...cell, attributes: { ...attributes, ...spans } };
}

function withScope(cell: StructureElement, isHead: boolean): StructureElement {
  if (cell.type !== "TH" || cell.attributes.scope) return cell;
  const scope = isHead ? ("Column" as const) : ("Row" as const);
  return { ...cell, attributes: { ...cell.attributes, scope } };
}

function rowsOf(part: StructureElement): readonly StructureElement[] {
  if (!GROUPS.has(part.type)) return [];
  return part.children.filter(isElement).filter(({ type }) => type === "TR");
}

const GROUPS: ReadonlySet<StructureType> = new Set<StructureType>(["THead", "TBody", "TFoot"]);

function isElement(child: StructureChild): child is StructureElement {
  return "type" in child;
}
