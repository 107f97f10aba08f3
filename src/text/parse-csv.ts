/** CSV (RFC 4180) to rows, each with its line; a row that is broken costs that row alone. */

export interface CsvRow {
  /** Line of the file that it begins on. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why the row cannot be read; null where it can. */
  readonly fault: string | null;
}

/** How often the text may be read again after marks without an end; then marks are letters. */
const MAX_READINGS = 8;

/** The first row is the header; rows with other than its number of fields are filled up, or broken. */
export function parseCsv(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let width = 0;
  let again = 0;
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const mayGoBack = again < text.length * MAX_READINGS;
    const read = readRow(text, start, delimiter, mayGoBack);
    const fault = read.isClosed ? faultOf(read.fields, width, read.breaks) : UNCLOSED;
    const goesBack = fault !== null && read.breaks > 0 && mayGoBack;
    if (!isBlank(read.fields)) rows.push({ line, fields: read.fields, fault });
    if (goesBack) {
      // The lines after the mark are rows of their own.
      again += read.end - start;
      start = endOfLine(text, start);
      line += 1;
    } else {
      start = read.end;
      line += read.breaks + 1;
    }
    if (width === 0 && !isBlank(read.fields)) width = read.fields.length;
  }
  return rows;
}

const UNCLOSED = "a quotation mark is never closed";

/** A field that runs over lines into other fields is what a stray quotation mark makes. */
function faultOf(fields: readonly string[], width: number, breaks: number): string | null {
  if (width === 0 || fields.length === width) return null;
  const count = fields.findLastIndex((field) => field.trim() !== "") + 1;
  if (count <= width && breaks === 0) return null;
  return `the row has ${fields.length} fields, the header ${width}`;
}

interface ReadRow {
  readonly fields: string[];
  /** Offset of the next row. */
  readonly end: number;
  /** Line breaks inside of fields. */
  readonly breaks: number;
  readonly isClosed: boolean;
}

function readRow(text: string, start: number, delimiter: string, quotes: boolean): ReadRow {
  const fields: string[] = [];
  let breaks = 0;
  for (let at = start; ; ) {
    const quoted = quotes && text.charAt(at) === '"' ? readQuoted(text, at, delimiter) : null;
    if (quoted?.isClosed === false) {
      return { fields: [...fields, quoted.value], end: text.length, breaks: 1, isClosed: false };
    }
    const field = quoted ?? readPlain(text, at, delimiter);
    fields.push(field.value);
    breaks += quoted === null ? 0 : countBreaks(field.value);
    if (text.charAt(field.end) !== delimiter) {
      return { fields, end: afterBreak(text, field.end), breaks, isClosed: true };
    }
    at = field.end + 1;
  }
}

interface ReadField {
  readonly value: string;
  readonly end: number;
  readonly isClosed: boolean;
}

/** A mark inside that no delimiter or line end follows is one that someone forgot to double. */
function readQuoted(text: string, start: number, delimiter: string): ReadField {
  let value = "";
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    if (mark === -1) return { value: value + text.slice(from), end: text.length, isClosed: false };
    value += text.slice(from, mark);
    const next = text.charAt(mark + 1);
    if (next === "" || next === delimiter || next === "\n" || next === "\r") {
      return { value, end: mark + 1, isClosed: true };
    }
    if (looksOpening(text, mark, delimiter) && value.includes("\n")) {
      return { value, end: text.length, isClosed: false };
    }
    value += '"';
    from = mark + (next === '"' ? 2 : 1);
  }
}

/** Behind a delimiter a field begins: after a line break, the mark before it was never closed. */
function looksOpening(text: string, mark: number, delimiter: string): boolean {
  const before = text.charAt(mark - 1);
  return text.charAt(mark + 1) !== '"' && (before === delimiter || before === "\n");
}

function readPlain(text: string, start: number, delimiter: string): ReadField {
  let end = start;
  while (end < text.length && !isEnd(text.charAt(end), delimiter)) end += 1;
  return { value: text.slice(start, end), end, isClosed: true };
}

function isEnd(character: string, delimiter: string): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline === -1 ? text.length : newline + 1;
}

function afterBreak(text: string, end: number): number {
  return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}

function countBreaks(value: string): number {
  let breaks = 0;
  for (let at = value.indexOf("\n"); at !== -1; at = value.indexOf("\n", at + 1)) breaks += 1;
  return breaks;
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === "");
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The one that parts the first line most often, quoted names left out. */
export function findDelimiter(text: string): string {
  const lines = text.slice(0, 100_000).split(/[\r\n]/);
  const line = lines.find((words) => words.trim() !== "") ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
