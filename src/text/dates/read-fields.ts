/** A match of a pattern to what it says. */
import { isCivilDay } from "../dates-calendar.js";
import type { DateFields, RangeEnd, Shift, YearFields } from "./date-fields.js";
import type { PatternKind } from "./date-language.js";
import { formKey, type Grammar } from "./grammar.js";

type Groups = Readonly<Record<string, string | undefined>>;

/** @returns null where the words name no day of the calendar */
export function readFields(
  kind: PatternKind,
  match: RegExpExecArray,
  grammar: Grammar,
): DateFields | null {
  const groups: Groups = match.groups ?? {};
  const { phrases } = grammar;
  const weekday = lookUp(grammar.weekdays, groups.weekday) ?? null;
  switch (kind) {
    case "day":
    case "day-of-list":
      return readDay(groups.day, groups.month, readYear(groups, grammar), weekday, grammar);
    case "day-range":
    case "month-range":
    case "year-range":
      return readRange(kind, groups, grammar);
    case "month":
      return readMonth(
        groups.month,
        readYear(groups, grammar),
        shiftOf(match[0], grammar),
        grammar,
      );
    case "year":
    case "decade": {
      const year = readDigits(groups.year) ?? readNumber(groups.amount, grammar);
      return year === null ? null : { kind, year };
    }
    case "quarter": {
      const quarter = readNumber(groups.amount, grammar);
      const year = readYear(groups, grammar);
      const isKnown = quarter !== null && (year.year !== null || year.yearOffset !== null);
      return isKnown && quarter <= 4 ? { kind, quarter: quarter < 0 ? 4 : quarter, ...year } : null;
    }
    case "weekday":
      return weekday === null ? null : { kind, weekday, shift: shiftOf(match[0], grammar) };
    case "weekend":
      return { kind, shift: shiftOf(match[0], grammar) };
    case "week-of-month": {
      const month = readMonthNumber(groups.month, grammar);
      const week = readNumber(groups.amount, grammar);
      if (month === null || week === null) return null;
      return { kind, week, month, ...readYear(groups, grammar) };
    }
    case "day-of-month": {
      const day = readNumber(groups.day, grammar);
      const [, offset] = lookUp(phrases.relativeUnits, groups.phrase) ?? [null, 0];
      return day === null || day > 31 ? null : { kind, day, offset };
    }
    case "relative-day": {
      const offset = lookUp(phrases.relativeDays, groups.phrase);
      return offset === undefined ? null : { kind: "relative", unit: "day", offset, weekday };
    }
    case "relative-unit": {
      const [unit, offset] = lookUp(phrases.relativeUnits, groups.phrase) ?? [];
      if (unit === undefined || offset === undefined) return null;
      return { kind: "relative", unit, offset, weekday: null };
    }
    case "ago":
    case "months-after":
      return readDistance(groups, grammar);
    case "vague":
      return { kind };
  }
}

function readDay(
  day: string | undefined,
  month: string | undefined,
  year: YearFields,
  weekday: number | null,
  grammar: Grammar,
): Extract<DateFields, { kind: "day" }> | null {
  const [number, inMonth] = [readNumber(day, grammar), readMonthNumber(month, grammar)];
  if (number === null || inMonth === null) return null;
  if (!isCivilDay(year.year ?? LEAP_YEAR, inMonth, number)) return null;
  return { kind: "day", ...year, month: inMonth, day: number, weekday };
}

const LEAP_YEAR = 2000;

function readMonth(
  text: string | undefined,
  year: YearFields,
  shift: Shift,
  grammar: Grammar,
): Extract<DateFields, { kind: "month" }> | null {
  const month = readMonthNumber(text, grammar);
  if (month === null) return null;
  const isSaid = year.year !== null || year.yearOffset !== null;
  return { kind: "month", ...year, month, shift: isSaid ? 0 : shift };
}

const NO_YEAR: YearFields = { year: null, yearOffset: null };

function readRange(
  kind: "day-range" | "month-range" | "year-range",
  groups: Groups,
  grammar: Grammar,
): DateFields | null {
  const year = readYear(groups, grammar);
  switch (kind) {
    case "day-range": {
      const first = readDay(groups.day, groups.month, year, null, grammar);
      const last = readDay(groups.lastDay, groups.month, year, null, grammar);
      return first !== null && last !== null && first.day < last.day
        ? { kind: "range", first, last }
        : null;
    }
    case "month-range": {
      const last = readMonth(groups.lastMonth, year, 0, grammar);
      const first = readMonth(groups.month, NO_YEAR, 0, grammar);
      return first === null || last === null ? null : joinRange(first, last);
    }
    case "year-range": {
      const [first, last] = [readDigits(groups.year), readDigits(groups.lastYear)];
      if (first === null || last === null || first >= last) return null;
      return {
        kind: "range",
        first: { kind: "year", year: first },
        last: { kind: "year", year: last },
      };
    }
  }
}

/** The first end takes its year from the last, one less where it lies later in the year. */
export function joinRange(first: RangeEnd, last: RangeEnd): DateFields | null {
  if (first.kind !== last.kind || first.kind === "year" || last.kind === "year") return null;
  const place = (end: typeof first) => end.month * 32 + (end.kind === "day" ? end.day : 0);
  const isLater = place(first) > place(last);
  if (first.kind === last.kind && place(first) === place(last)) return null;
  if (first.year !== null || first.yearOffset !== null) {
    const isOrdered =
      first.year !== null && last.year !== null
        ? first.year * 400 + place(first) < last.year * 400 + place(last)
        : first.year === null && last.year === null;
    return isOrdered ? { kind: "range", first, last } : null;
  }
  const less = isLater ? 1 : 0;
  const year = last.year === null ? null : last.year - less;
  const yearOffset = last.yearOffset === null ? null : last.yearOffset - less;
  return { kind: "range", first: { ...first, year, yearOffset }, last };
}

/** `three days ago`, `eight months after …` (the event lies so far back from what is told now). */
function readDistance(groups: Groups, grammar: Grammar): DateFields | null {
  // "неделю назад": without a number it is one.
  const amount = groups.amount === undefined ? 1 : readNumber(groups.amount, grammar);
  if (amount === null) return null;
  const hours = lookUp(grammar.phrases.hours, groups.unit);
  if (hours !== undefined) return readHours(amount * hours);
  const unit = lookUp(grammar.phrases.units, groups.unit);
  return unit === undefined ? null : { kind: "relative", unit, offset: -amount, weekday: null };
}

/** A few hours back is the same day as a rule; between these and a whole day it may be either. */
const HOURS_OF_TODAY = 6;

function readHours(hours: number): DateFields {
  const offset = -Math.floor(hours / 24);
  if (hours > HOURS_OF_TODAY && hours % 24 !== 0) return { kind: "vague" };
  return { kind: "relative", unit: "day", offset: offset === 0 ? 0 : offset, weekday: null };
}

function readYear(groups: Groups, grammar: Grammar): YearFields {
  const year = readDigits(groups.year);
  const phrase = lookUp(grammar.phrases.years, groups.yearPhrase);
  return { year, yearOffset: year === null ? (phrase ?? null) : null };
}

function readMonthNumber(text: string | undefined, grammar: Grammar): number | null {
  const position = lookUp(grammar.months, text);
  if (position !== undefined) return position + 1;
  const number = readDigits(text);
  return number !== null && number >= 1 && number <= 12 ? number : null;
}

function readNumber(text: string | undefined, grammar: Grammar): number | null {
  return lookUp(grammar.phrases.numbers, text) ?? (readDigits(text) || null);
}

function readDigits(text: string | undefined): number | null {
  if (text === undefined || text === "") return null;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isDigit =
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x660 && code <= 0x669) ||
      (code >= 0x6f0 && code <= 0x6f9);
    if (!isDigit) return null;
    value = value * 10 + (code & 0xf);
  }
  return value;
}

function lookUp<T>(table: ReadonlyMap<string, T>, text: string | undefined): T | undefined {
  return text === undefined ? undefined : table.get(formKey(text));
}

/** `last` and `next` among the words of an expression. */
export function shiftOf(text: string, { last, next }: Grammar): Shift {
  if (last.size === 0) return 0;
  for (const word of text.toLowerCase().split(/[\s\u00a0]+/)) {
    if (last.has(word)) return -1;
    if (next.has(word)) return 1;
  }
  return 0;
}
