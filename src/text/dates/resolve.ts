/** Date expressions to the days that they cover, in pure calendar arithmetic. */
import {
  civilDay,
  dayNumber,
  daysInMonth,
  formatDay,
  isCivilDay,
  parseDay,
  weekdayOf,
} from "../dates-calendar.js";
import type {
  DateFields,
  DateReference,
  ResolvedDate,
  Shift,
  Tense,
  YearFields,
} from "./date-fields.js";

/** Whether an expression says its year, and so needs no reference. */
export function isAbsolute(fields: DateFields): boolean {
  switch (fields.kind) {
    case "day":
    case "month":
    case "week-of-month":
    case "quarter":
      return fields.year !== null;
    case "year":
    case "decade":
      return true;
    case "range":
      return isAbsolute(fields.first) && isAbsolute(fields.last);
    case "weekday":
    case "weekend":
    case "day-of-month":
    case "relative":
    case "vague":
      return false;
  }
}

/**
 * The days that an expression covers, both ends included; null where it names none, or where its
 * own words contradict each other or the reference (`today, Saturday` on a Monday).
 *
 * A weekday is the latest such day up to the reference, that day included; a day or month without
 * a year the latest up to the reference. In the future tense both are the next from the reference.
 * A day that would lie eleven months back and is due within a month is taken as coming.
 * The nth week of a month is its days 7n-6 to 7n; other weeks run from Monday to Sunday (ISO 8601).
 */
export function resolveDate(
  expression: DateFields & { readonly tense?: Tense },
  reference: DateReference,
  tense: Tense = expression.tense ?? "unknown",
): ResolvedDate | null {
  if (isAbsolute(expression)) return resolveAbsolute(expression);
  const today = parseDay(reference.day);
  if (today === null) return null;
  return resolveFrom(expression, today, tense);
}

/** An expression that needs no reference. */
export function resolveAbsolute(fields: DateFields): ResolvedDate | null {
  return isAbsolute(fields) ? resolveFrom(fields, 0, "unknown") : null;
}

function resolveFrom(fields: DateFields, today: number, tense: Tense): ResolvedDate | null {
  switch (fields.kind) {
    case "day": {
      const year = yearSaid(fields, today);
      if (year === null) return resolvePartialDay(fields, today, tense);
      const exists = isCivilDay(year, fields.month, fields.day);
      return exists ? oneDay(dayNumber(year, fields.month, fields.day)) : null;
    }
    case "month": {
      const year = yearSaid(fields, today);
      return monthOf(year ?? yearOfMonth(fields.month, today, tense, fields.shift), fields.month);
    }
    case "week-of-month": {
      const year = yearSaid(fields, today) ?? yearOfMonth(fields.month, today, tense, 0);
      return weekOfMonth(year, fields.month, fields.week);
    }
    case "quarter": {
      const year = yearSaid(fields, today);
      return year === null ? null : quarterOf(year, fields.quarter);
    }
    case "year":
      return yearsFrom(fields.year, 1);
    case "decade":
      return yearsFrom(fields.year, 10);
    case "range":
      return resolveRange(fields, today, tense);
    case "weekday":
      return resolveWeekday(fields.weekday, fields.shift, today, tense);
    case "weekend":
      return resolveWeekend(fields.shift, today, tense);
    case "day-of-month":
      return dayOfMonth(fields, today);
    case "relative":
      return resolveRelative(fields, today);
    case "vague":
      return null;
  }
}

function yearSaid({ year, yearOffset }: YearFields, today: number): number | null {
  if (year !== null) return year;
  return yearOffset === null ? null : civilDay(today).year + yearOffset;
}

const NEAR_FUTURE_DAYS = 31;
const FAR_PAST_DAYS = 334;
/** At the most, as between 2096 and 2104. */
const LEAP_YEARS_APART = 8;

/** A day without a year, at most a year away; a weekday beside it must agree. */
function resolvePartialDay(
  fields: Extract<DateFields, { kind: "day" }>,
  today: number,
  tense: Tense,
): ResolvedDate | null {
  const { year } = civilDay(today);
  const days = [];
  const reach = fields.month === 2 && fields.day === 29 ? LEAP_YEARS_APART : 1;
  for (let candidate = year - reach; candidate <= year + reach; candidate += 1) {
    if (!isCivilDay(candidate, fields.month, fields.day)) continue;
    const number = dayNumber(candidate, fields.month, fields.day);
    if (fields.weekday === null || weekdayOf(number) === fields.weekday) days.push(number);
  }
  const before = days.filter((day) => day <= today).at(-1);
  const after = days.find((day) => day >= today);
  const isComing =
    after !== undefined &&
    after - today <= NEAR_FUTURE_DAYS &&
    (before === undefined || today - before >= FAR_PAST_DAYS);
  const chosen = tense === "future" || isComing ? after : before;
  return chosen === undefined ? null : oneDay(chosen);
}

/** The year that puts a month up to the reference's month, or from it on. */
function yearOfMonth(month: number, today: number, tense: Tense, shift: Shift): number {
  const reference = civilDay(today);
  if (shift < 0) return month < reference.month ? reference.year : reference.year - 1;
  if (shift > 0) return month > reference.month ? reference.year : reference.year + 1;
  if (tense === "future") return month >= reference.month ? reference.year : reference.year + 1;
  return month <= reference.month ? reference.year : reference.year - 1;
}

/** The last end as it would stand alone; the first is the nearest such day or month before it. */
function resolveRange(
  { first, last }: Extract<DateFields, { kind: "range" }>,
  today: number,
  tense: Tense,
): ResolvedDate | null {
  const end = resolveFrom(last, today, tense);
  if (end === null) return null;
  const reference = parseDay(end.to) ?? today;
  const start = resolveFrom(first, isAbsolute(first) ? today : reference, "past");
  if (start === null || start.from >= end.to) return null;
  return { from: start.from, to: end.to, precision: end.precision };
}

function resolveWeekday(weekday: number, shift: Shift, today: number, tense: Tense): ResolvedDate {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (shift > 0 || (shift === 0 && tense === "future")) {
    return oneDay(today + (back === 0 ? 7 : 7 - back));
  }
  return oneDay(today - (shift < 0 && back === 0 ? 7 : back));
}

const SATURDAY = 5;

/** That of the week before, unless it has begun or is told as coming; the next is open to doubt. */
function resolveWeekend(shift: Shift, today: number, tense: Tense): ResolvedDate | null {
  if (shift > 0) return null;
  const saturday = today - weekdayOf(today) + SATURDAY;
  const isThis = shift === 0 && (tense === "future" || today >= saturday);
  const first = isThis ? saturday : saturday - 7;
  return { from: formatDay(first), to: formatDay(first + 1), precision: "day" };
}

function dayOfMonth(
  { day, offset }: Extract<DateFields, { kind: "day-of-month" }>,
  today: number,
): ResolvedDate | null {
  const { year, month } = monthFrom(today, offset);
  return isCivilDay(year, month, day) ? oneDay(dayNumber(year, month, day)) : null;
}

function monthFrom(today: number, offset: number): { year: number; month: number } {
  const { year, month } = civilDay(today);
  const months = year * 12 + month - 1 + offset;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

function resolveRelative(
  fields: Extract<DateFields, { kind: "relative" }>,
  today: number,
): ResolvedDate | null {
  switch (fields.unit) {
    case "day": {
      const day = today + fields.offset;
      const agrees = fields.weekday === null || weekdayOf(day) === fields.weekday;
      return agrees ? oneDay(day) : null;
    }
    case "week": {
      const monday = today - weekdayOf(today) + 7 * fields.offset;
      return { from: formatDay(monday), to: formatDay(monday + 6), precision: "week" };
    }
    case "month": {
      const { year, month } = monthFrom(today, fields.offset);
      return monthOf(year, month);
    }
    case "year":
      return yearsFrom(civilDay(today).year + fields.offset, 1);
  }
}

function oneDay(number: number): ResolvedDate {
  const day = formatDay(number);
  return { from: day, to: day, precision: "day" };
}

function weekOfMonth(year: number, month: number, week: number): ResolvedDate {
  const length = daysInMonth(year, month);
  const last = week < 0 ? length : Math.min(7 * week, length);
  const from = formatDay(dayNumber(year, month, last - 6));
  return { from, to: formatDay(dayNumber(year, month, last)), precision: "week" };
}

function monthOf(year: number, month: number): ResolvedDate {
  return { ...monthsFrom(year, month, month), precision: "month" };
}

function quarterOf(year: number, quarter: number): ResolvedDate {
  return { ...monthsFrom(year, 3 * quarter - 2, 3 * quarter), precision: "month" };
}

function monthsFrom(year: number, first: number, last: number) {
  const from = formatDay(dayNumber(year, first, 1));
  return { from, to: formatDay(dayNumber(year, last, daysInMonth(year, last))) };
}

function yearsFrom(year: number, count: number): ResolvedDate {
  const from = formatDay(dayNumber(year, 1, 1));
  return { from, to: formatDay(dayNumber(year + count - 1, 12, 31)), precision: "year" };
}
