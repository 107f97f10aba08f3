/** A line of text in, PDF text operators out (ISO 32000-1, 9.4). */
import type PDFDocument from "pdfkit";
import type { Color } from "../css/values.js";
import type { Face, ShapedGlyph } from "../fonts/face.js";
import type { PlacedPiece, TextMark } from "../pages/page.js";
import type { EmbeddedFace } from "./pdfkit-adapter.js";

/** @param embed the document's own copy of a face */
export function paintText(
  document: PDFDocument,
  { pieces }: TextMark,
  embed: (face: Face) => EmbeddedFace,
): void {
  const { height } = document.page;
  const writer = new TextWriter(document, height, embed);
  for (const piece of pieces) writer.write(piece);
  const operators = writer.end();
  // pdfkit turns the page upside down so that y grows downwards; text must not stand on its head.
  if (operators) {
    document.addContent(`q 1 0 0 -1 0 ${round(height)} cm\nBT\n${operators}\nET\nQ`);
  }
}

/** Writes as few operators as it can: font, colour and place only where they change. */
class TextWriter {
  readonly #document: PDFDocument;
  readonly #height: number;
  readonly #embed: (face: Face) => EmbeddedFace;
  readonly #operators: string[] = [];
  #font = "";
  #color: Color | "" = "";
  /** Where the next glyph will fall by itself, in pt from the left and from the top. */
  #x = Number.NaN;
  #y = Number.NaN;
  #shown = "";

  constructor(document: PDFDocument, height: number, embed: (face: Face) => EmbeddedFace) {
    this.#document = document;
    this.#height = height;
    this.#embed = embed;
  }

  write({ x, y, piece }: PlacedPiece): void {
    const { style } = piece.source;
    if (style.color === "transparent") return;
    const face = this.#embed(piece.face);
    this.#setColor(style.color);
    this.#setFont(face.useOn(this.#document), style.fontSize);
    let at = x;
    for (const glyph of piece.word.glyphs) {
      const left = at + glyph.xOffset * style.fontSize;
      this.#show(face, glyph, left, y - glyph.yOffset * style.fontSize, style.fontSize);
      at += glyph.advance * style.fontSize + style.letterSpacing;
    }
  }

  end(): string {
    this.#flush();
    return this.#operators.join("\n");
  }

  #show(face: EmbeddedFace, glyph: ShapedGlyph, x: number, y: number, fontSize: number): void {
    const { code, width } = face.encode(glyph);
    const shift = x - this.#x;
    if (y !== this.#y || !(Math.abs(shift) < fontSize)) this.#moveTo(x, y);
    else if (Math.abs(shift) > NOTICEABLE) this.#shown += `>${round((-shift / fontSize) * 1000)}<`;
    this.#shown += code;
    this.#x = x + width * fontSize;
  }

  #moveTo(x: number, y: number): void {
    this.#flush();
    this.#operators.push(`1 0 0 1 ${round(x)} ${round(this.#height - y)} Tm`);
    this.#y = y;
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
  }

  #flush(): void {
    if (this.#shown) this.#operators.push(`[<${this.#shown}>] TJ`);
    this.#shown = "";
  }
}

/** pt; smaller differences are rounding. */
const NOTICEABLE = 0.002;

function rgbOf(color: Color): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return channels.map((channel) => round(channel || 0)).join(" ");
}

function round(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
