/** How a language writes ranges and lists of dates, to the patterns that find them. */
import {
  ANY_DAY,
  DAY,
  type DatePattern,
  type DateShape,
  LAST_DAY,
  LAST_YEAR,
  type PatternWords,
  YEAR,
} from "./date-language.js";

/** Two days of one month, two months of one year, two years; and days that are told together. */
export function rangePatterns(
  shape: DateShape,
  { month, otherMonth, year }: PatternWords,
): DatePattern[] {
  const { on, article, ordinal, of, suffix, monthArticle, yearArticle, yearEnd } = shape;
  const tail = shape.year.replace("YEAR", year);
  const [first, last] = [`${article}${DAY}${ordinal}`, `${article}${LAST_DAY}${ordinal}`];
  const lastMonth = otherMonth.replace("(?:", "(?<lastMonth>");
  const more = `(?:, ${article}${ANY_DAY}${ordinal}){0,6}`;
  return [
    ...shape.spans.flatMap(({ open, between }): DatePattern[] => [
      {
        kind: "day-range",
        source: `(?:${open})${first}(?:${between})${last}${of}${month}${tail}${suffix}`,
      },
      ...(open === ""
        ? []
        : [
            {
              kind: "year-range",
              source: `(?:${open})${yearArticle}${YEAR}(?:${between})${yearArticle}${LAST_YEAR}${yearEnd}`,
            } as const,
          ]),
      {
        kind: "month-range",
        source: `(?:${open})${monthArticle}${month}(?:${between})${monthArticle}${lastMonth}${tail}${suffix}`,
      },
    ]),
    {
      kind: "day-of-list",
      source: `${on}${DAY}${ordinal}(?=${more}(?:${shape.and})${article}${ANY_DAY}${ordinal}${of}${month}${tail})`,
    },
  ];
}
