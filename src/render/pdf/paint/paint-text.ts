/** Lines of text in, PDF text operators out (ISO 32000-1, 9.4). */
import type PDFDocument from "pdfkit";
import type { Color } from "../css/values.js";
import type { Face, Run, ShapedGlyph } from "../fonts/face.js";
import type { LineText } from "../inline/build-line.js";
import { isLeftward } from "../inline/is-leftward.js";
import type { TextPiece } from "../inline/piece.js";
import type { TextMark } from "../pages/page.js";
import { inkOf } from "./ink.js";
import { type EmbeddedFace, useOpacity } from "./pdfkit-adapter.js";
import {
  glyphsInPart,
  isOnlySigns,
  isSpace,
  type LinePart,
  NARROW_SPACE,
  readLine,
  startsWithMark,
} from "./read-line.js";

/** Figures, signs among them and Latin letters, at the left end of a word. */
const TAKEN_FOR_LATIN = /^[\p{Script=Latin}\p{N}،٫٬,.:/%+$€£-]/u;

/** On a line from left to right, any sign. */
const TAKEN_FOR_SIGNS = /^[\p{P}\p{S}]/u;

/**
 * Of a line from right to left, poppler takes what stands left of a figure or of a Latin letter to be
 * read from left to right too, down to the next letter; this keeps the space between them in place.
 */
const RIGHT_TO_LEFT_MARK = directionMark("\u200f");

/** Of a line from left to right, it keeps poppler from turning round the signs that follow. */
const LEFT_TO_RIGHT_MARK = directionMark("\u200e");

function directionMark(mark: string): ShapedGlyph {
  const empty = { advance: 0, parts: [] };
  return { id: 0, advance: 0, xOffset: 0, yOffset: 0, text: "", textAsSeen: mark, compound: empty };
}

/** Whether the piece begins something that is read as a whole, and from right to left. */
function isFirstFromLeft({ piece }: LineText, left: LineText | undefined): boolean {
  if (piece.baseLevel % 2 === 0) return left === undefined && piece.level % 2 === 1;
  return piece.level % 2 === 1 || left === undefined || left.piece.level % 2 === 1;
}

/** Fonts with outlines in CFF cannot be given a glyph without any. */
function mayBeMarked({ piece }: LineText): boolean {
  return piece.face.font.tables.has("glyf");
}

function endsLeftward({ piece }: LineText): boolean {
  return piece.baseLevel === 0 && piece.level % 2 === 1;
}

function markFirst(
  { piece }: LineText,
  glyphs: readonly ShapedGlyph[],
  turned: boolean,
): readonly ShapedGlyph[] {
  const taken = piece.baseLevel % 2 === 1 ? TAKEN_FOR_LATIN : TAKEN_FOR_SIGNS;
  const [first, ...others] = glyphs;
  if (!first || !taken.test(first.textAsSeen)) return glyphs;
  if (!turned) return [RIGHT_TO_LEFT_MARK, ...glyphs];
  return [{ ...first, textAsSeen: RIGHT_TO_LEFT_MARK.textAsSeen + first.textAsSeen }, ...others];
}

/** One text object. It writes as few operators as it can: font, colour and place where they change. */
export class TextWriter {
  readonly #document: PDFDocument;
  readonly #embed: (face: Face) => EmbeddedFace;
  readonly #opacity: number;
  readonly #operators: string[] = [];
  #font = "";
  #color: Color | "" = "";
  #alpha = 1;
  /** Where the line begins that places are counted from, in pt as written. */
  #origin: { readonly x: number; readonly y: number } | undefined;
  /** Where the next glyph will fall by itself, in pt from the left and from the top. */
  #x = Number.NaN;
  #y = Number.NaN;
  #shown = "";

  /**
   * @param embed the document's own copy of a face
   * @param opacity of the groups around the text, 0 to 1
   */
  constructor(document: PDFDocument, embed: (face: Face) => EmbeddedFace, opacity: number) {
    this.#document = document;
    this.#embed = embed;
    this.#opacity = opacity;
  }

  writeLine(line: TextMark): void {
    const { x, y, pieces, spaceAfter } = line;
    if (isLeftward(pieces)) {
      this.#writeLeftward(line);
      return;
    }
    for (const placed of pieces) {
      const { piece } = placed;
      this.#write(piece, x + placed.x, y + placed.y, piece.word.glyphs);
    }
    const last = pieces.at(-1);
    if (spaceAfter && last) this.#writeSpace(last.piece);
  }

  /** Part after part as read, for who follows the content; see `read-line.ts`. */
  #writeLeftward({ x, y, pieces: counted, spaceAfter, joinsNext }: TextMark): void {
    const pieces = counted.map((each) => ({ ...each, x: x + each.x, y: y + each.y }));
    const firsts = new Set(pieces.filter((each, at) => isFirstFromLeft(each, pieces[at - 1])));
    const end = pieces.at(-1);
    const parts = readLine(pieces);
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1]?.at(-1);
      const [leftmost] = part;
      const isApart = next ? isSpace(next) : !joinsNext;
      if (leftmost && isApart && startsWithMark(leftmost)) this.#writeNarrowSpace(leftmost);
      this.#writePart(part, firsts);
    }
    if (end && endsLeftward(end) && mayBeMarked(end)) this.#writeMarkAfter(end);
    const last = parts.at(-1)?.[0];
    if (spaceAfter && last) this.#writeNarrowSpace(last);
  }

  /** @param firsts what must be kept from what stands at its left */
  #writePart(part: LinePart, firsts: ReadonlySet<LineText>): void {
    const turned = isOnlySigns(part);
    const written = part.map((placed, index) => {
      const glyphs = glyphsInPart(part, index);
      const isMarked = firsts.has(placed) && mayBeMarked(placed);
      return { placed, glyphs: isMarked ? markFirst(placed, glyphs, turned) : glyphs };
    });
    for (const { placed, glyphs } of turned ? written.reverse() : written) {
      const { x, y, piece } = placed;
      if (turned) this.#writeTurned(piece, x, y, glyphs);
      else this.#write(piece, x, y, glyphs);
    }
  }

  /** Glyph after glyph from right to left. */
  #writeTurned(piece: TextPiece, x: number, y: number, glyphs: readonly ShapedGlyph[]): void {
    const { fontSize, letterSpacing } = piece.source.style;
    const lefts: number[] = [];
    let at = x;
    for (const { advance } of glyphs) {
      lefts.push(at);
      at += advance * fontSize + letterSpacing;
    }
    for (const [index, glyph] of [...glyphs.entries()].reverse()) {
      this.#write(piece, lefts[index] ?? x, y, [glyph]);
    }
  }

  #writeNarrowSpace(placed: LineText): void {
    const { x, y, piece } = placed;
    if (mayBeMarked(placed)) this.#write(piece, x, y, [NARROW_SPACE]);
  }

  /** At the right end of words from right to left, on a line that goes the other way. */
  #writeMarkAfter({ x, y, piece }: LineText): void {
    const width = piece.word.glyphs.reduce((sum, { advance }) => sum + advance, 0);
    const right = x + width * piece.source.style.fontSize;
    this.#write(piece, right, y, [LEFT_TO_RIGHT_MARK]);
  }

  /** The start or end of a marked sequence. */
  addOperator(operator: string): void {
    this.#flush();
    this.#operators.push(operator);
  }

  end(): void {
    this.#flush();
    this.#setAlpha(1);
    this.#document.addContent(`BT\n${this.#operators.join("\n")}\nET`);
  }

  #write(piece: TextPiece, x: number, y: number, glyphs: readonly ShapedGlyph[]): void {
    const { style } = piece.source;
    if (style.color === "transparent") return;
    const face = this.#embed(piece.face);
    this.#setColor(style.color);
    this.#setFont(face.useOn(this.#document), style.fontSize);
    let at = x;
    for (const glyph of glyphs) {
      const left = at + glyph.xOffset * style.fontSize;
      this.#show(face, glyph, left, y - glyph.yOffset * style.fontSize, style.fontSize);
      at += glyph.advance * style.fontSize + style.letterSpacing;
    }
  }

  /** Where a line ends, so that readers who follow the content keep its words apart. */
  #writeSpace({ face, source }: TextPiece): void {
    if (source.style.color === "transparent") return;
    const [space] = face.shape(" ", PLAIN).glyphs;
    if (space && space.id !== 0) {
      this.#show(this.#embed(face), space, this.#x, this.#y, source.style.fontSize);
    }
  }

  #show(face: EmbeddedFace, glyph: ShapedGlyph, x: number, y: number, fontSize: number): void {
    const { code, width } = face.encode(glyph);
    const shift = x - this.#x;
    if (round(y) !== this.#y || !(Math.abs(shift) < fontSize)) this.#moveTo(x, y);
    else {
      const thousandths = Math.round((-shift / fontSize) * 1000);
      if (thousandths !== 0) {
        this.#shown += `>${thousandths}<`;
        this.#x -= (thousandths / 1000) * fontSize;
      }
    }
    this.#shown += code;
    this.#x += width * fontSize;
  }

  /**
   * pdfkit turns the page upside down so that y grows downwards; the text matrix turns the letters
   * back. Later lines are places from the one before, which are shorter to write.
   */
  #moveTo(x: number, y: number): void {
    this.#flush();
    const place = { x: round(x), y: round(y) };
    const { x: left, y: top } = this.#origin ?? place;
    const operator = this.#origin
      ? `${round(place.x - left)} ${round(top - place.y)} Td`
      : `1 0 0 -1 ${place.x} ${place.y} Tm`;
    this.#operators.push(operator);
    this.#origin = place;
    this.#x = place.x;
    this.#y = place.y;
  }

  #setFont(name: string, size: number): void {
    const font = `/${name} ${round(size)} Tf`;
    if (font === this.#font) return;
    this.#flush();
    this.#operators.push(font);
    this.#font = font;
  }

  #setColor(color: Color): void {
    if (color === this.#color) return;
    this.#flush();
    this.#operators.push(`${rgbOf(color)} rg`);
    this.#color = color;
    this.#setAlpha(inkOf(color).alpha);
  }

  #setAlpha(alpha: number): void {
    if (alpha === this.#alpha) return;
    this.#operators.push(`/${useOpacity(this.#document, alpha * this.#opacity)} gs`);
    this.#alpha = alpha;
  }

  #flush(): void {
    if (this.#shown) this.#operators.push(`[<${this.#shown}>]TJ`);
    this.#shown = "";
  }
}

const PLAIN: Run = { direction: "ltr", language: "en", features: {} };

function rgbOf(color: Color): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return channels.map((channel) => Math.round((channel || 0) * 1000) / 1000).join(" ");
}

/** Hundredths of a pt: half of that is seen by nobody. */
function round(number: number): number {
  return Math.round(number * 100) / 100;
}
