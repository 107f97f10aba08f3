/** The bytes of an image in, its size in px out, or why it cannot be set (PNG 3; ITU T.81, B). */
import { inflateSync } from "node:zlib";
import type { Image } from "./picture.js";

/** @returns a sentence about what is wrong, where something is */
export function readImage(bytes: Uint8Array): Image | string {
  if (startsWith(bytes, PNG)) return readPng(bytes);
  if (startsWith(bytes, JPEG)) return readJpeg(bytes);
  return "it is no PNG, JPEG or SVG";
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8];

/** Larger ones ask for more memory than a page is worth. */
const MOST_PIXELS = 50_000_000;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Samples per pixel, by PNG's colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
}

function readPng(bytes: Uint8Array): Image | string {
  const chunks = chunksOf(bytes);
  const head = chunks && headOf(chunks);
  if (!chunks || !head) return "its PNG data is damaged";
  const { width, height, depth, colorType, isInterlaced } = head;
  const fault = faultOfSize(width, height) ?? faultOfPng(head, chunks);
  if (fault) return fault;
  const data = chunks.filter(({ type }) => type === "IDAT").map(({ data: part }) => part);
  const rowBytes = Math.ceil((width * depth * (CHANNELS[colorType] ?? 1)) / 8) + 1;
  if (!isInterlaced && !inflatesTo(data, rowBytes * height)) return "its PNG data is damaged";
  if (isInterlaced && !inflatesTo(data, undefined)) return "its PNG data is damaged";
  return { kind: "image", bytes, width, height };
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === "IEND") return chunks;
    at += 12 + length;
  }
  return undefined;
}

function headOf([first]: readonly Chunk[]): PngHead | undefined {
  if (first?.type !== "IHDR" || first.data.length < 13) return undefined;
  const view = viewOf(first.data);
  const [depth, colorType] = [view.getUint8(8), view.getUint8(9)];
  if (![1, 2, 4, 8, 16].includes(depth) || CHANNELS[colorType] === undefined) return undefined;
  const size = { width: view.getUint32(0), height: view.getUint32(4) };
  return { ...size, depth, colorType, isInterlaced: view.getUint8(12) === 1 };
}

function faultOfSize(width: number, height: number): string | undefined {
  if (width === 0 || height === 0) return "it has no size";
  return width * height > MOST_PIXELS ? "it has more than fifty million pixels" : undefined;
}

/** What the PDF library does not decode. */
function faultOfPng(head: PngHead, chunks: readonly Chunk[]): string | undefined {
  const { depth, colorType, isInterlaced } = head;
  if (isInterlaced && depth !== 8) return `it is an interlaced PNG of ${depth} bits a sample`;
  const palette = chunks.find(({ type }) => type === "PLTE");
  if (colorType === 3 && !palette) return "its PNG data is damaged";
  const isSeeThrough = colorType === 3 && chunks.some(({ type }) => type === "tRNS");
  if (isSeeThrough && depth !== 8) return `it is a see-through PNG of ${depth} bits a pixel`;
  return undefined;
}

/** @param length bytes that have to come out; undefined when that is not known */
function inflatesTo(parts: readonly Uint8Array[], length: number | undefined): boolean {
  try {
    const limit = length ?? MOST_PIXELS * 8;
    const inflated = inflateSync(Buffer.concat(parts), { maxOutputLength: limit + 1024 });
    return length === undefined ? inflated.length > 0 : inflated.length >= length;
  } catch {
    return false;
  }
}

/** The size stands in the start-of-frame segment. */
function readJpeg(bytes: Uint8Array): Image | string {
  const view = viewOf(bytes);
  for (let at = 2; at + 10 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) break;
    if (!FRAMES.has(marker)) continue;
    const [width, height] = [view.getUint16(at + 7), view.getUint16(at + 5)];
    const fault = faultOfSize(width, height) ?? faultOfFrame(view, at);
    return fault ?? { kind: "image", bytes, width, height };
  }
  return "its JPEG data is damaged";
}

/** Without DHT, JPG and DAC, which are no frames. */
const FRAMES: ReadonlySet<number> = new Set([
  0xffc0, 0xffc1, 0xffc2, 0xffc3, 0xffc5, 0xffc6, 0xffc7, 0xffc9, 0xffca, 0xffcb, 0xffcd, 0xffce,
  0xffcf,
]);

function faultOfFrame(view: DataView, at: number): string | undefined {
  const channels = view.getUint8(at + 9);
  if (view.getUint8(at + 4) !== 8) return "it is a JPEG of other than 8 bits a sample";
  if (channels === 4) return "its JPEG colours are those of a press (CMYK)";
  return channels === 1 || channels === 3 ? undefined : "its JPEG data is damaged";
}
