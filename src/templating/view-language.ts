/** Texts by language in, the one for the language of the page out; and the names of languages in it. */

/** The text in the page's language, in the language without its region, else in English, else in any. */
export function localised(
  texts: Readonly<Record<string, string>>,
  language: string,
): string | undefined {
  return inLanguage(texts, language) ?? texts.en ?? Object.values(texts)[0];
}

export function inLanguage(
  texts: Readonly<Record<string, string>>,
  language: string,
): string | undefined {
  return texts[language] ?? texts[withoutRegion(language)];
}

/** `en` for `en-GB`. */
export function withoutRegion(language: string): string {
  return language.split("-", 1).join("");
}

export function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
}
