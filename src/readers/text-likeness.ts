/** Whether a text decoded from a guessed code page reads like one a person wrote. */
import { FUNCTION_WORDS } from "./language-words.js";

/** At least this share of the characters beyond ASCII must be letters or usual typography. */
const MIN_SHARE_OF_LETTERS = 0.9;
/** Letters of one alphabet stand next to letters of the same one. */
const MAX_SHARE_OF_MIXED_WORDS = 0.02;

/** Of Arabic and Cyrillic words, at least this share must bind sentences: their code pages fit any bytes. */
const MIN_SHARE_OF_FUNCTION_WORDS = 0.03;

/** Control characters, rare symbols, or Latin letters inside Arabic words speak against a guess. */
export function isTextLike(text: string): boolean {
  if (CONTROL.test(text)) return false;
  const foreign = text.match(BEYOND_ASCII)?.length ?? 0;
  const usual = text.match(USUAL)?.length ?? 0;
  if (usual < foreign * MIN_SHARE_OF_LETTERS) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  const odd = words.filter((word) => isMixed(word) || SHIFTED_CASE.test(word)).length;
  if (words.length === 0 || odd > words.length * MAX_SHARE_OF_MIXED_WORDS) return false;
  const other = words.filter((word) => /[\u0400-\u06ff]/.test(word));
  const binding = other.filter((word) => BINDING.has(word.toLowerCase())).length;
  return binding >= other.length * MIN_SHARE_OF_FUNCTION_WORDS;
}

const BINDING = new Set(
  ["ar", "fa", "ur", "ru", "uk", "bg", "sr"].flatMap((language) => [
    ...(FUNCTION_WORDS.get(language) ?? []),
  ]),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const BEYOND_ASCII = /[^\0-\x7f]/g;
const USUAL = /[\p{L}\p{M}\u00a0‘’“”–—…«»©€£°´،؟؛№]/gu;
/** Lower case then two upper case or accents in a row: what one alphabet's bytes give in another. */
const SHIFTED_CASE = /\p{Ll}\p{Lu}{2}|[À-ÖØ-öø-ÿ]{3}/u;

function isMixed(word: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u];
  return scripts.filter((script) => script.test(word)).length > 1;
}

/** Whether the first bytes of a file may be text in any encoding: no control characters but for white space. */
export function isTextual(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
