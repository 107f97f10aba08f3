/** An article half read: the lines that are left, what was found in the others, and why they went. */
import type { Repair } from "../model/article.js";
import type { RuleName } from "./rules.js";

/** A line of the text without the white space around it. */
export interface Line {
  /** Offset of `raw` in the raw text. */
  readonly start: number;
  readonly end: number;
  /** The words; unlike the raw text it has one space where a hard wrap was. */
  readonly text: string;
  /** Whether a blank line, or nothing, stands before it. */
  readonly gap: boolean;
  /** Whether a metadata prefix stood before it on the same line. */
  readonly glued: boolean;
}

/** A part taken out, with its place so that removals can be listed in text order. */
export interface Cut {
  readonly rule: RuleName;
  readonly start: number;
  readonly end: number;
}

/** A day that the article states of itself. */
export interface StatedDate {
  readonly date: string;
  readonly time: string | null;
  readonly quote: string;
  /** Where it stands: an exporter's prefix, metadata, the page's own line, the agency's dateline. */
  readonly from: "prefix" | "metadata" | "line" | "dateline";
}

export interface Draft {
  /** Name of the reader. */
  readonly format: string;
  readonly raw: string;
  readonly language: string;
  readonly lines: readonly Line[];
  /** Lines that other articles of the same host have too. */
  readonly recurring: ReadonlySet<string>;
  readonly title: string | null;
  readonly standfirst: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Whom the copy passed on its way, where the article names more than outlet and agency. */
  readonly carriers: readonly string[];
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly url: string | null;
  readonly dates: readonly StatedDate[];
  readonly modified: StatedDate | null;
  readonly cuts: readonly Cut[];
  readonly repairs: readonly Repair[];
}

export function startDraft(
  format: string,
  raw: string,
  language: string,
  lines: readonly Line[],
): Draft {
  return {
    format,
    raw,
    language,
    lines,
    recurring: NO_LINES,
    title: null,
    standfirst: null,
    outlet: null,
    agency: null,
    carriers: [],
    byline: null,
    dateline: null,
    url: null,
    dates: [],
    modified: null,
    cuts: [],
    repairs: [],
  };
}

const NO_LINES: ReadonlySet<string> = new Set();

export function cutLine(line: Line, rule: RuleName): Cut {
  return { rule, start: line.start, end: line.end };
}

/** Takes lines out under one rule each; lines that no cut names stay. */
export function withoutLines(draft: Draft, rules: ReadonlyMap<Line, RuleName>): Draft {
  if (rules.size === 0) return draft;
  const cuts = [...rules].map(([line, rule]) => cutLine(line, rule));
  const lines = draft.lines.filter((line) => !rules.has(line));
  return { ...draft, lines, cuts: [...draft.cuts, ...cuts] };
}

/** Splits the front off a line: the cut for it, and the line that is left. */
export function cutFront(
  raw: string,
  line: Line,
  length: number,
  rule: RuleName,
): { readonly cut: Cut; readonly rest: Line } {
  const front = line.text.slice(0, length).trimEnd();
  const text = line.text.slice(length).trimStart();
  const end = afterLetters(raw, line.start, countLetters(front));
  const start = text === "" ? line.end : nextLetter(raw, end);
  return { cut: { rule, start: line.start, end }, rest: { ...line, text, start } };
}

/** Characters other than white space: what a hard wrap and its repair have in common. */
function countLetters(text: string): number {
  return text.replace(/\s/g, "").length;
}

function afterLetters(raw: string, start: number, count: number): number {
  let offset = start;
  for (let left = count; left > 0; offset += 1) if (!isSpace(raw, offset)) left -= 1;
  return offset;
}

function nextLetter(raw: string, start: number): number {
  let offset = start;
  while (offset < raw.length && isSpace(raw, offset)) offset += 1;
  return offset;
}

function isSpace(raw: string, offset: number): boolean {
  return /\s/.test(raw.charAt(offset));
}
