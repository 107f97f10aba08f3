/** A font of a PDF in, the words that its codes stand for out (ISO 32000-1, 9.10.3). */
import {
  bytesOf,
  isOperator,
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
  Tokens,
  utf16,
} from "../../pdf/index.js";

export interface GlyphWords {
  /** The letters of a string of codes, two bytes each; null where one of them has none. */
  wordsOf(codes: Buffer): string | null;
}

/** More entries than codes of two bytes. */
const MOST_CODES = 65_536;

export function readGlyphWords(file: PdfFile, font: PdfDictionary | undefined): GlyphWords {
  const letters = new Map<number, string>();
  const map = file.dictionary(font, "ToUnicode");
  if (map !== undefined) readMap(new Tokens(file.unpack(map)), letters);
  return {
    wordsOf: (codes) => {
      let words = "";
      for (let at = 0; at + 1 < codes.length; at += 2) {
        const found = letters.get(codes.readUInt16BE(at));
        if (found === undefined) return null;
        words += found;
      }
      return words;
    },
  };
}

function readMap(tokens: Tokens, letters: Map<number, string>): void {
  let operands: PdfValue[] = [];
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (token.word === "endbfchar") addSingles(operands, letters);
    if (token.word === "endbfrange") addRanges(operands, letters);
    operands = [];
  }
}

function addSingles(operands: readonly PdfValue[], letters: Map<number, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const words = bytesOf(operands[at + 1]);
    if (words !== undefined) letters.set(codeOf(operands[at]), utf16(words));
  }
}

function addRanges(operands: readonly PdfValue[], letters: Map<number, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const from = codeOf(operands[at]);
    const to = Math.min(codeOf(operands[at + 1]), from + MOST_CODES);
    const target = operands[at + 2];
    const first = bytesOf(target);
    if (typeof target === "object" && target?.kind === "array") {
      target.items.forEach((item, index) => {
        const words = bytesOf(item);
        if (words !== undefined && from + index <= to) letters.set(from + index, utf16(words));
      });
    } else if (first !== undefined) {
      const start = utf16(first).codePointAt(0) ?? 0;
      for (let code = from; code <= to; code += 1) {
        letters.set(code, String.fromCodePoint(Math.min(start + code - from, 0x10ffff)));
      }
    }
  }
}

/** NaN for what is no code. */
function codeOf(value: PdfValue | undefined): number {
  const bytes = bytesOf(value);
  return bytes === undefined || bytes.length === 0 || bytes.length > 4
    ? Number.NaN
    : bytes.readUIntBE(0, bytes.length);
}
