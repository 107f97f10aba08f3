/** Plain text to an article: a page's text without its markup, as exports and copies leave it. */
import type { Diagnostic } from "../model/diagnostic.js";
import { decodeText } from "./decode.js";
import { startDraft } from "./draft.js";
import { finishArticle } from "./finish-article.js";
import { detectLanguage } from "./language.js";
import { MAX_ARTICLE_BYTES } from "./limits.js";
import type { RawFile, Reader, ReadResult } from "./reader.js";
import { splitLines } from "./split-lines.js";
import { cleanText } from "./steps/index.js";
import { isTextual } from "./text-likeness.js";

export const plainText: Reader = {
  name: "text",
  format: "plain text",
  extensions: [".txt", ".text"],
  maxBytes: MAX_ARTICLE_BYTES,
  recognises: ({ bytes, extension }) => extension === "" && isTextual(bytes),
  read: readPlainText,
};

function readPlainText(source: RawFile): ReadResult {
  const { file } = source;
  const { text, diagnostics } = decodeText(source.bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const lines = splitLines(text);
  if (lines.length === 0) return { articles: [], diagnostics: [...diagnostics, empty(file)] };
  const start = startDraft("text", text, detectLanguage(text), lines);
  const read = cleanText(start);
  // Where nothing is left, the rules were wrong about this text: it stays as it came.
  const finished = finishArticle(read.lines.length > 0 ? read : start, source);
  const markup = TAG.test(text) ? [marked(file)] : [];
  const all = [...diagnostics, ...markup, ...finished.diagnostics];
  return { articles: finished.articles, diagnostics: all };
}

/** Elements that no running text names by chance. */
const TAG = /<\/?(?:html|head|body|script|style|div|span|p|br|article)(?:\s[^<>]{0,200})?\/?>/i;

function marked(file: string): Diagnostic {
  return {
    code: "markup-in-text",
    severity: "warning",
    message: "looks like HTML: its tags are read as words",
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
