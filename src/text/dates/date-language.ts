/** How a language writes dates, as data: words, and patterns put together from them. */

export type RelativeUnit = "day" | "week" | "month" | "year";

/** What a pattern finds; its named groups (`day`, `month`, `amount`, …) say the rest. */
export type PatternKind =
  | "day"
  | "day-range"
  /** The day of a month that is told with others of it. */
  | "day-of-list"
  | "day-of-month"
  | "month"
  | "month-range"
  | "year"
  | "year-range"
  | "decade"
  | "quarter"
  | "weekday"
  | "weekend"
  | "week-of-month"
  | "relative-day"
  | "relative-unit"
  | "ago"
  | "months-after"
  | "vague";

/** One way to write a date; `source` is a regular expression without word boundaries. */
export interface DatePattern {
  readonly kind: PatternKind;
  readonly source: string;
  /** Words of which one stands in every match, where the kind does not say which. */
  readonly hints?: readonly string[];
}

export interface DateLanguage {
  /** Forms of each month, January first. Both lower and upper case forms are derived. */
  readonly months: readonly (readonly string[])[];
  /** Forms of each weekday, Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  readonly shortWeekdays: readonly (readonly string[])[];
  /** Whether months and weekdays may stand in lower case. */
  readonly lowerCase: boolean;
  /** Whether the day of a month may be a word. */
  readonly spelledDays: boolean;
  /** Whether `04/05/2021` is always the fourth of May. */
  readonly dayFirst: boolean;
  readonly numbers: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, RelativeUnit>>;
  /** Units within a day, with the hours that one of them takes. */
  readonly hours: Readonly<Record<string, number>>;
  /** Phrase to days from the reference day. */
  readonly relativeDays: Readonly<Record<string, number>>;
  /** Phrase to calendar unit and count of units from the reference. */
  readonly relativeUnits: Readonly<Record<string, readonly [RelativeUnit, number]>>;
  /** What stands for the year behind a month (`May last year`), with years from the reference. */
  readonly yearPhrases: Readonly<Record<string, number>>;
  /** Words that turn a weekday or a month to the one before or after the reference. */
  readonly last: string;
  readonly next: string;
  /** Letters that may be written together with the front of a word. */
  readonly proclitics: string;
  /** What stands around the days, months and years of ranges and lists. */
  readonly shape: DateShape;
  /** Words before (or in Turkish after) a date that put it in the future, as regular expression. */
  readonly future: string;
  readonly past: string;
  /** Where the verb that governs a date stands. */
  readonly verb: "before" | "after";
  readonly patterns: (words: PatternWords) => readonly DatePattern[];
}

/** Parts of regular expressions; empty where a language has nothing in the place. */
export interface DateShape {
  /** Before the day in a list: `on the `. */
  readonly on: string;
  /** Before either day of a range: `the `. */
  readonly article: string;
  /** Behind the number of a day: `th`. */
  readonly ordinal: string;
  /** Between day and month. */
  readonly of: string;
  /** Between month and year. */
  readonly year: string;
  /** Behind the whole: an ending that is written to it. */
  readonly suffix: string;
  /** Before either month of a range, and before either year. */
  readonly monthArticle: string;
  readonly yearArticle: string;
  /** Behind the last year of a range. */
  readonly yearEnd: string;
  /** Words that open a range, and those between its ends; spaces count. */
  readonly spans: readonly { readonly open: string; readonly between: string }[];
  /** Between two days of one month that are told together: ` and `. */
  readonly and: string;
}

/** Alternations that patterns are put together from; all but `otherMonth` capture under a name. */
export interface PatternWords {
  readonly month: string;
  readonly otherMonth: string;
  readonly weekday: string;
  /** Short forms too, which are safe only beside a date. */
  readonly anyWeekday: string;
  readonly number: string;
  readonly unit: string;
  readonly relativeDay: string;
  readonly relativeUnit: string;
  /** Four digits, or a phrase that stands for them. */
  readonly year: string;
}

/**
 * Letters of the scripts below, for use in a character class. Spelt out, because `\\p{L}` makes each
 * expression take about a millisecond to compile.
 */
export const LETTER =
  "A-Za-z\\u00c0-\\u024f\\u0370-\\u052f\\u0620-\\u065f\\u066e-\\u06d3\\u1f00-\\u1fff";
/** Western, Arabic-Indic and Persian digits. */
export const DIGIT = "[0-9٠-٩۰-۹]";
/** What must not follow a day of the month: then it is part of a longer number. */
const NO_NUMBER = `(?!${DIGIT}|[.,:]${DIGIT})`;
const DAY_NUMBER = `(?:[0-3]?[0-9]|[٠-٣]?[٠-٩]|[۰-۳]?[۰-۹])`;
export const DAY = `(?<day>${DAY_NUMBER})${NO_NUMBER}`;
export const LAST_DAY = `(?<lastDay>${DAY_NUMBER})${NO_NUMBER}`;
export const ANY_DAY = `${DAY_NUMBER}${NO_NUMBER}`;
const YEAR_NUMBER = "(?:(?:1[89]|20)[0-9]{2}|(?:١[٨٩]|٢٠)[٠-٩]{2}|(?:۱[۸۹]|۲۰)[۰-۹]{2})";
/** 1800 to 2099, or the same in other digits. */
export const YEAR = `(?<year>${YEAR_NUMBER})`;
export const LAST_YEAR = `(?<lastYear>${YEAR_NUMBER})`;
/** 1990 and its like. */
export const DECADE = "(?<year>(?:1[89]|20)[0-9]0)";

/** Matches nothing. */
export const NEVER = "(?!)";

/** Forms that need no language. Where day and month of a slashed date can be swapped, it is no date. */
export const NUMERIC_PATTERNS: readonly DatePattern[] = [
  {
    kind: "day",
    source:
      "(?<![0-9.])(?<year>[12][0-9]{3})(?<mark>[-/])(?<month>[01][0-9])\\k<mark>(?<day>[0-3][0-9])(?:(?=T[0-9])|(?!T))",
  },
  {
    kind: "day",
    source:
      "(?<![0-9][.])(?<day>[0-3]?[0-9])\\.(?<month>[01]?[0-9])\\.(?<year>[12][0-9]{3})(?!\\.[0-9])",
  },
  {
    kind: "day",
    source: "(?<day>1[3-9]|2[0-9]|3[01])/(?<month>0?[1-9]|1[0-2])/(?<year>[12][0-9]{3})",
  },
  {
    kind: "day",
    source: "(?<month>0?[1-9]|1[0-2])/(?<day>1[3-9]|2[0-9]|3[01])/(?<year>[12][0-9]{3})",
  },
];

/** Where the day always stands first. */
export const DAY_FIRST: DatePattern = {
  kind: "day",
  source:
    "(?<day>0?[1-9]|[12][0-9]|3[01]|[٠-٣]?[٠-٩])/(?<month>0?[1-9]|1[0-2]|[٠١]?[٠-٩])/(?<year>[12][0-9]{3}|[١٢][٠-٩]{3})",
};
