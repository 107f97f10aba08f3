/** A font file in, a face out that measures and shapes words, each only once (OpenType). */
import { readFileSync } from "node:fs";
import { create, type Font, type GlyphRun } from "fontkit";
import { remember } from "../remember.js";
import { type FaceName, fileOf } from "./families.js";
import { createPlainShaper } from "./shape-plain.js";

/** Lengths in em; y grows upwards. */
export interface Face {
  readonly ascent: number;
  /** How far the face reaches below the baseline; positive. */
  readonly descent: number;
  readonly xHeight: number;
  /** For the PDF writer alone. */
  readonly font: Font;
  has(codePoint: number): boolean;
  shape(word: string, features: Features, direction: Direction): ShapedWord;
}

/** In which a run is read (UAX #9). */
export type Direction = "ltr" | "rtl";

export interface Features {
  /** Ligatures that are a matter of taste, like "fi". */
  readonly ligatures: boolean;
  /** Figures of equal width. */
  readonly tabularFigures: boolean;
}

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
}

const loaded = new Map<FaceName, Face>();

/** Fonts never change while the program runs, so every page shares them. */
export function loadFace(name: FaceName): Face {
  return remember(loaded, name, () => readFace(readFileSync(fileOf(name))));
}

function readFace(bytes: Uint8Array): Face {
  const font = create(bytes);
  const em = font.unitsPerEm;
  const words = new Map<string, ShapedWord>();
  // fontkit remembers with every glyph the letters it was first asked for, so the one that shapes
  // difficult words is asked for nothing else.
  const shaping = lazily(() => create(bytes));
  const plain = createPlainShaper(font, bytes);
  const covered = new Map<number, boolean>();
  return {
    font,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    xHeight: font.xHeight / em,
    has: (codePoint) => remember(covered, codePoint, () => font.hasGlyphForCodePoint(codePoint)),
    shape: (word, features, direction) => {
      const key = `${features.ligatures ? "l" : ""}${features.tabularFigures ? "t" : ""}${direction}|${word}`;
      return remember(
        words,
        key,
        () => plain.shape(word, features) ?? shapeWord(shaping(), word, features),
      );
    },
  };
}

function lazily<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** Any word of any script, by fontkit. */
function shapeWord(font: Font, word: string, features: Features): ShapedWord {
  const run = font.layout(word, {
    ...(features.ligatures ? {} : { liga: false, clig: false }),
    ...(features.tabularFigures ? { tnum: true } : {}),
  });
  const em = font.unitsPerEm;
  const texts = textsOf(run, word);
  const glyphs = run.glyphs.map((glyph, index): ShapedGlyph => {
    const position = run.positions[index];
    return {
      id: glyph.id,
      advance: (position?.xAdvance ?? 0) / em,
      xOffset: (position?.xOffset ?? 0) / em,
      yOffset: (position?.yOffset ?? 0) / em,
      text: texts[index] ?? "",
    };
  });
  return { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

/**
 * Which letters each glyph stands for. fontkit keeps the letters of the first word in which a glyph
 * was ever used, so a glyph shared by two letters would be read as the wrong one; how many letters
 * it swallowed is right, and deals the word out again. Where that fails, the first glyph stands for
 * the whole word.
 */
function textsOf(run: GlyphRun, word: string): readonly string[] {
  const letters = [...word];
  const counts = run.glyphs.map((glyph) => glyph.codePoints.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isRightToLeft = run.direction === "rtl";
  if (total !== letters.length) {
    if (isRightToLeft) return run.glyphs.map((each) => String.fromCodePoint(...each.codePoints));
    return run.glyphs.map((_, index) => (index === 0 ? word : ""));
  }
  let at = isRightToLeft ? letters.length : 0;
  return counts.map((count) => {
    if (isRightToLeft) at -= count;
    const text = letters.slice(at, at + count).join("");
    if (!isRightToLeft) at += count;
    return text;
  });
}
