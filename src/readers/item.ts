/** A record of a feed, a mail, a table or a document, its metadata given, to an article. */
import type { Diagnostic } from "../model/diagnostic.js";
import { primaryLanguage } from "../text/primary-language.js";
import { type Draft, type Line, type StatedDate, startDraft, withoutLines } from "./draft.js";
import { finishArticle } from "./finish-article.js";
import { htmlLines, type LinesOfText, linesOfTexts } from "./html/html-lines.js";
import { detectLanguage } from "./language.js";
import { comparable } from "./line-shape.js";
import { containerOf, type RawFile, type ReadResult, refuse } from "./reader.js";
import type { RuleName } from "./rules.js";
import { splitLines } from "./split-lines.js";
import { cleanBody } from "./steps/index.js";
import { tooLongToClean } from "./too-long.js";

/** What is to be said of a record; the record's name is added. */
export type Note = Omit<Diagnostic, "place"> & { readonly line?: number };

export interface Item {
  /** Name of the reader. */
  readonly format: string;
  /** Words that state the metadata, a line each, as they stand in the file: what evidence quotes. */
  readonly head: readonly string[];
  readonly body:
    | { readonly html: string }
    | { readonly text: string }
    | { readonly paragraphs: readonly string[] };
  readonly title?: string | null;
  readonly standfirst?: string | null;
  readonly byline?: string | null;
  readonly outlet?: string | null;
  readonly agency?: string | null;
  readonly url?: string | null;
  /** BCP 47, as stated; a text long enough to tell goes before it. */
  readonly language?: string | null;
  /** `quote` is one of `head`, or stands in one. */
  readonly published?: StatedDate | null;
  readonly modified?: StatedDate | null;
  /** The rule by which a line of the body goes, where the format has rules of its own. */
  readonly furniture?: (line: string, index: number) => RuleName | null;
  readonly notes?: readonly Note[];
}

/** A record that is no article, and why. */
export interface NoItem {
  readonly missing: Note;
}

/** Reads the records of one file; where there are several, each bears its number: `feed.xml#2`. */
export function readItems(items: readonly (Item | NoItem)[], source: RawFile): ReadResult {
  // Hashed once: files of many thousand records are large.
  const whole = { ...source, container: containerOf(source) };
  const results = items.map((item, index) => {
    const part = partOf(whole, index, items.length);
    if ("missing" in item) return refuse(placed(item.missing, part.file));
    const { articles, diagnostics } = readItem(item, part, items.length > 1);
    const notes = articles.length === 0 ? [] : (item.notes ?? []);
    return {
      articles,
      diagnostics: [...notes.map((note) => placed(note, part.file)), ...diagnostics],
    };
  });
  return {
    articles: results.flatMap(({ articles }) => articles),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

export function placed({ line, ...note }: Note, file: string): Diagnostic {
  return { ...note, place: line === undefined ? { file } : { file, line } };
}

/** The same file under the name of one of its articles. */
export function partOf(source: RawFile, index: number, count: number): RawFile {
  if (count === 1) return source;
  return { ...source, file: `${source.file}#${index + 1}`, container: containerOf(source) };
}

/** @param part whether the file holds other articles too: the id then comes from this one's own words */
function readItem(item: Item, source: RawFile, part: boolean): ReadResult {
  const { raw, lines } = linesOf(item);
  if (lines.length === 0) return refuse(emptyItem(source.file));
  const texts = lines.map(({ text }) => text);
  const fault = tooLongToClean(texts, source.file);
  if (fault !== null) return refuse(fault);
  const body = texts.join("\n");
  const start: Draft = {
    ...startDraft(item.format, raw, languageOf(body, item.language ?? null), lines),
    title: item.title ?? null,
    standfirst: item.standfirst ?? null,
    byline: item.byline ?? null,
    outlet: item.outlet ?? null,
    agency: item.agency ?? null,
    url: item.url ?? null,
    dates: item.published ? [item.published] : [],
    modified: item.modified ?? null,
  };
  const cleaned = cleanBody(withoutFurniture(start, item));
  // Where nothing is left, the rules were wrong about this text: it stays as it came.
  return finishArticle(cleaned.lines.length > 0 ? cleaned : start, source, part ? raw : undefined);
}

/** Letters by which a language can be told for sure. */
const ENOUGH_TO_TELL = 200;

/** Feeds and exports often state the language that their program came with. */
function languageOf(body: string, stated: string | null): string {
  const own = detectLanguage(body);
  const primary = primaryLanguage(stated ?? "");
  if (!/^[a-z]{2,3}$/.test(primary)) return own;
  return own !== "und" && body.length >= ENOUGH_TO_TELL ? own : primary;
}

function withoutFurniture(draft: Draft, { furniture = () => null }: Item): Draft {
  const rules = new Map<Line, RuleName>();
  for (const [index, line] of draft.lines.entries()) {
    const rule = furniture(line.text, index);
    if (rule !== null) rules.set(line, rule);
  }
  const first = draft.lines.find((line) => !rules.has(line));
  if (first !== undefined && isTitle(first.text, draft.title)) rules.set(first, "duplicate-title");
  return withoutLines(draft, rules);
}

/** Code units; no title is longer. */
const MAX_TITLE = 300;

function isTitle(text: string, title: string | null): boolean {
  if (title === null || text.length > MAX_TITLE || title.length > MAX_TITLE) return false;
  return comparable(text) === comparable(title);
}

function linesOf({ head, body }: Item): LinesOfText {
  const above = head.join("\n");
  if ("html" in body) return htmlLines(body.html, above);
  if ("paragraphs" in body) return linesOfTexts(body.paragraphs, above);
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
