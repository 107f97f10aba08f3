/** A plain word in, its glyphs out: letter by letter, with ligatures and kerning. */
import { remember } from "../remember.js";
import type { Run, ShapedGlyph, ShapedWord } from "./face.js";
import { featureTagsOf, type PlainLayout, readPlainLayout, type Script } from "./plain-layout.js";
import type { Sfnt } from "./sfnt.js";

export interface PlainShaper {
  /** @returns undefined for words that need more than letters side by side. */
  shape(word: string, run: Run): ShapedWord | undefined;
}

export function createPlainShaper(font: Sfnt): PlainShaper {
  const layouts = new Map<Script, ScriptLayout>();
  const glyphs = new Map<string, number>();
  const advances = new Map<number, number>();
  const advanceOf = (glyph: number) => remember(advances, glyph, () => font.advanceOf(glyph));
  const glyphOf = (letter: string) =>
    remember(glyphs, letter, () => font.glyphOf(letter.codePointAt(0) ?? 0));
  const tags = featureTagsOf(font);
  const isPlain = ({ direction, language, features }: Run) => {
    const asksForMore = Object.keys(features).some((tag) => tag !== "liga" && tags.has(tag));
    return direction === "ltr" && !asksForMore && !OWN_SHAPES.test(language);
  };
  return {
    shape: (word, run) => {
      if (!PLAIN_WORD.test(word) || !isPlain(run)) return undefined;
      const script = scriptOf(word);
      const { layout, unkerned } = remember(layouts, script, () => ({
        layout: readPlainLayout(font, script),
        unkerned: new Map(),
      }));
      if (!layout) return undefined;
      const joined = joinLetters([...word], glyphOf, run.features.liga === 0 ? undefined : layout);
      return setSideBySide(joined, layout.kerning, ({ id, text }, kerning) => {
        const shape = () => shapedGlyph(id, text, (advanceOf(id) + kerning) / font.unitsPerEm);
        return kerning === 0 ? remember(unkerned, text, shape) : shape();
      });
    },
  };
}

interface ScriptLayout {
  /** Undefined for what this shaper cannot do. */
  readonly layout: PlainLayout | undefined;
  /** By the letters that they stand for: most glyphs of a page are equal. */
  readonly unkerned: Map<string, ShapedGlyph>;
}

/** Languages in which some letters of these scripts have shapes of their own. */
const OWN_SHAPES = /^(?:ro|mo|sr|mk|bg)\b/i;

/**
 * European letters, digits and punctuation, one code point each: no combining marks, nothing
 * invisible, no fraction slash, which changes the digits around it.
 */
const PLAIN_WORD =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u2043\u2045-\u205e\u20a0-\u22ff]+$/;

function scriptOf(word: string): Script {
  if (/[A-Za-z]/.test(word) || /\p{Script=Latin}/u.test(word)) return "latn";
  if (/\p{Script=Cyrillic}/u.test(word)) return "cyrl";
  return /\p{Script=Greek}/u.test(word) ? "grek" : "DFLT";
}

interface Joined {
  readonly id: number;
  readonly text: string;
}

function joinLetters(
  word: readonly string[],
  glyphOf: (letter: string) => number,
  ligatures: PlainLayout | undefined,
): readonly Joined[] {
  const glyphs = word.map(glyphOf);
  const joined: Joined[] = [];
  for (let at = 0; at < glyphs.length; ) {
    const ligature = ligatures?.ligatureAt(glyphs, at);
    const length = ligature?.length ?? 1;
    const text = word.slice(at, at + length).join("");
    joined.push({ id: ligature?.glyph ?? glyphs[at] ?? 0, text });
    at += length;
  }
  return joined;
}

function setSideBySide(
  joined: readonly Joined[],
  kerningOf: PlainLayout["kerning"],
  shape: (glyph: Joined, kerning: number) => ShapedGlyph,
): ShapedWord {
  const glyphs = joined.map((glyph, index) => {
    const next = joined[index + 1];
    return shape(glyph, next ? kerningOf(glyph.id, next.id) : 0);
  });
  return { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

/** @param advance em */
function shapedGlyph(id: number, text: string, advance: number): ShapedGlyph {
  return { id, advance, xOffset: 0, yOffset: 0, text, textAsSeen: text };
}
