/** What stands beside the quotations: names, speakers, days and dates, worked out again. */
import type { Issue, KnownDay, Source } from "../../model/issue.js";
import { findDateMentions } from "../../text/dates/index.js";
import { statementsOf } from "../walk.js";
import type { Fault, Sources } from "./fault.js";

/** A spelling is the words that it cites. */
export function checkNames(issue: Issue): Fault[] {
  return issue.names.flatMap(({ name, variants }) =>
    variants
      .filter(({ text, citations }) => citations.some(({ quote }) => quote !== text))
      .map(({ text }) => ({
        code: "name-differs",
        message: `the spelling “${text}” of ${name} is not what it cites`,
      })),
  );
}

/**
 * A speaker, a reporting verb and a claimant are words of the article that the statement cites; two
 * speakers may be named apart there and together here.
 */
export function checkSpeakers(issue: Issue, { texts }: Sources): Fault[] {
  const claims = issue.themes.flatMap(({ says }) =>
    says.map(({ statement, speaker, cue }) => ({ statement, words: [speaker.text, cue] })),
  );
  const claimants = issue.glance.figures.flatMap(({ statement, claimant }) =>
    claimant === null ? [] : [{ statement, words: [claimant.text] }],
  );
  return [...claims, ...claimants].flatMap(({ statement, words }) => {
    const text = texts.get(statement.citations[0]?.article ?? "") ?? "";
    return words
      .filter((phrase) => !phrase.split(/\s+/).every((word) => text.includes(word)))
      .map((word) => ({
        code: "speaker-differs",
        message: `${statement.id} is given to “${word}”, which its article does not say`,
      }));
  });
}

/** The day under a statement is that of its source. */
export function checkDays(issue: Issue): Fault[] {
  const days = new Map(issue.sources.map((source) => [source.article, dayOf(source)]));
  return statementsOf(issue)
    .filter(({ reported, citations }) => {
      const day = days.get(citations[0]?.article ?? "") ?? null;
      return reported?.day !== day?.day || reported?.basis !== day?.basis;
    })
    .map(({ id, reported }) => ({
      code: "day-differs",
      message: `${id} is dated ${reported?.day ?? "not at all"}, its source is not`,
    }));
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
export function checkDates(issue: Issue, { texts }: Sources): Fault[] {
  const sources = new Map(issue.sources.map((source) => [source.article, source]));
  return [...issue.timeline, ...issue.watch].flatMap(({ date, mention, anchor }) => {
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
    return [
      {
        code: "date-differs",
        message: `“${mention.quote}” in ${source.file} does not mean ${date.from} to ${date.to}`,
      },
    ];
  });
}
