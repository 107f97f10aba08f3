/** The bytes of a PDF and a place among them in, the object that stands there out (ISO 32000-1, 7.3.10). */
import { PdfError, Tokens } from "./tokens.js";
import { isDictionary, isOperator, type PdfValue } from "./value.js";

/**
 * The object at a place of the file.
 * @throws {PdfError} where another stands there, or none
 */
export function readObject(
  bytes: Buffer,
  offset: number,
  id?: number,
): { readonly id: number; readonly value: PdfValue } {
  const head = /^(\d{1,10}) \d{1,5} obj\b/.exec(bytes.toString("latin1", offset, offset + 32));
  const found = Number(head?.[1]);
  if (head === null || (id !== undefined && found !== id)) {
    throw new PdfError(`object ${id ?? ""} is not where the table says`);
  }
  const tokens = new Tokens(bytes, offset + head[0].length);
  const value = tokens.next();
  if (value === undefined || isOperator(value)) throw new PdfError(`object ${found} is empty`);
  if (!isDictionary(value) || !isOperator(tokens.next(), "stream")) return { id: found, value };
  const start = tokens.at + (bytes[tokens.at] === 13 ? 2 : 1);
  const length = value.entries.get("Length");
  if (typeof length !== "number" || length < 0 || start + length > bytes.length) {
    throw new PdfError(`stream ${found} is not as long as it says`);
  }
  const { entries } = value;
  const stream = bytes.subarray(start, start + length);
  return { id: found, value: { kind: "dictionary", entries, stream } };
}
