/** The readers by format: bytes of one file to the articles in it, or to the reason why there are none. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { FieldNames } from "../model/settings.js";
import { gzip } from "./archive/gzip.js";
import { zip } from "./archive/zip.js";
import { docx } from "./docx.js";
import { feed } from "./feed/feed.js";
import { type ForeignFormat, foreignFormatOf } from "./foreign-formats.js";
import { headOf } from "./head.js";
import { html } from "./html/index.js";
import { MAX_INFLATED_BYTES } from "./limits.js";
import { mail } from "./mail/mail.js";
import { markdown } from "./markdown/markdown.js";
import { mhtml } from "./mhtml.js";
import { pdf } from "./pdf/pdf.js";
import { plainText } from "./plain-text.js";
import {
  type Head,
  type RawFile,
  type ReadContext,
  type Reader,
  type ReadResult,
  refuse,
} from "./reader.js";
import { csv } from "./records/csv.js";
import { json } from "./records/json.js";
import { jsonl } from "./records/jsonl.js";
import { isTextual } from "./text-likeness.js";

export { articleId } from "./article-id.js";
export { canonicalUrl } from "./canonical-url.js";
export { decodeHtml, decodeText } from "./decode.js";
export { encodingOf } from "./encoding-of.js";
export { hostOfArticle } from "./host-of-article.js";
export { detectLanguage } from "./language.js";
export { FUNCTION_WORDS } from "./language-words.js";
export { MAX_ARTICLE_BYTES, MAX_FILE_BYTES } from "./limits.js";
export type { RawFile, ReadContext, Reader, ReadResult } from "./reader.js";
export { RULES, type RuleName } from "./rules.js";
export { readWrittenDate } from "./written-date.js";

/** In the order in which they look at the content of a file. */
const READERS: readonly Reader[] = [
  gzip,
  pdf,
  docx,
  zip,
  feed,
  mhtml,
  mail,
  jsonl,
  json,
  html,
  markdown,
  csv,
  plainText,
];

/** Raised with every change of what reading gives: what was read before is then read again. */
export const READER_VERSION = 4;

/** What a caller may say of the files that it gives; nothing by default. */
export interface ReadOptions {
  readonly fields?: FieldNames;
  /** By host, the lines that recur over its articles. */
  readonly recurring?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the articles of one file, its format found by content, then by extension. */
export async function readArticles(
  source: RawFile,
  options: ReadOptions = {},
): Promise<ReadResult> {
  return readInContext(source, contextOf(options));
}

/** Reads a file by the reader that the caller chose. */
export async function readWith(
  reader: Reader,
  source: RawFile,
  options: ReadOptions = {},
): Promise<ReadResult> {
  return guarded(reader, source, contextOf(options));
}

function contextOf({ fields = {}, recurring }: ReadOptions): ReadContext {
  const budget = { left: MAX_INFLATED_BYTES };
  const contextAt = (depth: number): ReadContext => ({
    fields,
    isRecurring: (host, line) => recurring?.get(host)?.has(line) ?? false,
    readInside: (inner) => readInContext(inner, contextAt(depth + 1)),
    budget,
    depth,
  });
  return contextAt(0);
}

async function readInContext(source: RawFile, context: ReadContext): Promise<ReadResult> {
  const head = headOf(source.bytes, source.file);
  const foreign = foreignFormatOf(head);
  if (foreign !== null) return refuse(foreignFormat(source.file, foreign));
  const reader = chooseReader(head);
  if (reader === null) return refuse(unknownFormat(source.file));
  const result = await guarded(reader, source, context);
  const isMisnamed = result.articles.length === 0 && isOnlyNamed(head, reader);
  return isMisnamed ? { ...result, diagnostics: result.diagnostics.map(asPlainText) } : result;
}

/** Text of which nothing but its name says that it is in such a format. */
function isOnlyNamed(head: Head, reader: Reader): boolean {
  return STRICT.has(reader) && isText(head) && !READERS.some((other) => other.recognises(head));
}

const STRICT: ReadonlySet<Reader> = new Set([feed, mhtml, jsonl, json, csv]);

function asPlainText(diagnostic: Diagnostic): Diagnostic {
  const hint = "save it as .txt if it is plain text";
  const { hint: own } = diagnostic;
  return { ...diagnostic, hint: own === undefined ? hint : `${own}; ${hint}` };
}

/** Never throws: a reader that fails takes down its file only. */
async function guarded(reader: Reader, source: RawFile, context: ReadContext): Promise<ReadResult> {
  const { bytes, file } = source;
  if (bytes.length > reader.maxBytes) return refuse(tooLarge(bytes.length, file, reader.maxBytes));
  try {
    return marked(await reader.read(source, context), source);
  } catch (error) {
    return refuse(readerFailed(reader, file, error));
  }
}

/** What the record beside a file says of it holds for all that stands inside, archives and attachments too. */
function marked(result: ReadResult, { marking }: RawFile): ReadResult {
  if (!marking) return result;
  return { ...result, articles: result.articles.map((article) => ({ ...article, marking })) };
}

/** By content, then by extension: but text is no document of bytes, whatever it is called. */
function chooseReader(head: Head): Reader | null {
  const byContent = READERS.find((reader) => reader.recognises(head));
  if (byContent !== undefined) return byContent;
  const byName = READERS.find(({ extensions }) => extensions.includes(head.extension));
  if (byName !== undefined && BINARY.has(byName) && isText(head)) return plainText;
  return byName ?? null;
}

const BINARY: ReadonlySet<Reader> = new Set([gzip, pdf, docx, zip]);

function isText({ bytes }: Head): boolean {
  return bytes.length > 0 && isTextual(bytes);
}

/** The extension that files of this format usually have; null for a format that nobody reads. */
export function usualExtension({ bytes, file }: RawFile): string | null {
  return chooseReader(headOf(bytes, file))?.extensions[0] ?? null;
}

function foreignFormat(file: string, { name, hint }: ForeignFormat): Diagnostic {
  const message = `is ${name}, which cannot be read`;
  return { code: "unknown-format", severity: "warning", message, place: { file }, hint };
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

/** The diagnostic for a file over a limit, for callers that know its size before its bytes too. */
export function tooLarge(size: number, file: string, limit: number): Diagnostic {
  return {
    code: "article-too-large",
    severity: "error",
    message: `holds ${size} bytes, more than the ${limit} of its kind`,
    place: { file },
    hint: "split the file, or leave it out",
  };
}

function readerFailed({ format }: Reader, file: string, error: unknown): Diagnostic {
  return {
    code: "reader-failed",
    severity: "error",
    message: `could not be read as ${format}: ${error instanceof Error ? error.message : "unknown fault"}`,
    place: { file },
    hint: "look whether it opens elsewhere; save it again, or as text",
  };
}

export { entriesOf as zipEntries, type ZipEntry } from "./archive/entries.js";
export { inflate } from "./archive/inflate.js";
