/** ISO dates in, the words of a language out, by date-fns and always in UTC. */
import { format } from "date-fns/format";
import type { DateRange } from "../model/issue.js";
import { dayAlone, inLanguage } from "./date-patterns.js";
import { localeOf } from "./intl-locale.js";
import { UtcDate } from "./utc-date.js";

/** `2021`, `2021-05`, `2021-05-03` or an instant: as much as is known is printed, and no more. */
const SHAPES = [
  { pattern: /^\d{4}$/, shape: "yyyy" },
  { pattern: /^\d{4}-\d{2}$/, shape: "MMM yyyy" },
  { pattern: /^\d{4}-\d{2}-\d{2}$/, shape: "d MMM yyyy" },
  { pattern: /^\d{4}-\d{2}-\d{2}T/, shape: "d MMM yyyy, HH:mm 'UTC'" },
];

/**
 * @param value ISO 8601 day, month, year or UTC instant
 * @param shape date-fns format, in English order; one that fits the precision of `value` where it is left out
 * @throws {RangeError} where `value` is no date or `shape` no format
 */
export function dateWords(value: string, language: string, shape?: string): string {
  const found = SHAPES.find(({ pattern }) => pattern.test(value));
  if (found === undefined) throw new RangeError(`"${value}" is not an ISO date`);
  // A month or a year has no day to print, whatever the template asks for.
  const used = value.length < "2021-05-03".length ? found.shape : (shape ?? found.shape);
  return format(new UtcDate(value), inLanguage(used, language), { locale: localeOf(language) });
}

/**
 * `3 to 9 May 2021`, `28 April to 4 May 2021`, `3 May 2021`, `Nov 2019`: a range in the words that
 * its precision allows, parts that both ends share printed once.
 * @param join puts the two ends together; the first may be the number of a day alone
 * @param month date-fns format of a month's name, `MMM` or `MMMM`
 */
export function rangeWords(
  range: DateRange,
  language: string,
  join: (from: string, to: string, isDay: boolean) => string,
  month = "MMM",
): string {
  const { from, to, precision } = range;
  const words = (value: string, shape: string) => dateWords(value, language, shape);
  if (precision === "year" && from.slice(0, 4) === to.slice(0, 4)) return words(to, "yyyy");
  if (precision === "month" && from.slice(0, 7) === to.slice(0, 7)) {
    return words(to, `${month} yyyy`);
  }
  const end = words(to, `d ${month} yyyy`);
  if (from === to) return end;
  const day = dayAlone(language);
  if (day === null) return join(words(from, `d ${month} yyyy`), end, false);
  if (from.slice(0, 7) === to.slice(0, 7)) return join(words(from, day), end, true);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return join(words(from, sameYear ? `d ${month}` : `d ${month} yyyy`), end, false);
}
