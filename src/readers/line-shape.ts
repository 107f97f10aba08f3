/** What a line looks like: sentence, headline, name, domain. No meaning, only form. */
import { fold } from "../text/fold.js";

/** A text as letters and digits alone: equal for spellings that differ in case, marks or quotes. */
export function comparable(text: string): string {
  if (text.length > MAX_KEPT) return compare(text);
  const known = compared.get(text);
  if (known !== undefined) return known;
  if (compared.size >= KEPT) compared.clear();
  const plain = compare(text);
  compared.set(text, plain);
  return plain;
}

function compare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Each step asks for the same short lines again. */
const compared = new Map<string, string>();
const KEPT = 500;
const MAX_KEPT = 400;

/** Whether a full stop, with or without quotation marks and brackets behind it, ends the text. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-TAIL));
}

/** Question and exclamation marks end headlines too. */
export function endsStatement(text: string): boolean {
  return STATEMENT_END.test(text.slice(-TAIL));
}

const TAIL = 12;
const SENTENCE_END = /[.!?…؟。।۔]\s?[”“"»«’')\]\s]*$/u;
const STATEMENT_END = /[.…。।۔]\s?[”“"»«’')\]\s]*$/u;

/** @param enough where counting may stop: a greater number of words comes out as one more than this */
export function countWords(text: string, enough = Number.POSITIVE_INFINITY): number {
  let words = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const isSpace = isSpaceCode(text.charCodeAt(index));
    if (!isSpace && !inWord) {
      words += 1;
      if (words > enough) return words;
    }
    inWord = !isSpace;
  }
  return words;
}

/** What `\s` of a regular expression matches. */
function isSpaceCode(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether one full stop at most stands inside the text, and that at its end. */
export function isOneSentence(text: string): boolean {
  return !/[.!?؟。]["”»’')]*\s+[\p{Lu}\p{Lo}“"«]/u.test(text.replace(ABBREVIATION, "$1"));
}

/** Initials and abbreviations, whose full stops end no sentence: `U.N.`, `J. Smith`, `Gen.`. */
const ABBREVIATION = /((?<!\p{L})(?:\p{Lu}|Mr|Mrs|Dr|Gen|Col|Sen|Gov|St|al))\./gu;

/** One to four words, all of them capitalised but for particles, without any stop. */
export function isNameLine(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 4 || text.length > 50 || /[.,:;!?؟،؛"“”|/()[\]@#]/u.test(text)) return false;
  return /\p{Lu}/u.test(text) && words.every((word) => NAME_WORD.test(word));
}

const NAME_WORD =
  /^(?:[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]*|(?:al|el|Al|El)-\p{Lu}\S*|of|the|de|du|des|la|le|van|von|bin|ibn|&|and|ve|et|и)$/u;

/** A site's domain alone, with or without scheme and path. */
export function isDomain(text: string): boolean {
  return text.length <= 100 && DOMAIN.test(text) && !/\.\.|…/.test(text);
}

const DOMAIN = /^(?:https?:\/\/)?[^\s/@:,]{1,80}\.[^\s/@:,.\d]{2,12}\/?$/;

/** Whether the script of the text tells upper from lower case. */
export function hasCase(text: string): boolean {
  return /\p{Lu}|\p{Ll}/u.test(text);
}
