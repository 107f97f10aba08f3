/** Bytes in, PDF values and operators out, one after the other (ISO 32000-1, 7.2 and 7.3). */
import type { PdfDictionary, PdfValue } from "./value.js";

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...Buffer.from("()<>[]{}/%")]);
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

export interface Operator {
  readonly kind: "operator";
  readonly word: string;
}

export type Token = PdfValue | Operator;

export function isOperator(token: Token | undefined, word?: string): token is Operator {
  if (typeof token !== "object" || token?.kind !== "operator") return false;
  return word === undefined || token.word === word;
}

export class Tokens {
  constructor(
    private readonly bytes: Buffer,
    public at = 0,
  ) {}

  /** The next value or operator; undefined at the end. */
  next(): Token | undefined {
    this.skipSpace();
    const first = this.bytes[this.at];
    if (first === undefined) return undefined;
    switch (String.fromCharCode(first)) {
      case "/":
        this.at += 1;
        return { kind: "name", name: this.name() };
      case "(":
        return this.literalString();
      case "[":
        this.at += 1;
        return { kind: "array", items: this.upTo("]") };
      case "<":
        return this.bytes[this.at + 1] === first ? this.dictionary() : this.hexString();
      case ">":
        this.at += this.bytes[this.at + 1] === first ? 2 : 1;
        return { kind: "operator", word: ">>" };
      case "]":
      case "{":
      case "}":
      case ")":
        this.at += 1;
        return { kind: "operator", word: String.fromCharCode(first) };
      default:
        return this.word();
    }
  }

  private skipSpace(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) while (this.at < this.bytes.length && !this.isLineEnd()) this.at += 1;
      else if (!SPACE.has(byte)) return;
    }
  }

  private isLineEnd(): boolean {
    return this.bytes[this.at] === 10 || this.bytes[this.at] === 13;
  }

  private regular(): string {
    const start = this.at;
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0;
      if (SPACE.has(byte) || DELIMITERS.has(byte)) break;
      this.at += 1;
    }
    return this.bytes.toString("latin1", start, this.at);
  }

  private name(): string {
    return this.regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  private word(): Token {
    const word = this.regular();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.numberOrReference(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : { kind: "operator", word };
  }

  private numberOrReference(word: string): PdfValue {
    const tail = this.bytes.toString("latin1", this.at, this.at + 12);
    const reference = /^\s+\d+\s+R(?![^\s()<>[\]{}/%])/.exec(tail);
    if (reference === null || !/^\d+$/.test(word)) return Number(word);
    this.at += reference[0].length;
    return { kind: "reference", id: Number(word) };
  }

  private upTo(end: string): PdfValue[] {
    const items: PdfValue[] = [];
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (isOperator(token, end)) return items;
      if (!isOperator(token)) items.push(token);
    }
    throw new Error(`no ${end} before the end`);
  }

  private dictionary(): PdfDictionary {
    this.at += 2;
    const items = this.upTo(">>");
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      const value = items[index + 1];
      if (typeof key !== "object" || key?.kind !== "name") throw new Error("a key is no name");
      entries.set(key.name, value ?? null);
    }
    return { kind: "dictionary", entries };
  }

  private hexString(): PdfValue {
    const end = this.bytes.indexOf(">", this.at);
    const digits = this.bytes.toString("latin1", this.at + 1, end).replace(/\s/g, "");
    this.at = end + 1;
    return {
      kind: "string",
      bytes: Buffer.from(digits.padEnd(digits.length + (digits.length % 2), "0"), "hex"),
    };
  }

  private literalString(): PdfValue {
    let letters = "";
    let depth = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const letter = String.fromCharCode(this.bytes[this.at] ?? 0);
      if (letter === "\\") letters += this.escaped();
      else if (letter === ")" && depth === 1) break;
      else if (letter !== "(" || depth > 0) letters += letter;
      if (letter === "(") depth += 1;
      if (letter === ")") depth -= 1;
    }
    this.at += 1;
    return { kind: "string", bytes: Buffer.from(letters, "latin1") };
  }

  /** Stands on the backslash, and after it on the last letter that belongs to it. */
  private escaped(): string {
    const [octal] =
      /^[0-7]{1,3}/.exec(this.bytes.toString("latin1", this.at + 1, this.at + 4)) ?? [];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    const letter = String.fromCharCode(this.bytes[this.at] ?? 0);
    return letter === "\n" ? "" : (ESCAPES[letter] ?? letter);
  }
}
