/** A full stop in its place to whether it belongs to the word before it. */
import { type AbbreviationKind, lowerWord, type SentenceWords } from "./sentence-words.js";
import { REACH, type StopPlace } from "./stop-place.js";

/** Whether the full stop belongs to the word before it, as in `Dr.`, `3.`, `U.N.`, `z. B.` */
export function isAbbreviated(
  text: string,
  place: StopPlace,
  next: number,
  words: SentenceWords,
): boolean {
  const { sentence, start, end } = place;
  const from = startOfUnit(text, Math.max(sentence, start - REACH), start);
  const word = text.slice(from, start);
  if (word.length > LONGEST_ABBREVIATION) return false;
  // The commonest by far, before the costlier rules.
  if (word.length > 1 && words.kinds.get(lowerWord(word)) === "title" && isCapital(word))
    return true;
  if (isListMark(word) && isFirst(text, sentence, from)) return true;
  const opens = () => isOpener(text, next, words);
  if (/^\p{N}+$/u.test(word)) return words.ordinals && word.length < 4 && !opens();
  if (words.ordinals && /^[IVX]+$/.test(word)) return !opens();
  switch (kindOf(text, from, word, words)) {
    case "title":
      return true;
    case "abbreviation":
      return !opens() && !/[“„«"]$/u.test(text.slice(end, next));
    case "unit":
      return /^\p{N}/u.test(text.slice(next, next + 2));
    case "closing":
      return false;
    case "counter":
      return NUMERAL.test(text.slice(next, next + 8)) || isLetter(word);
    default:
      return isLettered(text, { sentence, from, word, next }, opens, words);
  }
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

const LONGEST_ABBREVIATION = 14;
const NUMERAL = /^(?:\p{N}|[IVXL]{2,}(?!\p{L})|[VX](?!\p{L}))/u;

/** Where the letters, digits, points and hyphens before a stop begin. */
function startOfUnit(text: string, least: number, start: number): number {
  let from = start;
  while (from > least && isUnit(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

function isUnit(code: number): boolean {
  if (code < 0x80) {
    const letter = code | 0x20;
    return (letter > 0x60 && letter < 0x7b) || (code > 0x2c && code < 0x3a && code !== 0x2f);
  }
  if (code >= CYRILLIC && code < ARMENIAN) return true;
  return code === NUMERO || !/[\s\p{P}\p{S}\p{Zs}]/u.test(String.fromCharCode(code));
}

const CYRILLIC = 0x400;
const ARMENIAN = 0x530;
const NUMERO = 0x2116;

type Kind = Exclude<AbbreviationKind, "name"> | "unit" | null;

function kindOf(text: string, from: number, word: string, words: SentenceWords): Kind {
  const key = lowerWord(word);
  if (word === key && words.units.has(key) && isMeasured(text, from)) return "unit";
  const kind = words.kinds.get(chainOf(text, from, key)) ?? words.kinds.get(lastPart(key));
  if (kind === "name") return word !== key || isMeasured(text, from) ? "abbreviation" : null;
  if (kind === undefined && CLIPPED.test(key) && /^\p{Lu}\p{Ll}/u.test(word)) return "abbreviation";
  return kind ?? null;
}

/** Whether a number stands before a word. */
function isMeasured(text: string, from: number): boolean {
  return /\p{N}[\s\p{Zs}]?$/u.test(text.slice(Math.max(0, from - 4), from));
}

/** `z. B` as one abbreviation, for the letter behind the space. */
function chainOf(text: string, from: number, key: string): string {
  if (key.length > 2) return key;
  const before = /\p{L}{1,2}\.[\s\p{Zs}]$/u.exec(text.slice(Math.max(0, from - 4), from))?.[0];
  return before === undefined ? key : `${lowerWord(before.slice(0, -1))}${key}`;
}

/** What follows the last hyphen of `Dipl.-Ing`, but not of `J.-P`. */
function lastPart(key: string): string {
  const hyphen = key.lastIndexOf("-");
  return hyphen < 0 || key.length - hyphen < 3 ? key : key.slice(hyphen + 1);
}

/** Words without a vowel are written short: `Blvd`, `Sgt`, `млрд`. */
const CLIPPED =
  /^(?:[bcdfghjklmnpqrstvwxz]{2,5}|[бвгджзйклмнпрстфхцчшщ]{2,5}|[βγδζθκλμνξπρσςτφχψ]{2,5})$/u;

interface Letters {
  readonly sentence: number;
  readonly from: number;
  readonly word: string;
  readonly next: number;
}

/** Initials of a name, letters with points (`U.N.`), and pieces of a chain (`z. B.`, `EE. UU.`). */
function isLettered(
  text: string,
  { sentence, from, word, next }: Letters,
  opens: () => boolean,
  words: SentenceWords,
): boolean {
  if (/^(?:\p{L}\.-?)+\p{L}$/u.test(word)) return !opens();
  const following = text.slice(next, next + 4);
  if (/^(\p{Lu})\1$/u.test(word)) return /^(\p{Lu})\1\./u.test(following);
  if (!isLetter(word)) return false;
  if (/^\p{L}\./u.test(following)) return true;
  if (/^\p{Ll}/u.test(word)) return false;
  const before = text.slice(Math.max(sentence, from - REACH), from).trimEnd();
  const last = /[\p{L}\p{M}.]+$/u.exec(before)?.[0] ?? "";
  if (words.lettered.has(lowerWord(last))) return false;
  return !(/(?:\p{Ll}{2}|(?:^|[^\p{L}])\p{Ll}\.)$/u.test(last) && opens());
}

/** `1.` or `a.` alone before the words of a list entry. */
function isListMark(word: string): boolean {
  return /^(?:\p{N}{1,3}|\p{Ll}|\p{Lo}|[IVX]+)$/u.test(word);
}

/** Whether nothing stands before but the bullet of a list. */
function isFirst(text: string, sentence: number, from: number): boolean {
  return from - sentence < REACH && /^[\s•▪◦‣●■*–—-]*$/u.test(text.slice(sentence, from));
}

/** One letter: of a name, or of an abbreviation. */
function isLetter(word: string): boolean {
  return /^[\p{Lu}\p{Ll}\p{Lo}]\p{M}*$/u.test(word);
}

function isOpener(text: string, next: number, words: SentenceWords): boolean {
  const word = OPENING_WORD.exec(text.slice(next, next + REACH))?.[0];
  return word !== undefined && words.openers.has(lowerWord(word));
}

const OPENING_WORD = /^[\p{L}\p{M}]+(?![\p{L}\p{M}.])/u;
