/** A stretch of a flow and its place on a page in, every mark at its final place out. */
import type {
  Band,
  BandCell,
  FloatedBox,
  Flow,
  FlowItem,
  Frame,
  FrameStack,
} from "../layout/flow.js";
import { repeatedFoot, repeatedHead } from "./fill-page.js";
import { OpenFrames } from "./open-frames.js";
import { placeColumns } from "./place-columns.js";
import { placeLine } from "./place-line.js";
import { type Cursor, START, TOLERANCE } from "./room.js";
import { emptySheet, furniture, type Sheet } from "./sheet.js";

/**
 * @param to where the page ends; undefined for the flow's end
 * @param x pt of the flow's left edge
 * @param y pt of its upper edge on this page
 * @returns pt of its lower edge on this page
 */
export function placeFlow(
  flow: Flow,
  from: Cursor,
  to: Cursor | undefined,
  x: number,
  y: number,
  sheet: Sheet,
): number {
  const frames = new OpenFrames(x, sheet, placeFlow);
  const continued = from.cells ? flow.gaps[from.index]?.opens : [];
  for (const frame of outermostFirst(flow.gaps[from.index]?.within)) frames.open(frame, y, false);
  for (const frame of continued ?? []) frames.open(frame, y, false);
  let at = y;
  for (const row of repeatedHead(flow, from)) at += placeAgain(row, x, at, sheet);
  if (!from.cells) placeSpanned(flow, from.index, x, at, sheet);
  for (let index = from.index; index < flow.gaps.length; index++) {
    const gap = flow.gaps[index];
    const item = flow.items[index];
    const isFirst = index === from.index;
    const begun = isFirst ? from.cells : undefined;
    const endsHere = to?.index === index;
    if (!gap) break;
    if (!isFirst) frames.close(gap.closes, at);
    if (endsHere && !to.cells) break;
    if (!begun) {
      const isSpaced = !isFirst || from.keepsSpace;
      const before = isSpaced ? at : at - gap.space;
      if (isSpaced) at += gap.space;
      for (const { frame, space } of gap.passed) frames.pass(frame, Math.max(y, before + space));
      for (const frame of gap.opens) frames.open(frame, at, true);
      for (const float of gap.floats) placeFloat(float, x, Math.max(y, before + float.drop), sheet);
    }
    if (item) at += placeItem(item, begun, endsHere ? to.cells : undefined, x, at, sheet);
    if (endsHere) break;
  }
  for (const row of repeatedFoot(flow, to)) at += placeAgain(row, x, at, sheet);
  frames.interrupt(at);
  return at;
}

function placeFloat(
  { frame, flow, ...float }: FloatedBox,
  x: number,
  y: number,
  sheet: Sheet,
): void {
  const frames = new OpenFrames(x + float.x, sheet, placeFlow);
  frames.open(frame, y, true);
  placeFlow(flow, START, undefined, x + float.x, y, sheet);
  frames.finish(y + flow.height, true);
}

/** A row that stands on an earlier page: only its looks count, not its links, names and headings. */
function placeAgain(row: Band, x: number, y: number, sheet: Sheet): number {
  const copy = emptySheet(sheet.context, sheet.splits);
  const height = placeBand(row, undefined, undefined, x, y, copy);
  sheet.marks.push(...furniture(copy, "repeated"));
  return height;
}

type Cells = Cursor["cells"];

/** @returns pt of the height that the item takes on this page */
function placeItem(
  item: FlowItem,
  begun: Cells,
  ended: Cells,
  x: number,
  y: number,
  sheet: Sheet,
): number {
  switch (item.kind) {
    case "strut":
      return item.height;
    case "line":
      placeLine(item.line, item.paragraph, x + item.x, y, sheet, placeFlow);
      return item.height;
    case "band":
      return placeBand(item, begun, ended, x, y, sheet);
    case "columns":
      return placeColumns(item, begun?.[0] ?? START, x, y, sheet, placeFlow);
  }
}

/**
 * @param begun where its cells go on from an earlier page
 * @param ended where its cells go on on a later page
 */
function placeBand(
  band: Band,
  begun: Cells,
  ended: Cells,
  x: number,
  y: number,
  sheet: Sheet,
): number {
  const rows = new OpenFrames(x, sheet, placeFlow);
  if (band.frame) rows.open(band.frame, y, !begun);
  const closings = band.cells.map((cell, index) => {
    const from = begun ? begun[index] : START;
    return placeCell(cell, from, ended?.[index], begun !== undefined, x, y, sheet);
  });
  const isWhole = !begun && !ended;
  const lowest = closings.reduce((low, cell) => Math.max(low, cell.bottom), y);
  // The last row beside a cell that goes on is as high as all of that cell.
  const most = Math.max(lowest, sheet.bottom) - y;
  const height = isWhole ? Math.min(band.height, most) : lowest - y;
  for (const cell of closings) {
    cell.finish(y + height, ended !== undefined, isWhole);
    for (const mark of cell.marks) sheet.marks.push(mark);
  }
  rows.finish(y + height, ended === undefined);
  return height;
}

interface PlacedCell {
  /** pt of the lower edge of what the cell holds. */
  readonly bottom: number;
  /** What is painted for the cell, in order. */
  readonly marks: Sheet["marks"];
  finish(bandBottom: number, goesOn: boolean, isWhole: boolean): void;
}

/** The frame of a cell can only be closed when the height of its band on this page is known. */
function placeCell(
  cell: BandCell,
  from: Cursor | undefined,
  to: Cursor | undefined,
  isContinued: boolean,
  x: number,
  y: number,
  sheet: Sheet,
): PlacedCell {
  const top = isContinued ? y : y + cell.top;
  const own = { ...sheet, marks: [] };
  const frames = new OpenFrames(x + cell.x, own, placeFlow);
  if (cell.frame) frames.open(cell.frame, top, !isContinued);
  const bottom = from ? placeFlow(cell.flow, from, to, x + cell.x, top, own) : top;
  return {
    bottom,
    marks: own.marks,
    finish: (bandBottom, goesOn, isWhole) => {
      const ownBottom = isWhole && cell.height !== "band" ? top + cell.height : bandBottom;
      const isCut = ownBottom > sheet.bottom + TOLERANCE && cell.height !== "band";
      frames.finish(isCut ? Math.max(bandBottom, sheet.bottom) : ownBottom, !goesOn && !isCut);
    },
  };
}

/** What cells of rows on earlier pages still cover of this one: their looks, their words are set. */
function placeSpanned(flow: Flow, index: number, x: number, y: number, sheet: Sheet): void {
  let passed = 0;
  for (let row = index - 1; row >= 0; row--) {
    const band = flow.items[row];
    if (band?.kind !== "band" || !band.reachesNext) return;
    passed += band.height + (flow.gaps[row + 1]?.space ?? 0);
    for (const { frame, height, x: left } of band.cells) {
      if (!frame || height === "band" || height <= passed) continue;
      const frames = new OpenFrames(x + left, sheet, placeFlow);
      frames.open(frame, y, false);
      frames.finish(
        y + Math.min(height - passed, sheet.bottom - y),
        y + height - passed <= sheet.bottom,
      );
    }
  }
}

function outermostFirst(stack: FrameStack | undefined): Frame[] {
  const frames: Frame[] = [];
  for (let next = stack; next; next = next.outer) frames.push(next.frame);
  return frames.reverse();
}
