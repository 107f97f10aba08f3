/** A word of any script in, its glyphs out, each with the letters that it stands for. */
import type { Run, ShapedGlyph, ShapedWord } from "./face.js";
import { openHarfBuzzFont, type PlacedGlyph } from "./harfbuzz.js";
import type { Sfnt } from "./sfnt.js";
import type { Compound } from "./truetype-subset.js";

export interface ComplexShaper {
  shape(word: string, run: Run): ShapedWord;
}

export function createComplexShaper(font: Sfnt, bytes: Uint8Array): ComplexShaper {
  const harfBuzz = openHarfBuzzFont(bytes);
  // Outlines of the other kind (CFF) cannot be put together from others.
  const composes = font.tables.has("glyf");
  return {
    shape: (word, run) => {
      const clusters = dealOut(word, harfBuzz.shape(word, run));
      const isReversed = run.direction === "rtl";
      const glyphs = clusters.flatMap(({ text, placed }) => {
        const textAsSeen = isReversed ? [...text].reverse().join("") : text;
        return composes
          ? [oneGlyph(font, placed, { text, textAsSeen })]
          : separateGlyphs(font, placed, { text, textAsSeen });
      });
      return { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
    },
  };
}

/** Letters that cannot be told apart in glyphs, and their glyphs from left to right. */
interface Cluster {
  readonly text: string;
  readonly placed: readonly PlacedGlyph[];
}

function dealOut(word: string, glyphs: readonly PlacedGlyph[]): readonly Cluster[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? word.length]));
  const clusters: { at: number; text: string; placed: PlacedGlyph[] }[] = [];
  for (const glyph of glyphs) {
    const at = glyph.cluster;
    const last = clusters.at(-1);
    if (last?.at === at) last.placed.push(glyph);
    else clusters.push({ at, text: word.slice(at, ends.get(at)), placed: [glyph] });
  }
  return clusters;
}

type Texts = Pick<ShapedGlyph, "text" | "textAsSeen">;

/** em; readers take a larger gap within a word for a space. */
const LARGEST_GAP = 0.09;

function oneGlyph(font: Sfnt, placed: readonly PlacedGlyph[], texts: Texts): ShapedGlyph {
  const em = font.unitsPerEm;
  const [first] = placed;
  const id = first?.id ?? 0;
  let x = 0;
  const parts = placed.map((glyph) => {
    const part = { glyph: glyph.id, x: x + glyph.xOffset, y: glyph.yOffset };
    x += glyph.advance;
    return part;
  });
  const glyph = { id, advance: x / em, xOffset: 0, yOffset: 0, ...texts };
  const isMoved = parts.length > 1 || parts.some((part) => part.x !== 0 || part.y !== 0);
  const isWidened = Math.abs(x - font.advanceOf(id)) > LARGEST_GAP * em;
  if (!isMoved && !isWidened) return glyph;
  const compound: Compound = { advance: Math.max(0, x), parts };
  return { ...glyph, compound };
}

function separateGlyphs(
  { unitsPerEm: em }: Sfnt,
  placed: readonly PlacedGlyph[],
  { text, textAsSeen }: Texts,
): readonly ShapedGlyph[] {
  return placed.map(({ id, advance, xOffset, yOffset }, index) => ({
    id,
    advance: advance / em,
    xOffset: xOffset / em,
    yOffset: yOffset / em,
    text: index === 0 ? text : "",
    textAsSeen: index === 0 ? textAsSeen : "",
  }));
}
