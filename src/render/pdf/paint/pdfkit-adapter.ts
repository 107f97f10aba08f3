/**
 * Every touch of pdfkit's private fields, in one place. pdfkit sets text by lines of its own; we
 * bring finished glyphs, so fonts are embedded through its font objects and glyphs written as
 * operators. A contract test holds pdfkit to what is assumed here; its version is pinned.
 */
import type { Font } from "fontkit";
import type PDFDocument from "pdfkit";
import type { Face, ShapedGlyph } from "../fonts/face.js";

/** pdfkit's `EmbeddedFont`, as far as we reach into it. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number };
  /** By position in the subset: code points, and width in thousandths of an em. */
  readonly unicode: number[][];
  readonly widths: number[];
  ref(): unknown;
}

interface PrivateDocument {
  readonly _font: EmbeddedFont;
  info: Record<string, unknown>;
  _addInfo(): void;
}

/** A face in one document. */
export interface EmbeddedFace {
  /** Its name in the page's resources; call it on every page that uses the face. */
  useOn(document: PDFDocument): string;
  /** Four hexadecimal digits for a text operator, and the width that readers assume, in em. */
  encode(glyph: ShapedGlyph): { readonly code: string; readonly width: number };
}

export function embedFace(document: PDFDocument, face: Face): EmbeddedFace {
  const { font } = face;
  const embedded = openFont(document, font);
  const encoded = new Map<string, { code: string; width: number }>();
  return {
    useOn: (target) => {
      target.page.fonts[embedded.id] ??= embedded.ref();
      return embedded.id;
    },
    encode: (glyph) => {
      const key = `${glyph.id} ${glyph.text}`;
      let entry = encoded.get(key);
      if (!entry) {
        const position = addGlyph(embedded, glyph);
        const width = font.getGlyph(glyph.id).advanceWidth / font.unitsPerEm;
        embedded.widths[position] = width * 1000;
        entry = { code: position.toString(16).padStart(4, "0"), width };
        encoded.set(key, entry);
      }
      return entry;
    },
  };
}

/** pdfkit writes title and author into XML as they are: "R&D" would break the metadata. */
export function escapeMetadata(document: PDFDocument): void {
  const inner = document as unknown as PrivateDocument;
  const addInfo = inner._addInfo;
  inner._addInfo = () => {
    const plain = inner.info;
    inner.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        key,
        typeof value === "string" ? escapeXml(value) : value,
      ]),
    );
    addInfo.call(document);
    inner.info = plain;
  };
}

function openFont(document: PDFDocument, font: Font): EmbeddedFont {
  document.font(font);
  return (document as unknown as PrivateDocument)._font;
}

/**
 * One entry of the subset per glyph and meaning: a glyph that stands for two letters, as the space
 * may for the no-break space, is embedded twice, so that readers get back what was written.
 */
function addGlyph({ subset, unicode }: EmbeddedFont, { id, text }: ShapedGlyph): number {
  let position = subset.includeGlyph(id);
  const isTaken = unicode[position] !== undefined;
  if (isTaken) position = subset.glyphs.push(id) - 1;
  unicode[position] = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return position;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
