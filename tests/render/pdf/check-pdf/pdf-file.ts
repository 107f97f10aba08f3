/** The bytes of a PDF in, its objects by number and its trailer out; streams are inflated when asked for. */
import { inflateSync } from "node:zlib";
import { isOperator, Tokens } from "./tokens.js";
import {
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  referenceOf,
} from "./value.js";

export class PdfFile {
  readonly objects = new Map<number, PdfValue>();
  readonly trailer = new Map<string, PdfValue>();

  constructor(readonly bytes: Buffer) {
    const tokens = new Tokens(bytes);
    for (let at = 0; at >= 0; at = this.readNextObject(tokens, at));
    for (const object of [...this.objects.values()]) this.openObjectStream(object);
  }

  private readNextObject(tokens: Tokens, from: number): number {
    const head = /(\d+) \d+ obj|trailer/g;
    const window = this.bytes.toString("latin1", from, from + 400);
    const found = head.exec(window) ?? head.exec(this.bytes.toString("latin1", from));
    if (found === null) return -1;
    tokens.at = from + found.index + found[0].length;
    const value = tokens.next();
    if (value === undefined || isOperator(value)) throw new Error(`no value at ${tokens.at}`);
    if (isDictionary(value)) this.readStream(value, tokens);
    if (found[1] === undefined) this.readTrailer(value);
    else this.objects.set(Number(found[1]), value);
    return tokens.at;
  }

  private readStream(dictionary: PdfDictionary, tokens: Tokens): void {
    const before = tokens.at;
    if (!isOperator(tokens.next(), "stream")) {
      tokens.at = before;
      return;
    }
    const start = tokens.at + (this.bytes[tokens.at] === 13 ? 2 : 1);
    const length = this.resolve(dictionary.entries.get("Length"));
    const end =
      typeof length === "number" ? start + length : this.bytes.indexOf("endstream", start);
    dictionary.stream = this.bytes.subarray(start, end);
    tokens.at = end;
    if (nameOf(dictionary.entries.get("Type")) === "XRef") this.readTrailer(dictionary);
  }

  private readTrailer(value: PdfValue): void {
    if (isDictionary(value)) for (const [key, entry] of value.entries) this.trailer.set(key, entry);
  }

  private openObjectStream(object: PdfValue): void {
    if (!isDictionary(object) || nameOf(object.entries.get("Type")) !== "ObjStm") return;
    const bytes = this.streamOf(object);
    const first = Number(object.entries.get("First"));
    const heads = bytes.toString("latin1", 0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index + 1 < heads.length; index += 2) {
      const value = new Tokens(bytes, first + (heads[index + 1] ?? 0)).next();
      if (value !== undefined && !isOperator(value)) this.objects.set(heads[index] ?? 0, value);
    }
  }

  resolve(value: PdfValue | undefined): PdfValue {
    const id = referenceOf(value);
    return id === undefined ? (value ?? null) : (this.objects.get(id) ?? null);
  }

  /** What stands under the keys, one inside the other. */
  get(dictionary: PdfValue | undefined, ...keys: readonly string[]): PdfValue {
    return keys.reduce<PdfValue>((value, key) => {
      const inside = this.resolve(value);
      return isDictionary(inside) ? this.resolve(inside.entries.get(key)) : null;
    }, dictionary ?? null);
  }

  dictionary(value: PdfValue | undefined, ...keys: readonly string[]): PdfDictionary | undefined {
    const found = keys.length === 0 ? this.resolve(value) : this.get(value, ...keys);
    return isDictionary(found) ? found : undefined;
  }

  /** The members of an array; a value that is none counts as its only member. */
  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.resolve(value);
    if (found === null) return [];
    return isArray(found) ? found.items : [value ?? null];
  }

  get catalog(): PdfDictionary {
    const catalog = this.dictionary(this.trailer.get("Root"));
    if (catalog === undefined) throw new Error("the file has no catalog");
    return catalog;
  }

  /** The pages, in order, each with the number of its object. */
  get pages(): { readonly id: number; readonly page: PdfDictionary }[] {
    const found: { id: number; page: PdfDictionary }[] = [];
    const open = (value: PdfValue) => {
      const page = this.dictionary(value);
      if (page === undefined) return;
      if (page.entries.has("Kids"))
        for (const kid of this.list(page.entries.get("Kids"))) open(kid);
      else found.push({ id: referenceOf(value) ?? -1, page });
    };
    open(this.catalog.entries.get("Pages") ?? null);
    return found;
  }

  streamOf(value: PdfValue | undefined): Buffer {
    const dictionary = this.dictionary(value);
    const stream = dictionary?.stream;
    if (dictionary === undefined || stream === undefined) return Buffer.alloc(0);
    const filters = this.list(dictionary.entries.get("Filter")).map(nameOf);
    return filters.includes("FlateDecode") ? inflateSync(stream) : stream;
  }
}
