/** Bytes to text: byte order marks, UTF-8, and the single-byte code pages that old sites left. */
import type { Diagnostic } from "../model/diagnostic.js";
import { isTextLike } from "./text-likeness.js";

export interface Decoded {
  /** Null where the bytes are no text. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes a file; the byte order mark does not become part of the text. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) {
    const text = decodeAs(bytes.subarray(marked.mark.length), marked.encoding);
    return text === null ? invalidEncoding(bytes, file) : checked(text, file);
  }
  if (bytes.includes(0)) return binary(file);
  const text = decodeAs(bytes, "utf-8");
  return text === null ? decodeCodePage(bytes, file) : checked(text, file);
}

/** Longest first: the mark of UTF-32 begins like that of UTF-16, and is then no text to us. */
const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** Tried in this order on bytes that are not UTF-8. */
const CODE_PAGES = ["windows-1254", "windows-1252", "windows-1256", "windows-1251"] as const;

function decodeCodePage(bytes: Uint8Array, file: string): Decoded {
  for (const encoding of CODE_PAGES) {
    const text = decodeAs(bytes, encoding);
    if (text === null || !isTextLike(text)) continue;
    const diagnostic: Diagnostic = {
      code: "guessed-encoding",
      severity: "warning",
      message: `not UTF-8, read as ${encoding}`,
      place: { file, line: lineOfOffset(bytes, invalidOffset(bytes)) },
      hint: "save the file as UTF-8 if letters look wrong",
    };
    return { text, diagnostics: [diagnostic] };
  }
  return invalidEncoding(bytes, file);
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function checked(text: string, file: string): Decoded {
  return text.includes("\0") ? binary(file) : { text, diagnostics: [] };
}

function binary(file: string): Decoded {
  const diagnostic: Diagnostic = {
    code: "binary-file",
    severity: "error",
    message: "holds binary data, not text",
    place: { file },
    hint: "convert it to plain text, or leave it out of the articles folder",
  };
  return { text: null, diagnostics: [diagnostic] };
}

function invalidEncoding(bytes: Uint8Array, file: string): Decoded {
  const offset = invalidOffset(bytes);
  const diagnostic: Diagnostic = {
    code: "invalid-encoding",
    severity: "error",
    message: `byte ${offset} is not valid UTF-8, and no known code page fits`,
    place: { file, line: lineOfOffset(bytes, offset) },
    hint: "save the file as UTF-8",
  };
  return { text: null, diagnostics: [diagnostic] };
}

/** Offset of the first byte that no UTF-8 decoder accepts, found by halving. */
function invalidOffset(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid < invalid) {
    const middle = Math.floor((valid + invalid + 1) / 2);
    if (isValidPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle - 1;
  }
  return valid;
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    // A character cut at the end of the prefix is no error while the stream goes on.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineOfOffset(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index += 1) if (bytes[index] === 0x0a) line += 1;
  return line;
}
