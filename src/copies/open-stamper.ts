/**
 * A finished PDF in, what lays a reader's mark over each of its pages out. The mark is an update that is
 * added to its end (ISO 32000-2, 7.5.6): the bytes in front stay those of the brief that all have.
 */
import { createHash } from "node:crypto";
import {
  array,
  bytesOf,
  dictionary,
  name,
  type PdfDictionary,
  PdfError,
  PdfFile,
  type PdfValue,
  type PlacedObject,
  reference,
  streamOf,
  writeObject,
  writeReferences,
  writeValue,
} from "../pdf/index.js";
import { graft } from "./graft.js";
import { type CopyMark, type PageSize, stampPage } from "./stamp-page.js";

export interface Stamper {
  /** The same mark gives the same bytes. */
  stamp(mark: CopyMark): Promise<Uint8Array>;
}

/** @throws {PdfError} where the bytes are no PDF as this program writes it */
export function openStamper(bytes: Uint8Array): Stamper {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = new PdfFile(whole);
  const pages = file.pages().map((one) => ({ ...one, size: sizeOf(file, one.page) }));
  if (new Set(pages.map(({ size }) => keyOf(size))).size > MOST_SIZES) {
    throw new PdfError("its pages are of more sizes than those of a brief");
  }
  const next = file.nextNumber;
  return {
    async stamp(mark) {
      const update = new Update(whole.length, next);
      const before = update.add(streamOf({}, Buffer.from("q\n")));
      const known = new Map<string, Laid>();
      for (const { id, page, size } of pages) {
        const key = keyOf(size);
        const laid = known.get(key) ?? (await lay(update, mark, size));
        known.set(key, laid);
        update.put(id, stamped(file, page, { before, ...laid }));
      }
      return update.end(file, whole, mark);
    },
  };
}

/** Upright, lying, and some to spare: the mark is laid out for each of them. */
const MOST_SIZES = 8;

function keyOf({ width, height }: PageSize): string {
  return `${width} ${height}`;
}

/** Name under which a page has the mark among its resources. */
const STAMP = "BwCopy";

/** Numbers of the form that holds the mark, and of the stream that draws it. */
interface Laid {
  readonly form: number;
  readonly after: number;
}

/** Along the right edge, upwards: feet and heads of pages are full, their sides are not. */
async function lay(update: Update, mark: CopyMark, { width, height }: PageSize): Promise<Laid> {
  const lying = { width: height, height: width };
  const form = addForm(update, new PdfFile(Buffer.from(await stampPage(mark, lying))), lying);
  const draw = `\nQ\nq\n0 1 -1 0 ${writeValue(width)} 0 cm\n/${STAMP} Do\nQ\n`;
  return { form, after: update.add(streamOf({}, Buffer.from(draw))) };
}

function sizeOf(file: PdfFile, page: PdfDictionary): PageSize {
  const [left = 0, bottom = 0, right = 0, top = 0] = file
    .list(inherited(file, page, "MediaBox"))
    .map((value) => Number(file.resolve(value)));
  return { width: right - left, height: top - bottom };
}

/** What a page lacks it has from the nodes above it. */
function inherited(file: PdfFile, page: PdfDictionary, key: string): PdfValue {
  let node: PdfDictionary | undefined = page;
  for (let depth = 0; node !== undefined && depth < 32; depth += 1) {
    const found = node.entries.get(key);
    if (found !== undefined) return found;
    node = file.dictionary(node, "Parent");
  }
  return null;
}

/** The one page of the mark, as a form that every page draws. */
function addForm(update: Update, mark: PdfFile, { width, height }: PageSize): number {
  const [first] = mark.pages();
  if (first === undefined) throw new Error("the page of a mark is always there");
  const contents = mark
    .list(first.page.entries.get("Contents"))
    .map((value) => mark.unpack(mark.dictionary(value)));
  const resources = graft(mark, inherited(mark, first.page, "Resources"), () => update.take());
  const entries = {
    Type: name("XObject"),
    Subtype: name("Form"),
    BBox: array([0, 0, width, height]),
    Resources: resources.value,
  };
  for (const [id, value] of resources.objects) update.put(id, value);
  return update.add(streamOf(entries, Buffer.concat(contents)));
}

function stamped(
  file: PdfFile,
  page: PdfDictionary,
  { before, after, form }: Laid & { readonly before: number },
): PdfDictionary {
  const contents = page.entries.get("Contents");
  const parts = contents === undefined ? [] : asParts(file, contents);
  const resources = file.dictionary(inherited(file, page, "Resources"));
  const forms = file.dictionary(resources, "XObject")?.entries ?? new Map<string, PdfValue>();
  const entries = new Map(page.entries)
    .set("Contents", array([reference(before), ...parts, reference(after)]))
    .set("Resources", {
      kind: "dictionary",
      entries: new Map(resources?.entries ?? []).set("XObject", {
        kind: "dictionary",
        entries: new Map(forms).set(STAMP, reference(form)),
      }),
    });
  return { kind: "dictionary", entries };
}

function asParts(file: PdfFile, contents: PdfValue): readonly PdfValue[] {
  const found = file.resolve(contents);
  return found !== null && typeof found === "object" && found.kind === "array"
    ? found.items
    : [contents];
}

/** Objects that are added behind the end of a file. */
class Update {
  readonly #objects = new Map<number, PdfValue>();
  #next: number;

  constructor(
    private readonly start: number,
    next: number,
  ) {
    this.#next = next;
  }

  take(): number {
    this.#next += 1;
    return this.#next - 1;
  }

  add(value: PdfValue): number {
    const id = this.take();
    this.#objects.set(id, value);
    return id;
  }

  put(id: number, value: PdfValue): void {
    this.#objects.set(id, value);
  }

  end(file: PdfFile, whole: Buffer, mark: CopyMark): Uint8Array {
    const places: PlacedObject[] = [];
    const parts: Buffer[] = [];
    let offset = this.start;
    for (const [id, value] of this.#objects) {
      const written = writeObject(id, value);
      places.push({ id, offset });
      parts.push(written);
      offset += written.length;
    }
    const id = this.take();
    const { entries } = file.trailer;
    const kept = Object.fromEntries(
      ["Root", "Info"].flatMap((key) => {
        const value = entries.get(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
    const table = writeReferences(id, offset, places, {
      Size: id + 1,
      ...kept,
      ID: idOf(file, parts),
      Prev: lastTable(whole),
      [MARK]: markOf(mark, this.start),
    });
    return Buffer.concat([whole, ...parts, table]);
  }
}

/** Under which the update says whose copy it makes (ISO 32000-2, annex E: names of one's own). */
export const MARK = "BWRT_Copy";

function markOf({ name: reader, number }: CopyMark, start: number): PdfDictionary {
  const text = { kind: "string", bytes: Buffer.from(reader) } as const;
  return dictionary({ Name: text, Number: number, Brief: start });
}

/** The first half stays, the second is of this file (ISO 32000-2, 14.4). */
function idOf(file: PdfFile, parts: readonly Buffer[]): PdfValue {
  const [first] = file.list(file.trailer.entries.get("ID"));
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  const second = hash.digest().subarray(0, 16);
  const kept = bytesOf(file.resolve(first ?? null)) ?? second;
  return array([
    { kind: "string", bytes: kept },
    { kind: "string", bytes: second },
  ]);
}

function lastTable(whole: Buffer): number {
  const tail = whole.toString("latin1", Math.max(0, whole.length - 1024));
  return Number([...tail.matchAll(/startxref\s+(\d{1,12})/g)].at(-1)?.[1]);
}
