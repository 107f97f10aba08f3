/** A saved web page to its article: main text by the page's parts, metadata from what the page states of itself. */
import type { Document } from "domhandler";
import type { Diagnostic } from "../../model/diagnostic.js";
import { cleanForHost } from "../clean-for-host.js";
import { decodeHtml } from "../decode.js";
import type { Draft } from "../draft.js";
import { finishArticle } from "../finish-article.js";
import { MAX_FILE_BYTES } from "../limits.js";
import type { Head, RawFile, ReadContext, Reader, ReadResult } from "../reader.js";
import { cleanBody } from "../steps/index.js";
import { dropPageHead } from "./drop-page-head.js";
import { dropPageTail } from "./drop-page-tail.js";
import { findMainText, type MainText } from "./main-text.js";
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
  const { text, diagnostics } = decodeHtml(source.bytes, source.file);
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
  const metadata = readMetadata(document, page.blocks, { url: source.url ?? null });
  const main = findMainText(page, metadata);
  const start = startPage(page, main.verdicts, metadata);
  if (start.lines.length === 0) {
    const why = page.blocks.length === 0 ? noText(source.file) : littleText(source.file, main);
    return { articles: [], diagnostics: [why] };
  }
  const cleaned = cleanForHost(start, cleanLines, source, isRecurring);
  const finished = finishArticle(cleaned.lines.length > 0 ? cleaned : start, source);
  const little = isLittle(main) ? [littleText(source.file, main)] : [];
  return { articles: finished.articles, diagnostics: [...little, ...finished.diagnostics] };
}

function cleanLines(start: Draft): Draft {
  return dropPageTail(cleanBody(dropPageHead(start)));
}

/** Sentences that a news item has at the least, and what share of the page's they are. */
const LITTLE = { prose: 140, share: 0.25 } as const;

function isLittle({ prose, estimate }: MainText): boolean {
  return prose < LITTLE.prose || prose < estimate * LITTLE.share;
}

function littleText(file: string, { prose, estimate }: MainText): Diagnostic {
  const seen = estimate > prose ? ` of ${estimate} on the page` : "";
  return {
    code: "little-text",
    severity: "warning",
    message: `holds little running text: ${prose} characters${seen} were kept`,
    place: { file },
    hint: "a list of articles, a login page, or an article that is loaded later: look at inspect reading",
  };
}

function noText(file: string): Diagnostic {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    place: { file },
    hint: "open the page, and save it when its text shows; or leave it out",
  };
}
