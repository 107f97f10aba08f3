/**
 * The parts of a line in, its leaders drawn and its numbers of pages written out. Nothing is broken
 * anew: what a number needs less or more than the room kept for it, a leader takes or gives; without
 * one the words after it move.
 */
import type { LinePart, LineText } from "../inline/build-line.js";
import type { TextPiece } from "../inline/piece.js";
import { shapePieces } from "../inline/shape-pieces.js";
import type { Sheet } from "./sheet.js";

/** @param x pt from the left edge of the paper at which the line begins */
export function settleParts(
  parts: readonly LinePart[],
  x: number,
  sheet: Sheet,
): readonly LinePart[] {
  if (!parts.some(isSettledLate)) return parts;
  const numbers = new Map(parts.flatMap((part) => writeNumber(part, sheet)));
  const leader = parts.find(isLeader);
  const shift = shifts(numbers, leader, parts);
  return parts.flatMap((part) => settlePart(part, numbers, shift, x));
}

function settlePart(
  part: LinePart,
  numbers: ReadonlyMap<LineText, readonly TextPiece[]>,
  shift: (x: number) => number,
  lineX: number,
): readonly LinePart[] {
  const left = shift(part.x);
  switch (part.kind) {
    case "box":
      return [{ ...part, x: left, width: shift(part.x + part.width) - left }];
    case "atomic":
      return [{ ...part, x: left }];
    case "text": {
      const moved = { ...part, x: left };
      const pieces = numbers.get(part);
      if (pieces) return sideBySide(moved, pieces);
      return isLeader(part) ? drawLeader(moved, shift(part.x + part.piece.width), lineX) : [moved];
    }
  }
}

function isSettledLate(part: LinePart): boolean {
  if (part.kind !== "text") return false;
  const { source } = part.piece;
  return source.leader !== undefined || source.reference !== undefined;
}

function isLeader(part: LinePart): part is LineText {
  return part.kind === "text" && part.piece.source.leader !== undefined;
}

function writeNumber(
  part: LinePart,
  sheet: Sheet,
): readonly (readonly [LineText, readonly TextPiece[]])[] {
  if (part.kind !== "text") return [];
  const { source } = part.piece;
  if (!source.reference) return [];
  const number = sheet.context.numberFor(source.reference);
  if (number === undefined) sheet.pending.push(source.reference);
  if (number === undefined) return [];
  const pieces = shapePieces(source, number, false, () => {});
  return [[part, pieces.map((piece) => ({ ...piece, order: part.piece.order }))]];
}

/** Where a place on the line comes to lie once every number has the width that it needs. */
function shifts(
  numbers: ReadonlyMap<LineText, readonly TextPiece[]>,
  leader: LineText | undefined,
  parts: readonly LinePart[],
): (x: number) => number {
  const saved = [...numbers].map(([{ x, piece }, pieces]) => ({
    from: x + piece.width,
    by: widthOf(pieces) - piece.width,
  }));
  const less = saved.reduce((sum, { by }) => sum - by, 0);
  const offset = leader ? 0 : shareBefore(parts) * less;
  const grown = leader ? [{ from: leader.x + leader.piece.width, by: less }] : [];
  const steps = [...saved, ...grown];
  return (x) =>
    steps.reduce((sum, { from, by }) => (x >= from - ROUNDING ? sum + by : sum), x + offset);
}

/** pt; places are sums of rounded numbers. */
const ROUNDING = 0.001;

function shareBefore(parts: readonly LinePart[]): number {
  const style = parts.find((part) => part.kind === "text")?.piece.source.style;
  const isRightToLeft = style?.direction === "rtl";
  switch (style?.textAlign) {
    case "center":
      return 0.5;
    case "right":
      return 1;
    case "end":
      return isRightToLeft ? 0 : 1;
    case "left":
      return 0;
    default:
      return isRightToLeft ? 1 : 0;
  }
}

function widthOf(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

function sideBySide(part: LineText, pieces: readonly TextPiece[]): LineText[] {
  let { x } = part;
  return pieces.map((piece) => {
    const placed = { ...part, x, piece };
    x += piece.width;
    return placed;
  });
}

/** On one grid for the whole page, so that the dots of neighbouring lines stand in columns. */
function drawLeader(part: LineText, end: number, lineX: number): LineText[] {
  const { source, order } = part.piece;
  const pattern = source.leader ?? "";
  const width = widthOf(shapePieces(source, pattern, false, () => {}));
  if (width <= 0) return [];
  const first = Math.ceil((lineX + part.x) / width - ROUNDING) * width - lineX;
  const count = Math.floor((end - first) / width + ROUNDING);
  if (count <= 0 || pattern.trim() === "") return [];
  const pieces = shapePieces(source, pattern.repeat(count).trimEnd(), false, () => {});
  return sideBySide(
    { ...part, x: first },
    pieces.map((piece) => ({ ...piece, order })),
  );
}
