/** A text to the few stretches of it in which dates may stand: a table look-up for each word. */
import { LETTER } from "./date-language.js";
import { ANCHOR, type Grammar } from "./grammar.js";

/** A half-open range of UTF-16 code units, and what was seen there (bits of `ANCHOR`). */
export interface Window {
  readonly start: number;
  end: number;
  seen: number;
}

/** How far a date reaches before and behind a word that belongs to it, code units. */
const BEFORE = 48;
const BEHIND = 40;

/** @returns windows of the range, in order and apart; none starts or ends within a word */
export function findWindows(text: string, from: number, to: number, grammar: Grammar): Window[] {
  const { anchors, words } = grammar;
  const lengths = lengthsOf(grammar);
  const clitics = words === null ? "" : words.proclitics.replace(/[[\]?]/g, "");
  const windows: Window[] = [];
  for (let at = from; at < to; ) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === OTHER) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && classes[text.charCodeAt(end)] === kind) end += 1;
    const seen =
      kind === DIGITS
        ? numberAt(text, at, end)
        : withNumber(wordAt(text, at, end, anchors, lengths, clitics), text, at, end);
    if (seen !== 0) addWindow(windows, text, at, end, seen, from, to);
    at = end;
  }
  return windows;
}

const OTHER = 0;
const LETTERS = 1;
const DIGITS = 2;

/** Letter, digit or neither, by UTF-16 code unit. */
const classes = classify();

function classify(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const isLetter = new RegExp(`[${LETTER}]`);
  for (let code = 0; code < 0x2000; code += 1) {
    if (isLetter.test(String.fromCharCode(code))) table[code] = LETTERS;
  }
  for (const zero of [0x30, 0x660, 0x6f0]) table.fill(DIGITS, zero, zero + 10);
  return table;
}

/** Four digits may be a year; digits around a mark may be a whole date. */
function numberAt(text: string, start: number, end: number): number {
  const length = end - start;
  if (length > 4) return 0;
  const isRound = (text.charCodeAt(end - 1) & 0xf) === 0;
  const round = isRound ? ANCHOR.roundYear : 0;
  const year = length === 4 && isYear(text, start) ? ANCHOR.year | round : 0;
  const mark = text.charCodeAt(end);
  const isMarked = mark === 0x2d || mark === 0x2e || mark === 0x2f;
  const isWhole = isMarked && classes[text.charCodeAt(end + 1)] === DIGITS;
  return isWhole ? year | ANCHOR.numeric : year;
}

function isYear(text: string, start: number): boolean {
  const [first, second] = [text.charCodeAt(start) & 0xf, text.charCodeAt(start + 1) & 0xf];
  return (first === 1 && second >= 8) || (first === 2 && second === 0);
}

/** How far the days may stand from their month: `between the 3rd and the 5th of May`. */
const BESIDE = 28;

/** A month with what the numbers beside it may make of it. */
function withNumber(seen: number, text: string, start: number, end: number): number {
  if ((seen & ANCHOR.month) === 0) return seen;
  const last = Math.min(text.length, end + BESIDE);
  let [numbers, length] = [0, 0];
  for (let at = Math.max(0, start - BESIDE); at <= last; at += 1) {
    if (classes[text.charCodeAt(at)] === DIGITS) length += 1;
    else {
      if (length === 1 || length === 2) numbers += 1;
      length = 0;
    }
  }
  if (numbers === 0) return seen;
  return seen | ANCHOR.numberedMonth | (numbers > 1 ? ANCHOR.twoDays : 0);
}

function wordAt(
  text: string,
  start: number,
  end: number,
  anchors: ReadonlyMap<string, number>,
  lengths: Uint32Array,
  clitics: string,
): number {
  const length = end - start;
  const possible = lengths[text.charCodeAt(start)] ?? 0;
  const seen =
    length < 32 && possible & (1 << length) ? (anchors.get(text.slice(start, end)) ?? 0) : 0;
  if (seen !== 0 || clitics === "" || length < 3) return seen;
  if (!clitics.includes(text.charAt(start))) return 0;
  return wordAt(text, start + 1, end, anchors, lengths, "");
}

function addWindow(
  windows: Window[],
  text: string,
  wordStart: number,
  wordEnd: number,
  seen: number,
  from: number,
  to: number,
): void {
  const end = outside(text, Math.min(to, wordEnd + BEHIND), to, 1);
  const last = windows.at(-1);
  const start = outside(text, Math.max(from, wordStart - BEFORE), from, -1);
  if (last !== undefined && start <= last.end) {
    last.end = Math.max(last.end, end);
    last.seen |= seen | twice(last.seen & seen);
  } else windows.push({ start, end, seen });
}

function twice(both: number): number {
  return (both & ANCHOR.month ? ANCHOR.twoMonths : 0) | (both & ANCHOR.year ? ANCHOR.twoYears : 0);
}

/** The nearest place that is not within a word; after some steps the word is none of ours. */
function outside(text: string, place: number, limit: number, step: 1 | -1): number {
  let at = place;
  for (let steps = 0; at !== limit && steps < BEFORE; steps += 1) {
    const before = classes[text.charCodeAt(at - 1)];
    if (before === OTHER || classes[text.charCodeAt(at)] === OTHER) return at;
    at += step;
  }
  return at;
}

const tables = new WeakMap<Grammar, Uint32Array>();

/** By first letter, the lengths that anchors have, as bits: most words need no further look. */
function lengthsOf(grammar: Grammar): Uint32Array {
  const kept = tables.get(grammar);
  if (kept !== undefined) return kept;
  const lengths = new Uint32Array(0x2000);
  for (const word of grammar.anchors.keys()) {
    const first = word.charCodeAt(0);
    lengths[first] = (lengths[first] ?? 0) | (1 << Math.min(31, word.length));
  }
  tables.set(grammar, lengths);
  return lengths;
}
