/** A word too long for its line in, parts that fit out (`overflow-wrap`, CSS Text 3, 5.5). */
import type { ShapedGlyph } from "../fonts/face.js";
import type { TextPiece } from "./piece.js";

/**
 * @param roomFor pt on the line of the part with this index, counted from 0
 * @returns at least one letter per part, so that even the narrowest column comes to an end
 */
export function splitWord(piece: TextPiece, roomFor: (part: number) => number): TextPiece[] {
  const { fontSize, letterSpacing } = piece.source.style;
  const parts: TextPiece[] = [];
  let letters: (readonly ShapedGlyph[])[] = [];
  let used = 0;
  for (const letter of lettersOf(piece)) {
    const advance = widthOf(letter) * fontSize + letter.length * letterSpacing;
    if (letters.length > 0 && used + advance > roomFor(parts.length)) {
      parts.push(partOf(piece, letters, used, true));
      letters = [];
      used = 0;
    }
    letters.push(letter);
    used += advance;
  }
  parts.push(partOf(piece, letters, used, piece.breakAfter));
  return parts;
}

/** The glyphs of each letter, in the order read; those of one letter as seen. */
function lettersOf({ word, level }: TextPiece): readonly (readonly ShapedGlyph[])[] {
  const letters: ShapedGlyph[][] = [];
  for (const glyph of word.glyphs) {
    const last = letters.at(-1);
    if (last && glyph.text === "") last.push(glyph);
    else letters.push([glyph]);
  }
  return level % 2 === 1 ? letters.reverse() : letters;
}

function partOf(
  { softHyphens: _soft, hang: _hang, ...piece }: TextPiece,
  letters: readonly (readonly ShapedGlyph[])[],
  width: number,
  breakAfter: boolean,
): TextPiece {
  const text = letters.flatMap((letter) => letter.map((glyph) => glyph.text)).join("");
  const glyphs = (piece.level % 2 === 1 ? letters.toReversed() : letters).flat();
  return {
    ...piece,
    text,
    word: { glyphs, width: widthOf(glyphs) },
    width,
    breakAfter,
    isPart: true,
  };
}

/** em. */
function widthOf(glyphs: readonly ShapedGlyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
}
