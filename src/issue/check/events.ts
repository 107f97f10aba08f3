/** Events by date: what dates them, whether they were still to come, and where they stand. */
import type { TimelineItem } from "../../model/analysis.js";
import type { Issue, KnownDay, Source, TimelineEntry } from "../../model/issue.js";
import { findDateMentions } from "../../text/dates/index.js";
import { lastDayOf } from "../period.js";
import { byDerivation, readAgain } from "./derived.js";
import type { Breach, Sources, Spot } from "./fault.js";
import { spotAt } from "./places.js";
import { compareSupports } from "./supports.js";

const LISTS = ["timeline", "watch"] as const;

interface PlacedEvent {
  readonly event: TimelineEntry;
  readonly list: (typeof LISTS)[number];
  readonly index: number;
  readonly at: (field: string) => Spot;
}

function eventsOf(issue: Issue): PlacedEvent[] {
  return LISTS.flatMap((list) =>
    issue[list].map((event, index) => ({
      event,
      list,
      index,
      at: (field) => spotAt([list, index, field], issue, event.statement.id),
    })),
  );
}

type DatedWords = Pick<TimelineEntry, "date" | "mention" | "anchor">;

/** The date of an event is what its words say on the day of their article. */
export const checkDates = readAgain((issue, { articles }, { texts }) => {
  const sources = new Map(issue.sources.map((source) => [source.article, source]));
  const dated: { when: DatedWords; at: Spot }[] = [
    ...eventsOf(issue).map(({ event, at }) => ({ when: event, at: at("date") })),
    ...issue.disagreements.flatMap((row, index) =>
      row.sides.flatMap(({ when, statement }, side) => {
        const at = spotAt(["disagreements", index, "sides", side, "when"], issue, statement.id);
        return when === null ? [] : [{ when, at }];
      }),
    ),
  ];
  return dated.flatMap(({ when, at }): Breach[] => {
    const { mention, date } = when;
    const source = sources.get(mention.article);
    const text = texts.get(mention.article);
    if (source === undefined || text === undefined || !articles.has(source.article)) return [];
    if (isDate(when, source, text)) return [];
    const message = `“${mention.quote}” in ${source.file} does not mean ${date.from} to ${date.to}`;
    return [{ code: "date-differs", message, at }];
  });
});

function isDate({ date, mention, anchor }: DatedWords, source: Source, text: string): boolean {
  const day = dayOf(source);
  const reference = day && { day: day.day, anchor: day.basis };
  const found = findDateMentions(text, source.language, reference).find(
    ({ start, end }) => start === mention.start && end === mention.end,
  );
  return (
    found?.from === date.from &&
    found.to === date.to &&
    found.precision === date.precision &&
    found.anchor === anchor
  );
}

export function dayOf({ published, inferred }: Source): KnownDay | null {
  if (published !== null && published.date.length === DAY) {
    return { day: published.date, basis: "published" };
  }
  return inferred === null ? null : { day: inferred.date, basis: "inferred" };
}

/** Length of `2021-05-03`: a shorter date is a month or a year. */
const DAY = 10;

/** An event stands under the words that date it, in the order of days, ahead of the period or not. */
export function checkEvents(issue: Issue, _: Sources): Breach[] {
  return eventsOf(issue).flatMap(({ event, list, index, at }) => {
    const { mention, statement, planned, date } = event;
    const [cited] = statement.citations;
    const breach = (message: string, field: string): Breach => ({
      code: "event-differs",
      message,
      at: at(field),
    });
    const breaches: Breach[] = [];
    const isInside =
      cited?.article === mention.article &&
      cited.start <= mention.start &&
      mention.end <= cited.end;
    if (!isInside) {
      breaches.push(
        breach(`“${mention.quote}” does not stand in ${statement.id}, which it dates`, "mention"),
      );
    }
    const isAhead = planned && date.to > lastDayOf(issue);
    if (isAhead !== (list === "watch")) {
      const place = isAhead ? "is still to come, and is no event to watch" : "is not still to come";
      breaches.push(breach(`${statement.id} ${place}`, "planned"));
    }
    const before = issue[list][index - 1]?.date;
    if (before !== undefined && orderOf(before) > orderOf(date)) {
      breaches.push(breach(`${statement.id} stands after a later event`, "date"));
    }
    return breaches;
  });
}

function orderOf({ from, to }: TimelineEntry["date"]): string {
  return `${from} ${to}`;
}

/** Whether it was planned, and who else reports it, as the articles tell the event. */
export const checkTellings = byDerivation((issue, derived) => {
  if (!derived.isWhole || !derived.hasLexicon) return [];
  const items = new Map(derived.relations.timeline.map((item) => [placeOf(item.mention), item]));
  return eventsOf(issue).flatMap(({ event, at }) => {
    const item = items.get(placeOf(event.mention));
    const { statement, mention } = event;
    if (item === undefined || !isTelling(event, item)) {
      const message = `${statement.id} is not what tells best what happened “${mention.quote}”`;
      return [{ code: "event-differs" as const, message, at: at("statement") }];
    }
    const placed = { value: statement, spot: at("statement") };
    const further = statement.citations.slice(1);
    const breaches: Breach[] = compareSupports(placed, further, item.supports, derived, issue);
    if (event.planned !== item.planned) {
      const stated = event.planned ? "planned" : "past";
      const message = `${statement.id} is given as ${stated}, its article tells it otherwise`;
      breaches.push({ code: "event-differs", message, at: at("planned") });
    }
    return breaches;
  });
});

function isTelling({ statement }: TimelineEntry, { passage }: TimelineItem): boolean {
  const [cited] = statement.citations;
  return cited !== undefined && placeOf(cited) === placeOf(passage);
}

function placeOf({ article, start, end }: { article: string; start: number; end: number }): string {
  return `${article} ${start} ${end}`;
}
