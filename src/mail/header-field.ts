/** A name and a value to a field of a header: encoded (RFC 2047), in short lines (RFC 5322, 2.2.3), never more than one field. */

/** Octets that a line should not exceed, its end aside. */
const WIDTH = 76;
/** Octets of an encoded word: 75 are allowed, and the first shares its line with the name of its field. */
const MOST_ENCODED = 64;
const OPENING = "=?UTF-8?B?";
const CLOSING = "?=";

/**
 * @param value of visible characters; control characters become spaces
 * @returns with CR LF at its end
 */
export function headerField(name: string, value: string): string {
  return `${foldWords(`${name}: ${value.replaceAll(/[\p{Cc}\s]+/gu, " ").trim()}`)}\r\n`;
}

/** Free text, e.g. of a subject; beyond ASCII as encoded words. */
export function encodeText(text: string): string {
  const line = oneLine(text);
  return isPlain(line) ? line : encodedWords(line).join(" ");
}

/** A name before an address. */
export function encodePhrase(text: string): string {
  const line = oneLine(text);
  if (!isPlain(line)) return encodedWords(line).join(" ");
  return ATOMS.test(line) ? line : quoted(line);
}

/** @param name "" for none @param address without angle brackets */
export function mailbox(name: string, address: string): string {
  const phrase = encodePhrase(name);
  return phrase === "" ? address : `${phrase} <${address}>`;
}

/** `name="value"`, and for what is beyond ASCII `name*=UTF-8''value` as well (RFC 2231). */
export function parameter(name: string, value: string): string {
  const line = oneLine(value);
  const plain = `${name}=${quoted(line.replaceAll(/[^\x20-\x7E]+/g, "_"))}`;
  if (isPlain(line)) return plain;
  const encoded = encodeURIComponent(line).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${plain}; ${name}*=UTF-8''${encoded}`;
}

/** Characters of a text in a field: a title of a megabyte is no title. */
const MOST_TEXT = 1000;

/** Without what would end the line or the field, and what turns the reading direction of the rest. */
function oneLine(text: string): string {
  return text
    .slice(0, MOST_TEXT)
    .toWellFormed()
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]+/g, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Nothing that a reader of the header would decode. */
function isPlain(line: string): boolean {
  return /^[\x20-\x7E]*$/.test(line) && !line.includes("=?");
}

/** In one way alone: a name must not be tried in all the ways that its letters could be parted. */
const ATOMS = /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)?$/;

function quoted(line: string): string {
  return `"${line.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** Each whole in itself: no character is cut (RFC 2047, 5). */
function encodedWords(line: string): string[] {
  const most = Math.floor((MOST_ENCODED - OPENING.length - CLOSING.length) / 4) * 3;
  const words: string[] = [];
  let piece = "";
  for (const { segment } of GRAPHEMES.segment(line)) {
    for (const character of Buffer.byteLength(segment) > most ? segment : [segment]) {
      if (Buffer.byteLength(piece + character) > most) {
        words.push(piece);
        piece = "";
      }
      piece += character;
    }
  }
  return [...words, piece].map(
    (part) => `${OPENING}${Buffer.from(part).toString("base64")}${CLOSING}`,
  );
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

function foldWords(field: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of field.split(" ")) {
    // A name and its first word stay together: a line of blanks alone is no line (RFC 5322, 3.2.2).
    if (
      line !== "" &&
      Buffer.byteLength(line) + 1 + Buffer.byteLength(word) > WIDTH &&
      !isName(line)
    ) {
      lines.push(line);
      line = ` ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\r\n");
}

function isName(line: string): boolean {
  return /^[^ ]+:$/.test(line);
}
