/** Paragraphs to those that are in another language than their article. */
import type { ForeignParagraph } from "../model/article.js";
import { primaryLanguage } from "../text/primary-language.js";
import { surelyDetectLanguage } from "./language.js";
import { FUNCTION_WORDS } from "./language-words.js";

/** Shorter paragraphs may be names and titles. */
const MIN_LENGTH = 80;
/** Words of the article's own language that settle it without a further look. */
const OWN_WORDS = 2;
/** Code units in which they are looked for. */
const FRONT = 240;

/** Only where a paragraph is long enough to be sure. */
export function findForeign(paragraphs: readonly string[], language: string): ForeignParagraph[] {
  const own = primaryLanguage(language);
  if (own === "und" || own === "") return [];
  const words = FUNCTION_WORDS.get(own) ?? new Set();
  return paragraphs.flatMap((text, paragraph) => {
    if (text.length < MIN_LENGTH || holdsWords(text, words)) return [];
    const found = surelyDetectLanguage(withoutAddresses(text), own);
    return found === null || isSame(found, own) ? [] : [{ paragraph, language: found }];
  });
}

function holdsWords(text: string, known: ReadonlySet<string>): boolean {
  let count = 0;
  const front = text.slice(0, FRONT).toLowerCase();
  // Two of them stand among the first words mostly: the rest is not looked at.
  WORD.lastIndex = 0;
  for (let word = WORD.exec(front); word !== null; word = WORD.exec(front)) {
    if (known.has(word[0])) count += 1;
    if (count === OWN_WORDS) return true;
  }
  return false;
}

const WORD = /[^\s'’]+/g;

/** Pieces of addresses look like words of any language. */
function withoutAddresses(text: string): string {
  if (!text.includes("://")) return text;
  const words = text.split(" ").filter((word) => !word.includes("://"));
  return words.join(" ");
}

/** Languages of which the words that bind sentences are much the same. */
const NEAR: readonly (readonly string[])[] = [
  ["es", "pt", "gl", "ca", "it"],
  ["tr", "az"],
  ["nl", "af"],
  ["bg", "mk", "sr", "ru", "uk", "be"],
  ["fa", "ar", "ur", "ps", "ckb"],
  ["ja", "zh"],
];

/** Near languages share words, so that a text with few of its own is not yet another's. */
function isSame(found: string, own: string): boolean {
  return found === own || NEAR.some((names) => names.includes(found) && names.includes(own));
}
