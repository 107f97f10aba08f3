/** The last issue to how much it and those before it reported on a theme, the oldest first. */
import type { Issue, Volume } from "../../model/issue.js";

export function volumeBefore(theme: string, previous: Issue): Volume[] {
  const last = previous.themes.find(({ id }) => id === theme);
  if (last === undefined) return [];
  const { volume, reports, origins } = last;
  const own = { issue: previous.id, reports: reports.length, origins: origins.length };
  return [...volume, own].slice(-MOST_ISSUES);
}

/** With this issue they make a quarter of a year of weeks. */
const MOST_ISSUES = 12;
