/** Values of plain YAML on a line, scalars and flow collections, in; what they stand for out. */

/** A text uses more of YAML than the plain part, or is faulty: the full parser has the say on it. */
export class NotPlain extends Error {}

/** What stands on a line from some place on, and how to go on to the next line of the same value. */
export interface Cursor {
  text: string;
  at: number;
  /** @throws {NotPlain} where no further line belongs to the value */
  readonly nextLine: () => string;
}

const DEEPEST = 50;

/** A scalar between quotes or a collection between brackets; the cursor stands behind it then. */
export function readMarked(cursor: Cursor, depth = 0): unknown {
  const mark = cursor.text[cursor.at];
  if (depth > DEEPEST) throw new NotPlain();
  if (mark === '"' || mark === "'") return readQuoted(cursor);
  if (mark === "[") return readList(cursor, depth);
  if (mark === "{") return readMap(cursor, depth);
  throw new NotPlain();
}

/** Lines between quotes are joined by a space each. */
function readQuoted(cursor: Cursor): string {
  const quote = cursor.text[cursor.at] === '"' ? DOUBLE : SINGLE;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    quote.lastIndex = cursor.at;
    const found = quote.exec(cursor.text)?.[0];
    if (found !== undefined) {
      cursor.at += found.length;
      return unquoted(found);
    }
    if (cursor.text.endsWith("\\")) break;
    cursor.text = `${cursor.text.slice(cursor.at)} ${cursor.nextLine()}`;
    cursor.at = 0;
  }
  throw new NotPlain();
}

const DOUBLE = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const SINGLE = /'[^']*(?:''[^']*)*'/y;
const MOST_LINES = 50;

/** The escapes are those that JSON and YAML share, those of code units aside. */
function unquoted(found: string): string {
  if (found[0] === "'") return found.slice(1, -1).replaceAll("''", "'");
  if (!found.includes("\\")) return found.slice(1, -1);
  if (/\\[^"\\/bfnrt]/.test(found.replaceAll("\\\\", ""))) throw new NotPlain();
  return JSON.parse(found) as string;
}

function readList(cursor: Cursor, depth: number): unknown[] {
  const list: unknown[] = [];
  readItems(cursor, "]", () => list.push(readItem(cursor, depth)));
  return list;
}

function readMap(cursor: Cursor, depth: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  readItems(cursor, "}", () => {
    const key = readFlowKey(cursor);
    skipBlanks(cursor);
    setEntry(map, key, readItem(cursor, depth));
  });
  return map;
}

/** @throws {NotPlain} for a key that stands there already, or that JavaScript takes for more */
export function setEntry(map: Record<string, unknown>, key: string, value: unknown): void {
  if (Object.hasOwn(map, key) || key === "__proto__") throw new NotPlain();
  map[key] = value;
}

function readItems(cursor: Cursor, end: string, readOne: () => void): void {
  cursor.at += 1;
  skipBlanks(cursor);
  while (cursor.text[cursor.at] !== end) {
    readOne();
    skipBlanks(cursor);
    const mark = cursor.text[cursor.at];
    if (mark === end) break;
    if (mark !== ",") throw new NotPlain();
    cursor.at += 1;
    skipBlanks(cursor);
    if (cursor.text[cursor.at] === end) throw new NotPlain();
  }
  cursor.at += 1;
}

function readItem(cursor: Cursor, depth: number): unknown {
  if (MARKS.has(cursor.text[cursor.at] ?? "")) return readMarked(cursor, depth + 1);
  return plainScalar(readFlowWords(cursor));
}

const MARKS: ReadonlySet<string> = new Set(['"', "'", "[", "{"]);

function readFlowKey(cursor: Cursor): string {
  FLOW_KEY.lastIndex = cursor.at;
  const found = FLOW_KEY.exec(cursor.text);
  if (found === null) throw new NotPlain();
  cursor.at += found[0].length;
  return plainKey(found[1] ?? "");
}

/** Of letters, digits and the like only. */
const FLOW_KEY = /([\p{L}_][\p{L}\p{N}_-]*):(?= |$)/uy;

function readFlowWords(cursor: Cursor): string {
  FLOW_WORDS.lastIndex = cursor.at;
  const found = FLOW_WORDS.exec(cursor.text)?.[0] ?? "";
  cursor.at += found.length;
  // Words that run on to the next line.
  if (cursor.at === cursor.text.length) throw new NotPlain();
  return found;
}

const FLOW_WORDS = /[^,[\]{}]*/y;

function skipBlanks(cursor: Cursor): void {
  while (cursor.text[cursor.at] === " ") cursor.at += 1;
  if (cursor.at < cursor.text.length) return;
  cursor.text = cursor.nextLine();
  cursor.at = 0;
}

/** A key that is a text. */
export function plainKey(text: string): string {
  const key = plainScalar(text);
  if (typeof key !== "string") throw new NotPlain();
  return key;
}

/** What words without quotes stand for, by the core schema. */
export function plainScalar(words: string): string | number | boolean | null {
  const text = withoutSpaces(words);
  if (text === "" || NOT_WORDS.test(text)) throw new NotPlain();
  const constant = CONSTANTS.get(text);
  if (constant !== undefined) return constant;
  if (NUMBER.test(text)) return Number(text);
  if (LIKE_A_NUMBER.test(text)) throw new NotPlain();
  return text;
}

/** What begins with a mark of YAML's, or holds a key or a comment. */
const NOT_WORDS = /^[?:,[\]{}#&*!|>'"%@`<~=]|^-(?![^ ,[\]{}])|:(?: |$)| #/;

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
/** And the other spellings of what the core schema takes for no text. */
const LIKE_A_NUMBER = /^(?:[-+]?(?:0[xo]|\.|[\d.]+(?:e[-+]?\d*)?$)|true$|false$|null$)/i;

/** `trimEnd` would take other white space as well, which is text. */
export function withoutSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === " ") end -= 1;
  return text.slice(0, end);
}
