/** Bytes in, PDF values and operators out, one after the other (ISO 32000-1, 7.2 and 7.3). */
import { isOperator, type PdfDictionary, type PdfValue, type Token } from "./value.js";

/** A file that nests deeper was made to hold the reader up. */
const DEEPEST = 64;

/** The bytes are no PDF, or not one that can be read to its end. */
export class PdfError extends Error {}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** What ends a word: 1 for white space, 2 for a delimiter. */
const ENDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) ENDS[byte] = 1;
for (const byte of Buffer.from("()<>[]{}/%")) ENDS[byte] = 2;

export class Tokens {
  readonly bytes: Buffer;
  at: number;
  #depth = 0;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /**
   * The next value or operator; undefined at the end.
   * @throws {PdfError} where the bytes break off or nest too deep
   */
  next(): Token | undefined {
    this.#skipSpace();
    const first = this.bytes[this.at];
    switch (first) {
      case undefined:
        return undefined;
      case 0x2f:
        this.at += 1;
        return { kind: "name", name: this.#name() };
      case 0x28:
        return this.#literalString();
      case 0x5b:
        this.at += 1;
        return { kind: "array", items: this.#upTo("]") };
      case 0x3c:
        return this.bytes[this.at + 1] === first ? this.#dictionary() : this.#hexString();
      case 0x3e:
        this.at += this.bytes[this.at + 1] === first ? 2 : 1;
        return { kind: "operator", word: ">>" };
      case 0x5d:
      case 0x7b:
      case 0x7d:
      case 0x29:
        this.at += 1;
        return { kind: "operator", word: String.fromCharCode(first) };
      default:
        return this.#word();
    }
  }

  #skipSpace(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) while (this.at < this.bytes.length && !this.#isLineEnd()) this.at += 1;
      else if (ENDS[byte] !== 1) return;
    }
  }

  #isLineEnd(): boolean {
    return this.bytes[this.at] === 10 || this.bytes[this.at] === 13;
  }

  #regular(): string {
    const start = this.at;
    while (this.at < this.bytes.length && ENDS[this.bytes[this.at] ?? 0] === 0) this.at += 1;
    return this.bytes.toString("latin1", start, this.at);
  }

  #name(): string {
    return this.#regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #word(): Token {
    const word = this.#regular();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.#numberOrReference(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : { kind: "operator", word };
  }

  #numberOrReference(word: string): PdfValue {
    // A reference is two whole numbers and an R; most numbers are not followed by a digit.
    const next = this.bytes[this.at + 1] ?? 0;
    if (next < 0x30 || next > 0x39 || !/^\d+$/.test(word)) return Number(word);
    const tail = this.bytes.toString("latin1", this.at, this.at + 12);
    const reference = /^\s+\d+\s+R(?![^\s()<>[\]{}/%])/.exec(tail);
    if (reference === null) return Number(word);
    this.at += reference[0].length;
    return { kind: "reference", id: Number(word) };
  }

  #upTo(end: string): PdfValue[] {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new PdfError("values nest too deep");
    const items: PdfValue[] = [];
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (isOperator(token, end)) {
        this.#depth -= 1;
        return items;
      }
      if (!isOperator(token)) items.push(token);
    }
    throw new PdfError(`no ${end} before the end`);
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const items = this.#upTo(">>");
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      if (typeof key !== "object" || key?.kind !== "name") throw new PdfError("a key is no name");
      entries.set(key.name, items[index + 1] ?? null);
    }
    return { kind: "dictionary", entries };
  }

  #hexString(): PdfValue {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end === -1) throw new PdfError("a string does not end");
    const digits = this.bytes.toString("latin1", this.at + 1, end).replace(/\s+/g, "");
    this.at = end + 1;
    return { kind: "string", bytes: Buffer.from(digits + "0".repeat(digits.length % 2), "hex") };
  }

  #literalString(): PdfValue {
    const letters: number[] = [];
    let depth = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x5c) {
        this.#escaped(letters);
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth === 0) break;
      if (byte !== 0x28 || depth > 1) letters.push(byte);
    }
    if (this.at >= this.bytes.length) throw new PdfError("a string does not end");
    this.at += 1;
    return { kind: "string", bytes: Buffer.from(letters) };
  }

  /** Stands on the backslash, and after it on the last letter that belongs to it. */
  #escaped(letters: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString("latin1", this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      letters.push(Number.parseInt(octal, 8) & 0xff);
      return;
    }
    this.at += 1;
    const byte = this.bytes[this.at] ?? 0;
    // A line end that is escaped is none; one of two bytes counts as one.
    if (byte === 13 && this.bytes[this.at + 1] === 10) this.at += 1;
    if (byte !== 10 && byte !== 13) letters.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
  }
}
