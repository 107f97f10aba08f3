/**
 * Small objects in, object streams and a cross-reference stream out (ISO 32000-1, 7.5.7 and 7.5.8).
 * A structure tree is thousands of small objects; packed together they cost a fifth.
 */
import { deflateSync } from "node:zlib";

/** Where an object is: at an offset of the file, or in an object stream. */
export type ObjectPlace =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "packed"; readonly stream: number; readonly index: number };

export interface PackedObjects {
  readonly bytes: Buffer;
  /** Byte offset of the first object, after the list of numbers. */
  readonly first: number;
}

/** @param objects number and content of each */
export function packObjects(objects: readonly (readonly [number, string])[]): PackedObjects {
  let offset = 0;
  const heads = objects.map(([number, content]) => {
    const head = `${number} ${offset}`;
    offset += Buffer.byteLength(content, "latin1") + 1;
    return head;
  });
  const head = `${heads.join(" ")}\n`;
  const body = objects.map(([, content]) => content).join("\n");
  return { bytes: deflateSync(Buffer.from(head + body, "latin1")), first: head.length };
}

/** Bytes of the three fields of each entry. */
export const FIELD_WIDTHS = [1, 4, 2] as const;

/** @param places by object number; number 0 is the head of the free list */
export function packPlaces(places: readonly (ObjectPlace | undefined)[]): Buffer {
  const width = FIELD_WIDTHS.reduce((sum, each) => sum + each, 0);
  const table = Buffer.alloc(places.length * width);
  places.forEach((place, number) => {
    const at = number * width;
    if (!place) {
      table.writeUInt16BE(0xffff, at + 5);
      return;
    }
    table.writeUInt8(place.kind === "offset" ? 1 : 2, at);
    table.writeUInt32BE(place.kind === "offset" ? place.offset : place.stream, at + 1);
    table.writeUInt16BE(place.kind === "offset" ? 0 : place.index, at + 5);
  });
  return deflateSync(table);
}
