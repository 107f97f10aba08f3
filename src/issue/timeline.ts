/** From dated events to the timeline by event date and the list of what to watch. */
import type { TimelineItem } from "../model/analysis.js";
import type { TimelineEntry } from "../model/issue.js";
import { type ArticlesById, cite, makeStatement } from "./statements.js";

export interface Events {
  readonly timeline: TimelineEntry[];
  readonly watch: TimelineEntry[];
}

/** What lies after the period is to be watched; everything else has its place in the past. */
export function layOutEvents(
  items: readonly TimelineItem[],
  articles: ArticlesById,
  periodEnd: string,
): Events {
  const entries = items.map((item): TimelineEntry => {
    const { from, to, precision, anchor, mention, passage, planned, supports } = item;
    return {
      date: { from, to, precision },
      mention: cite(mention, articles),
      anchor,
      planned,
      statement: makeStatement(passage, articles, supports),
    };
  });
  const isAhead = (entry: TimelineEntry) => entry.planned && entry.date.to > periodEnd;
  return {
    timeline: entries.filter((entry) => !isAhead(entry)),
    watch: entries.filter(isAhead),
  };
}
