/** The lines of a document and what its properties state, to its article. */
import type { Repair } from "../model/article.js";
import { parseDay } from "../text/dates-calendar.js";
import { cutLine, type Draft, type Line, type StatedDate, startDraft } from "./draft.js";
import { finishArticle } from "./finish-article.js";
import { linesOfTexts } from "./html/html-lines.js";
import { detectLanguage } from "./language.js";
import { comparable, isNameLine } from "./line-shape.js";
import { type RawFile, type ReadResult, refuse } from "./reader.js";
import type { RuleName } from "./rules.js";
import { cleanDocument } from "./steps/index.js";
import { tooLongToClean } from "./too-long.js";
import { sharedWords } from "./vocabulary.js";

export interface DocumentLine {
  readonly text: string;
  /** Why it is none of the article's, where it is not. */
  readonly removed?: RuleName;
}

/** What the program that wrote the file says of it; people seldom look at it. */
export interface DocumentProperties {
  readonly title: string | null;
  readonly author: string | null;
  /** Words of the file that hold the day on which it was last saved. */
  readonly saved: string | null;
}

export interface Document {
  /** Name of the reader. */
  readonly format: string;
  readonly lines: readonly DocumentLine[];
  /** The line that its style or size sets apart as the headline. */
  readonly title: string | null;
  readonly properties: DocumentProperties;
  /** Where it was published, as it says itself. */
  readonly url?: string | null;
  readonly repairs?: readonly Repair[];
}

/** The text comes first: properties fill what it leaves open, and no file's date is a publication's. */
export function readDocument(document: Document, source: RawFile): ReadResult {
  const { saved } = document.properties;
  const stated = document.lines.filter(({ text }) => text.trim() !== "");
  const texts = stated.map(({ text }) => text);
  const fault = tooLongToClean(texts, source.file);
  if (fault !== null) return refuse(fault);
  const { raw, lines } = linesOfTexts(texts, saved ?? "");
  const removed = lines.map((line, index) => ({ line, rule: stated[index]?.removed }));
  const body = removed.flatMap(({ line, rule }) => (rule === undefined ? [line] : []));
  if (body.length === 0) return refuse(noText(source.file));
  const cuts = removed.flatMap(({ line, rule }) => (rule ? [cutLine(line, rule)] : []));
  const titled = body.find(({ text }) => text === document.title?.trim());
  const rest = body.length > 1 ? body.filter((line) => line !== titled) : body;
  const draft: Draft = {
    ...startDraft(document.format, raw, languageOf(rest), rest),
    title: rest === body ? null : document.title,
    url: document.url ?? null,
    cuts,
    repairs: document.repairs ?? [],
  };
  const cleaned = cleanDocument(draft);
  // Where nothing is left, the rules were wrong about this text: it stays as it came.
  const read = cleaned.lines.length > 0 ? cleaned : draft;
  return finishArticle(fillFrom(document.properties, read), source);
}

function languageOf(lines: readonly Line[]): string {
  return detectLanguage(lines.map(({ text }) => text).join("\n"));
}

function fillFrom({ title, author, saved }: DocumentProperties, draft: Draft): Draft {
  const text = draft.lines.map((line) => line.text);
  return {
    ...draft,
    title: draft.title ?? (title !== null && isTitleOf(title, text) ? title : null),
    byline: draft.byline ?? (author !== null && isAuthor(author) ? author : null),
    modified: draft.modified ?? savedOn(saved),
  };
}

/** Share of a title's words that its text has at the least: templates keep the title of another. */
const MIN_SHARED = 0.5;

function isTitleOf(title: string, text: readonly string[]): boolean {
  if (/\.(?:docx?|pdf|indd|qxd|rtf|pages)$|^(?:microsoft word|document|untitled)\b/i.test(title)) {
    return false;
  }
  return title.trim().includes(" ") && sharedWords(title, text) >= MIN_SHARED;
}

/** A person's name, and none that programs fill in. */
function isAuthor(author: string): boolean {
  return author.includes(" ") && isNameLine(author) && !NO_AUTHORS.test(comparable(author));
}

const NO_AUTHORS =
  /\b(?:user|office|microsoft|windows|admin|administrator|owner|python|docx|author|apple|adobe|computer|pc)\b/;

function savedOn(saved: string | null): StatedDate | null {
  const date = saved === null ? undefined : /\d{4}-\d{2}-\d{2}/.exec(saved)?.[0];
  if (saved === null || date === undefined || parseDay(date) === null) return null;
  return { date, time: null, quote: saved, from: "metadata" };
}

function noText(file: string) {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    place: { file },
    hint: "remove the file, or save the article again",
  } as const;
}
