/**
 * Text to a folded copy for matching: case, Latin accents, Arabic vowel signs and hamza carriers,
 * apostrophes, hyphens and white space fold.
 */

import { APOSTROPHE_LIKE } from "./letter-classes.js";

/** The folded copy: equal for two spellings that differ only in what folding ignores. */
export function fold(text: string): string {
  return ASCII.test(text) ? foldAscii(text) : foldPieces(text);
}

function foldAscii(text: string): string {
  const lower = text.toLowerCase();
  if (!FOLDED_ASCII.test(lower)) return lower;
  return lower.replace(/[\s-]+/g, " ").replaceAll("`", "'");
}

function foldPieces(text: string): string {
  let folded = "";
  let afterSpace = false;
  for (let start = 0; start < text.length; ) {
    const end = endOfAscii(text, start);
    if (end > start) {
      const run = foldAscii(text.slice(start, end));
      folded += afterSpace && run.startsWith(" ") ? run.slice(1) : run;
      afterSpace = run.endsWith(" ");
      start = end;
      continue;
    }
    const character = characterAt(text, start);
    const whole = foldCharacter(character);
    folded += whole === " " && afterSpace ? "" : whole;
    if (whole !== "") afterSpace = whole === " ";
    start += character.length;
  }
  return folded;
}

function endOfAscii(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) < 0x80) end += 1;
  return end;
}

const ASCII = /^[\0-\x7f]*$/;
/** What folds beside the case. */
const FOLDED_ASCII = /[\s`-]/;
const BREVE = "\u0306";

/** The code point at an offset; `и` takes a combining breve along, as `й` is a letter of its own. */
function characterAt(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const isShortI = (character === "и" || character === "И") && text[offset + 1] === BREVE;
  return isShortI ? character + BREVE : character;
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const kept = known.get(character);
  if (kept !== undefined) return kept;
  const piece = foldAnew(character);
  known.set(character, piece);
  return piece;
}

/** Upper-casing first folds `ß`, final sigma and dotless `ı`, which lower-casing alone keeps. */
function foldAnew(character: string): string {
  if (SPACE_LIKE.test(character)) return " ";
  if (APOSTROPHE_LIKE.test(character)) return "'";
  const cased = character.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase();
  const isShortI = character.normalize("NFC").toLowerCase() === "й";
  const bare = isShortI ? "й" : cased.normalize("NFKD").replace(DROPPED, "").normalize("NFC");
  return bare.replace(/./gsu, (letter) => LETTERS[letter] ?? letter);
}

/** White space, hyphens and dashes. */
const SPACE_LIKE = /^[\s\p{Zs}\p{Pd}\u2212\u2043\u0085]$/u;
/** Combining accents, Arabic vowel signs, hamza and madda above or below, tatweel, invisible marks. */
const DROPPED =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\p{Cf}]/gu;

/** Letters that no decomposition brings together. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  "٠": "0",
  "١": "1",
  "٢": "2",
  "٣": "3",
  "٤": "4",
  "٥": "5",
  "٦": "6",
  "٧": "7",
  "٨": "8",
  "٩": "9",
};
