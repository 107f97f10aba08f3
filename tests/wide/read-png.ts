/** A PNG as pdftoppm writes it in, its pixels out (PNG, third edition, 9 and 10). */
import { inflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, 0 to 255, row by row. */
  readonly samples: Uint8Array;
}

export const CHANNELS = 3;

/** @throws on any other kind of PNG */
export function readPng(bytes: Buffer): Pixels {
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ name }) => name === "IHDR")?.data ?? Buffer.alloc(13);
  const [depth, colorType, , , interlace] = head.subarray(8);
  if (depth !== 8 || colorType !== 2 || interlace !== 0) {
    throw new Error("not a PNG of three times eight bits without interlacing");
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = chunks.flatMap(({ name, data }) => (name === "IDAT" ? [data] : []));
  const samples = unfilter(inflateSync(Buffer.concat(packed)), width * CHANNELS, height);
  return { width, height, samples };
}

function chunksOf(bytes: Buffer): { readonly name: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Every row begins with the number of its filter, which says what was taken from each sample. */
function unfilter(rows: Buffer, length: number, height: number): Uint8Array {
  const samples = new Uint8Array(length * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (length + 1)] ?? 0;
    for (let x = 0; x < length; x += 1) {
      const at = y * length + x;
      const before = x >= CHANNELS ? (samples[at - CHANNELS] ?? 0) : 0;
      const above = y > 0 ? (samples[at - length] ?? 0) : 0;
      const corner = x >= CHANNELS && y > 0 ? (samples[at - length - CHANNELS] ?? 0) : 0;
      samples[at] = (rows[at + y + 1] ?? 0) + predict(filter, before, above, corner);
    }
  }
  return samples;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const apart = (value: number) => Math.abs(guess - value);
  if (apart(left) <= apart(above) && apart(left) <= apart(corner)) return left;
  return apart(above) <= apart(corner) ? above : corner;
}
