/** A saved web page to its article: main text by the page's parts, metadata from what the page states of itself. */
import type { Document } from "domhandler";
import { cleanForHost } from "../clean-for-host.js";
import { decodeHtml } from "../decode.js";
import type { Draft } from "../draft.js";
import { finishArticle } from "../finish-article.js";
import { MAX_FILE_BYTES } from "../limits.js";
import {
  type Head,
  type RawFile,
  type ReadContext,
  type Reader,
  type ReadResult,
  refuse,
} from "../reader.js";
import { cleanBody } from "../steps/index.js";
import { tooLongToClean } from "../too-long.js";
import { doubtsOf, nothingIn } from "./doubts.js";
import { dropPageHead } from "./drop-page-head.js";
import { dropPageTail } from "./drop-page-tail.js";
import { findMainText } from "./main-text.js";
import { readMetadata } from "./metadata/index.js";
import { readPage } from "./page.js";
import { isHiddenInline } from "./page-parts.js";
import { parseHtml } from "./parse-html.js";
import { startPage } from "./start-page.js";

export const html: Reader = {
  name: "html",
  format: "web page",
  extensions: [".html", ".htm", ".xhtml"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ text }: Head) => FRONT.test(text),
  read: readHtml,
};

/** A doctype or an outer element, after comments and processing instructions. */
const FRONT =
  /^(?:<!--[\s\S]{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,3}<(?:!doctype html|html|head|body)[\s>]/i;

function readHtml(source: RawFile, { isRecurring }: ReadContext): ReadResult {
  const { text, diagnostics } = decodeHtml(source.bytes, source.file, source.charset);
  if (text === null) return { articles: [], diagnostics };
  const document = parseHtml(text);
  const result = readDocument(document, source, isRecurring);
  return { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
}

function readDocument(
  document: Document,
  source: RawFile,
  isRecurring: ReadContext["isRecurring"],
): ReadResult {
  const page = readPage(document, isHiddenInline);
  const texts = page.blocks.map(({ text }) => text);
  const fault = tooLongToClean(texts, source.file);
  if (fault !== null) return refuse(fault);
  const metadata = readMetadata(document, page.blocks, { url: source.url ?? null });
  const main = findMainText(page, metadata);
  const start = startPage(page, main.verdicts, metadata);
  const cleaned = cleanForHost(start, cleanLines, source, isRecurring);
  if (cleaned.lines.length === 0) {
    return { articles: [], diagnostics: [nothingIn(source.file, page.blocks.length, main)] };
  }
  const finished = finishArticle(cleaned, source);
  const doubts = finished.articles.flatMap((article) => doubtsOf(article, main));
  return { articles: finished.articles, diagnostics: [...doubts, ...finished.diagnostics] };
}

function cleanLines(start: Draft): Draft {
  return dropPageTail(cleanBody(dropPageHead(start)));
}
