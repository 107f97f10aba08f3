/** A word of any script in, its glyphs out, each with the letters that it stands for. */
import type { Direction, Run, ShapedGlyph, ShapedWord } from "./face.js";
import { openHarfBuzzFont, type PlacedGlyph } from "./harfbuzz.js";
import type { Sfnt } from "./sfnt.js";
import type { Compound } from "./truetype-subset.js";

export interface ComplexShaper {
  shape(word: string, run: Run): ShapedWord;
}

export function createComplexShaper(font: Sfnt, bytes: Uint8Array): ComplexShaper {
  const harfBuzz = openHarfBuzzFont(bytes);
  // Outlines of the other kind (CFF) cannot be put together from others.
  const writeCluster = font.tables.has("glyf") ? composeGlyphs : separateGlyphs;
  return {
    shape: (word, run) => {
      const clusters = dealOut(word, harfBuzz.shape(word, run));
      const glyphs = clusters.flatMap((cluster) => writeCluster(font, cluster, run.direction));
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

/** em; readers take a larger gap within a word for a space. */
const LARGEST_GAP = 0.09;

/** em; of two letters that begin closer together, readers take one for the shadow of the other. */
const SMALLEST_STEP = 0.11;

/**
 * A letter with its marks becomes one glyph, so that nothing steps back on the line. Marks are read
 * from empty glyphs beside it, which take over a little of its width.
 */
function composeGlyphs(
  font: Sfnt,
  { text, placed }: Cluster,
  direction: Direction,
): readonly ShapedGlyph[] {
  const em = font.unitsPerEm;
  const whole = joinParts(placed);
  const letters = text.replace(/(?<=.)\p{Mn}+$/u, "");
  const marks = [...text.slice(letters.length)];
  const step = Math.floor(Math.min(SMALLEST_STEP * em, whole.advance / (marks.length + 1)));
  const advance = whole.advance - marks.length * step;
  const shift = direction === "rtl" ? advance - whole.advance : 0;
  const parts = whole.parts.map((part) => ({ ...part, x: part.x + shift }));
  const letter = {
    ...glyphAt(parts[0]?.glyph ?? 0, advance / em),
    text,
    textAsSeen: asSeen(letters, direction),
    ...(isAsInFont(font, { parts, advance }) ? {} : { compound: { parts, advance } }),
  };
  const followers = marks.map((mark) => ({
    ...glyphAt(0, step / em),
    text: "",
    textAsSeen: mark,
    compound: { parts: [], advance: step },
  }));
  return direction === "rtl" ? [...followers.reverse(), letter] : [letter, ...followers];
}

function joinParts(placed: readonly PlacedGlyph[]): Compound {
  let advance = 0;
  const parts = placed.map((glyph) => {
    const part = { glyph: glyph.id, x: advance + glyph.xOffset, y: glyph.yOffset };
    advance += glyph.advance;
    return part;
  });
  return { parts, advance: Math.max(0, advance) };
}

/** Whether the font's own glyph will do; a little kerning is left to the line. */
function isAsInFont(font: Sfnt, { parts: [first, ...others], advance }: Compound): boolean {
  if (!first || others.length > 0 || first.x !== 0 || first.y !== 0) return false;
  return Math.abs(advance - font.advanceOf(first.glyph)) <= LARGEST_GAP * font.unitsPerEm;
}

function separateGlyphs(
  { unitsPerEm: em }: Sfnt,
  { text, placed }: Cluster,
  direction: Direction,
): readonly ShapedGlyph[] {
  return placed.map(({ id, advance, xOffset, yOffset }, index) => ({
    ...glyphAt(id, advance / em),
    xOffset: xOffset / em,
    yOffset: yOffset / em,
    text: index === 0 ? text : "",
    textAsSeen: index === 0 ? asSeen(text, direction) : "",
  }));
}

function glyphAt(id: number, advance: number) {
  return { id, advance, xOffset: 0, yOffset: 0 };
}

function asSeen(text: string, direction: Direction): string {
  return direction === "rtl" ? [...text].reverse().join("") : text;
}
