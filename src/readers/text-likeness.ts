/** Whether the first bytes of a file may be text in any encoding: no control characters but white space. */
export function isTextual(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
