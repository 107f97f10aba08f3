/** A text file to the articles in it: at the marks of press archives, at separators, at headers that come again. */
import { endsSentence } from "../line-shape.js";
import { ARCHIVE_MARKS, EXPORT_DATE_LABELS, HEADER_FIELDS } from "../line-words.js";
import { readStamp } from "../stamp.js";

/** A range of the text, UTF-16 code units. */
export interface DumpPart {
  readonly start: number;
  readonly end: number;
}

/** The parts in their order; one that is the whole text where it is no dump. */
export function splitDump(text: string): readonly DumpPart[] {
  for (const split of [atEndMarks, atStartMarks, atPrefixes, atSeparators, atHeaders]) {
    const parts = split(text).filter(({ start, end }) => /\S/u.test(text.slice(start, end)));
    if (parts.length > 1) return parts;
  }
  return [{ start: 0, end: text.length }];
}

/** Each article ends with its number in the archive; what follows the last belongs to no other. */
function atEndMarks(text: string): DumpPart[] {
  if (!ARCHIVE_MARKS.hints.some((hint) => text.includes(hint))) return [];
  const ends = [...text.matchAll(END_MARK)].map((match) => match.index + match[0].length);
  const rest = text.slice(ends.at(-1) ?? 0);
  return partsBetween(
    hasProse(rest) ? [...ends, text.length] : [...ends.slice(0, -1), text.length],
  );
}

/** Each article begins with its number in the list; what stands above the first is a cover. */
function atStartMarks(text: string): DumpPart[] {
  if (!text.includes("DOCUMENT") || !/\bDOCUMENT/.test(text)) return [];
  const starts = [...text.matchAll(START_MARK)].map(({ index }) => index);
  return partsBetween([...starts.slice(1), text.length]);
}

/** `date 2021-05-06 Words of the article`, again and again, from the first line on. */
function atPrefixes(text: string): DumpPart[] {
  if (!FIRST_PREFIX.test(text.slice(0, 200))) return [];
  const starts = [...text.matchAll(PREFIX)].map(({ index }) => index);
  return partsBetween([...starts.slice(1), text.length]);
}

/** Lines of dashes or stars part articles only where each block begins like one. */
function atSeparators(text: string): DumpPart[] {
  if (!SEPARATOR_MARKS.some((mark) => text.includes(mark))) return [];
  const blocks: DumpPart[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    blocks.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (blocks.length === 0) return [];
  blocks.push({ start, end: text.length });
  const filled = blocks.filter((block) => /\p{L}/u.test(text.slice(block.start, block.end)));
  return filled.every((block) => beginsArticle(text.slice(block.start, block.end))) ? filled : [];
}

/** Blocks of two labelled lines or more that begin with the same label: `Title: …`. */
function atHeaders(text: string): DumpPart[] {
  const front = text.slice(0, HEADER_REACH);
  if (!front.includes(":") || !FIELD_LINE.test(front)) return [];
  const starts: number[] = [];
  let label: string | undefined;
  for (const match of text.matchAll(HEADER)) {
    const name = match.groups?.label?.toLowerCase();
    label ??= name;
    if (name === label) starts.push(match.index);
  }
  return partsBetween([...starts.slice(1), text.length]);
}

/** How far from the start the first header may be. */
const HEADER_REACH = 500;

/** @param ends where each part ends, ascending */
function partsBetween(ends: readonly number[]): DumpPart[] {
  return ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}

const END_MARK = new RegExp(`^[ \\t]*(?:${ARCHIVE_MARKS.end})[ \\t]*$`, "gmu");
const START_MARK = new RegExp(`^[ \\t]*(?:${ARCHIVE_MARKS.start})[ \\t]*$`, "gmu");
const FIRST_PREFIX = new RegExp(`^\\s*(?:${EXPORT_DATE_LABELS})\\s{0,3}:?\\s{1,3}\\d{4}-`, "iu");
const PREFIX = new RegExp(
  `^[ \\t]*(?:${EXPORT_DATE_LABELS})[ \\t]{0,3}:?[ \\t]{1,3}\\d{4}-\\d{2}-\\d{2}(?=[ \\tT])`,
  "gimu",
);
/** Five marks or more, three stars with or without spaces, or a form feed. */
const SEPARATOR = /^[ \t]*(?:[-=_#~+]{5,}|\*{3,}|(?:\*[ \t]){2,8}\*)[ \t]*$|\f/gmu;
/** Every separator holds one of these; a search without line starts is many times faster. */
const SEPARATOR_MARKS = ["\f", "**", "* ", "*\t"];
for (const one of "-=_#~+") for (const next of "-=_#~+") SEPARATOR_MARKS.push(one + next);
const LABELS = Object.values(HEADER_FIELDS).join("|");
const FIELD = `[ \\t]*(?:${LABELS})[ \\t]{0,2}:[ \\t]{1,3}\\S[^\\n\\r]{0,400}`;
const FIELD_LINE = new RegExp(`^${FIELD}$`, "imu");
const HEADER = new RegExp(
  `(?<=(?:^|\\n|\\r)[ \\t]*(?:[-=*_#~]{3,}[ \\t]*)?(?:\\r?\\n)|^)[ \\t]*(?<label>${LABELS})[ \\t]{0,2}:[ \\t]{1,3}\\S[^\\n\\r]{0,400}\\r?\\n${FIELD}$`,
  "gimu",
);

function hasProse(text: string): boolean {
  return linesOf(text).some(isProse);
}

function isProse(line: string): boolean {
  return endsSentence(line) && line.length >= MIN_PROSE;
}

const MIN_PROSE = 40;
/** How far into a block its title, author and date stand: code units and lines. */
const HEAD = { reach: 1500, lines: 8, title: 250 } as const;

/** A title, then a line that says a day or an author, then prose. */
function beginsArticle(block: string): boolean {
  const lines = linesOf(block.slice(0, HEAD.reach));
  const head = lines.slice(0, HEAD.lines);
  const [first] = head;
  const isHeaded = first !== undefined && first.length <= HEAD.title && !isProse(first);
  if (!isHeaded || !(hasProse(block.slice(0, HEAD.reach)) || hasProse(block))) return false;
  return head.some((line) => FIELD_LINE.test(line) || readStamp(line, "en") !== null);
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
