/** An article to its text under the name of its language, for the analysers of the engine. */
import type { Article } from "../../model/article.js";
import { primaryLanguage } from "../../text/primary-language.js";

/** Languages for which the engine has an analyser of its own without a plug-in. */
const NAMES: Readonly<Record<string, string>> = {
  ar: "arabic",
  de: "german",
  en: "english",
  es: "spanish",
  fa: "persian",
  fr: "french",
  it: "italian",
  ru: "russian",
  tr: "turkish",
};
const ANY = "any";

export const LANGUAGE_ANALYSERS: readonly { readonly field: string; readonly analyzer: string }[] =
  [
    ...Object.entries(NAMES).map(([field, analyzer]) => ({ field, analyzer })),
    { field: ANY, analyzer: "standard" },
  ];

export function languageText({ language, title, standfirst, paragraphs }: Article) {
  const primary = primaryLanguage(language);
  const field = Object.hasOwn(NAMES, primary) ? primary : ANY;
  const lines = [title, ...(standfirst === null ? [] : [standfirst]), ...paragraphs];
  return { [field]: lines.join("\n").toWellFormed() };
}
