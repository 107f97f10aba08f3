/** Lines in reading order to paragraphs: by indent, spacing and size of type; parted words joined again. */
import type { Repair } from "../../model/article.js";
import { endsSentence } from "../line-shape.js";
import type { PageLine } from "./page-lines.js";

export interface Paragraph {
  readonly text: string;
  readonly size: number;
  /** Counted from 0, of its first line. */
  readonly page: number;
}

export interface PagedLine extends PageLine {
  readonly page: number;
}

export interface Paragraphs {
  readonly paragraphs: readonly Paragraph[];
  readonly repairs: readonly Repair[];
}

export function paragraphsOf(lines: readonly PagedLine[]): Paragraphs {
  const columns = columnsOf(lines);
  const groups: PagedLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const group = groups.at(-1);
    const column = columns.get(columnKey(line));
    if (!before || !group || !column || startsParagraph(line, before, group, column)) {
      groups.push([line]);
    } else group.push(line);
  }
  const words = vocabularyOf(lines);
  const repairs: Repair[] = [];
  const paragraphs = groups.map((group) => ({
    text: joinLines(group, words, repairs),
    size: group[0]?.size ?? 0,
    page: group[0]?.page ?? 0,
  }));
  return { paragraphs, repairs };
}

interface Column {
  readonly left: number;
  readonly right: number;
  /** Usual distance of two baselines. */
  readonly leading: number;
}

function columnKey({ page, region }: PagedLine): string {
  return `${page} ${region}`;
}

function columnsOf(lines: readonly PagedLine[]): ReadonlyMap<string, Column> {
  const byColumn = new Map<string, PagedLine[]>();
  for (const line of lines) {
    const column = byColumn.get(columnKey(line)) ?? [];
    column.push(line);
    byColumn.set(columnKey(line), column);
  }
  return new Map([...byColumn].map(([key, column]) => [key, measure(column)]));
}

function measure(lines: readonly PagedLine[]): Column {
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? line.y));
  return {
    left: quantile(
      lines.map(({ left }) => left),
      0.1,
    ),
    right: quantile(
      lines.map(({ right }) => right),
      0.9,
    ),
    leading: quantile(
      steps.filter((step) => step > 0),
      0.4,
    ),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Shares of the type's size, of the usual distance of lines, and of the column's width. */
const NEW = { size: 0.08, spacing: 1.3, indent: 0.7, short: 0.12, veryShort: 0.45 } as const;

function startsParagraph(
  line: PagedLine,
  before: PagedLine,
  group: readonly PagedLine[],
  column: Column,
): boolean {
  if (Math.abs(line.size - before.size) > before.size * NEW.size) return true;
  if (columnKey(line) !== columnKey(before)) return !goesOn(before, line, column);
  const step = line.y - before.y;
  if (step > Math.max(column.leading, line.size) * NEW.spacing) return true;
  if (BULLET.test(line.text)) return true;
  if (hangs(line, group)) return false;
  const rest = restOf(before, column) / Math.max(1, column.right - column.left);
  if (rest > NEW.veryShort && !/^\p{Ll}/u.test(line.text)) return true;
  if (isIndented(line, column) && (!isIndented(before, column) || rest > NEW.short)) return true;
  // Hanging lines are indented, the first line of each item is not.
  if (isIndented(before, column) && !isIndented(line, column)) return group.length > 1;
  return (
    rest > NEW.short && endsSentence(before.text) && /^[\p{Lu}\p{Lo}\p{N}"“«„]/u.test(line.text)
  );
}

const BULLET = /^(?:[•●▪■◦‣–—]|\p{Nd}{1,2}[.)])\s/u;

/** Whether the line stands under the text of an item, to the right of its bullet. */
function hangs(line: PagedLine, [first]: readonly PagedLine[]): boolean {
  if (first === undefined || !BULLET.test(first.text)) return false;
  const indent = line.isRightToLeft ? first.right - line.right : line.left - first.left;
  return indent > line.size * 0.3;
}

/** A paragraph goes on in the next column or page where its sentence is not over. */
function goesOn(before: PagedLine, line: PagedLine, column: Column): boolean {
  if (endsSentence(before.text)) return false;
  return !isIndented(line, column) || /^\p{Ll}/u.test(line.text);
}

function isIndented(line: PagedLine, { left, right }: Column): boolean {
  const indent = line.isRightToLeft ? right - line.right : line.left - left;
  return indent > line.size * NEW.indent;
}

/** What is empty between the end of the line and the column's edge. */
function restOf(line: PagedLine, { left, right }: Column): number {
  return line.isRightToLeft ? line.left - left : right - line.right;
}

/** The words of the text without those that line ends part. */
function vocabularyOf(lines: readonly PagedLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  let isParted = false;
  for (const { text } of lines) {
    const whole = (isParted ? text.replace(FRONT, "") : text).replace(PARTED, "");
    isParted = PARTED.test(text);
    for (const word of whole.toLowerCase().match(WORD) ?? []) words.add(word);
  }
  return words;
}

const WORD = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu;

function joinLines(
  lines: readonly PagedLine[],
  words: ReadonlySet<string>,
  repairs: Repair[],
): string {
  return lines.reduce((text, line) => joinLine(text, line.text, words, repairs), "");
}

const PARTED = /([\p{L}\p{M}]{1,40})([-‐\u00ad])$/u;
const FRONT = /^[\p{L}\p{M}]{1,40}/u;

function joinLine(
  text: string,
  next: string,
  words: ReadonlySet<string>,
  repairs: Repair[],
): string {
  if (text === "") return next;
  const [end, head = "", hyphen = ""] = PARTED.exec(text.slice(-50)) ?? [];
  if (end === undefined) return `${text} ${next}`;
  const [tail = ""] = FRONT.exec(next) ?? [];
  if (!/^\p{Ll}/u.test(tail)) return /^[\p{L}\p{N}]/u.test(next) ? text + next : `${text} ${next}`;
  if (hyphen !== "\u00ad" && isCompound(head.toLowerCase(), tail.toLowerCase(), words)) {
    return text + next;
  }
  repairs.push({ rule: "line-end-hyphen", from: `${head}${hyphen}\n${tail}`, to: head + tail });
  return text.slice(0, -hyphen.length) + next;
}

/** `long-term`: written so elsewhere, or of two words that stand alone elsewhere. */
function isCompound(head: string, tail: string, words: ReadonlySet<string>): boolean {
  if (words.has(head + tail)) return false;
  if (words.has(`${head}-${tail}`)) return true;
  return head.length > 2 && tail.length > 2 && words.has(head) && words.has(tail);
}
