/** A text and its day to the dates that it mentions, each with the days it covers. */
import type { DateMention } from "../../model/analysis.js";
import type { DateReference } from "./date-fields.js";
import { findDatesToResolve } from "./find-dates.js";
import { isAbsolute, resolveAbsolute, resolveDate } from "./resolve.js";

/** Finds and resolves the dates of a text; without a reference only those that need none. */
export function findDateMentions(
  text: string,
  language: string,
  reference: DateReference | null,
): DateMention[] {
  const mentions: DateMention[] = [];
  for (const expression of findDatesToResolve(text, language)) {
    const absolute = isAbsolute(expression);
    const resolved = absolute
      ? resolveAbsolute(expression)
      : reference && resolveDate(expression, reference);
    if (resolved === null) continue;
    const { start, end } = expression;
    const anchor = absolute || reference === null ? "absolute" : reference.anchor;
    mentions.push({ start, end, text: expression.text, ...resolved, anchor });
  }
  return mentions;
}
