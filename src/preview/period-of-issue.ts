/** The name of an issue in, its period out. */
import { type Period, parseDay, parseWeek, periodOfDays } from "../issue/index.js";

/** @param issue a week, `2021-W18`, or two days, `2021-05-03--2021-05-09`; null where it is neither */
export function periodOfIssue(issue: string): Period | null {
  const week = parseWeek(issue);
  if (week !== null) return week;
  const [first = "", last = "", ...more] = issue.split("--");
  const [from, to] = [parseDay(first), parseDay(last)];
  if (from === null || to === null || from > to || more.length > 0) return null;
  return periodOfDays(from, to);
}
