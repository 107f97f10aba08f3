/** A font file in, a face out that measures and shapes words, each only once (OpenType). */
import { remember } from "../remember.js";
import type { Features } from "./features.js";
import { featureTagsOf } from "./plain-layout.js";
import { readSfnt, type Sfnt } from "./sfnt.js";
import { createComplexShaper } from "./shape-complex.js";
import { createPlainShaper } from "./shape-plain.js";
import type { Compound } from "./truetype-subset.js";

/** Lengths in em; y grows upwards. */
export interface Face {
  readonly ascent: number;
  /** How far the face reaches below the baseline; positive. */
  readonly descent: number;
  /** What comes between lines that are set as the font likes it. */
  readonly lineGap: number;
  readonly xHeight: number;
  /** For the PDF writer. */
  readonly font: Sfnt;
  readonly bytes: Uint8Array;
  /** OpenType tags of what the font can do. */
  readonly features: ReadonlySet<string>;
  has(codePoint: number): boolean;
  shape(word: string, run: Run): ShapedWord;
}

/** What a word is part of: it decides how the word is shaped. */
export interface Run {
  readonly direction: Direction;
  /** BCP 47. */
  readonly language: string;
  readonly features: Features;
}

/** In which a run is read (UAX #9). */
export type Direction = "ltr" | "rtl";

export interface ShapedWord {
  readonly glyphs: readonly ShapedGlyph[];
  readonly width: number;
}

export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** The letters that this glyph stands for; "" when they belong to a glyph before it. */
  readonly text: string;
  /**
   * The same letters from left to right. Programs that take text out of a PDF turn right-to-left
   * text round letter by letter, those within a glyph too.
   */
  readonly textAsSeen: string;
  /** A letter with its marks, or one that is moved: what the glyph is to be made of. */
  readonly compound?: Compound;
}

/**
 * A font that comes with the program.
 * @throws when the bytes are no font
 */
export function createFace(bytes: Uint8Array): Face {
  const font = readSfnt(bytes);
  const plain = createPlainShaper(font);
  const complex = lazily(() => createComplexShaper(font, bytes));
  return faceOf(font, bytes, (word, run) => plain.shape(word, run) ?? complex().shape(word, run));
}

/**
 * A font from outside. Whatever its tables say, HarfBuzz is made for fonts that lie.
 * @throws when the font cannot be read, or not be embedded
 */
export async function createOutsideFace(bytes: Uint8Array): Promise<Face> {
  const font = readSfnt(bytes);
  const complex = lazily(() => createComplexShaper(font, bytes));
  const face = faceOf(font, bytes, (word, run) => complex().shape(word, run));
  const { createPdfFont } = await import("./pdf-font.js");
  const subset = createPdfFont(face).createSubset();
  subset.add({ advance: 0, parts: [{ glyph: Math.min(1, font.glyphCount - 1), x: 0, y: 0 }] });
  subset.encode();
  return face;
}

function faceOf(font: Sfnt, bytes: Uint8Array, shape: Face["shape"]): Face {
  const em = font.unitsPerEm;
  const words = new Map<string, ShapedWord>();
  const covered = new Map<number, boolean>();
  return {
    font,
    bytes,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    lineGap: font.lineGap / em,
    xHeight: font.xHeight / em,
    features: featureTagsOf(font),
    has: (codePoint) => remember(covered, codePoint, () => font.glyphOf(codePoint) !== 0),
    shape: (word, run) => remember(words, keyOf(word, run), () => shape(word, run)),
  };
}

function keyOf(word: string, { direction, language, features }: Run): string {
  return `${direction} ${language} ${Object.entries(features).join()}|${word}`;
}

function lazily<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
