/**
 * Plain YAML in, its value out: block maps and lists with values on lines, as people write settings.
 *
 * A fast way beside the full parser (YAML 1.2, core schema): where a text uses anything more, or is in
 * any doubt, there is no value, and the full parser has the say on it.
 */
import {
  type Cursor,
  NotPlain,
  plainKey,
  plainScalar,
  readMarked,
  setEntry,
  withoutSpaces,
} from "./plain-yaml-values.js";

/** Neither empty nor a comment. */
interface Line {
  /** Of the line among all lines. */
  readonly number: number;
  readonly indent: number;
  readonly text: string;
  /** Whether an empty line or a comment stands before it. */
  readonly isApart: boolean;
}

interface Reading {
  /** All lines as they stand. */
  readonly all: readonly string[];
  readonly lines: Line[];
  at: number;
}

/** @returns undefined where the text is more than plain */
export function readPlainYaml(text: string): unknown {
  if (UNUSUAL.test(text)) return undefined;
  const all = text.split("\n");
  const reading = { all, lines: linesOf(all), at: 0 };
  if (reading.lines[0]?.indent !== 0) return undefined;
  try {
    const value = readBlock(reading, -1, 0);
    return reading.at === reading.lines.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Tabs, breaks of other kinds, marks of documents. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const UNUSUAL = /[\0-\t\v-\x1f\x7f\x85\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/m;
const DEEPEST = 50;

function linesOf(all: readonly string[]): Line[] {
  const lines: Line[] = [];
  let isApart = false;
  for (const [number, raw] of all.entries()) {
    const indent = spacesAt(raw, 0);
    const line = withoutSpaces(raw.slice(indent));
    if (line === "" || line[0] === "#") isApart = true;
    else {
      lines.push({ number, indent, text: line, isApart });
      isApart = false;
    }
  }
  return lines;
}

function spacesAt(text: string, start: number): number {
  let at = start;
  while (text[at] === " ") at += 1;
  return at - start;
}

/** What stands below a key or a dash, further in than it. */
function readBlock(reading: Reading, outer: number, depth: number): unknown {
  const line = reading.lines[reading.at];
  if (line === undefined || line.indent <= outer) return null;
  if (depth > DEEPEST) throw new NotPlain();
  if (isItem(line.text)) return readList(reading, line.indent, depth);
  if (keyIn(line.text) !== null) return readMap(reading, line.indent, depth);
  reading.at += 1;
  return readValue(reading, line.text, outer);
}

function isItem(text: string): boolean {
  return text === "-" || text.startsWith("- ");
}

function readList(reading: Reading, indent: number, depth: number): unknown[] {
  const list: unknown[] = [];
  for (let line = reading.lines[reading.at]; line?.indent === indent; ) {
    if (!isItem(line.text)) break;
    const start = 1 + spacesAt(line.text, 1);
    const text = line.text.slice(start);
    if (isItem(text)) throw new NotPlain();
    if (text !== "" && keyIn(text) !== null) {
      reading.lines[reading.at] = { ...line, indent: indent + start, text };
      list.push(readMap(reading, indent + start, depth + 1));
    } else {
      reading.at += 1;
      list.push(
        text === "" ? readBlock(reading, indent, depth + 1) : readValue(reading, text, indent),
      );
    }
    line = reading.lines[reading.at];
  }
  return list;
}

function readMap(reading: Reading, indent: number, depth: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (let line = reading.lines[reading.at]; line?.indent === indent; ) {
    const found = keyIn(line.text);
    if (found === null) throw new NotPlain();
    reading.at += 1;
    const { key, value } = found;
    setEntry(
      map,
      key,
      value === "" ? readBelow(reading, indent, depth) : readValue(reading, value, indent),
    );
    line = reading.lines[reading.at];
  }
  if ((reading.lines[reading.at]?.indent ?? -1) > indent) throw new NotPlain();
  return map;
}

/** A list may stand right below its key. */
function readBelow(reading: Reading, indent: number, depth: number): unknown {
  const line = reading.lines[reading.at];
  if (line?.indent === indent && isItem(line.text)) return readList(reading, indent, depth + 1);
  return readBlock(reading, indent, depth + 1);
}

interface Entry {
  readonly key: string;
  /** What stands behind it on its line, a comment aside. */
  readonly value: string;
}

function keyIn(text: string): Entry | null {
  const found = KEY.exec(text);
  if (found === null) return null;
  const quoted = found[1];
  const key = quoted ?? plainKey(found[2] ?? "");
  const value = text.slice(found[0].length);
  return { key, value: value[0] === "#" ? "" : value };
}

/** A longer one is no key on a line. */
const KEY = /^(?:"([^"\\]{0,1000})"|([^-?:,[\]{}#&*!|>'"%@` ](?:(?! #|: |:$).){0,1000})):(?: +|$)/;

/** @param outer indent of what the value belongs to */
function readValue(reading: Reading, text: string, outer: number): unknown {
  if (text === "|") return readLines(reading, outer);
  if (!MARKS.has(text[0] ?? "")) return plainScalar(wordsFrom(reading, text, outer));
  const cursor: Cursor = { text, at: 0, nextLine: () => nextOf(reading, outer) };
  const value = readMarked(cursor);
  const rest = cursor.text.slice(cursor.at);
  if (rest !== "" && !/^ +#/.test(rest)) throw new NotPlain();
  if ((reading.lines[reading.at]?.indent ?? -1) > outer) throw new NotPlain();
  return value;
}

const MARKS: ReadonlySet<string> = new Set(['"', "'", "[", "{"]);

/** Words without quotes run on over lines that stand further in. */
function wordsFrom(reading: Reading, text: string, outer: number): string {
  const comment = text.indexOf(" #");
  const words = [comment < 0 ? text : text.slice(0, comment)];
  while ((reading.lines[reading.at]?.indent ?? -1) > outer) {
    if (comment >= 0) throw new NotPlain();
    words.push(nextOf(reading, outer));
  }
  return words.map(withoutSpaces).join(" ");
}

function nextOf(reading: Reading, outer: number): string {
  const line = reading.lines[reading.at];
  if (line === undefined || line.isApart || line.indent <= outer) throw new NotPlain();
  reading.at += 1;
  return line.text;
}

/** Lines kept as they are, up to the first that stands less far in. */
function readLines(reading: Reading, outer: number): string {
  const first = reading.lines[reading.at - 1]?.number ?? 0;
  let indent = 0;
  let end = first + 1;
  const kept: string[] = [];
  for (; end < reading.all.length; end += 1) {
    const raw = reading.all[end] ?? "";
    const spaces = spacesAt(raw, 0);
    const isEmpty = spaces === raw.length;
    if (!isEmpty && indent === 0) indent = spaces;
    if (!isEmpty && spaces < indent) break;
    if (isEmpty && (indent === 0 || spaces > indent)) throw new NotPlain();
    kept.push(raw.slice(indent));
  }
  while ((reading.lines[reading.at]?.number ?? end) < end) reading.at += 1;
  // Where the text ends without a break, or lines that stand between, the full parser knows.
  const isLast = end === reading.all.length && kept.at(-1) !== "";
  if (indent <= outer || isLast || spacesAt(reading.all[end] ?? "", 0) > outer)
    throw new NotPlain();
  return `${kept.join("\n").replace(/\n+$/, "")}\n`;
}
