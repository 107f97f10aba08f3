/** Takes out a lead line that the first paragraph says again, word for word. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { comparable } from "../line-shape.js";

export function dropRepeatedLead(draft: Draft): Draft {
  const [first, second] = draft.lines;
  if (first === undefined) return draft;
  if (draft.standfirst !== null && repeats(draft.standfirst, first)) {
    const start = draft.raw.indexOf(draft.standfirst);
    const cut = { rule: "repeated-lead", start, end: start + draft.standfirst.length } as const;
    return { ...draft, standfirst: null, cuts: [...draft.cuts, cut] };
  }
  if (second !== undefined && repeats(first.text, second)) {
    return withoutLines(draft, new Map([[first, "repeated-lead"]]));
  }
  return draft;
}

const MIN_LENGTH = 30;
/** Code units by which two spellings of the same words may differ in length. */
const SLACK = 40;

/** Whether a paragraph begins with the words of a lead. */
function repeats(lead: string, paragraph: Line): boolean {
  if (lead.length > MAX_RULE_LINE || lead.length < MIN_LENGTH) return false;
  const front = comparable(paragraph.text.slice(0, lead.length + SLACK));
  return `${front} `.startsWith(`${comparable(lead)} `);
}
