/** A font file in, a face out that measures and shapes words, each only once (OpenType). */
import { remember } from "../remember.js";
import { type FaceName, fileOf } from "./families.js";
import type { Features } from "./features.js";
import { readSfnt, type Sfnt } from "./sfnt.js";
import { createComplexShaper } from "./shape-complex.js";
import { createPlainShaper } from "./shape-plain.js";
import { readShippedFile } from "./shipped-files.js";
import type { Compound } from "./truetype-subset.js";

/** Lengths in em; y grows upwards. */
export interface Face {
  readonly ascent: number;
  /** How far the face reaches below the baseline; positive. */
  readonly descent: number;
  readonly xHeight: number;
  /** For the PDF writer. */
  readonly font: Sfnt;
  readonly bytes: Uint8Array;
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

const loaded = new Map<FaceName, Face>();

/** Fonts never change while the program runs, so every page shares them. */
export function loadFace(name: FaceName): Face {
  return remember(loaded, name, () => readFace(readShippedFile(fileOf(name))));
}

function readFace(bytes: Uint8Array): Face {
  const font = readSfnt(bytes);
  const em = font.unitsPerEm;
  const words = new Map<string, ShapedWord>();
  const complex = lazily(() => createComplexShaper(font, bytes));
  const plain = createPlainShaper(font);
  const covered = new Map<number, boolean>();
  return {
    font,
    bytes,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    xHeight: font.xHeight / em,
    has: (codePoint) => remember(covered, codePoint, () => font.glyphOf(codePoint) !== 0),
    shape: (word, run) =>
      remember(words, keyOf(word, run), () => plain.shape(word, run) ?? complex().shape(word, run)),
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
