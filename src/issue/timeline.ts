/** From dated events to the timeline by event date and the list of what to watch. */
import type { Bearing, TimelineItem } from "../model/analysis.js";
import type { TimelineEntry } from "../model/issue.js";
import { type ArticlesById, cite, makeStatement } from "./statements.js";

/** An event with what the passage that tells it needs to be understood. */
export interface ToldEvent extends TimelineItem {
  readonly bearing: Bearing;
}

export interface Events {
  readonly timeline: TimelineEntry[];
  readonly watch: TimelineEntry[];
}

/** What lies after the period is to be watched; everything else has its place in the past. */
export function layOutEvents(
  items: readonly ToldEvent[],
  articles: ArticlesById,
  periodEnd: string,
): Events {
  const entries = items.map((item): TimelineEntry => {
    const { from, to, precision, anchor, mention, passage, planned, supports, bearing } = item;
    return {
      date: { from, to, precision },
      mention: cite(mention, articles),
      anchor,
      planned,
      statement: makeStatement({ ...passage, ...bearing, supports }, articles),
    };
  });
  const isAhead = (entry: TimelineEntry) => entry.planned && entry.date.to > periodEnd;
  return {
    timeline: entries.filter((entry) => !isAhead(entry)),
    watch: entries.filter(isAhead),
  };
}
