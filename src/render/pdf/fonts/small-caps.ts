/** A word in, the word in capitals out, the small letters as small capitals (CSS Fonts 4, 6.6). */
import type { Style } from "../css/properties.js";
import type { Face, Run, ShapedGlyph, ShapedWord } from "./face.js";

/** Share of the font size, as browsers have it. */
const SMALL = 0.7;

/**
 * For fonts that bring no small capitals: capitals are made smaller. Each still stands for the letter
 * that was written.
 * @returns undefined when the style asks for none, or the font has its own
 */
export function makeSmallCaps(
  { fontVariantCaps }: Style,
  face: Face,
  word: string,
  run: Run,
): ShapedWord | undefined {
  if (fontVariantCaps === "normal" || face.features.has("smcp")) return undefined;
  if (!face.font.tables.has("glyf")) return undefined;
  const parts = word.match(fontVariantCaps === "small-caps" ? LETTERS_OF_A_KIND : /.+/gsu) ?? [];
  const glyphs = parts.flatMap((part) => {
    const isSmall = fontVariantCaps !== "small-caps" || /^\p{Ll}/u.test(part);
    return isSmall ? smallGlyphs(face, part, run) : face.shape(part, run).glyphs;
  });
  return { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

/** Small letters with their marks, and what stands between them. */
const LETTERS_OF_A_KIND = /(?:\p{Ll}\p{M}*)+|[^\p{Ll}]+/gu;

function smallGlyphs({ font, shape }: Face, part: string, run: Run): readonly ShapedGlyph[] {
  const capitals = part.toLocaleUpperCase(
    /^[a-z]{2,3}(?:-|$)/i.exec(run.language)?.[0]?.slice(0, 2),
  );
  const { glyphs } = shape(capitals, { ...run, features: { ...run.features, liga: 0, clig: 0 } });
  const written = [...part];
  const isAlike = written.length === [...capitals].length;
  let at = 0;
  return glyphs.map((glyph) => {
    const letters = written.slice(at, at + [...glyph.textAsSeen].length).join("");
    at += [...glyph.textAsSeen].length;
    const advance = Math.round(glyph.advance * SMALL * font.unitsPerEm);
    const parts = glyph.compound?.parts ?? [{ glyph: glyph.id, x: 0, y: 0 }];
    const scaled = parts.map(({ glyph: id, x, y }) => ({
      glyph: id,
      x: Math.round(x * SMALL),
      y: Math.round(y * SMALL),
      scale: SMALL,
    }));
    return {
      ...glyph,
      advance: advance / font.unitsPerEm,
      ...(isAlike ? { text: glyph.text && letters, textAsSeen: letters } : {}),
      compound: { advance, parts: scaled },
    };
  });
}
