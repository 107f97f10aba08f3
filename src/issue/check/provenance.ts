/** What stands beside the quotations: names, speakers, days and dates, worked out again. */
import type { Issue, KnownDay, Source } from "../../model/issue.js";
import { findDateMentions } from "../../text/dates/index.js";
import type { Breach, Sources } from "./fault.js";
import { placesOf, spotAt } from "./places.js";

/** A spelling is the words that it cites. */
export function checkNames(issue: Issue): Breach[] {
  return issue.names.flatMap(({ name, variants }, entry) =>
    variants.flatMap(({ text, citations }, index): Breach[] => {
      if (citations.every(({ quote }) => quote === text)) return [];
      const message = `the spelling “${text}” of ${name} is not what it cites`;
      const at = spotAt(["names", entry, "variants", index], issue);
      return [{ code: "name-differs", message, at }];
    }),
  );
}

/**
 * A speaker, a reporting verb and a claimant are words of the article that the statement cites; two
 * speakers may be named apart there and together here.
 */
export function checkSpeakers(issue: Issue, { texts }: Sources): Breach[] {
  const claims = issue.themes.flatMap(({ says }, theme) =>
    says.map(({ statement, speaker, cue }, index) => {
      const at = spotAt(["themes", theme, "says", index, "speaker"], issue, statement.id);
      return { statement, words: [speaker.text, cue], at };
    }),
  );
  const claimants = issue.glance.figures.flatMap(({ statement, claimant }, index) => {
    const at = spotAt(["glance", "figures", index, "claimant"], issue, statement.id);
    return claimant === null ? [] : [{ statement, words: [claimant.text], at }];
  });
  const sides = issue.disagreements.flatMap((row, index) =>
    row.sides.flatMap(({ statement, speaker }, side) => {
      const at = spotAt(["disagreements", index, "sides", side, "speaker"], issue, statement.id);
      return speaker === null ? [] : [{ statement, words: [speaker.text], at }];
    }),
  );
  return [...claims, ...claimants, ...sides].flatMap(({ statement, words, at }) => {
    const text = texts.get(statement.citations[0]?.article ?? "");
    if (text === undefined) return [];
    return words
      .filter((phrase) => !phrase.split(/\s+/).every((word) => text.includes(word)))
      .map((word) => ({
        code: "speaker-differs" as const,
        message: `${statement.id} is given to “${word}”, which its article does not say`,
        at,
      }));
  });
}

/** The day under a statement is that of its source. */
export function checkDays(issue: Issue): Breach[] {
  const days = new Map(issue.sources.map((source) => [source.article, dayOf(source)]));
  return placesOf(issue).statements.flatMap(({ value, spot }): Breach[] => {
    const { id, reported, citations } = value;
    const day = days.get(citations[0]?.article ?? "") ?? null;
    if (reported?.day === day?.day && reported?.basis === day?.basis) return [];
    const message = `${id} is dated ${reported?.day ?? "not at all"}, its source is not`;
    return [{ code: "day-differs", message, at: spot }];
  });
}

function dayOf({ published, inferred }: Source): KnownDay | null {
  if (published !== null && published.date.length === DAY) {
    return { day: published.date, basis: "published" };
  }
  return inferred === null ? null : { day: inferred.date, basis: "inferred" };
}

/** Length of `2021-05-03`: a shorter date is a month or a year. */
const DAY = 10;

/** The date of an event is what its words say on the day of their article. */
export function checkDates(issue: Issue, { texts }: Sources): Breach[] {
  const sources = new Map(issue.sources.map((source) => [source.article, source]));
  const eventsOf = (part: "timeline" | "watch") =>
    issue[part].map((event, index) => ({
      ...event,
      at: spotAt([part, index, "date"], issue, event.statement.id),
    }));
  const sides = issue.disagreements.flatMap((row, index) =>
    row.sides.flatMap(({ when, statement }, side) => {
      const at = spotAt(["disagreements", index, "sides", side, "when"], issue, statement.id);
      return when === null ? [] : { ...when, at };
    }),
  );
  return [...eventsOf("timeline"), ...eventsOf("watch"), ...sides].flatMap((event): Breach[] => {
    const { date, mention, anchor, at } = event;
    const source = sources.get(mention.article);
    const text = texts.get(mention.article);
    if (source === undefined || text === undefined) return [];
    const day = dayOf(source);
    const reference = day && { day: day.day, anchor: day.basis };
    const found = findDateMentions(text, source.language, reference).find(
      ({ start, end }) => start === mention.start && end === mention.end,
    );
    const agrees =
      found?.from === date.from &&
      found.to === date.to &&
      found.precision === date.precision &&
      found.anchor === anchor;
    if (agrees) return [];
    const message = `“${mention.quote}” in ${source.file} does not mean ${date.from} to ${date.to}`;
    return [{ code: "date-differs", message, at }];
  });
}
