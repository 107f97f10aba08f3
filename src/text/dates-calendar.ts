/** Days as whole numbers since 1 January 1970, so that no time zone and no locale can move them. */

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Day number of a civil date (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number: the inverse of `dayNumber`. */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Whether the calendar has this day: 29 February only in leap years. */
export function isCivilDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  const nextYear = month === 12 ? year + 1 : year;
  const nextMonth = month === 12 ? 1 : month + 1;
  return dayNumber(nextYear, nextMonth, 1) - dayNumber(year, month, 1);
}

/** `2021-05-03` of a day number. */
export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** Day number of `2021-05-03`; null where that is no day of the calendar. */
export function parseDay(text: string): number | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const day = parseAnew(text);
  if (parsed.size >= KEPT_DAYS) parsed.clear();
  parsed.set(text, day);
  return day;
}

/** Articles and their events lie on a few hundred days, asked for in pairs. */
const parsed = new Map<string, number | null>();
const KEPT_DAYS = 10_000;

function parseAnew(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDay(year, month, day) ? dayNumber(year, month, day) : null;
}

/** Days from one `2021-05-03` to another, negative backwards; Infinity where one is not known. */
export function daysBetween(first: string | null, second: string | null): number {
  const [from, to] = [parseDay(first ?? ""), parseDay(second ?? "")];
  return from === null || to === null ? Infinity : to - from;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
