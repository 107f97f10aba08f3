/** A word of any script in, its glyphs out, each with the letters that it stands for. */
import type { Run, ShapedGlyph, ShapedWord } from "./face.js";
import { openHarfBuzzFont, type PlacedGlyph } from "./harfbuzz.js";

export interface ComplexShaper {
  shape(word: string, run: Run): ShapedWord;
}

/** @param em font units in an em */
export function createComplexShaper(bytes: Uint8Array, em: number): ComplexShaper {
  const font = openHarfBuzzFont(bytes);
  return {
    shape: (word, run) => {
      const placed = font.shape(word, run);
      const texts = dealOut(word, placed);
      const glyphs = placed.map(
        ({ id, advance, xOffset, yOffset }, index): ShapedGlyph => ({
          id,
          advance: advance / em,
          xOffset: xOffset / em,
          yOffset: yOffset / em,
          text: texts[index] ?? "",
        }),
      );
      return { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
    },
  };
}

/** The letters of a cluster go to its first glyph; glyphs after it in the cluster get none. */
function dealOut(word: string, glyphs: readonly PlacedGlyph[]): readonly string[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? word.length]));
  return glyphs.map(({ cluster }, index) =>
    glyphs[index - 1]?.cluster === cluster ? "" : word.slice(cluster, ends.get(cluster)),
  );
}
