/** Words of a text to the number that starts at one of them: digits with their separators, or number words. */
import { fold } from "../../text/fold.js";
import { westernDigits } from "../../text/western-digits.js";
import type { Word } from "../../text/words.js";
import type { FigureWords } from "./figure-words.js";

/** A text as its words, up to where a sentence ends. */
export interface WordRun {
  readonly text: string;
  readonly words: readonly Word[];
  /** Index behind the last word that may be read. */
  readonly limit: number;
}

export interface NumberLiteral {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Index of the word behind it. */
  readonly next: number;
  /** Whether number words or a multiplier take part: then it is no year. */
  readonly isSpelt: boolean;
  /** Not a digit in it. */
  readonly isWords: boolean;
  /** Times a thousand and more by a word: `20 bin`. */
  readonly multiplier: number;
  /** Written with a separator, or longer than a year. */
  readonly isGrouped: boolean;
}

/** What stands between a word and the one before it. */
export function gapBefore({ text, words }: WordRun, at: number): string {
  const word = words[at];
  const last = words[at - 1];
  if (word === undefined) return "";
  return text.slice(last?.end ?? 0, word.start);
}

export const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x660 && code <= 0x669) ||
  (code >= 0x6f0 && code <= 0x6f9);

/** Reads the number that starts at a word, null where none does or where it is part of a name. */
export function readNumber(
  run: WordRun,
  at: number,
  table: FigureWords,
  isRangeEnd = false,
): NumberLiteral | null {
  const word = run.words[at];
  if (word === undefined || at >= run.limit) return null;
  const number =
    isDigit(word.folded.charCodeAt(0)) || hasArabicPrefix(word.folded)
      ? readDigits(run, at, isRangeEnd)
      : readNumberWords(run, at, table);
  return number === null ? null : withMultiplier(run, number, table);
}

/** `و5`: a conjunction or preposition written together with the digits. */
export const hasArabicPrefix = (folded: string): boolean => /^[وفبلك][\d]+$/.test(folded);

function readDigits(run: WordRun, at: number, isRangeEnd: boolean): NumberLiteral | null {
  const { text, words, limit } = run;
  const word = words[at];
  if (word === undefined) return null;
  const prefix = isDigit(word.folded.charCodeAt(0))
    ? 0
    : text.slice(word.start, word.end).search(/\p{Nd}/u);
  const start = word.start + Math.max(0, prefix);
  if (prefix === 0 && !isRangeEnd && isPartOfWord(text, start)) return null;
  let end = word.end;
  let next = at + 1;
  while (next < limit && next - at < MOST_GROUPS && isThousands(run, next, start, end)) {
    end = words[next]?.end ?? end;
    next += 1;
  }
  const written = text.slice(start, end);
  const plain = isPlain(written);
  const isWellFormed = plain
    ? written.length === 1 || !written.startsWith("0")
    : WELL_FORMED.test(written);
  if (!isWellFormed || runsOn(text, end)) return null;
  const isGrouped = written.length > 4 || (!plain && /[^\p{Nd}]/u.test(written));
  return { value: 0, start, end, next, isSpelt: false, isWords: false, multiplier: 1, isGrouped };
}

/** Groups of three digits in a number that anybody writes. */
const MOST_GROUPS = 6;

const WELL_FORMED =
  /^(?:(?!0\p{Nd})\p{Nd}{1,3}(?:([.,'’ \u00a0\u202f\u2009٬])\p{Nd}{3})(?:\1\p{Nd}{3})*(?:[.,٫]\p{Nd}+)?|(?!0\p{Nd})\p{Nd}+(?:[.,٫]\p{Nd}+)?|\p{Nd}{1,3}(?:,\p{Nd}{2})+,\p{Nd}{3})$/u;

/** Three digits behind a space, an apostrophe or an Arabic separator. */
function isThousands({ text, words }: WordRun, at: number, start: number, end: number): boolean {
  const word = words[at];
  if (word === undefined || word.start !== end + 1) return false;
  // A letter of English, as stands behind most numbers.
  if (text.charCodeAt(word.start) > 0x39 && text.charCodeAt(word.start) < 0x80) return false;
  const mark = text[end] ?? "";
  const digits = text.slice(word.start, word.end);
  if (mark === "٫") return /^\p{Nd}+$/u.test(digits);
  if (!/['’ \u00a0\u202f\u2009٬]/.test(mark) || !/^\p{Nd}{3}(?:[.,]\p{Nd}+)?$/u.test(digits))
    return false;
  return /^\p{Nd}{1,3}(?:[^\p{Nd}]\p{Nd}{3})*$/u.test(text.slice(start, end));
}

/** A letter, digit, sign or hyphen right before digits: part of a name, a time, a telephone number. */
function isPartOfWord(text: string, start: number): boolean {
  const before = text[start - 1] ?? " ";
  if (before === " ") {
    const mark = text[start - 2];
    return (
      (mark === "," || mark === ".") &&
      /\p{N}[,.]$/u.test(text.slice(Math.max(0, start - 4), start - 1))
    );
  }
  if (/[\p{L}\p{N}+#№§/:’'°_@]/u.test(before)) return true;
  return /[.,\p{Pd}]/u.test(before) && /[\p{L}\p{N}]/u.test(text[start - 2] ?? " ");
}

/** A time, a ratio, a fraction or more of a telephone number behind digits. */
function runsOn(text: string, end: number): boolean {
  const mark = text[end] ?? " ";
  const behind = text[end + 1] ?? " ";
  if (mark === ":" || mark === "/" || mark === "°" || mark === "_" || mark === "@")
    return /[\p{N}\p{L}]/u.test(behind) || mark === "°";
  return (mark === "." || mark === ",") && /\p{N}/u.test(behind);
}

function readNumberWords(run: WordRun, at: number, table: FigureWords): NumberLiteral | null {
  const { words, limit } = run;
  let next = at;
  let total = 0;
  let current = 0;
  let count = 0;
  let end = words[at]?.end ?? 0;
  let multiplier = 1;
  while (next < limit && count < LONGEST) {
    const folded = words[next]?.folded ?? "";
    if (count > 0 && !isSoftGap(gapBefore(run, next))) break;
    const value = numberWord(folded, count, table);
    const large = table.multipliers.get(folded);
    if (large !== undefined && (count > 0 || isBare(run, next))) {
      if (large === 100) current = Math.max(1, current) * 100;
      else {
        total += Math.max(current === 0 ? 1 : current, 0) * large;
        current = 0;
      }
      multiplier = Math.max(multiplier, large);
    } else if (value !== undefined && fits(value, current)) {
      current = value === 20 && current === 4 ? 80 : current + value;
    } else if (
      count > 0 &&
      table.numberLinks.has(folded) &&
      followsNumber(run, next, current, table)
    ) {
      next += 1;
      continue;
    } else break;
    end = words[next]?.end ?? end;
    next += 1;
    count += 1;
  }
  const value = total + current;
  const start = words[at]?.start ?? 0;
  if (count === 0 || value < 2) return null;
  return { value, start, end, next, isSpelt: true, isWords: true, multiplier, isGrouped: true };
}

const LONGEST = 8;

/** `bin kişi`, `mille soldats`: a thousand without a number before it, and nothing vague before it. */
function isBare(run: WordRun, at: number): boolean {
  return BARE.has(run.words[at]?.folded ?? "") && !VAGUE.has(run.words[at - 1]?.folded ?? "");
}

const foldedSet = (list: string): ReadonlySet<string> => new Set(list.split(" ").map(fold));
const BARE = foldedSet("bin mille mil tausend hundert cent тысяча тысячу ألف ألفا χίλιοι χίλιες");
const VAGUE = foldedSet(
  "mehrere einige paar viele plusieurs quelques varios varias birkaç несколько عدة بضع μερικές pour per por",
);

/** In Arabic the tens are joined by a conjunction written together with them. */
function numberWord(
  folded: string,
  count: number,
  { numbers, shape }: FigureWords,
): number | undefined {
  const known = numbers.get(folded);
  if (known !== undefined || shape !== "arabic" || count === 0 || !folded.startsWith("و"))
    return known;
  return numbers.get(folded.slice(1));
}

/** Units behind tens, tens behind hundreds: `two three` are two numbers. */
function fits(value: number, current: number): boolean {
  if (current === 0) return true;
  if (value === 20 && current === 4) return true;
  if (value >= 100) return false;
  const rest = current % 100;
  if (rest === 0) return true;
  if (rest < 10) return value >= 20 && value % 10 === 0 ? current < 10 : false;
  return rest % 10 === 0 && (value < 10 || (value < 20 && (rest === 60 || rest === 80)));
}

function followsNumber(run: WordRun, at: number, current: number, table: FigureWords): boolean {
  const folded = run.words[at + 1]?.folded ?? "";
  if (current === 0.5) return table.multipliers.has(folded);
  const value = table.numbers.get(folded);
  return value !== undefined && value !== 1 && current >= 20 && fits(value, current);
}

export const isSoftGap = (gap: string): boolean =>
  gap === " " || gap === "-" || gap === "\u00a0" || gap === "\u202f" || gap === "‑";

/** "2.5 million", "20 bin", "5bn", "20 тыс."; and the value of the digits, now that it is known what follows. */
function withMultiplier(run: WordRun, number: NumberLiteral, table: FigureWords): NumberLiteral {
  const { text, words, limit } = run;
  let { next, end, multiplier } = number;
  let factor = 1;
  let half = 0;
  while (next < limit) {
    const gap = text.slice(end, words[next]?.start ?? end);
    const folded = words[next]?.folded ?? "";
    const large =
      gap === "" ? SHORT.get(folded) : isSoftGap(gap) ? table.multipliers.get(folded) : undefined;
    if (large !== undefined && !(number.isWords && large === 100)) {
      factor *= large;
      multiplier = Math.max(multiplier, large);
    } else if (factor === 1 && half === 0 && gap === " " && isHalf(folded)) half = 0.5;
    else break;
    end = words[next]?.end ?? end;
    next += 1;
  }
  if (factor > 1 && text[end] === "." && /^\.[\s\u00a0]\p{Ll}/u.test(text.slice(end, end + 3)))
    end += 1;
  const isSpelt = number.isSpelt || factor > 1;
  const base = number.isWords
    ? number.value
    : valueInDigits(
        text.slice(number.start, number.end),
        table,
        () => factor > 1 || hasUnit(run, next, table),
      );
  const isExact = factor === 1 && half === 0 && number.end - number.start <= PRECISION;
  const value = isExact ? base : rounded((base + half) * factor);
  return { ...number, value, next, end, multiplier, isSpelt };
}

/** Digits of a value: what is written with fewer has them at any rate. */
const PRECISION = 12;

function rounded(value: number): number {
  return Number.isInteger(value) && value < 1e12 ? value : Number(value.toPrecision(PRECISION));
}

/** Turkish "bir buçuk milyon". */
const isHalf = (folded: string): boolean => folded === "bucuk";

/** Letters right behind the digits. */
const SHORT: ReadonlyMap<string, number> = new Map([
  ["bn", 1e9],
  ["bln", 1e9],
  ["tn", 1e12],
  ["mn", 1e6],
  ["mln", 1e6],
  ["k", 1000],
]);

function hasUnit(run: WordRun, next: number, table: FigureWords): boolean {
  const gap = run.text.slice(run.words[next - 1]?.end ?? 0, run.words[next]?.start ?? 0);
  if (/^\s?%/.test(gap)) return true;
  return next < run.limit && table.percent.has(run.words[next]?.folded ?? "");
}

/** Nothing but the digits 0 to 9. */
function isPlain(written: string): boolean {
  for (let at = 0; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/**
 * A separator before exactly three digits groups thousands, but for the language's own decimal mark
 * where a unit or multiplier follows ("3.125 million").
 */
function valueInDigits(written: string, table: FigureWords, hasUnitBehind: () => boolean): number {
  if (isPlain(written)) return Number(written);
  const digits = westernDigits(written);
  const marks = digits.replace(/\d/g, "");
  const groups = digits.split(/[^\d]/);
  const last = groups.at(-1) ?? "";
  if (marks === "") return Number(digits);
  if (marks.length > 1 && new Set(marks).size > 1) {
    const isDecimal = marks.at(-1) !== marks.at(-2);
    return isDecimal ? Number(`${groups.slice(0, -1).join("")}.${last}`) : Number(groups.join(""));
  }
  const isDecimal =
    groups.length === 2 &&
    (marks === "٫" ||
      last.length !== 3 ||
      groups[0] === "0" ||
      (marks === table.decimal && hasUnitBehind()));
  return isDecimal ? Number(groups.join(".")) : Number(groups.join(""));
}
