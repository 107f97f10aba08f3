/** Bytes of a file of text to the name of the encoding in which it was read (WHATWG Encoding). */
import { guessCodePage } from "./code-pages.js";
import { declaredEncoding } from "./declared-encoding.js";
import { decodeHtml, decodeText } from "./decode.js";

/** Formats whose files declare nothing, and those that may. */
const PLAIN: ReadonlySet<string> = new Set(["text", "markdown", "json", "jsonl", "csv"]);
const MARKUP: ReadonlySet<string> = new Set(["html"]);

/** @returns null for formats of bytes, and for those whose parts have encodings of their own */
export function encodingOf(bytes: Uint8Array, format: string): string | null {
  if (!PLAIN.has(format) && !MARKUP.has(format)) return null;
  const { text } = (MARKUP.has(format) ? decodeHtml : decodeText)(bytes, "");
  if (text === null) return null;
  const candidates = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    declaredEncoding(bytes),
    guessCodePage(bytes),
  ];
  return candidates.find((name) => name !== null && decodesTo(bytes, name, text)) ?? null;
}

function decodesTo(bytes: Uint8Array, encoding: string, text: string): boolean {
  const decoded = new TextDecoder(encoding).decode(bytes);
  return decoded === text || decoded.replaceAll("\0", "") === text;
}
