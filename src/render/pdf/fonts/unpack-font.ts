/** The bytes of a font file in, those of the font in it out: WOFF and WOFF2 are unpacked. */
import { inflateSync } from "node:zlib";
import { tagAt } from "./sfnt.js";
import { concatenate, padded, viewOf } from "./write-sfnt.js";

/** Bytes; what comes from outside must not fill the memory. */
export const LARGEST_FONT = 32 * 1024 * 1024;

/** @throws when the bytes are no font file, or unpack to more than a font can be */
export async function unpackFont(file: Uint8Array): Promise<Uint8Array> {
  if (file.length < 12) throw new Error("the file is empty or cut off");
  if (file.length > LARGEST_FONT) throw new Error("the file is larger than 32 MB");
  const view = viewOf(file);
  switch (tagAt(view, 0)) {
    case "\0\u0001\0\0":
    case "true":
    case "OTTO":
      return file;
    case "wOFF":
      return unpackWoff(file);
    case "wOF2":
      return unpackWoff2(file);
    case "ttcf":
      throw new Error("the file is a collection of fonts");
    default:
      throw new Error("the file is no TTF, OTF, WOFF or WOFF2");
  }
}

async function unpackWoff2(file: Uint8Array): Promise<Uint8Array> {
  if (viewOf(file).getUint32(16) > LARGEST_FONT) throw new Error("the font is larger than 32 MB");
  const { default: decompress } = await import("woff2-encoder/decompress");
  return decompress(file);
}

const WOFF_HEADER = 44;
const WOFF_RECORD = 20;
const SFNT_RECORD = 16;

/** WOFF 1.0: the tables of the font, each deflated by itself. */
function unpackWoff(file: Uint8Array): Uint8Array {
  const view = viewOf(file);
  const count = view.getUint16(12);
  const header = new Uint8Array(12 + SFNT_RECORD * count);
  header.set(file.subarray(4, 8));
  viewOf(header).setUint16(4, count);
  const tables: Uint8Array[] = [header];
  let offset = header.length;
  for (let index = 0; index < count; index++) {
    const at = WOFF_HEADER + WOFF_RECORD * index;
    const table = inflateTable(file, at);
    const record = 12 + SFNT_RECORD * index;
    header.set(file.subarray(at, at + 4), record);
    viewOf(header).setUint32(record + 8, offset);
    viewOf(header).setUint32(record + 12, table.length);
    tables.push(padded(table));
    offset += padded(table).length;
    if (offset > LARGEST_FONT) throw new Error("the font is larger than 32 MB");
  }
  return concatenate(tables);
}

function inflateTable(file: Uint8Array, record: number): Uint8Array {
  const view = viewOf(file);
  const [start, packed, length] = [4, 8, 12].map((at) => view.getUint32(record + at));
  if (start === undefined || packed === undefined || length === undefined) return new Uint8Array();
  const bytes = file.subarray(start, start + packed);
  return packed < length ? inflateSync(bytes, { maxOutputLength: LARGEST_FONT }) : bytes;
}
