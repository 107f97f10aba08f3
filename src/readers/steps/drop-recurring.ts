/** Takes lines that recur over the articles of a host off both ends of the text; between its prose they stay. */
import { type Draft, withoutLines } from "../draft.js";

export function dropRecurring(draft: Draft): Draft {
  const { lines, recurring } = draft;
  if (recurring.size === 0) return draft;
  const isOwn = lines.map(({ text }) => !recurring.has(text));
  const first = isOwn.indexOf(true);
  const last = isOwn.lastIndexOf(true);
  const outer = lines.filter((_, index) => index < first || index > last);
  if (first === -1 || outer.length === 0) return draft;
  return withoutLines(draft, new Map(outer.map((line) => [line, "recurring-line"])));
}
