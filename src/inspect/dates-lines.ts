/** Analysed articles to a line for every date in their texts. */
import type { DateMention } from "../model/analysis.js";
import { type Article, articleDay } from "../model/article.js";
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";
import { intervalOf } from "./interval-of.js";

export function datesLines(inspected: Inspected): InspectLine<"dates">[] {
  return perItem(inspected, ({ dates }, article) =>
    dates.map(({ start, end, text, ...date }) => ({
      article: article.id,
      start,
      end,
      text,
      date: intervalOf(date),
      precision: date.precision,
      evidence: evidenceOf(date, article),
    })),
  );
}

/** What the words were resolved against. */
function evidenceOf({ anchor }: Pick<DateMention, "anchor">, article: Article): string {
  switch (anchor) {
    case "absolute":
      return "as written";
    case "published":
      return `published ${articleDay(article)}`;
    case "inferred":
      return `written about ${articleDay(article)}`;
  }
}
