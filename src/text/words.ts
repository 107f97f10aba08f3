/** Text to words with offsets and folded forms, for the scripts of English, Turkish, Arabic, Russian and French. */
import { fold } from "./fold.js";
import { classesOf, FORMAT, LETTER, MARK, NUMBER, SOFT } from "./letter-classes.js";

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
const LONGEST_KEPT = 200_000;

function readWords(text: string): Word[] {
  const words: Word[] = [];
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const code = codeAt(text, at);
    const classes = classesOf(code);
    if ((classes & (LETTER | NUMBER)) === 0) {
      at += sizeOf(code);
      continue;
    }
    const end = (classes & NUMBER) !== 0 ? endOfNumber(text, at) : endOfLetters(text, at);
    const folded = foldWord(text, at, end);
    if (folded !== "") {
      words.push({ start: at, end, folded, joined: last >= 0 && isSoft(text, last, at) });
      last = end;
    }
    at = end;
  }
  return words;
}

/** The code point at an offset, asked for where there is one. */
function codeAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdbff) return unit;
  return text.codePointAt(offset) ?? 0;
}

function sizeOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** Behind the last code point in a row that is of one of the classes. */
function endOfRun(text: string, start: number, classes: number): number {
  let at = start;
  while (at < text.length) {
    const code = codeAt(text, at);
    if ((classesOf(code) & classes) === 0) break;
    at += sizeOf(code);
  }
  return at;
}

/** Digits, with stops, commas and plus signs between them. */
function endOfNumber(text: string, start: number): number {
  let end = endOfRun(text, start, NUMBER);
  while (text[end] === "." || text[end] === "," || text[end] === "+") {
    const next = endOfRun(text, end + 1, NUMBER);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

const INNER = LETTER | MARK | NUMBER | FORMAT;

function endOfLetters(text: string, start: number): number {
  const first = start + sizeOf(codeAt(text, start));
  const acronym = text[first] === "." ? endOfAcronym(text, start, first) : -1;
  return acronym < 0 ? endOfRun(text, first, INNER) : acronym;
}

/** Behind `U.N`, single letters with stops between them; -1 where there is no second letter. */
function endOfAcronym(text: string, start: number, first: number): number {
  if (start > 0 && isLetterLike(text, before(text, start))) return -1;
  let end = -1;
  let at = first;
  while (text[at] === ".") {
    const code = codeAt(text, at + 1);
    if ((classesOf(code) & LETTER) === 0) break;
    at += 1 + sizeOf(code);
    if (at >= text.length || !isLetterLike(text, at)) end = at;
  }
  return end;
}

function before(text: string, offset: number): number {
  return offset > 1 && codeAt(text, offset - 2) > 0xffff ? offset - 2 : offset - 1;
}

function isLetterLike(text: string, at: number): boolean {
  return (classesOf(codeAt(text, at)) & (LETTER | MARK | NUMBER)) !== 0;
}

/** Whether a phrase may run over a gap: nothing but soft marks, and no blank line. */
function isSoft(text: string, start: number, end: number): boolean {
  if (end === start + 1 && text.charCodeAt(start) === SPACE) return true;
  let lines = 0;
  for (let at = start; at < end; at += 1) {
    const code = codeAt(text, at);
    if ((classesOf(code) & SOFT) === 0) return false;
    if (code === NEW_LINE) lines += 1;
    if (code > 0xffff) at += 1;
  }
  return lines < 2 || !/\n\s*\n/.test(text.slice(start, end));
}

const SPACE = 0x20;
const NEW_LINE = 0x0a;

/** A word as written and folded. */
interface Folded {
  readonly written: string;
  readonly folded: string;
}

/** Each word in one of the two places that its letters give it, the one met last in the first. */
const folds: (Folded | undefined)[] = [];
const PLACES = 1 << 16;

function foldWord(text: string, start: number, end: number): string {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (PLACES - 2);
  const first = folds[place];
  if (first !== undefined && stands(first.written, text, start, end)) return first.folded;
  const second = folds[place + 1];
  folds[place + 1] = first;
  if (second !== undefined && stands(second.written, text, start, end)) {
    folds[place] = second;
    return second.folded;
  }
  // A copy: a slice would keep all of its text alive.
  const written = ` ${text.slice(start, end)}`.slice(1);
  const folded = foldAnew(written);
  if (written.length <= LONGEST_WORD) folds[place] = { written, folded };
  return folded;
}

function foldAnew(written: string): string {
  if (/^[a-z]+$/.test(written)) return written;
  const isAcronym = written.includes(".") && !/^\p{N}/u.test(written);
  return fold(isAcronym ? written.replaceAll(".", "") : written);
}

/** Longer words are most likely no words and come once. */
const LONGEST_WORD = 40;

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
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
