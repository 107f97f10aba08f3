/** Words from outside to a part of a file name: letters and digits of any script, hyphens, dots inside. */

/** @param maxBytes in UTF-8, as disks count */
export function foldName(text: string, maxBytes: number): string {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, "-");
  return withinBytes(plain, maxBytes).replace(/^[-.]+|[-.]+$/g, "");
}

function withinBytes(text: string, maxBytes: number): string {
  let length = 0;
  let kept = "";
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > maxBytes) break;
    kept += character;
  }
  return kept;
}
