/** A text, or bytes in UTF-8, in; the value that its JSON says out. */

/** @returns undefined where it is no JSON in UTF-8; a byte order mark is left out */
export function readJson(content: Uint8Array | string): unknown {
  try {
    return JSON.parse(
      typeof content === "string"
        ? content
        : new TextDecoder("utf-8", { fatal: true }).decode(content),
    );
  } catch {
    return undefined;
  }
}
