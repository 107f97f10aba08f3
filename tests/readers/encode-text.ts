/** Text in a single-byte code page, by asking the decoder for each of its 256 bytes. */
export function encodeText(text: string, encoding: string): Uint8Array {
  const codes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    codes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  }
  return Uint8Array.from(text, (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new RangeError(`${encoding} has no ${letter}`);
    return code;
  });
}
