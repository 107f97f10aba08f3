/** Bytes without a mark to UTF-16 of either order, by where their zeros stand. */

/** Bytes looked at. */
const REACH = 4096;
/** Spaces and line ends alone give one zero in ten letters or so. */
const MIN_SHARE_OF_ZEROS = 0.04;

/** Which order of UTF-16 the bytes are in; null for every other encoding. */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const front = bytes.subarray(0, REACH);
  if (!front.includes(0) || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [index, byte] of front.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [high = 0, low = 0] = zeros;
  const least = (front.length / 2) * MIN_SHARE_OF_ZEROS;
  if (high === 0 && low >= least) return checked(front, "utf-16le");
  if (low === 0 && high >= least) return checked(front, "utf-16be");
  return null;
}

/** Text has no control characters, and its letters are of one or two ranges. */
function checked<T extends string>(front: Uint8Array, encoding: T): T | null {
  const text = new TextDecoder(encoding).decode(front, { stream: true });
  const letters = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\r\n\t]/gu)?.length ?? 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const isText = !/[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/.test(text);
  return isText && letters >= text.length * 0.9 ? encoding : null;
}
