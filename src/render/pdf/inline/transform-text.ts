/** Words and their style in, the words in capitals, small letters or titles out (CSS Text 3, 2.1). */
import type { Style } from "../css/properties.js";
import { knownLanguage } from "./known-language.js";

/**
 * By the rules of the words' own language: Turkish and Azerbaijani i, Greek accents, Lithuanian
 * dots, Dutch ij.
 *
 * @param before the letter that comes before the text, if any: it may be the same word
 */
export function transformText(
  text: string,
  { textTransform }: Style,
  language: string,
  before: string,
): string {
  switch (textTransform) {
    case "none":
      return text;
    case "uppercase":
      return text.toLocaleUpperCase(knownLanguage(language));
    case "lowercase":
      return text.toLocaleLowerCase(knownLanguage(language));
    case "capitalize":
      return capitalize(text, language, before);
  }
}

function capitalize(text: string, language: string, before: string): string {
  const locale = knownLanguage(language);
  const first = /^nl\b/i.test(language) ? DUTCH_FIRST : FIRST;
  // Only the letters after the one before are looked at, so that "it" + "s" stays one word.
  return (before + text)
    .replace(first, (letter, at: number) =>
      at < before.length ? letter : letter.toLocaleUpperCase(locale),
    )
    .slice(before.length);
}

/** A letter that no letter, digit, mark, apostrophe or soft hyphen comes before. */
const FIRST = /(?<![\p{L}\p{N}\p{M}'’\u00ad])\p{L}/gu;
const DUTCH_FIRST = /(?<![\p{L}\p{N}\p{M}'’\u00ad])(?:[iI][jJ]|\p{L})/gu;
