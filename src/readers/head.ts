/** A file's first bytes and its name to what formats are told by. */
import type { Head } from "./reader.js";

/** Bytes looked at: enough for comments and white space before the first tag. */
const REACH = 4096;

export function headOf(bytes: Uint8Array, file: string): Head {
  const front = bytes.subarray(0, REACH);
  const text = DECODERS[encodingOf(front)].decode(front).replace(/^[\ufeff\s]+/u, "");
  return { bytes: front, text, extension: extensionOf(file) };
}

const DECODERS = {
  "utf-8": new TextDecoder("utf-8"),
  "utf-16le": new TextDecoder("utf-16le"),
  "utf-16be": new TextDecoder("utf-16be"),
} as const;

function encodingOf(bytes: Uint8Array): keyof typeof DECODERS {
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

/** Of `page.html.gz` that of the page: where the file is still packed, its content shows it. */
function extensionOf(file: string): string {
  const unpacked = file.toLowerCase().replace(/\.gz$/, "");
  return /\.[\p{L}\p{N}_-]{1,12}$/u.exec(unpacked)?.[0] ?? "";
}
