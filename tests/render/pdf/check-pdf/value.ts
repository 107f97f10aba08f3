/** The kinds of value that a PDF is made of (ISO 32000-1, 7.3), and questions to them. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "string"; readonly bytes: Buffer }
  | { readonly kind: "reference"; readonly id: number }
  | PdfArray
  | PdfDictionary;

export interface PdfArray {
  readonly kind: "array";
  readonly items: PdfValue[];
}

export interface PdfDictionary {
  readonly kind: "dictionary";
  readonly entries: Map<string, PdfValue>;
  /** The bytes of a stream, as they stand in the file. */
  stream?: Buffer;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === "object" && value?.kind === "dictionary";
}

export function isArray(value: PdfValue | undefined): value is PdfArray {
  return typeof value === "object" && value?.kind === "array";
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === "object" && value?.kind === "name" ? value.name : undefined;
}

export function referenceOf(value: PdfValue | undefined): number | undefined {
  return typeof value === "object" && value?.kind === "reference" ? value.id : undefined;
}

/** A text string: UTF-16 where it says so, otherwise one byte a letter. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== "object" || value?.kind !== "string") return undefined;
  const { bytes } = value;
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString("latin1");
  return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
}
