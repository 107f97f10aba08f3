/** Byline lines: who wrote it, and when it was published, in the many ways that pages write it. */
import { DATE_LANGUAGES, type DateExpression, findPlainDates } from "../text/dates/index.js";
import { westernDigits } from "../text/western-digits.js";
import { findDays } from "./html/metadata/calendar-days.js";
import { countWords, isNameLine } from "./line-shape.js";
import { BYLINE_LABELS, NAME_LABELS, STAMP_WORDS, UPDATE_WORDS, ZONES } from "./line-words.js";

export interface Stamp {
  /** `2021-05-03`, the day of publication; a day of an update only where it is the only one. */
  readonly date: string | null;
  /** `23:08` */
  readonly time: string | null;
  /** What is left: names. */
  readonly names: string | null;
  /** Whether a word such as `By` says that names are authors. */
  readonly isLabelled: boolean;
  /** A lone place before the date: `ANKARA, 3 May 2021`. */
  readonly place: string | null;
}

const MAX_STAMP = 160;
const MAX_NAME_WORDS = 8;
/** Names, two dates with weekdays and times, and the labels before them. */
const MAX_STAMP_TEXT_WORDS = 26;

/** Reads a byline or a line of date and time; null for every other line. */
export function readStamp(text: string, language: string): Stamp | null {
  if (text.length > MAX_STAMP) return null;
  const known = kept.get(text);
  if (known?.language === language) return known.stamp;
  if (kept.size >= KEPT) kept.clear();
  const stamp = readStampAnew(text, language);
  kept.set(text, { language, stamp });
  return stamp;
}

/** A line is asked for by what stands above it, and again in its turn. */
const kept = new Map<string, { readonly language: string; readonly stamp: Stamp | null }>();
const KEPT = 100;

function readStampAnew(text: string, language: string): Stamp | null {
  const label = labelBefore(text);
  const body = withoutIsoMarks(text.slice(label.length));
  if (countWords(body) > MAX_STAMP_TEXT_WORDS) return null;
  const moments = findMoments(body, language);
  const hasMoment = moments.days.length > 0 || moments.distances.length > 0;
  if (!hasMoment && label === "") return null;
  const blanked = blank(body, [...moments.days, ...moments.distances, ...moments.times]);
  const left = withoutStampWords(blanked);
  const inner = labelBefore(left);
  const names = left.slice(inner.length);
  const isName = names === "" || isNames(names, label !== "" || inner !== "");
  if (!isName || (names === "" && !hasMoment)) return null;
  const place = isPlaceBefore(text, names, moments.days[0]) ? names : null;
  return {
    date: moments.days.find((day) => !day.isUpdate)?.date ?? moments.days[0]?.date ?? null,
    time: moments.days.length > 0 ? (moments.times[0]?.time ?? null) : null,
    isLabelled: label !== "" || inner !== "",
    names: names === "" || place !== null ? null : names,
    place,
  };
}

const LABEL = new RegExp(`^(?:${BYLINE_LABELS})(?:\\s*[:：]\\s*|\\s+)(?=\\S)`, "iu");

const NAME_LABEL = new RegExp(`^(?:${NAME_LABELS})\\s+(?=\\S+\\s+\\S)`, "iu");

function labelBefore(text: string): string {
  return (LABEL.exec(text) ?? NAME_LABEL.exec(text))?.[0] ?? "";
}

interface Range {
  readonly start: number;
  readonly end: number;
}
interface Moments {
  readonly days: readonly (Range & { readonly date: string; readonly isUpdate: boolean })[];
  readonly distances: readonly Range[];
  readonly times: readonly (Range & { readonly time: string })[];
}

function findMoments(text: string, language: string): Moments {
  const plain = westernDigits(text);
  if (!/\d/.test(plain)) return { days: [], distances: [], times: [] };
  for (const candidate of languagesFrom(language)) {
    const expressions = findPlainDates(plain, candidate);
    const days = expressions.flatMap((expression) => fullDay(expression, plain));
    const distances = expressions.filter(({ kind }) => kind === "relative");
    if (days.length === 0 && distances.length === 0) continue;
    return { days, distances, times: findTimes(blank(plain, days)) };
  }
  const days = findDays(plain, { language, order: "day-first" }).map((day) => ({
    ...day,
    isUpdate: isUpdateBefore(plain, day.start),
  }));
  return { days, distances: [], times: findTimes(blank(plain, days)) };
}

/** `2021-05-05T10:30:00Z` as `2021-05-05 10:30`, at the same length. */
function withoutIsoMarks(text: string): string {
  return text.replace(ISO_INSTANT, (instant, day: string, time: string) =>
    `${day} ${time}`.padEnd(instant.length),
  );
}

const ISO_INSTANT =
  /(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\p{L}\d])/gu;

const orders = new Map<string, readonly string[]>();

/** The language, then the others that dates are known in. */
function languagesFrom(language: string): readonly string[] {
  const known = orders.get(language);
  if (known !== undefined) return known;
  const order = [...new Set([language, ...Object.keys(DATE_LANGUAGES)])];
  orders.set(language, order);
  return order;
}

function fullDay(expression: DateExpression, text: string) {
  if (expression.kind !== "day" || expression.year === null) return [];
  const { start, end, year, month, day } = expression;
  const date = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  return [{ start, end, date, isUpdate: isUpdateBefore(text, start) }];
}

function isUpdateBefore(text: string, start: number): boolean {
  return UPDATE.test(text.slice(Math.max(0, start - 30), start));
}

const UPDATE = new RegExp(`(?:${UPDATE_WORDS})[^\\d|]*$`, "iu");

function findTimes(text: string): (Range & { time: string })[] {
  const times = [];
  for (const match of text.matchAll(TIME)) {
    const { hour, minute, half } = match.groups ?? {};
    const time = clockTime(Number(hour), Number(minute), half?.toLowerCase() ?? "");
    if (time !== null) times.push({ start: match.index, end: match.index + match[0].length, time });
  }
  return times;
}

const TIME =
  /(?<![\d:.])(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?::\d{2})?(?![\d:.]\d)\s?(?<half>[ap]\.?m\.?)?(?!\p{L})/giu;

/** `23:08` of 11:08 and `pm`; null where no clock shows that. */
function clockTime(hour: number, minute: number, half: string): string | null {
  if (minute > 59 || hour > 23 || (half !== "" && (hour < 1 || hour > 12))) return null;
  const shifted = half === "" ? hour : (hour % 12) + (half.startsWith("p") ? 12 : 0);
  return `${String(shifted).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function blank(text: string, ranges: readonly Range[]): string {
  let blanked = text;
  for (const { start, end } of ranges) {
    blanked = blanked.slice(0, start) + "|".repeat(end - start) + blanked.slice(end);
  }
  return blanked;
}

/** Names that stay when dates, labels, zones and separators are gone. */
function withoutStampWords(text: string): string {
  return text
    .replace(NOISE, "|")
    .replace(/\([\s|]*\)/g, "|")
    .replace(/^[\s|·•–—,:\-/]+|[\s|·•–—,:\-/]+$/gu, "")
    .replace(/\s*[|·•][\s|·•–—,:\-/]*/gu, ", ");
}

const NOISE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${STAMP_WORDS}|(?:${ZONES})(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?)(?![\\p{L}\\p{N}])`,
  "giu",
);

/** Names are capitalised, parted by commas or `and`; without case only a label vouches for them. */
function isNames(text: string, labelled: boolean): boolean {
  const words = text.split(/\s+/);
  if (words.length > MAX_NAME_WORDS || /[.!?؟:;"“”]$/u.test(text)) return false;
  if (/\p{Lo}/u.test(text)) return labelled || words.length <= 4;
  return text
    .split(/,\s*|\s+(?:and|ve|et|и)\s+/u)
    .every((name) => isNameLine(name.replaceAll(".", "")));
}

function isPlaceBefore(text: string, names: string, day: Range | undefined): boolean {
  if (day === undefined || names === "" || names.includes(" ")) return false;
  return text.startsWith(`${names}, `);
}
