/**
 * A line from right to left as seen in, its parts in the order read out. Readers either go by place,
 * as poppler does, or follow the content, as pdf.js does: it turns each part of one font round, and
 * takes the parts as they come.
 */
import type { ShapedGlyph } from "../fonts/face.js";
import type { LineText } from "../inline/build-line.js";
import { remember } from "../remember.js";

/** Pieces side by side from left to right as seen, of one font, size and direction. */
export type LinePart = readonly LineText[];

export function readLine(pieces: readonly LineText[]): readonly LinePart[] {
  const parts: LineText[][] = [];
  for (const written of pieces.toSorted((a, b) => a.piece.order - b.piece.order)) {
    const last = parts.at(-1);
    const placed =
      last?.[0] && isSpace(written) && isOdd(written) === isOdd(last[0])
        ? setLike(written, last[0])
        : written;
    if (last?.[0] && isAlike(last[0], placed)) last.push(placed);
    else parts.push([placed]);
  }
  return parts
    .flatMap(partFirstSpace)
    .flatMap(partWeak)
    .map((part) => part.toSorted((a, b) => a.x - b.x));
}

/** A space in the font of the words before it, which it would part otherwise. Nobody sees it. */
function setLike(space: LineText, { piece: { face } }: LineText): LineText {
  const word = face.shape(" ", { direction: "ltr", language: "en", features: {} });
  const isThere = word.glyphs.every(({ id }) => id !== 0);
  return isThere ? { ...space, piece: { ...space.piece, face, word } } : space;
}

function isAlike(one: LineText, other: LineText): boolean {
  const isSameSize = one.piece.source.style.fontSize === other.piece.source.style.fontSize;
  return isSameSize && one.piece.face === other.piece.face && isOdd(one) === isOdd(other);
}

function isOdd({ piece }: LineText): boolean {
  return piece.level % 2 === 1;
}

/** A space that a part begins with stands at its right end, but comes before it. */
function partFirstSpace(part: LinePart): readonly LinePart[] {
  const [first, ...others] = part;
  return first && isSpace(first) && others.length > 0 ? [[first], others] : [part];
}

/**
 * pdf.js takes a part for one from left to right when less than 0.3 of it are letters from right to
 * left: of words with many vowel signs and other signs, each is a part of its own.
 */
function partWeak(part: LinePart): readonly LinePart[] {
  const text = part.map(({ piece }) => piece.text).join("");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isWeak = part.every(isOdd) && letters < FEWEST_LETTERS * text.length;
  return isWeak ? part.map((placed) => [placed]) : [part];
}

/** Of all that a part holds, marks of direction not counted. */
const FEWEST_LETTERS = 0.4;

export function isSpace({ piece }: LineText): boolean {
  return piece.text === " " || piece.text === "\u00a0";
}

/**
 * The glyphs of a part's piece. A space is forgotten where the content steps back, and where a mark
 * follows that pdf.js reads without looking where it stands: such a space passes for a letter.
 */
export function glyphsInPart(part: LinePart, index: number): readonly ShapedGlyph[] {
  const placed = part[index];
  if (!placed) return [];
  const { glyphs } = placed.piece.word;
  if (!isSpace(placed)) return glyphs;
  const next = part[index + 1];
  const isKept = index === 0 || next === undefined || startsWithMark(next);
  return isKept ? glyphs.map(keepSpace) : glyphs;
}

/** Whether readers do not turn a part round, so that it is written glyph after glyph as read. */
export function isOnlySigns(part: LinePart): boolean {
  return part.every((placed) => isOdd(placed) && !/\p{L}/u.test(placed.piece.text));
}

/** A vowel sign, say, that ends a word from right to left. */
export function startsWithMark({ piece }: LineText): boolean {
  return /^\p{Mn}/u.test(piece.word.glyphs[0]?.textAsSeen ?? "");
}

const kept = new WeakMap<ShapedGlyph, ShapedGlyph>();

function keepSpace(space: ShapedGlyph): ShapedGlyph {
  return remember(kept, space, () => ({ ...space, textAsSeen: KEPT_SPACE }));
}

/** pdf.js takes it for a letter, as it neither begins with a space nor ends with a mark. */
const KEPT_SPACE = "\u061c ";

/** As good as without width, which what has none would be for pdf.js: of no place. */
export const NARROW_SPACE: ShapedGlyph = {
  id: 0,
  advance: 0,
  xOffset: 0,
  yOffset: 0,
  text: "",
  textAsSeen: KEPT_SPACE,
  compound: { advance: 1, parts: [] },
};
