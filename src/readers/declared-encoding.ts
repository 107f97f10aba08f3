/** The encoding that a page or an XML file declares of itself, as the HTML Standard's prescan finds it. */

/** Twice what the standard asks for, and again: comments stand before many a declaration. */
const REACH = 4096;
const META = /<meta[\s/][^>]{0,500}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{1,40})/i;
const XML =
  /^[\s\u00ef\u00bb\u00bf]{0,20}<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w:.-]{1,40})["']/i;

/** Name of the WHATWG encoding, lower case; null where none is declared, or one that is unknown. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const front = new TextDecoder("latin1")
    .decode(bytes.subarray(0, REACH))
    .replace(/<!--[\s\S]*?-->/g, "");
  const label = (XML.exec(front) ?? META.exec(front))?.[1];
  const name = label === undefined ? null : encodingNamed(label);
  // A declaration that could be read as ASCII was not written in UTF-16.
  return name?.startsWith("utf-16") === true ? "utf-8" : name;
}

/** @param label as pages and servers write it @returns null for one that is unknown */
export function encodingNamed(label: string): string | null {
  if (label.toLowerCase() === "x-user-defined") return "windows-1252";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
