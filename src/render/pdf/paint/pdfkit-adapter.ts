/**
 * Every touch of pdfkit's private fields, in one place. pdfkit sets text by lines of its own; we
 * bring finished glyphs, so fonts are embedded through its font objects and glyphs written as
 * operators. A contract test holds pdfkit to what is assumed here; its version is pinned.
 */
import type PDFDocument from "pdfkit";
import type { Face, ShapedGlyph } from "../fonts/face.js";
import { createPdfFont, type Subset } from "../fonts/pdf-font.js";
import { remember } from "../remember.js";

/** pdfkit's `EmbeddedFont`, as far as we reach into it. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: Subset;
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
  const embedded = openFont(document, face);
  const byMeaning = new Map<string, EmbeddedGlyph>();
  const byGlyph = new Map<ShapedGlyph, EmbeddedGlyph>();
  return {
    useOn: (target) => {
      target.page.fonts[embedded.id] ??= embedded.ref();
      return embedded.id;
    },
    encode: (glyph) =>
      remember(byGlyph, glyph, () =>
        remember(byMeaning, meaningOf(glyph), () => addGlyph(embedded, face, glyph)),
      ),
  };
}

interface EmbeddedGlyph {
  readonly code: string;
  readonly width: number;
}

/**
 * One entry of the subset per glyph and meaning: a glyph that stands for two letters, as the space
 * may for the no-break space, is embedded twice, so that readers get back what was written.
 */
function meaningOf({ id, textAsSeen, compound }: ShapedGlyph): string {
  return `${id} ${textAsSeen} ${compound ? JSON.stringify(compound) : ""}`;
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

function openFont(document: PDFDocument, face: Face): EmbeddedFont {
  document.font(createPdfFont(face));
  return (document as unknown as PrivateDocument)._font;
}

function addGlyph(
  { subset, unicode, widths }: EmbeddedFont,
  { font }: Face,
  { id, textAsSeen, compound }: ShapedGlyph,
): EmbeddedGlyph {
  const advance = compound?.advance ?? font.advanceOf(id);
  const position = subset.add(compound ?? { advance, parts: [{ glyph: id, x: 0, y: 0 }] });
  const width = advance / font.unitsPerEm;
  unicode[position] = [...(textAsSeen || NOTHING)].map((letter) => letter.codePointAt(0) ?? 0);
  widths[position] = width * 1000;
  return { code: position.toString(16).padStart(4, "0"), width };
}

/** A glyph must stand for something; this is a space without width. */
const NOTHING = "\u200b";

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
