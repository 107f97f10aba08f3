/** A record of a feed, a mail, a table or a document, its metadata given, to an article. */
import { type Draft, type StatedDate, startDraft } from "./draft.js";
import { finishArticle } from "./finish-article.js";
import { htmlLines, type LinesOfText } from "./html/html-lines.js";
import { detectLanguage } from "./language.js";
import { containerOf, type RawFile, type ReadResult, refuse } from "./reader.js";
import { splitLines } from "./split-lines.js";
import { cleanBody } from "./steps/index.js";

export interface Item {
  /** Name of the reader. */
  readonly format: string;
  /** Words that state the metadata, a line each, as they stand in the file: what evidence quotes. */
  readonly head: readonly string[];
  readonly body: { readonly html: string } | { readonly text: string };
  readonly title?: string | null;
  readonly standfirst?: string | null;
  readonly byline?: string | null;
  readonly outlet?: string | null;
  readonly agency?: string | null;
  readonly url?: string | null;
  /** BCP 47; found from the text by default. */
  readonly language?: string | null;
  /** `quote` is one of `head`, or stands in one. */
  readonly published?: StatedDate | null;
  readonly modified?: StatedDate | null;
}

/** Reads the records of one file; where there are several, each bears its number: `feed.xml#2`. */
export function readItems(items: readonly Item[], source: RawFile): ReadResult {
  const results = items.map((item, index) =>
    readItem(item, partOf(source, index, items.length), items.length > 1),
  );
  return {
    articles: results.flatMap(({ articles }) => articles),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The same file under the name of one of its articles. */
export function partOf(source: RawFile, index: number, count: number): RawFile {
  if (count === 1) return source;
  return { ...source, file: `${source.file}#${index + 1}`, container: containerOf(source) };
}

/** @param part whether the file holds other articles too: the id then comes from this one's own words */
export function readItem(item: Item, source: RawFile, part: boolean): ReadResult {
  const { raw, lines } = linesOf(item);
  if (lines.length === 0) return refuse(emptyItem(source.file));
  const body = lines.map(({ text }) => text).join("\n");
  const start: Draft = {
    ...startDraft(item.format, raw, item.language ?? detectLanguage(body), lines),
    title: item.title ?? null,
    standfirst: item.standfirst ?? null,
    byline: item.byline ?? null,
    outlet: item.outlet ?? null,
    agency: item.agency ?? null,
    url: item.url ?? null,
    dates: item.published ? [item.published] : [],
    modified: item.modified ?? null,
  };
  const cleaned = cleanBody(start);
  // Where nothing is left, the rules were wrong about this text: it stays as it came.
  return finishArticle(cleaned.lines.length > 0 ? cleaned : start, source, part ? raw : undefined);
}

function linesOf({ head, body }: Item): LinesOfText {
  const above = head.join("\n");
  if ("html" in body) return htmlLines(body.html, above);
  const raw = above === "" ? body.text : `${above}\n\n${body.text}`;
  const shift = raw.length - body.text.length;
  const lines = splitLines(body.text).map((line) => ({
    ...line,
    start: line.start + shift,
    end: line.end + shift,
  }));
  return { raw, lines };
}

function emptyItem(file: string) {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    place: { file },
    hint: "remove it, or fetch the article again",
  } as const;
}
