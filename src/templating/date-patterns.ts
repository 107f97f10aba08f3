/** A date format as a template writes it in, the same in the order and with the marks of a language out. */
import { primaryLanguage } from "../text/primary-language.js";
import { dateFormat } from "./intl-locale.js";

/** `d MMMM yyyy` and its parts; words between quotation marks are the template's own. */
const SKELETON = /'[^']*'|(?<![a-zA-Z])(?:(do?) )?(MMMM?)(?: (yyyy))?(?![a-zA-Z])/g;

/**
 * @param format of date-fns, its days, months and years in English order: `d MMMM yyyy, HH:mm`
 * @returns `d'.' MMMM yyyy, HH:mm` in German, `d 'de' MMMM 'de' yyyy, HH:mm` in Spanish
 */
export function inLanguage(format: string, language: string): string {
  const primary = primaryLanguage(language);
  if (primary === "en") return format;
  const ordered = format.replaceAll(
    SKELETON,
    (found, day?: string, month?: Month, year?: string) =>
      month === undefined
        ? found
        : patternOf(language, month, day !== undefined, year !== undefined),
  );
  return ARABIC_COMMA.has(primary) ? ordered.replaceAll(/, (?=[a-zA-Z])/g, "، ") : ordered;
}

type Month = "MMM" | "MMMM";

const ARABIC_COMMA: ReadonlySet<string> = new Set(["ar", "ckb", "fa", "ps", "ur"]);

/**
 * The day alone, as it stands before what it shares with the end of a range: `d'.'` in German. Null in a
 * language that names the month first, where nothing can be shared.
 */
export function dayAlone(language: string): string | null {
  const pattern = inLanguage("d MMMM yyyy", language);
  const [, day, mark = ""] = /^(do?)(?:'([^'\s\p{L}]*)[^']*')?/u.exec(pattern) ?? [];
  return day === undefined ? null : day + quoted(mark);
}

/** Which fields stand in which order, with what between them, is asked of CLDR. */
function patternOf(language: string, width: Month, withDay: boolean, withYear: boolean): string {
  const numeric = "numeric" as const;
  const fields: Intl.DateTimeFormatOptions = {
    month: width === "MMMM" ? "long" : "short",
    ...(withDay ? { day: numeric } : {}),
    ...(withYear ? { year: numeric } : {}),
  };
  const month = withDay ? width : width.replaceAll("M", "L");
  return dateFormat(language, fields)
    .formatToParts(Date.UTC(2021, 10, 3))
    .map(({ type, value }) => {
      if (type === "day") return primaryLanguage(language) === "fr" ? "do" : "d";
      if (type === "month") return month;
      return type === "year" ? "yyyy" : quoted(value);
    })
    .join("");
}

function quoted(words: string): string {
  return words === "" ? "" : `'${words.replaceAll("'", "''")}'`;
}
