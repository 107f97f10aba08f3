/** The bytes of a font in, its measures and glyph numbers out (OpenType 1.9). */

/** Lengths in font units; y grows upwards. */
export interface Sfnt {
  readonly tables: ReadonlyMap<string, DataView>;
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Negative below the baseline. */
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly glyphCount: number;
  /** 0 when the font lacks the letter. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
}

/** @throws when the bytes are no font, or lack what every font has */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const tables = readTables(bytes);
  const head = tableNamed(tables, "head");
  const hhea = tableNamed(tables, "hhea");
  const hmtx = tableNamed(tables, "hmtx");
  const unitsPerEm = head.getUint16(18);
  const metricCount = hhea.getUint16(34);
  const hasMeasures = unitsPerEm > 0 && metricCount > 0 && hmtx.byteLength >= 4 * metricCount;
  if (!hasMeasures) throw new Error("the font has no measures");
  if (!tables.has("glyf") && !tables.has("CFF ")) throw new Error("the font has no outlines");
  return {
    tables,
    unitsPerEm,
    ...readMeasures(hhea, tables.get("OS/2")),
    glyphCount: tableNamed(tables, "maxp").getUint16(4),
    glyphOf: readCharacterMap(tableNamed(tables, "cmap")),
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metricCount - 1)),
  };
}

/** @throws when the font has no such table */
export function tableNamed(tables: Sfnt["tables"], tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no table "${tag}"`);
  return table;
}

export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** @returns the rest of the view from there on */
export function viewFrom(view: DataView, offset: number): DataView {
  return new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset);
}

export function uint16s(view: DataView, at: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => view.getUint16(at + 2 * index));
}

function readTables(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let record = 12; record < 12 + 16 * file.getUint16(4); record += 16) {
    const offset = file.byteOffset + file.getUint32(record + 8);
    const view = new DataView(file.buffer, offset, file.getUint32(record + 12));
    tables.set(tagAt(file, record), view);
  }
  return tables;
}

const USE_TYPO_METRICS = 0x80;

/** Of three sets of measures browsers take these: typographic if the font says so, else `hhea`. */
function readMeasures(hhea: DataView, os2: DataView | undefined) {
  const isTypographic = os2 && (os2.getUint16(62) & USE_TYPO_METRICS) !== 0;
  const [source, at] = isTypographic ? [os2, 68] : [hhea, 4];
  const ascent = source.getInt16(at);
  const hasHeights = os2 && os2.getUint16(0) >= 2;
  return {
    ascent,
    descent: source.getInt16(at + 2),
    lineGap: source.getInt16(at + 4),
    xHeight: (hasHeights && os2.getInt16(86)) || ascent / 2,
    capHeight: (hasHeights && os2.getInt16(88)) || ascent,
  };
}

type GlyphOf = Sfnt["glyphOf"];

/** The table for all of Unicode where there is one, else that for its first plane. */
function readCharacterMap(cmap: DataView): GlyphOf {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) => {
    const view = viewFrom(cmap, cmap.getUint32(4 + 8 * index + 4));
    return { platform: cmap.getUint16(4 + 8 * index), format: view.getUint16(0), view };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const wide = subtables.find(({ format }) => format === 12);
  if (wide) return withinTable(readGroups(wide.view));
  const narrow = subtables.find(({ format }) => format === 4);
  if (narrow) return withinTable(readSegments(narrow.view));
  throw new Error("the font maps no letters to glyphs");
}

/** A table that points out of itself has no glyph for the letter. */
function withinTable(glyphOf: GlyphOf): GlyphOf {
  return (codePoint) => {
    try {
      return glyphOf(codePoint);
    } catch {
      return 0;
    }
  };
}

/** Format 12: ranges of code points, each with its first glyph. */
function readGroups(table: DataView): GlyphOf {
  const count = table.getUint32(12);
  return (codePoint) => {
    const group = firstNotBefore(codePoint, count, (index) => table.getUint32(16 + 12 * index + 4));
    const at = 16 + 12 * group;
    if (group === count || table.getUint32(at) > codePoint) return 0;
    return table.getUint32(at + 8) + codePoint - table.getUint32(at);
  };
}

/** Format 4: ranges of code points, each with a shift or with glyphs of its own. */
function readSegments(table: DataView): GlyphOf {
  const count = table.getUint16(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count];
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const segment = firstNotBefore(codePoint, count, (index) => table.getUint16(ends + 2 * index));
    if (segment === count || table.getUint16(starts + 2 * segment) > codePoint) return 0;
    const delta = table.getUint16(deltas + 2 * segment);
    const offset = table.getUint16(offsets + 2 * segment);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const index = codePoint - table.getUint16(starts + 2 * segment);
    const glyph = table.getUint16(offsets + 2 * segment + offset + 2 * index);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** Of ascending numbers, the place of the first that is not less than the one wanted. */
function firstNotBefore(wanted: number, count: number, at: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
