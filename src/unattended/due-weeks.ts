/** A brief's cut-off, the weeks that were made and an instant in, the weeks that are due out. */
import { cutOffOf, type Period, parseWeek, shiftDay, weekOf } from "../issue/index.js";
import type { BriefSettings } from "../model/settings.js";

export interface DueWeeks {
  /** Oldest first. */
  readonly due: readonly Period[];
  /** Due as well, and so far back that they are left to the desk. */
  readonly missed: readonly Period[];
}

type Cadence = Pick<BriefSettings, "cutOff" | "timeZone" | "firstIssue">;

/**
 * A week is due from its cut-off on. Before the first week that was ever made nothing was missed: a new
 * desk begins with the latest week.
 * @param made ISO weeks that need no more work
 * @param begun the first ISO week that was ever due; null where this is the first run
 * @param now ISO 8601 instant, UTC
 * @param reach how many weeks are caught up, the latest among them
 */
export function dueWeeks(
  settings: Cadence,
  { made, begun }: { readonly made: ReadonlySet<string>; readonly begun: string | null },
  now: string,
  reach: number,
): DueWeeks {
  const latest = latestDue(settings, now);
  const weeks: Period[] = [];
  const first = [begun ?? latest.id, settings.firstIssue ?? ""].sort().at(-1) ?? latest.id;
  for (let week = latest; week.id >= first && weeks.length < MOST; week = before(week)) {
    if (!made.has(week.id)) weeks.unshift(week);
  }
  const oldest = back(latest, reach - 1).id;
  return {
    due: weeks.filter(({ id }) => id >= oldest),
    missed: weeks.filter(({ id }) => id < oldest),
  };
}

/** Ten years: a clock that was set wrong must not count weeks for ever. */
const MOST = 520;

/** The last week whose cut-off is over. */
function latestDue(settings: Cadence, now: string): Period {
  // The cut-off may lie in the days after the week of its zone's day.
  for (let week = weekOf(shiftDay(now.slice(0, "2021-05-09".length), 1)); ; week = before(week)) {
    if (Date.parse(cutOffOf(week, settings)) <= Date.parse(now)) return week;
  }
}

function before(week: Period): Period {
  return weekOf(shiftDay(week.from, -7));
}

function back(week: Period, count: number): Period {
  return weekOf(shiftDay(week.from, -7 * count));
}

/** Whether a name of an issue is that of a week. */
export function isWeek(id: string): boolean {
  return parseWeek(id) !== null;
}
