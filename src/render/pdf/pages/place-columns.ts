/** Columns and where each begins in, what they hold and the rules between them out (CSS Multi-column 1). */
import type { Columns } from "../layout/flow.js";
import { balanceWhole } from "./divide-columns.js";
import { fillPage } from "./fill-page.js";
import { type ColumnSplit, type Cursor, NO_SPLITS } from "./room.js";
import type { PlaceFlow, Sheet } from "./sheet.js";

/** @returns pt of the height that they take on this page */
export function placeColumns(
  columns: Columns,
  from: Cursor,
  x: number,
  y: number,
  sheet: Sheet,
  placeFlow: PlaceFlow,
): number {
  const { split, splits } = splitOf(columns, from, sheet);
  const { starts, end } = split;
  const inner = splits.length === 0 ? sheet : { ...sheet, splits: [...splits, ...sheet.splits] };
  const lefts = starts.map((_, index) => leftOf(columns, index));
  let bottom = y;
  for (const [index, start] of starts.entries()) {
    const to = starts[index + 1] ?? end;
    const left = x + columns.x + (lefts[index] ?? 0);
    bottom = Math.max(bottom, placeFlow(columns.flow, start, to, left, y, inner));
  }
  placeRules(columns, lefts, x, y, bottom - y, sheet);
  return bottom - y;
}

/** Columns that the page holds whole are filled again just as they were when they were measured. */
function splitOf(
  columns: Columns,
  from: Cursor,
  sheet: Sheet,
): { readonly split: ColumnSplit; readonly splits: readonly ColumnSplit[] } {
  const known = sheet.splits.find((split) => split.columns === columns && split.from === from);
  return known ? { split: known, splits: NO_SPLITS } : balanceWhole(columns, fillPage);
}

function leftOf({ count, width, gap, style }: Columns, index: number): number {
  const place = style.direction === "rtl" ? count - 1 - index : index;
  return place * (width + gap);
}

/** Between two columns that both hold something. */
function placeRules(
  { x, gap, style }: Columns,
  lefts: readonly number[],
  flowX: number,
  y: number,
  height: number,
  sheet: Sheet,
): void {
  const { columnRuleStyle, columnRuleWidth, columnRuleColor, color } = style;
  if (columnRuleStyle === "none" || columnRuleWidth === 0 || height === 0) return;
  for (const left of [...lefts].sort((a, b) => a - b).slice(1)) {
    sheet.marks.push({
      kind: "rule",
      x: flowX + x + left - gap / 2 - columnRuleWidth / 2,
      y,
      width: columnRuleWidth,
      height,
      color: columnRuleColor === "currentcolor" ? color : columnRuleColor,
    });
  }
}
