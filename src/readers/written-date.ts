/** A date as feeds, mails and exports write it (RFC 822, ISO 8601, epoch, prose) to the day it states. */
import { isCivilDay } from "../text/dates-calendar.js";
import { primaryLanguage } from "../text/primary-language.js";
import type { StatedDate } from "./draft.js";
import { findDays } from "./html/metadata/calendar-days.js";

/** No writing of one moment is longer. */
const MAX_DATE = 120;

/**
 * The day as it is written, in the zone of the writer: a report of the evening stays on its evening.
 * @param quote words of the raw text that hold the date
 * @param language BCP 47, for names of months; every language is tried
 * @returns null where the text names no full day, or one that the calendar has not
 */
export function readWrittenDate(text: string, quote: string, language = "en"): StatedDate | null {
  const plain = text.trim().replace(/\s+/g, " ");
  if (plain === "" || plain.length > MAX_DATE) return null;
  const moment =
    readEpoch(plain) ?? readIso(plain) ?? readMailDate(plain) ?? readProse(plain, language);
  return moment === null ? null : { ...moment, quote, from: "metadata" };
}

interface Moment {
  readonly date: string;
  readonly time: string | null;
}

/** Seconds or milliseconds since 1970: ten or thirteen digits, the years 2001 to 2286. */
function readEpoch(text: string): Moment | null {
  const match = /^(\d{10})(?:\.\d{1,9})?$|^(\d{13})$/.exec(text);
  if (match === null) return null;
  const [, seconds, milliseconds] = match;
  const iso = new Date(Number(milliseconds ?? Number(seconds) * 1000)).toISOString();
  return readIso(iso);
}

const ISO =
  /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:(?:T|t| )\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?(?=$|[\s+\-Zz(])/;

/** `2021-05-05T10:00:00+02:00`, `20210505T100000Z`, `2021/05/05 10:00`. */
function readIso(text: string): Moment | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, , month, day, hour, minute, second] = match;
  return momentOf(Number(year), Number(month), Number(day), { hour, minute, second });
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?";
/** `Wed, 05 May 2021 10:00:00 +0200`, `5-May-21`. */
const MAIL_DATE = new RegExp(
  `^(?:[a-z]{3,9},? )?(\\d{1,2})[ -]([a-z]{3,9})\\.?[ -](\\d{4}|\\d{2})(?!\\d)(?:,? (?:at )?${CLOCK})?`,
  "i",
);
/** `Wed May  5 10:00:00 2021` of C, `Wed May 05 2021 10:00:00 GMT+0200` of JavaScript. */
const C_DATE = new RegExp(
  `^[a-z]{3} ([a-z]{3}) (\\d{1,2})(?: (\\d{4}))? ${CLOCK}(?: (?:[A-Z]{3,5} )?(\\d{4}))?`,
  "i",
);

function readMailDate(text: string): Moment | null {
  const mail = MAIL_DATE.exec(text);
  if (mail !== null) {
    const [, day, name = "", year = "", hour, minute, second] = mail;
    return ofMonthName(year, name, day, { hour, minute, second });
  }
  const [whole, name = "", day, before, hour, minute, second, after] = C_DATE.exec(text) ?? [];
  const year = before ?? after;
  if (whole === undefined || year === undefined) return null;
  return ofMonthName(year, name, day, { hour, minute, second });
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
}

function ofMonthName(
  year: string,
  name: string,
  day: string | undefined,
  clock: Clock,
): Moment | null {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return momentOf(fullYear(year), month, Number(day), clock);
}

/** Two digits as RFC 2822 (4.3) reads them. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year);
}

/** Where day and month could change places, it is no date: which comes first is not ours to guess. */
const EITHER_WAY = /(?<!\d)(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{2,4}(?!\d)/;
const SAME_EITHER_WAY = /(?<!\d)(\d{1,2})\/\1\/\d{4}(?!\d)/;

function readProse(text: string, language: string): Moment | null {
  if (EITHER_WAY.test(text) && !SAME_EITHER_WAY.test(text)) return null;
  const [day] = findDays(text, { language: primaryLanguage(language), order: "day-first" });
  return day === undefined ? null : { date: day.date, time: day.time };
}

function momentOf(year: number, month: number, day: number, clock: Clock): Moment | null {
  if (year < 1800 || year > 2100 || !isCivilDay(year, month, day)) return null;
  const date = [year, pad(month), pad(day)].join("-");
  return { date, time: timeOf(clock) };
}

/** Midnight to the second is what programs write where only the day is known. */
function timeOf({ hour, minute, second }: Clock): string | null {
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (hour === undefined || minute === undefined || hours > 23 || minutes > 59) return null;
  if (hours === 0 && minutes === 0 && Number(second ?? 0) === 0) return null;
  return `${pad(hours)}:${pad(minutes)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
