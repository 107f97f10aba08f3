/** A word on a line in, its part before a hyphen and the rest out (CSS Text 3, 6). */
import { hyphenateWord } from "./hyphen-patterns.js";
import type { TextPiece } from "./piece.js";
import { shapePieces } from "./shape-pieces.js";

/** @returns offsets within the piece's text, in order */
export function hyphenPointsOf(piece: TextPiece): readonly number[] {
  const { hyphens, whiteSpace, lineBreak } = piece.source.style;
  const soft = piece.softHyphens ?? NOWHERE;
  if (hyphens === "none" || (hyphens !== "auto" && soft.length === 0)) return NOWHERE;
  if (piece.isSpace || lineBreak === "anywhere") return NOWHERE;
  if (piece.text.length > (soft.length > 0 ? LONGEST_DIVIDED : LONGEST)) return NOWHERE;
  if (whiteSpace === "nowrap" || whiteSpace === "pre") return NOWHERE;
  // A word that its writer divided is divided nowhere else.
  if (hyphens === "manual" || soft.length > 0 || piece.isPart) return soft;
  const points: number[] = [];
  for (const { 0: word, index } of piece.text.matchAll(WORD)) {
    for (const offset of hyphenateWord(word, piece.source.language)) points.push(index + offset);
  }
  return points;
}

/** What is longer is no word, and would take long to divide. */
const LONGEST = 100;

/** What its writer divided is a word, or a string of letters that has no other place to end a line. */
const LONGEST_DIVIDED = 2000;

const NOWHERE: readonly number[] = [];

const WORD = /[\p{L}\p{M}]+/gu;

export interface Hyphenated {
  /** Ends in a hyphen. */
  readonly before: TextPiece;
  readonly after: TextPiece;
}

/** @returns undefined when the parts need more than one font */
export function hyphenateAt(piece: TextPiece, offset: number): Hyphenated | undefined {
  const before = part(piece, 0, offset, true);
  const after = part(piece, offset, piece.text.length, piece.breakAfter);
  return before && after && { before: addHyphen(before), after };
}

function part(piece: TextPiece, start: number, end: number, breakAfter: boolean) {
  const { source, text, level, baseLevel, order } = piece;
  const direction = { level, baseLevel };
  const [only, more] = shapePieces(source, text.slice(start, end), breakAfter, () => {}, direction);
  if (!only || more) return undefined;
  const soft = piece.softHyphens?.filter((at) => at > start && at < end).map((at) => at - start);
  return { ...only, order, ...(soft?.length ? { softHyphens: soft } : {}) };
}

/**
 * The hyphen looks like one and is read as U+00AD, so that readers put the word together again
 * (PDF 32000-1, 14.8.2.2.3).
 */
function addHyphen(piece: TextPiece): TextPiece {
  const { source, face, level, baseLevel, word } = piece;
  const sign = face.has(HYPHEN) ? "\u2010" : "-";
  const [hyphen] = shapePieces(source, sign, true, () => {}, { level, baseLevel });
  if (!hyphen || hyphen.face !== face) return piece;
  const drawn = hyphen.word.glyphs.map((glyph) => ({
    ...glyph,
    text: SOFT_HYPHEN,
    textAsSeen: SOFT_HYPHEN,
  }));
  const glyphs = level % 2 === 1 ? [...drawn, ...word.glyphs] : [...word.glyphs, ...drawn];
  return {
    ...piece,
    text: piece.text + SOFT_HYPHEN,
    word: { glyphs, width: word.width + hyphen.word.width },
    width: piece.width + hyphen.width,
  };
}

const HYPHEN = 0x2010;
const SOFT_HYPHEN = "\u00ad";
