/** Plain text to the articles in it: a page's text without its markup, as exports and copies leave it. */
import type { Diagnostic } from "../model/diagnostic.js";
import { cleanForHost } from "./clean-for-host.js";
import { decodeText } from "./decode.js";
import { startDraft } from "./draft.js";
import { finishArticle } from "./finish-article.js";
import { partOf } from "./item.js";
import { detectLanguage } from "./language.js";
import { MAX_ARTICLE_BYTES, MAX_FILE_BYTES } from "./limits.js";
import {
  containerOf,
  type RawFile,
  type ReadContext,
  type Reader,
  type ReadResult,
  refuse,
} from "./reader.js";
import { splitLines } from "./split-lines.js";
import { cleanText } from "./steps/index.js";
import { splitDump } from "./text/split-dump.js";
import { stripMarkup } from "./text/strip-markup.js";
import { isTextual } from "./text-likeness.js";
import { articleTooLarge } from "./too-long.js";

export const plainText: Reader = {
  name: "text",
  format: "plain text",
  extensions: [".txt", ".text"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ bytes, extension }) => extension === "" && isTextual(bytes),
  read: readPlainText,
};

function readPlainText(source: RawFile, { isRecurring }: ReadContext): ReadResult {
  const { file } = source;
  const { text, diagnostics } = decodeText(source.bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const parts = splitDump(text);
  // Hashed once: dumps of many thousand articles are large.
  const whole = parts.length > 1 ? { ...source, container: containerOf(source) } : source;
  const results = parts.map(({ start, end }, index) =>
    readPart(
      text.slice(start, end),
      partOf(whole, index, parts.length),
      parts.length > 1,
      isRecurring,
    ),
  );
  return {
    articles: results.flatMap(({ articles }) => articles),
    diagnostics: [...diagnostics, ...results.flatMap((result) => result.diagnostics)],
  };
}

function readPart(
  whole: string,
  source: RawFile,
  isPart: boolean,
  isRecurring: ReadContext["isRecurring"],
): ReadResult {
  const { file } = source;
  const size = isPart ? Buffer.byteLength(whole) : source.bytes.length;
  if (size > MAX_ARTICLE_BYTES) return refuse(articleTooLarge(`${size} bytes`, file));
  const { text, repairs } = stripMarkup(whole);
  const lines = splitLines(text);
  if (lines.length === 0) return refuse(empty(file));
  const start = { ...startDraft("text", text, detectLanguage(text), lines), repairs };
  const read = cleanForHost(start, cleanText, source, isRecurring);
  // Where nothing is left, the rules were wrong about this text: it stays as it came.
  const kept = read.lines.length > 0 ? read : start;
  const { articles, diagnostics } = finishArticle(kept, source, isPart ? whole : undefined);
  const markup = text.includes("<") && TAG.test(text) ? [marked(file)] : [];
  return { articles, diagnostics: [...markup, ...diagnostics] };
}

/** What no rule of stripping knows: a closing tag, or one with a value. */
const TAG = /<\/[a-z][a-z0-9:-]{0,30}>|<[a-z][a-z0-9:-]{0,30}\s[a-z:-]{1,40}=["'][^<>]{0,200}>/i;

function marked(file: string): Diagnostic {
  return {
    code: "markup-in-text",
    severity: "warning",
    message: "holds tags that are read as words",
    place: { file },
    hint: "save the article's text alone, without the page around it",
  };
}

function empty(file: string): Diagnostic {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    place: { file },
    hint: "remove the file, or fetch the article again",
  };
}
