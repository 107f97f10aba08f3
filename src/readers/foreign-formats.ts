/** A file's first bytes to what it is, where it is known and cannot be read. */
import type { Head } from "./reader.js";

export interface ForeignFormat {
  /** What people call it, with its article. */
  readonly name: string;
  readonly hint: string;
}

interface Known extends ForeignFormat {
  readonly shows: (head: Head) => boolean;
}

const SAVE_AGAIN = "save it as .docx or .txt";
const TAKE_TEXT = "recognise its text (OCR) and save that as .txt";
const UNPACK = "unpack it, or pack it again as .zip";

const KNOWN: readonly Known[] = [
  { name: "an old Word file (.doc)", hint: SAVE_AGAIN, shows: begins("d0cf11e0a1b11ae1") },
  { name: "a rich text file (.rtf)", hint: SAVE_AGAIN, shows: begins("7b5c727466") },
  {
    name: "an OpenDocument text (.odt)",
    hint: SAVE_AGAIN,
    shows: packs("mimetypeapplication/vnd.oasis.opendocument.text"),
  },
  {
    name: "an OpenDocument file",
    hint: "save it as .csv or .pdf",
    shows: packs("mimetypeapplication/vnd.oasis.opendocument."),
  },
  { name: "an EPUB book", hint: SAVE_AGAIN, shows: packs("mimetypeapplication/epub+zip") },
  { name: "a Pages document", hint: SAVE_AGAIN, shows: packs("Index/Document.iwa") },
  { name: "a PNG image", hint: TAKE_TEXT, shows: begins("89504e47") },
  { name: "a JPEG image", hint: TAKE_TEXT, shows: begins("ffd8ff") },
  { name: "a GIF image", hint: TAKE_TEXT, shows: begins("474946383") },
  { name: "a TIFF image", hint: TAKE_TEXT, shows: begins("49492a00", "4d4d002a") },
  { name: "a WebP image", hint: TAKE_TEXT, shows: holdsAt(8, "WEBP") },
  { name: "an image or a film", hint: TAKE_TEXT, shows: holdsAt(4, "ftyp") },
  { name: "a RAR archive", hint: UNPACK, shows: begins("526172211a07") },
  { name: "a 7z archive", hint: UNPACK, shows: begins("377abcaf271c") },
  { name: "an xz archive", hint: UNPACK, shows: begins("fd377a585a00") },
  { name: "a bzip2 archive", hint: UNPACK, shows: holdsAt(4, "1AY&SY") },
  { name: "a Zstandard archive", hint: UNPACK, shows: begins("28b52ffd") },
  { name: "a tar archive", hint: UNPACK, shows: holdsAt(257, "ustar") },
  { name: "a program", hint: "leave it out", shows: begins("7f454c46", "4d5a9000") },
  {
    name: "an SQLite database",
    hint: "export its articles as .jsonl or .csv",
    shows: begins("53514c69746520666f726d61742033"),
  },
];

export function foreignFormatOf(head: Head): ForeignFormat | null {
  return KNOWN.find(({ shows }) => shows(head)) ?? null;
}

/** @param prefixes in hexadecimal digits */
function begins(...prefixes: readonly string[]): (head: Head) => boolean {
  const firsts = prefixes.map((prefix) => Number.parseInt(prefix.slice(0, 2), 16));
  return ({ bytes: [first], bytes }) => {
    if (first === undefined || !firsts.includes(first)) return false;
    const front = Buffer.from(bytes.subarray(0, 16)).toString("hex");
    return prefixes.some((prefix) => front.startsWith(prefix));
  };
}

function holdsAt(offset: number, word: string): (head: Head) => boolean {
  const first = word.charCodeAt(0);
  return ({ bytes }) =>
    bytes[offset] === first && latin1(bytes.subarray(offset, offset + word.length)) === word;
}

/** A zip that says in its first entries what it is. */
function packs(word: string): (head: Head) => boolean {
  return ({ bytes }) => {
    if (bytes[0] !== 0x50) return false;
    const front = latin1(bytes);
    return front.startsWith("PK\x03\x04") && front.includes(word);
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
