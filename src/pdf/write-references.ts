/** Where objects stand in, the table that says so as a stream out (ISO 32000-2, 7.5.8). */
import type { PdfValue } from "./value.js";
import { array, name, writeObject } from "./write-value.js";

export type PlacedObject =
  | { readonly id: number; readonly offset: number }
  | { readonly id: number; readonly container: number; readonly index: number };

/**
 * @param id that the table itself has @param offset at which it will stand
 * @param trailer what else it says; `Size` and what tells of the table come by themselves
 */
export function writeReferences(
  id: number,
  offset: number,
  places: readonly PlacedObject[],
  trailer: Readonly<Record<string, PdfValue>>,
): Buffer {
  const all = [...places, { id, offset }].sort((a, b) => a.id - b.id);
  const rows = Buffer.alloc(all.length * ROW);
  for (const [at, place] of all.entries()) writeRow(rows, at * ROW, place);
  const table = {
    kind: "dictionary" as const,
    entries: new Map<string, PdfValue>([
      ["Type", name("XRef")],
      ["W", array([1, 4, 2])],
      ["Index", array(rangesOf(all.map((place) => place.id)))],
      ...Object.entries(trailer),
    ]),
    stream: rows,
  };
  const end = Buffer.from(`startxref\n${offset}\n%%EOF\n`, "latin1");
  return Buffer.concat([writeObject(id, table), end]);
}

/** One byte for the kind, four for the offset or the stream, two for the place in it. */
const ROW = 7;

function writeRow(rows: Buffer, at: number, place: PlacedObject): void {
  const isPacked = "container" in place;
  rows.writeUInt8(isPacked ? 2 : 1, at);
  rows.writeUInt32BE(isPacked ? place.container : place.offset, at + 1);
  rows.writeUInt16BE(isPacked ? place.index : 0, at + 5);
}

/** First numbers and lengths of what stands on end. */
function rangesOf(ids: readonly number[]): number[] {
  const ranges: number[] = [];
  for (const [at, id] of ids.entries()) {
    if (at > 0 && ids[at - 1] === id - 1) ranges.push((ranges.pop() ?? 0) + 1);
    else ranges.push(id, 1);
  }
  return ranges;
}
