/** A language tag in, the names of its months and days as date-fns takes them out, by Intl (ECMA-402). */
import type { Locale, LocaleDayPeriod, LocaleWidth } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { primaryLanguage } from "../text/primary-language.js";

/**
 * English has the names of date-fns. All other languages have those of Unicode's CLDR, which Node.js
 * brings along: no list of languages stands here, and none has to be loaded.
 */
export function localeOf(language: string): Locale {
  if (primaryLanguage(language) === "en") return enGB;
  const known = LOCALES.get(language);
  if (known !== undefined) return known;
  const made = makeLocale(language);
  LOCALES.set(language, made);
  return made;
}

const LOCALES = new Map<string, Locale>();

function makeLocale(language: string): Locale {
  const month = names(language, "month", (index) => Date.UTC(2021, index, 3));
  // 3 January 2021 was a Sunday, which date-fns counts as 0.
  const day = names(language, "weekday", (index) => Date.UTC(2021, 0, 3 + index));
  const noon = (period: LocaleDayPeriod) => (period === "am" ? "AM" : "PM");
  return {
    ...enGB,
    code: language,
    localize: {
      ...enGB.localize,
      month: (index, { width = "wide", context = "formatting" } = {}) =>
        month(index, WIDTHS[width], context === "formatting"),
      day: (index, { width = "wide" } = {}) => day(index, WIDTHS[width], false),
      dayPeriod: noon,
      ordinalNumber: (number) => ordinal(number, language),
    },
  };
}

type Width = "narrow" | "short" | "long";
const WIDTHS: Readonly<Record<LocaleWidth, Width>> = {
  narrow: "narrow",
  short: "short",
  abbreviated: "short",
  wide: "long",
  any: "long",
};

/** @returns by index and width; beside a day of the month in the case that it asks for there */
function names(
  language: string,
  field: "month" | "weekday",
  dateOf: (index: number) => number,
): (index: number, width: Width, besideDay: boolean) => string {
  return (index, width, besideDay) => {
    const beside = besideDay ? ({ day: "numeric" } as const) : {};
    const parts = dateFormat(language, { ...beside, [field]: width }).formatToParts(dateOf(index));
    return parts.find(({ type }) => type === field)?.value ?? "";
  };
}

/** The first day of a month is an ordinal in French, and the only one. */
function ordinal(number: number, language: string): string {
  return number === 1 && primaryLanguage(language) === "fr" ? "1er" : String(number);
}

/** In the Gregorian calendar, with Latin digits: those of the numbers of citations. */
export function dateFormat(
  language: string,
  fields: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, fields]);
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const options = { ...fields, calendar: "gregory", numberingSystem: "latn", timeZone: "UTC" };
  const made = new Intl.DateTimeFormat(language, options);
  FORMATS.set(key, made);
  return made;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
