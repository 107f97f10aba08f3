/** A date as the desk writes it in (`2021-06-15`, `2021-06`, `2021-W24`, two days), the days that it covers out. */
import { parseWeek } from "../issue/index.js";
import type { DateRange } from "../model/statement.js";

/** @returns null where the calendar has no such day */
export function readWatchDate(text: string): DateRange | null {
  const [first = "", last] = text.split(" to ");
  if (last !== undefined) {
    const isRange = isDay(first) && isDay(last) && first <= last;
    return isRange ? { from: first, to: last, precision: "day" } : null;
  }
  if (first.includes("W")) {
    const week = parseWeek(first);
    return week && { from: week.from, to: week.to, precision: "week" };
  }
  switch (first.length) {
    case "2021".length:
      return { from: `${first}-01-01`, to: `${first}-12-31`, precision: "year" };
    case "2021-06".length:
      return isDay(`${first}-01`)
        ? { from: `${first}-01`, to: lastDayOf(first), precision: "month" }
        : null;
    default:
      return isDay(first) ? { from: first, to: first, precision: "day" } : null;
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @param month `2021-06` */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, "2021-06-30".length);
}
