/** The articles of each theme and their days in, how many there were week by week out. */
import type { Issue } from "../../model/issue.js";
import type { VolumeView } from "../view/index.js";

/** A quarter of a year fits beside the names of the themes. */
const WEEKS = 12;

/** Null where fewer than two weeks have articles: one number is no development. */
export function volumeOf(
  { themes, coverage, period }: Issue,
  shortOf: (theme: string) => string,
): VolumeView | null {
  const last = mondayOf(period.to);
  const weeks = Array.from({ length: WEEKS }, (_, i) => addDays(last, (i - WEEKS + 1) * 7));
  const weekOf = new Map(
    coverage.flatMap(({ article, day }) =>
      article !== null && day !== null ? [[article, mondayOf(day.day)] as const] : [],
    ),
  );
  const rows = themes.map(({ id, reports, backgroundReports }) => {
    const told = [...reports, ...backgroundReports].map((article) => weekOf.get(article));
    const counts = weeks.map((week) => told.filter((each) => each === week).length);
    return { id, short: shortOf(id), counts };
  });
  const first = weeks.findIndex((_, i) => rows.some(({ counts }) => (counts[i] ?? 0) > 0));
  const filled = weeks.filter((_, i) => rows.some(({ counts }) => (counts[i] ?? 0) > 0));
  if (filled.length < 2) return null;
  return {
    weeks: weeks.slice(first),
    themes: rows.map((row) => ({ ...row, counts: row.counts.slice(first) })),
  };
}

const DAY = 86_400_000;

/** ISO 8601: a week begins on Monday. */
function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
