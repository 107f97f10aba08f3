/** What a message says to parts of MIME (RFC 2045, 2046): lines of at most 76 octets, of ASCII alone. */
import { parameter } from "./header-field.js";

export interface Part {
  /** Fields, each with CR LF at its end. */
  readonly head: string;
  readonly body: string | Uint8Array;
}

/**
 * A text with a place for what differs from one recipient to the next: all else is encoded once. Neither
 * encoding can hold the `=_` that boundaries begin with.
 * @param place stands for it in the text, within a line
 */
export function textWithPlace(
  kind: "plain" | "html",
  text: string,
  place: string,
): (value: string) => Part {
  const lines = text.split(/\r\n|\r|\n/);
  const pieces = lines.map((line) => (line.includes(place) ? { line } : quotedLine(line)));
  const encoded = (value: string) =>
    pieces
      .map((piece) =>
        typeof piece === "string" ? piece : quotedLine(piece.line.replaceAll(place, value)),
      )
      .join("\r\n");
  // What is mostly beyond ASCII is a third shorter so.
  const whole = lines.join("\r\n");
  const isShorter = Buffer.byteLength(whole) * BASE64_GROWTH < encoded(place).length;
  const encoding = isShorter ? "base64" : "quoted-printable";
  const head = `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n`;
  if (!isShorter) return (value) => ({ head, body: encoded(value) });
  return (value) => ({
    head,
    body: encodeBase64(Buffer.from(whole.replaceAll(place, value))).toString("latin1"),
  });
}

const BASE64_GROWTH = (4 / 3) * (78 / 76);

/** @param body from `encodeBase64` */
export function attachmentPart(fileName: string, mediaType: string, body: Uint8Array): Part {
  const type = `Content-Type: ${mediaType};\r\n ${foldParameters(parameter("name", fileName))}\r\n`;
  const disposition = `Content-Disposition: attachment;\r\n ${foldParameters(parameter("filename", fileName))}\r\n`;
  return { head: `${type}Content-Transfer-Encoding: base64\r\n${disposition}`, body };
}

function foldParameters(parameters: string): string {
  return parameters.replaceAll("; ", ";\r\n ");
}

/** Parts in one, each told from the next by a line that stands in none of them. */
export function multipart(
  kind: "mixed" | "alternative" | "encrypted",
  parts: readonly Part[],
  mark: string,
) {
  const boundary = `=_${mark}`;
  const pieces: (string | Uint8Array)[] = [];
  for (const { head, body } of parts) pieces.push(`--${boundary}\r\n${head}\r\n`, body, "\r\n");
  pieces.push(`--${boundary}--\r\n`);
  return { head: `Content-Type: multipart/${kind};\r\n boundary="${boundary}"\r\n`, pieces };
}

/** Lines of 76 characters with CR LF between them and at the end. */
export function encodeBase64(bytes: Uint8Array): Buffer {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const lines = Math.ceil(plain.length / 76);
  const out = Buffer.allocUnsafe(plain.length + lines * 2);
  let at = 0;
  for (let line = 0; line < lines; line += 1) {
    at += out.write(plain.slice(line * 76, line * 76 + 76), at, "latin1");
    at += out.write("\r\n", at, "latin1");
  }
  return out;
}

/** Octets of a line before the `=` that goes on with it. */
const MOST = 75;

/** One line of text to lines of quoted-printable. */
function quotedLine(line: string): string {
  const out: string[] = [];
  let piece = "";
  const last = line.length - 1;
  let index = 0;
  for (const character of line) {
    const isLast = index + character.length - 1 === last;
    const token = tokenOf(character, isLast, piece === "");
    if (piece.length + token.length > MOST) {
      out.push(`${piece}=`);
      // What begins a line now may have to be hidden.
      piece = tokenOf(character, isLast, true);
    } else piece += token;
    index += character.length;
  }
  return [...out, piece].join("\r\n");
}

/** Blanks that end a line, and what servers take for more than words where a line begins with it, are hidden. */
function tokenOf(character: string, isLast: boolean, isFirst: boolean): string {
  const isHidden =
    (isLast && (character === " " || character === "\t")) ||
    (isFirst && (character === "." || character === "F" || character === "-"));
  if (!isHidden && /^[\t\x20-\x3C\x3E-\x7E]$/.test(character)) return character;
  let token = "";
  for (const byte of Buffer.from(character))
    token += `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return token;
}
