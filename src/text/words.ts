/** Text to words with offsets and folded forms, for the scripts of English, Turkish, Arabic, Russian and French. */
import { foldWord } from "./folded-words.js";
import { classesOf, FORMAT, LETTER, MARK, NUMBER, SOFT, WHITE } from "./letter-classes.js";

export interface Word {
  /** Range in the original text, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The folded form, dots of an acronym dropped: `U.N.` gives `un`. */
  readonly folded: string;
  /** Whether only space, hyphens, apostrophes or quotation marks part it from the word before. */
  readonly joined: boolean;
}

/**
 * Splits a text into words. Hyphens and apostrophes part words (`Hafter'in` is `hafter` and `in`),
 * decimals and sums of digits (`20,000`, `5+5`) and dotted acronyms stay whole. The words of the
 * last few texts are kept, as every stage asks for those of the same article.
 */
export function splitWords(text: string): readonly Word[] {
  const known = lastTexts.find((kept) => kept.text === text);
  if (known !== undefined) return known.words;
  const words = readWords(text);
  if (text.length <= LONGEST_KEPT) {
    lastTexts.unshift({ text, words });
    if (lastTexts.length > KEPT_TEXTS) lastTexts.pop();
  }
  return words;
}

const lastTexts: { readonly text: string; readonly words: readonly Word[] }[] = [];
const KEPT_TEXTS = 4;
/** Longer texts are split anew, UTF-16 code units. */
const LONGEST_KEPT = 50_000;

function readWords(text: string): Word[] {
  const units = unitsOf(text);
  const words: Word[] = [];
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const code = codeAt(units, at);
    const classes = classesOf(code);
    if ((classes & (LETTER | NUMBER)) === 0) {
      at += sizeOf(code);
      continue;
    }
    const end = (classes & NUMBER) !== 0 ? endOfNumber(units, at) : endOfLetters(units, at);
    const folded = foldWord(text, units, at, end);
    if (folded !== "") {
      words.push({ start: at, end, folded, joined: last >= 0 && isSoft(units, last, at) });
      last = end;
    }
    at = end;
  }
  return words;
}

const scratch = new Uint16Array(1 << 16);

/** The code units of a text and a 0 behind them: an array is read many times faster than a string. */
function unitsOf(text: string): Uint16Array {
  const units = text.length < scratch.length ? scratch : new Uint16Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  units[text.length] = 0;
  return units;
}

function codeAt(units: Uint16Array, at: number): number {
  const unit = units[at] ?? 0;
  if ((unit & 0xfc00) !== 0xd800) return unit;
  const next = units[at + 1] ?? 0;
  return (next & 0xfc00) === 0xdc00 ? 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff) : unit;
}

function sizeOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** Behind the last code point in a row that is of one of the classes. */
function endOfRun(units: Uint16Array, start: number, classes: number): number {
  let at = start;
  for (;;) {
    const code = codeAt(units, at);
    if ((classesOf(code) & classes) === 0) return at;
    at += sizeOf(code);
  }
}

const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const PLUS = 0x2b;

/** Digits, with stops, commas and plus signs between them. */
function endOfNumber(units: Uint16Array, start: number): number {
  let end = endOfRun(units, start, NUMBER);
  for (let mark = units[end]; mark === FULL_STOP || mark === COMMA || mark === PLUS; ) {
    const next = endOfRun(units, end + 1, NUMBER);
    if (next === end + 1) break;
    end = next;
    mark = units[end];
  }
  return end;
}

const INNER = LETTER | MARK | NUMBER | FORMAT;

function endOfLetters(units: Uint16Array, start: number): number {
  const first = start + sizeOf(codeAt(units, start));
  const acronym = units[first] === FULL_STOP ? endOfAcronym(units, start, first) : -1;
  return acronym < 0 ? endOfRun(units, first, INNER) : acronym;
}

/** Behind `U.N`, single letters with stops between them; -1 where there is no second letter. */
function endOfAcronym(units: Uint16Array, start: number, first: number): number {
  if (start > 0 && isLetterLike(units, before(units, start))) return -1;
  let end = -1;
  let at = first;
  while (units[at] === FULL_STOP) {
    const code = codeAt(units, at + 1);
    if ((classesOf(code) & LETTER) === 0) break;
    at += 1 + sizeOf(code);
    if (!isLetterLike(units, at)) end = at;
  }
  return end;
}

function before(units: Uint16Array, offset: number): number {
  return offset > 1 && codeAt(units, offset - 2) > 0xffff ? offset - 2 : offset - 1;
}

function isLetterLike(units: Uint16Array, at: number): boolean {
  return (classesOf(codeAt(units, at)) & (LETTER | MARK | NUMBER)) !== 0;
}

const SPACE = 0x20;
const NEW_LINE = 0x0a;

/** Whether a phrase may run over a gap: nothing but soft marks, and no blank line. */
function isSoft(units: Uint16Array, start: number, end: number): boolean {
  if (end === start + 1 && units[start] === SPACE) return true;
  let isNewLine = false;
  for (let at = start; at < end; ) {
    const code = codeAt(units, at);
    const classes = classesOf(code);
    if ((classes & SOFT) === 0 || (isNewLine && code === NEW_LINE)) return false;
    if ((classes & WHITE) === 0) isNewLine = false;
    if (code === NEW_LINE) isNewLine = true;
    at += sizeOf(code);
  }
  return true;
}

/**
 * The forms that an Arabic word may stand for: as it is, and without the conjunction, preposition
 * and article written together with it. A word of another script has itself alone.
 */
export function arabicForms(folded: string): readonly string[] {
  if (!ARABIC_START.test(folded)) return [folded];
  const forms = [folded];
  for (const clitic of CLITICS) {
    if (!folded.startsWith(clitic)) continue;
    const rest = folded.slice(clitic.length);
    if (rest.length >= SHORTEST_STEM && !forms.includes(rest)) forms.push(rest);
  }
  return forms;
}

/** The forms under which `arabicForms` finds a folded word again: written alone, and with all that it may carry. */
export function withArabicClitics(folded: string): readonly string[] {
  if (!ARABIC_START.test(folded) || folded.length < SHORTEST_STEM) return [folded];
  return [folded, ...CLITICS.map((clitic) => clitic + folded)];
}

const ARABIC_START = /^[\u0600-\u06ff]/;
const CLITICS = `و ف ب ك ل ال وال فال بال كال لل ولل فلل وب ول وبال فبال`.split(" ");
/** Shorter remainders are too often another word. */
const SHORTEST_STEM = 3;
