/** A face in, out the font object that pdfkit reads: measures, name and a subset that writes itself. */
import type { Subset as FontkitSubset } from "fontkit";
import type { Face } from "./face.js";
import { create } from "./fontkit-on-demand.js";
import { type Sfnt, tableNamed } from "./sfnt.js";
import { type Compound, createTrueTypeSubset } from "./truetype-subset.js";

/** What a document shows of a font; pdfkit embeds what `encode` gives. */
export interface Subset {
  /** @returns the glyph's number in the embedded font; the same glyph may be added several times */
  add(glyph: Compound): number;
  encode(): Uint8Array;
  /** Set when the outlines are of that kind. */
  readonly cff?: object;
}

/** Lengths in font units, as pdfkit expects. */
export function createPdfFont({ font, bytes }: Face) {
  const head = tableNamed(font.tables, "head");
  const post = tableNamed(font.tables, "post");
  return {
    postscriptName: readPostScriptName(font),
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    lineGap: font.lineGap,
    xHeight: font.xHeight,
    capHeight: font.capHeight,
    italicAngle: post.getInt32(4) / 0x10000,
    bbox: {
      minX: head.getInt16(36),
      minY: head.getInt16(38),
      maxX: head.getInt16(40),
      maxY: head.getInt16(42),
    },
    post: { isFixedPitch: post.getUint32(12) !== 0 },
    head: { macStyle: { italic: (head.getUint16(44) & 2) !== 0 } },
    "OS/2": { sFamilyClass: font.tables.get("OS/2")?.getInt16(30) ?? 0 },
    // The width of the empty box, which pdfkit takes for one in thousandths of an em.
    getGlyph: () => ({ advanceWidth: (font.advanceOf(0) / font.unitsPerEm) * 1000 }),
    createSubset: (): Subset =>
      font.tables.has("glyf") ? createTrueTypeSubset(font) : createCffSubset(bytes),
    // pdfkit takes fonts of the same name for one unless this tells them apart.
    _tables: { head: { checkSumAdjustment: {} } },
    layout: () => {
      throw new Error("pdfkit is given finished glyphs");
    },
  };
}

function createCffSubset(bytes: Uint8Array): Subset {
  const subset: FontkitSubset = create(bytes).createSubset();
  return {
    add: ({ parts: [first] }) => subset.glyphs.push(first?.glyph ?? 0) - 1,
    encode: () => subset.encode(),
    cff: subset,
  };
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

function readPostScriptName({ tables }: Sfnt): string {
  const name = tableNamed(tables, "name");
  const strings = name.getUint16(4);
  for (let record = 6; record < 6 + 12 * name.getUint16(2); record += 12) {
    const isWide = name.getUint16(record) === WINDOWS;
    if (!isWide || name.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + name.getUint16(record + 10);
    const letters = Array.from({ length: name.getUint16(record + 8) / 2 }, (_, index) =>
      String.fromCharCode(name.getUint16(start + 2 * index)),
    );
    return letters.join("").replace(/[^\w-]/g, "") || "Font";
  }
  return "Font";
}
