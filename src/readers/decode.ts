/** Bytes to text: byte order marks, what a page declares (WHATWG Encoding), UTF-8, and code pages. */
import type { Diagnostic } from "../model/diagnostic.js";
import { fitsCodePage, guessCodePage } from "./code-pages.js";
import { declaredEncoding, encodingNamed } from "./declared-encoding.js";
import { wideEncoding } from "./wide-encoding.js";

export interface Decoded {
  /** Null where the bytes are no text. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes a file; the byte order mark does not become part of the text. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const marked = decodeMarked(bytes, file) ?? decodeWide(bytes, file);
  if (marked !== null) return withoutZeros(marked, file);
  if (bytes.includes(0)) return binary(file);
  const text = decodeAs(bytes, "utf-8");
  return text === null ? decodeOther(bytes, file) : { text, diagnostics: [] };
}

/**
 * Decodes a page or an XML file, which may declare its encoding. What it declares holds unless the
 * bytes say otherwise: valid UTF-8 is UTF-8, whatever single-byte code page a template declares.
 * @param served what the server declared, for a page that declares nothing
 */
export function decodeHtml(bytes: Uint8Array, file: string, served?: string | null): Decoded {
  const marked = decodeMarked(bytes, file) ?? decodeWide(bytes, file);
  if (marked?.text != null) return { ...marked, text: marked.text.replaceAll("\0", "") };
  // Parsers of HTML drop the zeros that some servers pad pages with.
  const clean = bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
  const declared = declaredEncoding(clean) ?? (served ? encodingNamed(served) : null);
  if (declared === null || declared === "utf-8") return decodeText(clean, file);
  return decodeDeclared(clean, file, declared);
}

function decodeDeclared(bytes: Uint8Array, file: string, declared: string): Decoded {
  const text = decodeAs(bytes, declared);
  const utf8 = text === null || !MULTI_BYTE.has(declared) ? decodeAs(bytes, "utf-8") : null;
  if (utf8 !== null) {
    const isSame = utf8 === text;
    return { text: utf8, diagnostics: isSame ? [] : [otherThanDeclared(file, declared, "utf-8")] };
  }
  if (text !== null && fitsCodePage(bytes, declared)) return { text, diagnostics: [] };
  const guessed = guessCodePage(bytes);
  if (guessed === null) {
    return text === null ? decodeOther(bytes, file) : { text, diagnostics: [] };
  }
  return {
    text: new TextDecoder(guessed).decode(bytes),
    diagnostics: [otherThanDeclared(file, declared, guessed)],
  };
}

/** Encodings of several bytes a letter, in which valid UTF-8 may be words by chance. */
const MULTI_BYTE = new Set(
  "gbk gb18030 big5 euc-jp euc-kr shift_jis iso-2022-jp utf-16le utf-16be".split(" "),
);

/** Longest first: the mark of UTF-32 begins like that of UTF-16, and is then no text to us. */
const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

function decodeMarked(bytes: Uint8Array, file: string): Decoded | null {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked === undefined) return null;
  const rest = bytes.subarray(marked.mark.length);
  const text = decodeAs(rest, marked.encoding);
  return text === null ? damaged(rest, file, marked.encoding) : { text, diagnostics: [] };
}

/** UTF-16 whose mark was lost. */
function decodeWide(bytes: Uint8Array, file: string): Decoded | null {
  const encoding = wideEncoding(bytes);
  if (encoding === null) return null;
  const text = decodeAs(bytes, encoding);
  if (text === null) return damaged(bytes, file, encoding);
  return { text, diagnostics: [guessed(bytes, file, encoding)] };
}

/** UTF-8 with a few broken bytes, or a code page. */
function decodeOther(bytes: Uint8Array, file: string): Decoded {
  if (isMostlyUtf8(bytes)) return damaged(bytes, file, "utf-8");
  const encoding = guessCodePage(bytes);
  if (encoding === null) return invalidEncoding(bytes, file);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, diagnostics: [guessed(bytes, file, encoding)] };
}

/** Letters that are valid UTF-8 by chance are rare in code pages. */
const VALID_PER_BROKEN = 2;

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const letters = new TextDecoder("utf-8").decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  const broken = letters.filter((letter) => letter === "\ufffd").length;
  return letters.length - broken >= broken * VALID_PER_BROKEN;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decoderOf(encoding).decode(bytes);
  } catch {
    return null;
  }
}

/** Kept for the one that nearly every file needs; others may hold on to what broke them off. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  if (encoding === "utf-8") return UTF8;
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function withoutZeros(decoded: Decoded, file: string): Decoded {
  return decoded.text?.includes("\0") === true ? binary(file) : decoded;
}

function damaged(bytes: Uint8Array, file: string, encoding: string): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const count = text.split("\ufffd").length - 1;
  const line = text.slice(0, text.indexOf("\ufffd")).split("\n").length;
  const diagnostic: Diagnostic = {
    code: "broken-letters",
    severity: "warning",
    message: `${count} ${count === 1 ? "place is" : "places are"} not valid ${encoding} and read \ufffd`,
    place: { file, line },
    hint: "fetch the file again, or correct the letters",
  };
  return { text, diagnostics: [diagnostic] };
}

function guessed(bytes: Uint8Array, file: string, encoding: string): Diagnostic {
  return {
    code: "guessed-encoding",
    severity: "warning",
    message: `not UTF-8, read as ${encoding}`,
    place: { file, line: lineOfOffset(bytes, invalidOffset(bytes)) },
    hint: "save the file as UTF-8 if letters look wrong",
  };
}

function otherThanDeclared(file: string, declared: string, encoding: string): Diagnostic {
  return {
    code: "guessed-encoding",
    severity: "info",
    message: `declares ${declared}, but is ${encoding}, and was read so`,
    place: { file },
    hint: "correct what it declares if letters look wrong",
  };
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
