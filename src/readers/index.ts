/** The readers by format: bytes of one file to one article, or to the reason why there is none. */
import type { Diagnostic } from "../model/diagnostic.js";
import { MAX_ARTICLE_BYTES } from "./limits.js";
import { type ReadResult, readPlainText } from "./plain-text.js";

export { FUNCTION_WORDS } from "./language-words.js";
export { MAX_ARTICLE_BYTES } from "./limits.js";
export type { ReadResult } from "./plain-text.js";
export { RULES, type RuleName } from "./rules.js";

export interface Reader {
  /** What people call the format. */
  readonly format: string;
  /** Extensions in lower case, with their dot. */
  readonly extensions: readonly string[];
  /** Never throws: whatever the bytes are, mishaps come back as diagnostics. */
  readonly read: (bytes: Uint8Array, file: string) => ReadResult;
}

export const READERS: readonly Reader[] = [
  { format: "plain text", extensions: [".txt"], read: readPlainText },
];

/** Reads one article; `file` chooses the reader by its extension and is passed through. */
export function readArticle(bytes: Uint8Array, file: string): ReadResult {
  const reader = READERS.find(({ extensions }) => extensions.some((end) => hasEnd(file, end)));
  if (reader === undefined) return refuse(unknownFormat(file));
  if (bytes.length > MAX_ARTICLE_BYTES) return refuse(tooLarge(bytes.length, file));
  return reader.read(bytes, file);
}

function hasEnd(file: string, extension: string): boolean {
  return file.toLowerCase().endsWith(extension);
}

function refuse(diagnostic: Diagnostic): ReadResult {
  return { article: null, diagnostics: [diagnostic] };
}

function unknownFormat(file: string): Diagnostic {
  const known = READERS.flatMap(({ extensions }) => extensions).join(", ");
  return {
    code: "unknown-format",
    severity: "warning",
    message: "is in no format that can be read",
    place: { file },
    hint: `known formats: ${known}`,
  };
}

/** The diagnostic for a file over the limit, for callers that know its size before its bytes. */
export function tooLarge(size: number, file: string): Diagnostic {
  return {
    code: "article-too-large",
    severity: "error",
    message: `holds ${size} bytes, more than the ${MAX_ARTICLE_BYTES} of one article`,
    place: { file },
    hint: "split the file, or leave it out",
  };
}
