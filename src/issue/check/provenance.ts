/** What stands beside the quotations: speakers and days, as far as words and sources say it. */
import type { Issue } from "../../model/issue.js";
import { dayOf } from "./events.js";
import type { Breach, Sources } from "./fault.js";
import { placesOf, spotAt } from "./places.js";

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
