/** Bytes of an XML document to text, by the encoding that its declaration names (XML 1.0, 4.3.3). */
import { type Decoded, decodeText } from "../decode.js";

/** The declaration stands at the very beginning, in ASCII. */
const DECLARATION = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{2,30})["']/;

export function decodeXml(bytes: Uint8Array, file: string): Decoded {
  const front = new TextDecoder("latin1").decode(bytes.subarray(0, 300));
  const label = DECLARATION.exec(front)?.[1]?.toLowerCase();
  if (label === undefined || /^utf-?(?:8|16)/.test(label)) return decodeText(bytes, file);
  const text = decodeAs(bytes, label);
  return text === null || text.includes("\0") ? decodeText(bytes, file) : { text, diagnostics: [] };
}

/** Null where the name is of no encoding, or the bytes are not in it. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
