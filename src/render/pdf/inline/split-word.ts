/** A word too long for its line in, parts that fit out (`overflow-wrap`, CSS Text 3, 5.5). */
import type { ShapedGlyph } from "../fonts/face.js";
import type { TextPiece } from "./piece.js";

/**
 * @param roomFor pt on the line of the part with this index, counted from 0
 * @returns at least one glyph per part, so that even the narrowest column comes to an end
 */
export function splitWord(piece: TextPiece, roomFor: (part: number) => number): TextPiece[] {
  const { fontSize, letterSpacing } = piece.source.style;
  const parts: TextPiece[] = [];
  let glyphs: ShapedGlyph[] = [];
  let used = 0;
  const endPart = () => {
    parts.push(partOf(piece, glyphs, used, true));
    glyphs = [];
    used = 0;
  };
  for (const glyph of piece.word.glyphs) {
    const advance = glyph.advance * fontSize + letterSpacing;
    if (glyphs.length > 0 && glyph.text !== "" && used + advance > roomFor(parts.length)) endPart();
    glyphs.push(glyph);
    used += advance;
  }
  parts.push(partOf(piece, glyphs, used, piece.breakAfter));
  return parts;
}

function partOf(
  piece: TextPiece,
  glyphs: readonly ShapedGlyph[],
  width: number,
  breakAfter: boolean,
): TextPiece {
  const text = glyphs.map((glyph) => glyph.text).join("");
  const em = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  return { ...piece, text, word: { glyphs, width: em }, width, breakAfter };
}
