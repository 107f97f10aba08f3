/** Words of a page to the calendar days in them, in figures or with the month's name. */
import { isCivilDay } from "../../../text/dates-calendar.js";
import { westernDigits } from "../../../text/western-digits.js";
import { monthOf } from "./month-names.js";

/** How a page writes its dates. */
export interface DateHabits {
  /** BCP 47 primary tag. */
  readonly language: string;
  /** Which figure of `05/06/2020` is the day. */
  readonly order: "day-first" | "month-first";
}

export interface CalendarDay {
  /** `2020-05-21` */
  readonly date: string;
  /** `14:05`, where it stands beside the day. */
  readonly time: string | null;
  readonly start: number;
  readonly end: number;
}

/** Older pages were not on the web; what lies further ahead is no date of a page. */
const FIRST_YEAR = 1995;
const LAST_YEAR = 2035;

/** Finds the days that a short text names with their year, first to last. */
export function findDays(text: string, habits: DateHabits): CalendarDay[] {
  const plain = westernDigits(text);
  const hasYear = FULL_YEAR.test(plain);
  if (!hasYear && !SHORT_YEAR.test(plain)) return [];
  const patterns = hasYear ? PATTERNS : SHORT_PATTERNS;
  const found = patterns.flatMap(({ regex, read }) =>
    [...plain.matchAll(regex)].flatMap((match) => {
      const date = read(match.groups ?? {}, habits);
      if (date === null) return [];
      const end = match.index + match[0].length;
      return [{ date, time: timeBeside(plain, match.index, end), start: match.index, end }];
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (day, index) => !found.slice(0, index).some((before) => before.end > day.start),
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Pattern {
  readonly regex: RegExp;
  readonly read: (groups: Groups, habits: DateHabits) => string | null;
}

const YEAR = "(?<year>(?:19|20)\\d\\d)";
/** A month's name, in Arabic of two words at times. */
const NAME = "(?<name>\\p{L}[\\p{L}\\p{M}]{1,14}(?:\\s(?:الثاني|الأول|الاول))?)";
const ORDINAL = "(?:st|nd|rd|th|er|\\.º|º|ª|°|\\.)?";

const FULL_YEAR = /(?:19|20)\d\d/;
const SHORT_YEAR = /\d[/.]\d\d[/.]\d\d/;

/** With a year of two figures. */
const SHORT_PATTERNS: readonly Pattern[] = [
  {
    // 21.05.20
    regex:
      /(?<![\d.,:/-])(?<first>[0-3]\d)(?<mark>[/.])(?<second>[01]\d)\k<mark>(?<short>[0-3]\d)(?![\d%]|[-/.,:]\d)/g,
    read: readNumeric,
  },
];

const PATTERNS: readonly Pattern[] = [
  ...SHORT_PATTERNS,
  {
    // 2020-05-21, 2020/5/21, 2020.05.21
    regex: new RegExp(
      `(?<![\\d.,/-])${YEAR}(?<mark>[-/.])(?<month>[01]?\\d)\\k<mark>(?<day>[0-3]?\\d)(?!\\d)`,
      "g",
    ),
    read: ({ year, month, day }) => civilDate(year, month, day),
  },
  {
    // 2020年5月21日, 2020년 5월 21일
    regex: new RegExp(
      `(?<!\\d)${YEAR}\\s?[年년]\\s?(?<month>[01]?\\d)\\s?[月월]\\s?(?<day>[0-3]?\\d)(?!\\d)`,
      "g",
    ),
    read: ({ year, month, day }) => civilDate(year, month, day),
  },
  {
    // 21.05.2020, 21/5/2020, 5/21/2020, 21-05-2020, 21. 5. 2020
    regex: new RegExp(
      `(?<![\\d.,:/-])(?<first>[0-3]?\\d)(?<mark>[-/.])\\s?(?<second>[0-3]?\\d)\\k<mark>\\s?${YEAR}(?!\\d|[-/.]\\d)`,
      "g",
    ),
    read: readNumeric,
  },
  {
    // 21 May 2020, 21st of May, 2020, 21. Mai 2020, 21 de mayo de 2020, 21-May-2020
    regex: new RegExp(
      `(?<!\\d)(?<day>[0-3]?\\d)${ORDINAL}[\\s/-]{0,3}(?:(?:de|of)\\s|d['’])?${NAME}\\.?,?[\\s/-]{0,3}(?:(?:de|del|of)\\s)?${YEAR}(?!\\d)`,
      "giu",
    ),
    read: readNamed,
  },
  {
    // May 21st, 2020
    regex: new RegExp(
      `(?<![\\p{L}\\p{M}])${NAME}\\.?\\s{0,2}(?<day>[0-3]?\\d)(?:st|nd|rd|th)?,?\\s{1,2}${YEAR}(?!\\d)`,
      "giu",
    ),
    read: readNamed,
  },
  {
    // 2020. május 21., 2020 m. gegužės 21 d., 2020 May 21
    regex: new RegExp(
      `(?<!\\d)${YEAR}\\.?(?:\\sm\\.)?[\\s-]{1,2}${NAME}\\.?[\\s-]{1,2}(?<day>[0-3]?\\d)(?!\\d)`,
      "giu",
    ),
    read: readNamed,
  },
  {
    // 2020. gada 21. maijs
    regex: new RegExp(`(?<!\\d)${YEAR}\\.\\sgada\\s(?<day>[0-3]?\\d)\\.\\s${NAME}`, "giu"),
    read: readNamed,
  },
];

function readNamed({ year, name = "", day }: Groups, { language }: DateHabits): string | null {
  const month = monthOf(name, language);
  return month === null ? null : civilDate(year, String(month), day);
}

function readNumeric(groups: Groups, { order }: DateHabits): string | null {
  const year = groups.year ?? `20${groups.short}`;
  const [first, second] = [Number(groups.first), Number(groups.second)];
  const swapped = second > 12 || (first <= 12 && groups.mark === "/" && order === "month-first");
  return swapped
    ? civilDate(year, String(first), String(second))
    : civilDate(year, String(second), String(first));
}

function civilDate(year = "", month = "", day = ""): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < FIRST_YEAR || y > LAST_YEAR || !isCivilDay(y, m, d)) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Code units between a day and its time: `, um `, ` at `, ` - `. */
const BESIDE = 12;

function timeBeside(text: string, start: number, end: number): string | null {
  return (
    clockTime(TIME_AFTER.exec(text.slice(end, end + BESIDE + 12))) ??
    clockTime(TIME_BEFORE.exec(text.slice(Math.max(0, start - BESIDE - 8), start)))
  );
}

const CLOCK =
  "(?<hour>[0-2]?\\d)(?<colon>[:.h])(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?!\\d)\\s?(?<half>[ap]\\.?m\\b)?";
const TIME_AFTER = new RegExp(`^(?:T|[^\\d]{1,${BESIDE}})${CLOCK}`, "iu");
const TIME_BEFORE = new RegExp(`(?<![\\d.:])${CLOCK}[^\\d]{1,${BESIDE}}$`, "iu");

function clockTime(match: RegExpExecArray | null): string | null {
  const { hour, minute, half } = match?.groups ?? {};
  if (hour === undefined || minute === undefined || Number(hour) > 23) return null;
  const late = half?.toLowerCase().startsWith("p") === true;
  const shown = half === undefined ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0);
  return `${String(shown).padStart(2, "0")}:${minute}`;
}
