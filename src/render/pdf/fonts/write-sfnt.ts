/** Tables in, the bytes of a font file out (OpenType 1.9). */

/** @param tables in the order of their tags */
export function writeTables(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const header = new Uint8Array(12 + 16 * tables.length);
  const view = viewOf(header);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  let offset = header.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const at = 12 + 16 * index;
    for (const place of [0, 1, 2, 3]) view.setUint8(at + place, tag.charCodeAt(place));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    offset += padded(table).length;
  }
  return concatenate([header, ...tables.map(([, table]) => padded(table))]);
}

/** Every table, and here every glyph, begins at a multiple of four bytes. */
export function padded(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length % 4;
  if (rest === 0) return bytes;
  const longer = new Uint8Array(bytes.length + 4 - rest);
  longer.set(bytes);
  return longer;
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function copyOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
}
