/** The packed streams of a PDF to whether one would fill the memory: the parser inflates them whole. */
import { inflate } from "../archive/inflate.js";

/** Inflated bytes. A drawn map has a few millions of them, and each takes a microsecond to go through. */
const LIMITS = {
  content: 6 * 1024 * 1024,
  font: 32 * 1024 * 1024,
  image: 128 * 1024 * 1024,
} as const;
/** Bytes before a stream in which its dictionary stands. */
const DICTIONARY = 400;
const MAX_STREAMS = 50_000;

/** Stops at the first that holds too much. */
export async function hasHugeStream(bytes: Uint8Array): Promise<boolean> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (let count = 0; count < MAX_STREAMS; count += 1) {
    const keyword = buffer.indexOf("stream", from, "latin1");
    if (keyword === -1) return false;
    const front = buffer.toString("latin1", Math.max(from, keyword - DICTIONARY), keyword);
    const dictionary = front.slice(front.lastIndexOf(" obj") + 1);
    const start = afterLineEnd(buffer, keyword + "stream".length);
    from = start;
    if (!/\/Fl(?:ateDecode)?\b/.test(dictionary)) continue;
    const end = endOf(buffer, start);
    if (await isHuge(buffer.subarray(start, end), dictionary)) return true;
    from = end;
  }
  return true;
}

function afterLineEnd(buffer: Buffer, offset: number): number {
  if (buffer[offset] === 0x0d) return offset + (buffer[offset + 1] === 0x0a ? 2 : 1);
  return buffer[offset] === 0x0a ? offset + 1 : offset;
}

function endOf(buffer: Buffer, start: number): number {
  const end = buffer.indexOf("endstream", start, "latin1");
  return end === -1 ? buffer.length : end;
}

async function isHuge(packed: Uint8Array, dictionary: string): Promise<boolean> {
  const limit = limitOf(dictionary);
  // What is short cannot hold that much: deflate packs a thousand to one at the best.
  const filters = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 1;
  if (filters === 1 && packed.length * 1100 < limit) return false;
  const { bytes, end } = await inflate(packed, "zlib", limit);
  if (end === "over-limit") return true;
  return filters > 1 && (await inflate(bytes, "zlib", limit)).end === "over-limit";
}

function limitOf(dictionary: string): number {
  if (/\/Subtype\s?\/Image\b/.test(dictionary)) return LIMITS.image;
  return /\/Length1\b|\/Subtype\s?\/(?:Type1C|CIDFontType0C|OpenType)\b/.test(dictionary)
    ? LIMITS.font
    : LIMITS.content;
}
