/** Days and precision to ISO 8601: `2021-05-03`, `2021-05`, `2021`, or an interval with both ends. */
import type { DateMention } from "../model/analysis.js";

export function intervalOf({
  from,
  to,
  precision,
}: Pick<DateMention, "from" | "to" | "precision">): string {
  if (from === to) return from;
  if (precision === "month" && from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  if (precision === "year" && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  return `${from}/${to}`;
}
