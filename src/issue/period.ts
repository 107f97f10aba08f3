/** From a week, two days or nothing at all to the period of an issue, in the calendar of ISO 8601. */
import { TZDate, tz } from "@date-fns/tz";
import { addDays } from "date-fns/addDays";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { formatISO } from "date-fns/formatISO";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeeksInYear } from "date-fns/getISOWeeksInYear";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { parseISO } from "date-fns/parseISO";
import { type Article, articleDay } from "../model/article.js";
import type { BriefSettings } from "../model/settings.js";

/** Days, ends included. `week` is null where the period is not one ISO week. */
export interface Period {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly week: number | null;
}

const utc = { in: tz("UTC") };
const day = (iso: string) => parseISO(iso, utc);
const iso = (date: Date) => formatISO(date, { representation: "date", ...utc });

/** @returns the day `count` days after `from`, both `YYYY-MM-DD` */
export function shiftDay(from: string, count: number): string {
  return iso(addDays(day(from), count, utc));
}

/** @returns days from one day to another, negative where `to` is the earlier */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(day(to), day(from), utc);
}

/** @returns null where the text is not a real day of the years 1000 to 9999 written `YYYY-MM-DD` */
export function parseDay(text: string): string | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  const parsed = day(text);
  return Number.isNaN(parsed.getTime()) ? null : iso(parsed);
}

/** @param text an ISO week, e.g. `2021-W18` @returns null where there is no such week */
export function parseWeek(text: string): Period | null {
  const match = /^([1-9]\d{3})-W(\d{2})$/.exec(text);
  const year = Number(match?.[1]);
  const week = Number(match?.[2]);
  if (match === null || week < 1 || week > getISOWeeksInYear(day(`${match[1]}-01-04`), utc)) {
    return null;
  }
  const fourth = day(`${String(year).padStart(4, "0")}-01-04`);
  const sinceMonday = (fourth.getUTCDay() + 6) % 7;
  const monday = addDays(fourth, (week - 1) * 7 - sinceMonday, utc);
  return { id: text, from: iso(monday), to: iso(addDays(monday, 6, utc)), week };
}

/** The ISO week that a day falls in. */
export function weekOf(isoDay: string): Period {
  const date = day(isoDay);
  const year = String(getISOWeekYear(date, utc)).padStart(4, "0");
  const week = String(getISOWeek(date, utc)).padStart(2, "0");
  const period = parseWeek(`${year}-W${week}`);
  if (period === null) throw new Error(`no ISO week holds ${isoDay}`);
  return period;
}

/** Days that are exactly one ISO week get that week's name. */
export function periodOfDays(from: string, to: string): Period {
  const week = weekOf(from);
  if (week.from === from && week.to === to) return week;
  return { id: `${from}--${to}`, from, to, week: null };
}

/**
 * A week's cut-off is the desk's weekday and time in it, any other period's the end of its last day.
 * @param asOf a day whose end is the cut-off where that is earlier
 * @returns an ISO 8601 instant in UTC
 */
export function cutOffOf(
  period: Period,
  { cutOff, timeZone }: Pick<BriefSettings, "cutOff" | "timeZone">,
  asOf?: string,
): string {
  const endOf = (last: string) => endOfDay(last, timeZone);
  const back = (day(period.to).getUTCDay() - WEEKDAYS.indexOf(cutOff.day) + 7) % 7;
  const regular =
    period.week === null
      ? endOf(period.to)
      : instantAt(shiftDay(period.to, -back), cutOff.time, timeZone);
  if (asOf === undefined) return regular;
  const [earlier] = [regular, endOf(asOf)].sort();
  return earlier ?? regular;
}

/** The last minute of a day in a zone. @returns an ISO 8601 instant in UTC */
export function endOfDay(isoDay: string, timeZone: string): string {
  return instantAt(isoDay, "23:59", timeZone);
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * The ISO week of the latest article; null where no article has a day.
 * @param seen the last day that counts
 */
export function latestWeek(
  articles: readonly Pick<Article, "published" | "inferred">[],
  seen: string,
): Period | null {
  const days = articles.flatMap((article) => articleDay(article) ?? []);
  const last = days
    .filter((candidate) => candidate <= seen)
    .sort()
    .at(-1);
  return last === undefined ? null : weekOf(last);
}

/** A wall-clock time in a zone as an ISO 8601 instant in UTC. */
export function instantAt(isoDay: string, time: string, timeZone: string): string {
  const [year, month, date] = isoDay.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  const local = new TZDate(
    year ?? 0,
    (month ?? 1) - 1,
    date ?? 1,
    hour ?? 0,
    minute ?? 0,
    timeZone,
  );
  return new Date(local.getTime()).toISOString();
}

/**
 * Ordinal in the series, from 1: weeks since the first issue; where the settings name none, or the period
 * is no week, one more than the last issue of the record has.
 * @param last number of that issue; null where there is none
 */
export function issueNumber(
  period: Period,
  firstIssue: string | undefined,
  last: number | null,
): number {
  const first = firstIssue === undefined ? null : parseWeek(firstIssue);
  if (first === null || period.week === null) return (last ?? 0) + 1;
  if (period.from < first.from) return 1;
  return daysBetween(first.from, period.from) / 7 + 1;
}

/** Days of a weekly brief's next issue: the day after the next period ends. */
export function nextIssueDay(period: Period): string | null {
  return period.week === null ? null : shiftDay(period.to, 8);
}

/** Later than any: what holds today is told to those who read today. */
export const LAST_DAY = "9999-12-31";

/** Length of `2021-05-09` in an ISO 8601 instant. */
const DAY = 10;

/** The last day whose articles may be seen: that of the cut-off, or an earlier one to look back from. */
export function lastVisibleDay({
  cutOff,
  asOf,
}: {
  readonly cutOff: string;
  readonly asOf: { readonly day: string } | null;
}): string {
  const last = cutOff.slice(0, DAY);
  return asOf !== null && asOf.day < last ? asOf.day : last;
}

/** The last day that an issue knows of: that of its period, or an earlier one that it looks back from. */
export function lastDayOf({
  period,
  asOf,
}: {
  readonly period: Pick<Period, "to">;
  readonly asOf: { readonly day: string } | null;
}): string {
  return asOf === null || asOf.day > period.to ? period.to : asOf.day;
}
