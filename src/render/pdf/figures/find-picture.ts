/** The `src` of an image in, the bytes that it names out: carried by the page, or beside it. */
import { type ReadFile, resolveReference } from "../page/page-files.js";

/** @returns undefined when the page carries no such thing; no address is ever opened */
export function findPicture(src: string, files: ReadFile): Uint8Array | undefined {
  if (/^\s*data:/i.test(src)) return dataOf(src.trim());
  const path = resolveReference(src);
  return path === undefined ? undefined : files(path);
}

/** RFC 2397. */
function dataOf(uri: string): Uint8Array | undefined {
  const [, isBase64, data] = /^data:[^,]*?(;base64)?,(.*)$/is.exec(uri) ?? [];
  if (data === undefined) return undefined;
  if (isBase64) return new Uint8Array(Buffer.from(data, "base64"));
  try {
    return new TextEncoder().encode(decodeURIComponent(data));
  } catch {
    return new TextEncoder().encode(data);
  }
}

/** @returns undefined when the bytes are not those of an SVG drawing */
export function svgText(bytes: Uint8Array): string | undefined {
  const begin = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT));
  return /<svg[\s>]/i.test(begin) ? new TextDecoder().decode(bytes) : undefined;
}

/** Bytes in which `<svg` has to stand, after comments and declarations. */
const LOOKED_AT = 4096;
