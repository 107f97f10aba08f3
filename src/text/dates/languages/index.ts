/** The languages whose dates are known, by primary language subtag. */
import type { DateLanguage } from "../date-language.js";
import { ARABIC } from "./ar.js";
import { GERMAN } from "./de.js";
import { GREEK } from "./el.js";
import { ENGLISH } from "./en.js";
import { SPANISH } from "./es.js";
import { FRENCH } from "./fr.js";
import { ITALIAN } from "./it.js";
import { RUSSIAN } from "./ru.js";
import { TURKISH } from "./tr.js";

export const DATE_LANGUAGES: Readonly<Record<string, DateLanguage>> = {
  en: ENGLISH,
  tr: TURKISH,
  fr: FRENCH,
  ru: RUSSIAN,
  ar: ARABIC,
  de: GERMAN,
  es: SPANISH,
  it: ITALIAN,
  el: GREEK,
};
