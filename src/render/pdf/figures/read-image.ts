/** The `src` of an image in, its bytes and its size in px out. */
import { NO_FILES, type ReadFile, resolveReference } from "../page/page-files.js";
import type { Image } from "./picture.js";

/** @returns undefined for anything but a PNG or JPEG, carried by the page itself or beside it. */
export function readImage(src: string, files: ReadFile = NO_FILES): Image | undefined {
  const bytes = dataOf(src) ?? bytesOf(src, files);
  if (bytes === undefined) return undefined;
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (!size || size.width === 0 || size.height === 0) return undefined;
  return { kind: "image", bytes, ...size };
}

function dataOf(src: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpeg|jpg);base64,([A-Za-z0-9+/=\s]+)$/.exec(src)?.[1];
  return data === undefined ? undefined : new Uint8Array(Buffer.from(data, "base64"));
}

function bytesOf(src: string, files: ReadFile): Uint8Array | undefined {
  const path = resolveReference(src);
  return path === undefined ? undefined : files(path);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** PNG, 11.2.2: the IHDR chunk comes first. */
function pngSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU T.81, B.2.2: the size stands in the start-of-frame segment. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    const isFrame =
      marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker < 0xff00) return undefined;
  }
  return undefined;
}
