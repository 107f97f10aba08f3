/** From dated events to the timeline by event date and the list of what to watch. */
import type { ToldEvent } from "../model/analysis.js";
import type { TimelineEntry } from "../model/issue.js";
import { type ArticlesById, cite, makeStatement } from "./statements.js";

export interface Events {
  readonly timeline: TimelineEntry[];
  readonly watch: TimelineEntry[];
}

/** The days that an issue looks at. */
export interface Horizon {
  /** First day of background. */
  readonly earliest: string;
  /** Last day of the period. */
  readonly periodEnd: string;
}

/**
 * What lies after the period is to be watched, what lies in or before it has its place in the past,
 * as far back as background goes. A passage with several past dates tells the one it names first.
 */
export function layOutEvents(
  items: readonly ToldEvent[],
  articles: ArticlesById,
  { earliest, periodEnd }: Horizon,
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
  const past = entries.filter((entry) => !isAhead(entry) && entry.date.to >= earliest);
  const tellsFirst = ({ mention, statement }: TimelineEntry) =>
    past.every(
      (other) => other.statement.id !== statement.id || other.mention.start >= mention.start,
    );
  return { timeline: past.filter(tellsFirst), watch: entries.filter(isAhead) };
}
