/** Bytes as a text in which every place is a place of the bytes, for cutting without decoding. */

export interface ByteText {
  /** One character for each unit of the encoding: a byte, or two of UTF-16. */
  readonly text: string;
  /** The bytes between two places of the text. */
  slice(start: number, end: number): Uint8Array;
  /** ASCII in the encoding of the bytes. */
  encode(ascii: string): Uint8Array;
  /** A piece of the text as people read it. */
  decode(piece: string): string;
}

export function viewBytes(bytes: Uint8Array): ByteText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return viewUtf16(bytes, (pairs) => pairs);
  if (first === 0xfe && second === 0xff) return viewUtf16(bytes, (pairs) => pairs.swap16());
  return {
    text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"),
    slice: (start, end) => bytes.subarray(start, end),
    encode: (ascii) => Buffer.from(ascii, "latin1"),
    decode: (piece) => Buffer.from(piece, "latin1").toString("utf8"),
  };
}

/** @param turn between the order of the bytes and little-endian; may change what it is given */
function viewUtf16(bytes: Uint8Array, turn: (pairs: Buffer) => Buffer): ByteText {
  const whole = bytes.length - (bytes.length % 2);
  return {
    text: turn(Buffer.from(bytes.subarray(0, whole))).toString("utf16le"),
    slice: (start, end) => bytes.subarray(start * 2, end * 2),
    encode: (ascii) => turn(Buffer.from(ascii, "utf16le")),
    decode: (piece) => piece,
  };
}
