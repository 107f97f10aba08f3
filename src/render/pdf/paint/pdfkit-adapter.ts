/**
 * Every touch of pdfkit's private fields, in one place. pdfkit sets text by lines of its own; we
 * bring finished glyphs, so fonts are embedded through its font objects and glyphs written as
 * operators. A contract test holds pdfkit to what is assumed here; its version is pinned.
 */
import { createHash } from "node:crypto";
import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import type { Face, ShapedGlyph } from "../fonts/face.js";
import { createPdfFont, type Subset } from "../fonts/pdf-font.js";
import { remember } from "../remember.js";
import { FIELD_WIDTHS, type ObjectPlace, packObjects, packPlaces } from "./object-streams.js";

/** pdfkit's `EmbeddedFont`, as far as we reach into it. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: Subset;
  /** By position in the subset: code points, and width in thousandths of an em. */
  readonly unicode: number[][];
  readonly widths: number[];
  ref(): unknown;
}

interface PrivateReference extends Reference {
  /** Chunks of a stream; empty for an object that is none. */
  readonly buffer: readonly Uint8Array[];
  compress: boolean;
  finalize(): void;
}

interface PrivateDocument {
  readonly _font: EmbeddedFont;
  readonly _root: PrivateReference;
  readonly _info: PrivateReference;
  /** By object number, from 1; null for what is not written yet. */
  readonly _offsets: (number | null)[];
  readonly _offset: number;
  _id: Uint8Array;
  ref(data: object): PrivateReference;
  getStructTreeRoot(): PrivateReference;
  endMetadata(): void;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: PrivateReference): void;
  _finalize(): void;
  push(chunk: null): void;
}

/** A face in one document. */
export interface EmbeddedFace {
  /** Its name in the page's resources; call it on every page that uses the face. */
  useOn(document: PDFDocument): string;
  /** Four hexadecimal digits for a text operator, and the width that readers assume, in em. */
  encode(glyph: ShapedGlyph): { readonly code: string; readonly width: number };
}

export function embedFace(document: PDFDocument, face: Face): EmbeddedFace {
  const embedded = openFont(document, face);
  const byMeaning = new Map<string, EmbeddedGlyph>();
  const byGlyph = new Map<ShapedGlyph, EmbeddedGlyph>();
  return {
    useOn: (target) => {
      target.page.fonts[embedded.id] ??= embedded.ref();
      return embedded.id;
    },
    encode: (glyph) =>
      remember(byGlyph, glyph, () =>
        remember(byMeaning, meaningOf(glyph), () => addGlyph(embedded, face, glyph)),
      ),
  };
}

interface EmbeddedGlyph {
  readonly code: string;
  readonly width: number;
}

/**
 * One entry of the subset per glyph and meaning: a glyph that stands for two letters, as the space
 * may for the no-break space, is embedded twice, so that readers get back what was written.
 */
function meaningOf({ id, textAsSeen, compound }: ShapedGlyph): string {
  return `${id} ${textAsSeen} ${compound ? JSON.stringify(compound) : ""}`;
}

/** In place of the metadata that pdfkit writes without escaping: "R&D" would break it. */
export function setMetadata(document: PDFDocument, xmp: string): void {
  const inner = privateOf(document);
  inner.endMetadata = () => {
    const metadata = inner.ref({ Type: "Metadata", Subtype: "XML" });
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(xmp));
    inner._root.data.Metadata = metadata;
  };
}

const opacities = new WeakMap<PDFDocument, Map<number, Reference>>();

/** @returns what the page's resources call a graphics state in which all is seen through so far */
export function useOpacity(document: PDFDocument, alpha: number): string {
  const known = remember(opacities, document, () => new Map<number, Reference>());
  const state = remember(known, alpha, () => {
    const made = document.ref({ Type: "ExtGState", ca: alpha, CA: alpha });
    made.end();
    return made;
  });
  const name = `A${Math.round(alpha * 255)}`;
  document.page.ext_gstates[name] ??= state;
  return name;
}

/** The root of the structure tree; pdfkit writes it itself at the document's end. */
export function structureRoot(document: PDFDocument): Reference {
  return privateOf(document).getStructTreeRoot();
}

/** Entries of the catalog. */
export function addToCatalog(document: PDFDocument, entries: object): void {
  Object.assign(privateOf(document)._root.data, entries);
}

/**
 * Writes objects that are no streams into object streams, so that a structure tree does not double
 * the file; derives the file's id from its bytes.
 */
export function packSmallObjects(document: PDFDocument): void {
  const inner = privateOf(document);
  const plain = { ref: inner.ref, write: inner._write };
  const hash = createHash("md5");
  const places: (ObjectPlace | undefined)[] = [];
  let waiting: [number: number, content: string][] = [];

  inner._write = (data) => {
    hash.update(typeof data === "string" ? Buffer.from(data, "latin1") : data);
    plain.write.call(document, data);
  };
  inner.ref = (data) => {
    const reference = plain.ref.call(document, data);
    const finalize = reference.finalize;
    reference.finalize = () => {
      if (reference.buffer.length > 0) finalize.call(reference);
      else {
        waiting.push([reference.id, contentOf(inner, reference, finalize)]);
        if (waiting.length >= OBJECTS_IN_A_STREAM) writeWaiting();
        inner._refEnd(reference);
      }
    };
    return reference;
  };
  const writeWaiting = () => {
    if (waiting.length === 0) return;
    const { bytes, first } = packObjects(waiting);
    const data = { Type: "ObjStm", N: waiting.length, First: first, Filter: "FlateDecode" };
    const stream = plain.ref.call(document, data);
    waiting.forEach(([number], index) => {
      places[number] = { kind: "packed", stream: stream.id, index };
    });
    waiting = [];
    stream.end(bytes);
  };
  let isFinal = false;
  inner._finalize = () => {
    if (isFinal) return;
    isFinal = true;
    writeWaiting();
    inner._offsets.forEach((offset, index) => {
      if (offset !== null) places[index + 1] ??= { kind: "offset", offset };
    });
    const id = hash.digest();
    inner._write = plain.write;
    writePlaces(inner, places, id);
  };
}

/** Enough to pack well, few enough that a reader does not unpack all to see one. */
const OBJECTS_IN_A_STREAM = 200;

/** What pdfkit would write of an object between `obj` and `endobj`. */
function contentOf(inner: PrivateDocument, own: PrivateReference, finalize: () => void): string {
  const written: (string | Uint8Array)[] = [];
  const { _write, _refEnd } = inner;
  inner._write = (data) => written.push(data);
  inner._refEnd = () => {};
  finalize.call(own);
  inner._write = _write;
  inner._refEnd = _refEnd;
  return written.slice(1, -1).join("\n");
}

/** The end of the file: a cross-reference stream, which is also the trailer. */
function writePlaces(
  inner: PrivateDocument,
  places: (ObjectPlace | undefined)[],
  id: Uint8Array,
): void {
  const number = inner._offsets.length + 1;
  const start = inner._offset;
  places[number] = { kind: "offset", offset: start };
  const bytes = packPlaces(Array.from({ length: number + 1 }, (_, each) => places[each]));
  const hex = Buffer.from(id).toString("hex");
  inner._write(
    `${number} 0 obj\n<</Type/XRef/Size ${number + 1}/W[${FIELD_WIDTHS.join(" ")}]` +
      `/Root ${inner._root}/Info ${inner._info}/ID[<${hex}><${hex}>]` +
      `/Filter/FlateDecode/Length ${bytes.length}>>\nstream`,
  );
  inner._write(bytes);
  inner._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
  inner.push(null);
}

function privateOf(document: PDFDocument): PrivateDocument {
  return document as unknown as PrivateDocument;
}

function openFont(document: PDFDocument, face: Face): EmbeddedFont {
  document.font(createPdfFont(face));
  return privateOf(document)._font;
}

function addGlyph(
  { subset, unicode, widths }: EmbeddedFont,
  { font }: Face,
  { id, textAsSeen, compound }: ShapedGlyph,
): EmbeddedGlyph {
  const advance = compound?.advance ?? font.advanceOf(id);
  const position = subset.add(compound ?? { advance, parts: [{ glyph: id, x: 0, y: 0 }] });
  const width = advance / font.unitsPerEm;
  unicode[position] = [...(textAsSeen || NOTHING)].map(codePointOf);
  widths[position] = width * 1000;
  return { code: position.toString(16).padStart(4, "0"), width };
}

/** No reader may be given what is no letter, or one that only its writer knows (ISO 14289-1, 7.21.7). */
function codePointOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
  const isNone = code === 0 || code === 0xfeff || (code & 0xfffe) === 0xfffe;
  return isPrivate || isNone ? 0xfffd : code;
}

/** A glyph must stand for something; this is a space without width. */
const NOTHING = "\u200b";
