/**
 * A TrueType font and the glyphs that a document shows in, a font file with these alone out
 * (OpenType 1.9, `glyf`). Instructions for screens are left out.
 *
 * A letter with its marks is one glyph of the new file, made of those of the old one: programs that
 * take text out of a PDF go by places, and a mark that steps back over its letter misleads them.
 */
import { type Sfnt, tableNamed } from "./sfnt.js";
import { concatenate, copyOf, padded, viewOf, writeTables } from "./write-sfnt.js";

/** Glyphs of the font on top of each other, in font units. */
export interface Compound {
  readonly advance: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  /** 1 when not given. */
  readonly scale?: number;
}

export interface TrueTypeSubset {
  /** @returns the glyph's number in the new file; the same glyph may be added several times */
  add(glyph: Compound): number;
  encode(): Uint8Array;
}

export function createTrueTypeSubset(font: Sfnt): TrueTypeSubset {
  const outlines = readOutlines(font);
  const added: Compound[] = [{ advance: font.advanceOf(0), parts: [{ glyph: 0, x: 0, y: 0 }] }];
  return {
    add: (glyph) => added.push(glyph) - 1,
    encode: () => {
      const subset = new SubsetGlyphs(outlines, added);
      return writeFont(font, subset.glyphs, subset.metrics);
    },
  };
}

/** By glyph of the font: its outline as it stands in the file, empty where there is none. */
type Outlines = (glyph: number) => Uint8Array;

function readOutlines({ tables, glyphCount }: Sfnt): Outlines {
  const loca = tableNamed(tables, "loca");
  const glyf = tableNamed(tables, "glyf");
  const isLong = tableNamed(tables, "head").getInt16(50) !== 0;
  const count = Math.min(glyphCount, loca.byteLength / (isLong ? 4 : 2) - 1);
  const offsetOf = (glyph: number) =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
  return (glyph) => {
    if (glyph >= count) return EMPTY;
    const [start, end] = [offsetOf(glyph), offsetOf(glyph + 1)];
    const isOutline = start + GLYPH_HEADER <= end && end <= glyf.byteLength;
    return isOutline ? new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start) : EMPTY;
  };
}

const EMPTY = new Uint8Array(0);
const GLYPH_HEADER = 10;
/** Flags, glyph, place and scale. */
const COMPONENT = 10;
/** As 2.14 fixed point. */
const ONE = 0x4000;

/** Flags of a component. */
const WORDS = 0x1;
const IS_PLACED = 0x2;
const SCALE = 0x8;
const MORE = 0x20;
const SCALE_X_Y = 0x40;
const MATRIX = 0x80;
const INSTRUCTIONS = 0x100;

class SubsetGlyphs {
  readonly glyphs: Uint8Array[] = [];
  readonly metrics: { readonly advance: number; readonly leftBearing: number }[] = [];
  readonly #outlines: Outlines;
  /** Glyphs that others are made of: they come after those that were asked for. */
  readonly #components = new Map<number, number>();
  readonly #pending: number[] = [];
  #count: number;

  constructor(outlines: Outlines, added: readonly Compound[]) {
    this.#outlines = outlines;
    this.#count = added.length;
    for (const { advance, parts } of added) this.#write(advance, this.#outlineOf(parts));
    for (let glyph = this.#pending.shift(); glyph !== undefined; glyph = this.#pending.shift()) {
      this.#write(0, this.#copy(glyph));
    }
  }

  #write(advance: number, outline: Uint8Array): void {
    const leftBearing = outline.length > 0 ? viewOf(outline).getInt16(2) : 0;
    this.glyphs.push(outline);
    this.metrics.push({ advance, leftBearing });
  }

  #outlineOf(parts: Compound["parts"]): Uint8Array {
    const seen = parts.filter(({ glyph }) => this.#outlines(glyph).length > 0);
    const [first, ...others] = seen;
    if (!first) return EMPTY;
    const isAsItIs = others.length === 0 && first.x === 0 && first.y === 0 && !first.scale;
    if (isAsItIs) return this.#copy(first.glyph);
    return this.#compose(seen);
  }

  /** A glyph made of others, each at its place; its box is theirs together. */
  #compose(parts: Compound["parts"]): Uint8Array {
    const glyph = new Uint8Array(GLYPH_HEADER + COMPONENT * parts.length);
    const view = viewOf(glyph);
    const boxes = parts.map((part) => placedBox(viewOf(this.#outlines(part.glyph)), part));
    view.setInt16(0, -1);
    view.setInt16(2, Math.min(...boxes.map(({ left }) => left)));
    view.setInt16(4, Math.min(...boxes.map(({ bottom }) => bottom)));
    view.setInt16(6, Math.max(...boxes.map(({ right }) => right)));
    view.setInt16(8, Math.max(...boxes.map(({ top }) => top)));
    for (const [index, part] of parts.entries()) {
      const at = GLYPH_HEADER + COMPONENT * index;
      const more = index + 1 < parts.length ? MORE : 0;
      view.setUint16(at, WORDS | IS_PLACED | SCALE | more);
      view.setUint16(at + 2, this.#componentNumber(part.glyph));
      view.setInt16(at + 4, part.x);
      view.setInt16(at + 6, part.y);
      view.setInt16(at + 8, Math.round((part.scale ?? 1) * ONE));
    }
    return glyph;
  }

  /**
   * A glyph of the font as it is, but for the numbers of its components and its instructions; one
   * that ends before its time shows nothing.
   */
  #copy(glyph: number): Uint8Array {
    const outline = this.#outlines(glyph);
    if (outline.length === 0) return EMPTY;
    const contours = viewOf(outline).getInt16(0);
    try {
      return contours >= 0 ? dropInstructions(outline, contours) : this.#renumber(outline);
    } catch (fault) {
      if (fault instanceof RangeError) return EMPTY;
      throw fault;
    }
  }

  #renumber(outline: Uint8Array): Uint8Array {
    const copy = outline.slice();
    const view = viewOf(copy);
    for (let at = GLYPH_HEADER; ; ) {
      const flags = view.getUint16(at);
      view.setUint16(at, flags & ~INSTRUCTIONS);
      view.setUint16(at + 2, this.#componentNumber(view.getUint16(at + 2)));
      at += 4 + (flags & WORDS ? 4 : 2);
      at += flags & SCALE ? 2 : flags & SCALE_X_Y ? 4 : flags & MATRIX ? 8 : 0;
      if ((flags & MORE) === 0) return copy.subarray(0, at);
    }
  }

  #componentNumber(glyph: number): number {
    const known = this.#components.get(glyph);
    if (known !== undefined) return known;
    this.#pending.push(glyph);
    this.#components.set(glyph, this.#count);
    return this.#count++;
  }
}

function placedBox(outline: DataView, { x, y, scale = 1 }: Part) {
  return {
    left: Math.floor(outline.getInt16(2) * scale) + x,
    bottom: Math.floor(outline.getInt16(4) * scale) + y,
    right: Math.ceil(outline.getInt16(6) * scale) + x,
    top: Math.ceil(outline.getInt16(8) * scale) + y,
  };
}

function dropInstructions(outline: Uint8Array, contours: number): Uint8Array {
  const at = GLYPH_HEADER + 2 * contours;
  const length = viewOf(outline).getUint16(at);
  const copy = new Uint8Array(Math.max(at + 2, outline.length - length));
  copy.set(outline.subarray(0, at));
  copy.set(outline.subarray(at + 2 + length), at + 2);
  return copy;
}

function writeFont(
  { tables }: Sfnt,
  glyphs: readonly Uint8Array[],
  metrics: SubsetGlyphs["metrics"],
): Uint8Array {
  const head = copyOf(tableNamed(tables, "head"));
  const hhea = copyOf(tableNamed(tables, "hhea"));
  const maxp = copyOf(tableNamed(tables, "maxp"));
  viewOf(head).setInt16(50, 1);
  viewOf(hhea).setUint16(34, glyphs.length);
  viewOf(maxp).setUint16(4, glyphs.length);
  // One level more than the font has, for the glyphs composed here.
  if (maxp.length >= 32) viewOf(maxp).setUint16(30, viewOf(maxp).getUint16(30) + 1);
  return writeTables([
    ["glyf", concatenate(glyphs.map(padded))],
    ["head", head],
    ["hhea", hhea],
    ["hmtx", writeMetrics(metrics)],
    ["loca", writeOffsets(glyphs)],
    ["maxp", maxp],
  ]);
}

function writeMetrics(metrics: SubsetGlyphs["metrics"]): Uint8Array {
  const table = new Uint8Array(4 * metrics.length);
  for (const [index, { advance, leftBearing }] of metrics.entries()) {
    viewOf(table).setUint16(4 * index, advance);
    viewOf(table).setInt16(4 * index + 2, leftBearing);
  }
  return table;
}

function writeOffsets(glyphs: readonly Uint8Array[]): Uint8Array {
  const table = new Uint8Array(4 * (glyphs.length + 1));
  let offset = 0;
  for (const [index, glyph] of glyphs.entries()) {
    offset += padded(glyph).length;
    viewOf(table).setUint32(4 * (index + 1), offset);
  }
  return table;
}
