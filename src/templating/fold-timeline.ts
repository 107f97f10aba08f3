/** The entries of a timeline to those that are printed: background that few report is counted only. */
import type { TimelineEntry } from "../model/issue.js";

export interface FoldedTimeline {
  readonly entries: readonly TimelineEntry[];
  /** Earlier entries that are not among them. */
  readonly folded: number;
}

/** What fits a page and a half. */
const MOST_ENTRIES = 30;

/**
 * All of the period stay; of what lies before it the entries that most origins report, the later
 * first among equals.
 * @param from first day of the period
 */
export function foldTimeline(
  entries: readonly TimelineEntry[],
  from: string,
  most = MOST_ENTRIES,
): FoldedTimeline {
  const isEarlier = ({ date }: TimelineEntry) => date.to < from;
  const earlier = entries.filter(isEarlier);
  const room = Math.max(0, most - (entries.length - earlier.length));
  if (earlier.length <= room) return { entries, folded: 0 };
  const kept = new Set(
    earlier
      .map((entry, place) => ({ entry, place, origins: entry.statement.citations.length }))
      .sort((a, b) => b.origins - a.origins || b.place - a.place)
      .slice(0, room)
      .map(({ entry }) => entry),
  );
  return {
    entries: entries.filter((entry) => !isEarlier(entry) || kept.has(entry)),
    folded: earlier.length - kept.size,
  };
}
