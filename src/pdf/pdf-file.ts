/**
 * The bytes of a PDF in, its objects by number out, as its own table of references gives them
 * (ISO 32000-1, 7.5.8): a viewer sees these and no others. Objects are read when they are asked for.
 */
import { inflateSync } from "node:zlib";
import { readObject } from "./read-object.js";
import { type Place, readReferences } from "./references.js";
import { PdfError, Tokens } from "./tokens.js";
import {
  isDictionary,
  isOperator,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  referenceOf,
} from "./value.js";

/** A brief has a few thousand objects, and unpacks to a few megabytes. */
const LIMITS = {
  unpackedStream: 32 * 1024 * 1024,
  unpackedInAll: 128 * 1024 * 1024,
  pages: 2000,
  chain: 32,
} as const;

export class PdfFile {
  readonly bytes: Buffer;
  readonly trailer: PdfDictionary;
  /** Written to after it was finished: a later part takes the place of an earlier one. */
  readonly hasUpdates: boolean;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #objects = new Map<number, PdfValue>();
  readonly #packed = new Map<number, PackedObjects>();
  #unpacked = 0;

  /** @throws {PdfError} where the bytes are no PDF of the form that this program writes */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const { places, trailer, sections } = readReferences(bytes, (stream) => this.unpack(stream));
    this.#places = places;
    this.trailer = trailer;
    this.hasUpdates = sections > 1;
  }

  get size(): number {
    return this.#places.size;
  }

  /** The least number above those of all objects. */
  get nextNumber(): number {
    let highest = 0;
    for (const id of this.#places.keys()) if (id > highest) highest = id;
    return highest + 1;
  }

  /** Numbers of all objects, with what each stands in: null for the file itself, or the number of a stream. */
  get containers(): ReadonlyMap<number, number | null> {
    return new Map(
      [...this.#places].map(([id, place]) => [
        id,
        place.kind === "packed" ? place.container : null,
      ]),
    );
  }

  /** The objects in a stream, in its order: their table names each by its place there. */
  packedIn(container: number): readonly number[] {
    const stream = this.object(container);
    return isDictionary(stream) ? [...openPacked(stream, this.unpack(stream)).offsets.keys()] : [];
  }

  /** @throws {PdfError} where the object is not where the table says */
  object(id: number): PdfValue {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const place = this.#places.get(id);
    if (place === undefined) return null;
    // An object that is asked for while it is read leads to itself.
    this.#objects.set(id, null);
    const value =
      place.kind === "offset"
        ? readObject(this.bytes, place.offset, id).value
        : this.#packedObject(place.container, id);
    this.#objects.set(id, value);
    return value;
  }

  #packedObject(container: number, id: number): PdfValue {
    let packed = this.#packed.get(container);
    if (packed === undefined) {
      const stream = this.object(container);
      if (!isDictionary(stream)) throw new PdfError(`object ${container} holds no others`);
      packed = openPacked(stream, this.unpack(stream));
      this.#packed.set(container, packed);
    }
    const offset = packed.offsets.get(id);
    if (offset === undefined) throw new PdfError(`object ${id} is not where the table says`);
    const value = new Tokens(packed.bytes, offset).next();
    return value === undefined || isOperator(value) ? null : value;
  }

  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let step = 0; step < LIMITS.chain; step += 1) {
      const id = referenceOf(found);
      if (id === undefined) return found;
      found = this.object(id);
    }
    throw new PdfError("a reference leads in a circle");
  }

  /** What stands under the keys, one inside the other. */
  get(value: PdfValue | undefined, ...keys: readonly string[]): PdfValue {
    return keys.reduce<PdfValue>((inside, key) => {
      const found = this.resolve(inside);
      return isDictionary(found) ? this.resolve(found.entries.get(key)) : null;
    }, value ?? null);
  }

  dictionary(value: PdfValue | undefined, ...keys: readonly string[]): PdfDictionary | undefined {
    const found = keys.length === 0 ? this.resolve(value) : this.get(value, ...keys);
    return isDictionary(found) ? found : undefined;
  }

  /** The members of an array; a value that is none counts as its only member. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    if (found === null) return [];
    return typeof found === "object" && found.kind === "array" ? found.items : [value ?? null];
  }

  get catalog(): PdfDictionary {
    const catalog = this.dictionary(this.trailer.entries.get("Root"));
    if (catalog === undefined) throw new PdfError("the file has no catalog");
    return catalog;
  }

  /** The pages, in order, each with the number of its object. */
  pages(): readonly { readonly id: number; readonly page: PdfDictionary }[] {
    const found: { id: number; page: PdfDictionary }[] = [];
    const seen = new Set<number>();
    const open = (value: PdfValue, depth: number): void => {
      const id = referenceOf(value) ?? -1;
      const page = this.dictionary(value);
      if (page === undefined || depth > LIMITS.chain || found.length >= LIMITS.pages) return;
      if (seen.has(id)) throw new PdfError("a page stands in the file twice");
      seen.add(id);
      if (!page.entries.has("Kids")) found.push({ id, page });
      else for (const kid of this.list(page.entries.get("Kids"))) open(kid, depth + 1);
    };
    open(this.catalog.entries.get("Pages") ?? null, 0);
    return found;
  }

  /**
   * Unpacks whatever the file holds, fonts and pictures too: a stream carries a sum of its bytes.
   * @throws {PdfError} where one does not agree
   */
  unpackAll(): void {
    for (const id of this.#places.keys()) {
      const value = this.object(id);
      if (isDictionary(value) && value.stream !== undefined && isFlate(value)) this.unpack(value);
    }
  }

  /** The bytes of a stream, inflated; PNG predictors are not used by this program. */
  unpack(dictionary: PdfDictionary | undefined): Buffer {
    const { stream, entries } = dictionary ?? {};
    if (stream === undefined || entries === undefined) return Buffer.alloc(0);
    const filters = filtersOf(entries.get("Filter"));
    if (filters.length === 0) return stream;
    if (filters.length > 1 || filters[0] !== "FlateDecode") {
      throw new PdfError(`a stream is packed as ${filters.join(", ")}`);
    }
    const room = Math.min(LIMITS.unpackedStream, LIMITS.unpackedInAll - this.#unpacked);
    if (room <= 0) throw new PdfError("the file unpacks to more than may be held");
    const unpacked = inflate(stream, room);
    this.#unpacked += unpacked.length;
    return unpacked;
  }
}

function inflate(stream: Buffer, room: number): Buffer {
  try {
    return inflateSync(stream, { maxOutputLength: room });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw new PdfError(
      isLarge ? "a stream unpacks to more than may be held" : "a stream is broken",
    );
  }
}

function isFlate({ entries }: PdfDictionary): boolean {
  return filtersOf(entries.get("Filter")).join() === "FlateDecode";
}

function filtersOf(value: PdfValue | undefined): readonly string[] {
  const list = typeof value === "object" && value?.kind === "array" ? value.items : [value];
  return list.flatMap((item) => nameOf(item) ?? []);
}

interface PackedObjects {
  readonly bytes: Buffer;
  readonly offsets: ReadonlyMap<number, number>;
}

function openPacked({ entries }: PdfDictionary, bytes: Buffer): PackedObjects {
  const first = Number(entries.get("First") ?? 0);
  const head = bytes.toString("latin1", 0, first).trim().split(/\s+/).map(Number);
  const offsets = new Map<number, number>();
  for (let index = 0; index + 1 < head.length; index += 2) {
    offsets.set(head[index] ?? -1, first + (head[index + 1] ?? 0));
  }
  return { bytes, offsets };
}
