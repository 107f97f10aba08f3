/** Folded words to stems, so that `accepted` and `accepts` count as one in comparing texts. */
import { primaryLanguage } from "./primary-language.js";

/**
 * A light stem: English and French lose their commonest endings, words of languages that inflect
 * more are cut to their first letters. Never printed, only compared.
 * @param folded a folded word
 * @param language BCP 47 tag
 */
export function stem(folded: string, language: string): string {
  switch (primaryLanguage(language)) {
    case "en":
      return stemEnglish(folded);
    case "fr":
      return stemFrench(folded);
    case "ru":
    case "tr":
      return folded.slice(0, 6);
    case "ar":
      return folded.replace(/^(?:وال|فال|بال|كال|ال|لل)(?=.{3})/u, "").slice(0, 6);
    default:
      return folded;
  }
}

/** Endings in the order they are tried; what stays must hold three letters and a vowel. */
const ENGLISH_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})ies$/, "y"],
  [/(?<=[a-z]{2})(?:sses)$/, "ss"],
  [/(?<=[a-z]{3}(?:sh|ch|x|z))es$/, ""],
  [/(?<=[a-z]{2}[^su])s$/, ""],
];

function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  for (const [ending, instead] of ENGLISH_ENDINGS) {
    if (!ending.test(stem)) continue;
    stem = stem.replace(ending, instead);
    break;
  }
  const cut = stem.replace(/(?<=[ai]t)ion$|(?:ing|ed|ly)$/, "");
  if (cut !== stem && cut.length > 2 && /[aeiouy]/.test(cut))
    stem = cut.replace(/([^aeiousl])\1$/, "$1");
  return stem.length > 3 ? stem.replace(/e$/, "").replace(/(?<=..)i$/, "y") : stem;
}

function stemFrench(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:ements?|ations?|ees?|es|er|s|e)$/, "");
}
