/** The end of a PDF in, where each of its objects stands out (ISO 32000-1, 7.5.8). */
import { readObject } from "./read-object.js";
import { PdfError } from "./tokens.js";
import { isDictionary, nameOf, type PdfDictionary, type PdfValue } from "./value.js";

/** In the file, or among others in a stream. */
export type Place =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "packed"; readonly container: number };

export interface References {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PdfDictionary;
  /** One for each time that the file was written to. */
  readonly sections: number;
}

/** Objects, and times that a file was written to: a brief has a few thousand, and one. */
const MOST_OBJECTS = 200_000;
const MOST_SECTIONS = 64;
/** Bytes at the end among which a viewer looks for where to begin. */
const TAIL = 1024;

/** @throws {PdfError} where there is no such table */
export function readReferences(
  bytes: Buffer,
  unpack: (stream: PdfDictionary) => Buffer,
): References {
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - TAIL));
  const start = [...tail.matchAll(/startxref\s+(\d{1,12})/g)].at(-1)?.[1];
  if (start === undefined) throw new PdfError("the file stops before its end");
  const places = new Map<number, Place>();
  let next: PdfValue | undefined = Number(start);
  let trailer: PdfDictionary | undefined;
  let sections = 0;
  for (; typeof next === "number" && sections < MOST_SECTIONS; sections += 1) {
    const section = readSection(bytes, next);
    addPlaces(section, unpack(section), places);
    trailer ??= section;
    next = section.entries.get("Prev");
  }
  if (trailer === undefined) throw new PdfError("the file has no table of its objects");
  return { places, trailer, sections };
}

function readSection(bytes: Buffer, offset: number): PdfDictionary {
  const { value } = readObject(bytes, offset);
  if (!isDictionary(value) || nameOf(value.entries.get("Type")) !== "XRef") {
    throw new PdfError("the file has no table of its objects");
  }
  return value;
}

/** Of an object that several sections place, the latest holds: it was read first. */
function addPlaces(section: PdfDictionary, table: Buffer, places: Map<number, Place>): void {
  const widths = numbersOf(section.entries.get("W"));
  const [first = 0, second = 0, third = 0] = widths;
  const row = first + second + third;
  if (widths.length !== 3 || widths.some((width) => width < 0 || width > 8)) {
    throw new PdfError("the table of the objects is broken");
  }
  const index = numbersOf(section.entries.get("Index"));
  const ranges = index.length > 0 ? index : [0, Number(section.entries.get("Size") ?? 0)];
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const from = ranges[range] ?? 0;
    for (let id = from; id < from + (ranges[range + 1] ?? 0); id += 1, at += row) {
      if (row === 0 || at + row > table.length) return;
      if (places.size >= MOST_OBJECTS) throw new PdfError("the file has too many objects");
      const kind = first === 0 ? 1 : read(table, at, first);
      const value = read(table, at + first, second);
      if (places.has(id)) continue;
      if (kind === 1) places.set(id, { kind: "offset", offset: value });
      if (kind === 2) places.set(id, { kind: "packed", container: value });
    }
  }
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  if (typeof value !== "object" || value?.kind !== "array") return [];
  return value.items.map((item) => (typeof item === "number" ? Math.trunc(item) : 0));
}

function read(table: Buffer, at: number, width: number): number {
  let value = 0;
  for (let byte = 0; byte < width; byte += 1) value = value * 256 + (table[at + byte] ?? 0);
  return value;
}
