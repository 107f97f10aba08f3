/** The kinds of value that a PDF is made of (ISO 32000-1, 7.3), and questions to them. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "string"; readonly bytes: Buffer }
  | { readonly kind: "reference"; readonly id: number }
  | { readonly kind: "array"; readonly items: readonly PdfValue[] }
  | PdfDictionary;

export interface PdfDictionary {
  readonly kind: "dictionary";
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Of a stream: its bytes as they stand in the file. */
  readonly stream?: Buffer;
}

/** What a content stream does with the values before it (ISO 32000-1, 7.8.2). */
export interface Operator {
  readonly kind: "operator";
  readonly word: string;
}

export type Token = PdfValue | Operator;

export function isOperator(token: Token | undefined, word?: string): token is Operator {
  if (typeof token !== "object" || token?.kind !== "operator") return false;
  return word === undefined || token.word === word;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === "object" && value?.kind === "dictionary";
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === "object" && value?.kind === "name" ? value.name : undefined;
}

export function referenceOf(value: PdfValue | undefined): number | undefined {
  return typeof value === "object" && value?.kind === "reference" ? value.id : undefined;
}

export function bytesOf(value: PdfValue | undefined): Buffer | undefined {
  return typeof value === "object" && value?.kind === "string" ? value.bytes : undefined;
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 where it says so, otherwise one byte a letter. */
export function textOf(value: PdfValue | undefined): string | undefined {
  const bytes = bytesOf(value);
  if (bytes === undefined) return undefined;
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? utf16(bytes.subarray(2))
    : bytes.toString("latin1");
}

/** UTF-16, the higher byte first. */
export function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString("utf16le");
}
