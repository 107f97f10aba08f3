/** Takes the dateline off the first paragraph that has one. */
import { findDateline } from "../dateline.js";
import { cutFront, type Draft, type StatedDate } from "../draft.js";

/** Standfirsts that reading could not tell from prose may stand before it. */
const PARAGRAPHS = 3;

export function readDateline(draft: Draft): Draft {
  for (const [index, line] of draft.lines.slice(0, PARAGRAPHS).entries()) {
    const found = findDateline(line.text, draft.language);
    if (found === null || (found.length >= line.text.length && draft.lines.length === 1)) continue;
    const { cut, rest } = cutFront(draft.raw, line, found.length, "dateline");
    const quote = draft.raw.slice(cut.start, cut.end);
    const dates: StatedDate[] =
      found.date === null ? [] : [{ date: found.date, time: null, quote, from: "dateline" }];
    return {
      ...draft,
      lines: draft.lines.toSpliced(index, 1, ...(rest.text === "" ? [] : [rest])),
      dateline: draft.dateline ?? found.place,
      outlet: draft.outlet ?? found.outlet,
      agency: draft.agency ?? found.agency,
      dates: [...draft.dates, ...dates],
      cuts: [...draft.cuts, cut],
    };
  }
  return draft;
}
