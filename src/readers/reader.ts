/** What every reader is: the bytes of one file to the articles in it, or to the reasons why there are none. */
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FieldNames } from "../model/settings.js";
import { sha256 } from "../text/sha256.js";

/** The bytes of one file, or of one entry of an archive. */
export interface RawFile {
  readonly bytes: Uint8Array;
  /** Path below the folder that was read, with forward slashes; `batch.zip/a.html` inside an archive. */
  readonly file: string;
  /** Where the bytes were fetched from, where that is known. */
  readonly url?: string | null;
  /** Their encoding by the server that sent them, where that is known. */
  readonly charset?: string | null;
  /** Who published them, where the desk says so: it holds over what the file says. */
  readonly outlet?: string | null;
  /** When the page was fetched from its address, where that is known; ISO 8601, UTC. */
  readonly fetched?: string | null;
  /** The address in a web archive that it was fetched from, where it was fetched from one. */
  readonly archived?: string | null;
  /** Who may see it, where the record beside it says so; what stands inside it is marked as it is. */
  readonly marking?: string | null;
  /** The file of the corpus that holds this entry; the file itself by default. */
  readonly container?: { readonly file: string; readonly sha256: string };
}

/** What a reader may ask of the house while it reads. */
export interface ReadContext {
  /** Which fields of JSON records and CSV columns hold what. */
  readonly fields: FieldNames;
  /** Whether a line recurs over the articles of a host, and so is no article's own. */
  readonly isRecurring: (host: string, line: string) => boolean;
  /** Reads a file that was found inside this one. */
  readonly readInside: (source: RawFile) => Promise<ReadResult>;
  /** Bytes that may still be inflated; readers of archives take from it. */
  readonly budget: { left: number };
  /** How many files stand around this one. */
  readonly depth: number;
}

export interface ReadResult {
  /** In the order in which they stand in the file. */
  readonly articles: readonly Article[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The beginning of a file, as formats are told by. */
export interface Head {
  readonly bytes: Uint8Array;
  /** The same bytes as text: by their byte order mark, otherwise one character a byte. No mark, no white space in front. */
  readonly text: string;
  /** Lower case, with its dot; empty where the name has none. */
  readonly extension: string;
}

export interface Reader {
  /** Stands in `format` of its articles: `html`. */
  readonly name: string;
  /** What people call the format. */
  readonly format: string;
  /** In lower case, with their dot. */
  readonly extensions: readonly string[];
  /** Bytes that a file may have. */
  readonly maxBytes: number;
  /** Whether the content shows the format, whatever the file is called. */
  readonly recognises: (head: Head) => boolean;
  /** Never throws: whatever the bytes are, mishaps come back as diagnostics. */
  readonly read: (source: RawFile, context: ReadContext) => ReadResult | Promise<ReadResult>;
}

/** The file of the corpus that a file is, or stands in. */
export function containerOf({ container, file, bytes }: RawFile): { file: string; sha256: string } {
  return container ?? { file, sha256: sha256(bytes) };
}

export function refuse(diagnostic: Diagnostic): ReadResult {
  return { articles: [], diagnostics: [diagnostic] };
}
