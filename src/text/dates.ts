/** Date expressions in running text, and the days that they cover, in pure calendar arithmetic. */
import type { DateMention } from "../model/analysis.js";
import {
  DATE_LANGUAGES,
  type DateLanguage,
  type DatePattern,
  LETTER,
  NUMERIC_PATTERNS,
  type PatternKind,
  type PatternWords,
  type RelativeUnit,
} from "./date-words.js";
import {
  civilDay,
  dayNumber,
  daysInMonth,
  formatDay,
  isCivilDay,
  parseDay,
  weekdayOf,
} from "./dates-calendar.js";
import { primaryLanguage } from "./primary-language.js";

/** -1 for the one before the reference (`last`), 1 for the one after it (`next`), 0 unsaid. */
export type Shift = -1 | 0 | 1;
/** Where the words around a date put it, as seen from the reference day. */
export type Tense = "past" | "future" | "unknown";

/** What a date expression says; months count from 1, weekdays from 0 for Monday. */
export type DateFields =
  | {
      readonly kind: "day";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  | {
      readonly kind: "month";
      readonly year: number | null;
      readonly month: number;
      readonly shift: Shift;
    }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "weekday"; readonly weekday: number; readonly shift: Shift }
  | {
      /** The `week`th seven days of a month, -1 for its last seven. */
      readonly kind: "week-of-month";
      readonly week: number;
      readonly month: number;
      readonly year: number | null;
    }
  | {
      /** `yesterday`, `last week`, `three days ago`: whole units from the reference. */
      readonly kind: "relative";
      readonly unit: RelativeUnit;
      readonly offset: number;
      /** `today, Saturday`. */
      readonly weekday: number | null;
    }
  /** `in the coming days`: a date expression that names no days. */
  | { readonly kind: "vague" };

/** A date expression and its place in the text, UTF-16 code units. */
export type DateExpression = DateFields & {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tense: Tense;
};

/** The day that relative expressions count from: that of publication, stated or inferred. */
export interface DateReference {
  readonly day: string;
  readonly anchor: "published" | "inferred";
}

export interface ResolvedDate {
  readonly from: string;
  readonly to: string;
  readonly precision: DateMention["precision"];
}

/**
 * Finds the date expressions of a text, first to last, none overlapping.
 * @param language BCP 47 tag; for a language without a table only numeric dates are found
 */
export function findDateExpressions(text: string, language: string): DateExpression[] {
  const grammar = grammarOf(language);
  return findInLines(text, grammar, (line, found) => tenseOf(line, found, grammar));
}

/** The same for callers who need no tense: the search for verbs costs as much as that for dates. */
export function findPlainDates(text: string, language: string): DateExpression[] {
  return findInLines(text, grammarOf(language), () => "unknown");
}

function findInLines(
  text: string,
  grammar: Grammar,
  tenseIn: (line: string, found: Found) => Tense,
): DateExpression[] {
  const kept: DateExpression[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    for (const found of findInLine(line, grammar)) {
      const range = { start: start + found.start, end: start + found.end };
      const words = text.slice(range.start, range.end);
      kept.push({ ...found, ...range, text: words, tense: tenseIn(line, found) });
    }
    start = end + 1;
  }
  return kept;
}

type Found = DateFields & { readonly start: number; readonly end: number };

/** No expression runs over a line; on one place the longest counts. */
function findInLine(line: string, grammar: Grammar): Found[] {
  const holds = grammar.hold(line);
  const found: Found[] = [];
  for (const { kind, regex, hints } of grammar.patterns) {
    if (!NEEDS[kind].every((need) => holds[need])) continue;
    if (hints !== undefined && !hints.some((hint) => line.includes(hint))) continue;
    for (const match of line.matchAll(regex)) {
      const fields = readFields(kind, match, grammar);
      if (fields === null) continue;
      found.push({ ...fields, start: match.index, end: match.index + match[0].length });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter((fields) => {
    if (fields.start < last) return false;
    last = fields.end;
    return true;
  });
}

/** What a line must hold for a pattern to be worth a search. */
type Need = "digit" | "month" | "weekday" | "relative";

const NEEDS: Readonly<Record<PatternKind, readonly Need[]>> = {
  day: ["digit"],
  month: ["month"],
  year: ["digit"],
  weekday: ["weekday"],
  "week-of-month": ["month"],
  "relative-day": ["relative"],
  "relative-unit": ["relative"],
  ago: [],
  "months-after": [],
  vague: [],
};

/** Finds and resolves the dates of a text; without a reference only those that need none. */
export function findDateMentions(
  text: string,
  language: string,
  reference: DateReference | null,
): DateMention[] {
  const mentions: DateMention[] = [];
  for (const expression of findDateExpressions(text, language)) {
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

/** Whether an expression says its year, and so needs no reference. */
export function isAbsolute(fields: DateFields): boolean {
  switch (fields.kind) {
    case "day":
    case "month":
    case "week-of-month":
      return fields.year !== null;
    case "year":
      return true;
    case "weekday":
    case "relative":
    case "vague":
      return false;
  }
}

/**
 * The days that an expression covers, both ends included; null where it names none, or where its
 * own words contradict each other or the reference (`today, Saturday` on a Monday).
 *
 * A weekday is the latest such day up to the reference, that day included; a day or month without
 * a year the latest up to the reference. In the future tense both are the next from the reference.
 * A day that would lie eleven months back and is due within a month is taken as coming.
 * The nth week of a month is its days 7n-6 to 7n; other weeks run from Monday to Sunday (ISO 8601).
 */
export function resolveDate(
  expression: DateFields & { readonly tense?: Tense },
  reference: DateReference,
  tense: Tense = expression.tense ?? "unknown",
): ResolvedDate | null {
  if (isAbsolute(expression)) return resolveAbsolute(expression);
  const today = parseDay(reference.day);
  if (today === null) return null;
  switch (expression.kind) {
    case "day":
      return resolvePartialDay(expression, today, tense);
    case "month": {
      const year = yearOfMonth(expression.month, today, tense, expression.shift);
      return monthOf(year, expression.month);
    }
    case "week-of-month": {
      const year = yearOfMonth(expression.month, today, tense, 0);
      return weekOfMonth(year, expression.month, expression.week);
    }
    case "weekday":
      return resolveWeekday(expression.weekday, expression.shift, today, tense);
    case "relative":
      return resolveRelative(expression, today);
    case "year":
    case "vague":
      return null;
  }
}

function resolveAbsolute(fields: DateFields): ResolvedDate | null {
  switch (fields.kind) {
    case "day":
      return fields.year === null ? null : oneDay(dayNumber(fields.year, fields.month, fields.day));
    case "month":
      return fields.year === null ? null : monthOf(fields.year, fields.month);
    case "week-of-month":
      return fields.year === null ? null : weekOfMonth(fields.year, fields.month, fields.week);
    case "year":
      return yearOf(fields.year);
    case "weekday":
    case "relative":
    case "vague":
      return null;
  }
}

const NEAR_FUTURE_DAYS = 31;
const FAR_PAST_DAYS = 334;
/** At the most, as between 2096 and 2104. */
const LEAP_YEARS_APART = 8;

/** A day without a year, at most a year away; a weekday beside it must agree. */
function resolvePartialDay(
  fields: Extract<DateFields, { kind: "day" }>,
  today: number,
  tense: Tense,
): ResolvedDate | null {
  const { year } = civilDay(today);
  const days = [];
  const reach = fields.month === 2 && fields.day === 29 ? LEAP_YEARS_APART : 1;
  for (let candidate = year - reach; candidate <= year + reach; candidate += 1) {
    if (!isCivilDay(candidate, fields.month, fields.day)) continue;
    const number = dayNumber(candidate, fields.month, fields.day);
    if (fields.weekday === null || weekdayOf(number) === fields.weekday) days.push(number);
  }
  const before = days.filter((day) => day <= today).at(-1);
  const after = days.find((day) => day >= today);
  const isComing =
    after !== undefined &&
    after - today <= NEAR_FUTURE_DAYS &&
    (before === undefined || today - before >= FAR_PAST_DAYS);
  const chosen = tense === "future" || isComing ? after : before;
  return chosen === undefined ? null : oneDay(chosen);
}

/** The year that puts a month up to the reference's month, or from it on. */
function yearOfMonth(month: number, today: number, tense: Tense, shift: Shift): number {
  const reference = civilDay(today);
  if (shift < 0) return month < reference.month ? reference.year : reference.year - 1;
  if (shift > 0) return month > reference.month ? reference.year : reference.year + 1;
  if (tense === "future") return month >= reference.month ? reference.year : reference.year + 1;
  return month <= reference.month ? reference.year : reference.year - 1;
}

function resolveWeekday(weekday: number, shift: Shift, today: number, tense: Tense): ResolvedDate {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (shift > 0 || (shift === 0 && tense === "future")) {
    return oneDay(today + (back === 0 ? 7 : 7 - back));
  }
  return oneDay(today - (shift < 0 && back === 0 ? 7 : back));
}

function resolveRelative(
  fields: Extract<DateFields, { kind: "relative" }>,
  today: number,
): ResolvedDate | null {
  const { year, month } = civilDay(today);
  switch (fields.unit) {
    case "day": {
      const day = today + fields.offset;
      const agrees = fields.weekday === null || weekdayOf(day) === fields.weekday;
      return agrees ? oneDay(day) : null;
    }
    case "week": {
      const monday = today - weekdayOf(today) + 7 * fields.offset;
      return { from: formatDay(monday), to: formatDay(monday + 6), precision: "week" };
    }
    case "month": {
      const months = year * 12 + month - 1 + fields.offset;
      return monthOf(Math.floor(months / 12), (months % 12) + 1);
    }
    case "year":
      return yearOf(year + fields.offset);
  }
}

function oneDay(number: number): ResolvedDate {
  const day = formatDay(number);
  return { from: day, to: day, precision: "day" };
}

function weekOfMonth(year: number, month: number, week: number): ResolvedDate {
  const length = daysInMonth(year, month);
  const last = week < 0 ? length : Math.min(7 * week, length);
  const from = formatDay(dayNumber(year, month, last - 6));
  return { from, to: formatDay(dayNumber(year, month, last)), precision: "week" };
}

function monthOf(year: number, month: number): ResolvedDate {
  const from = formatDay(dayNumber(year, month, 1));
  const to = formatDay(dayNumber(year, month, daysInMonth(year, month)));
  return { from, to, precision: "month" };
}

function yearOf(year: number): ResolvedDate {
  const from = formatDay(dayNumber(year, 1, 1));
  return { from, to: formatDay(dayNumber(year, 12, 31)), precision: "year" };
}

/** A language's table, compiled. */
interface Grammar {
  readonly patterns: readonly {
    readonly kind: PatternKind;
    readonly regex: RegExp;
    readonly hints: readonly string[] | undefined;
  }[];
  readonly hold: (line: string) => Readonly<Record<Need, boolean>>;
  readonly words: DateLanguage | null;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly tense: { readonly future: RegExp; readonly past: RegExp } | null;
}

const grammars = new Map<string, Grammar>();

function grammarOf(language: string): Grammar {
  const key = primaryLanguage(language);
  const words = DATE_LANGUAGES[key] ?? null;
  const name = words === null ? "" : key;
  const kept = grammars.get(name);
  if (kept !== undefined) return kept;
  const grammar = compileGrammar(words, name);
  grammars.set(name, grammar);
  return grammar;
}

function compileGrammar(words: DateLanguage | null, language: string): Grammar {
  const spoken = words === null ? [] : words.patterns(patternWords(words, language));
  const compile = ({ kind, source, hints }: DatePattern, clitics: string) => ({
    kind,
    hints,
    regex: new RegExp(`${NO_WORD_BEFORE}${clitics}${spaced(source)}${NO_WORD_AFTER}`, "g"),
  });
  const clitics = words?.proclitics ?? "";
  return {
    patterns: [
      ...NUMERIC_PATTERNS.map((pattern) => compile(pattern, "")),
      ...spoken.map((pattern) => compile(pattern, clitics)),
    ],
    hold: holder(words, language),
    words,
    months: indexForms(words?.months ?? []),
    weekdays: new Map([
      ...indexForms(words?.weekdays ?? []),
      ...indexForms(words?.shortWeekdays ?? []),
    ]),
    tense: words && {
      future: wholeWords(words.future),
      past: wholeWords(words.past),
    },
  };
}

/** Plain searches without word boundaries, which are many times faster than the patterns. */
function holder(words: DateLanguage | null, language: string): Grammar["hold"] {
  const forms = (table: readonly (readonly string[])[]) =>
    words === null ? [] : table.flat().flatMap((form) => caseForms(form, words, language));
  const months = new RegExp(alternation(forms(words?.months ?? [])) || NEVER);
  const weekdays = new RegExp(alternation(forms(words?.weekdays ?? [])) || NEVER);
  const phrases = words === null ? {} : { ...words.relativeDays, ...words.relativeUnits };
  const relative = new RegExp(spaced(phraseForms(phrases, language)) || NEVER);
  return (line) => ({
    digit: /[0-9٠-٩۰-۹]/.test(line),
    month: months.test(line),
    weekday: weekdays.test(line),
    relative: relative.test(line),
  });
}

const NEVER = "(?!)";
const NO_WORD_BEFORE = `(?<![${LETTER}0-9٠-٩۰-۹_])`;
const NO_WORD_AFTER = `(?![${LETTER}0-9٠-٩۰-۹_])`;

function wholeWords(source: string): RegExp {
  return new RegExp(`${NO_WORD_BEFORE}(?:${spaced(source)})${NO_WORD_AFTER}`, "g");
}

/** A space in a pattern stands for any one space, no-break ones included. */
function spaced(source: string): string {
  return source.replaceAll(" ", "[ \\u00a0\\u202f\\u2009]");
}

function patternWords(words: DateLanguage, language: string): PatternWords {
  const months = alternation(
    words.months.flat().flatMap((form) => caseForms(form, words, language)),
  );
  const full = words.weekdays.flat().flatMap((form) => caseForms(form, words, language));
  const short = words.shortWeekdays.flat().flatMap((form) => caseForms(form, words, language));
  const phrases = (table: Readonly<Record<string, unknown>>) => phraseForms(table, language);
  return {
    month: `(?<month>${months})`,
    otherMonth: `(?:${months})`,
    weekday: `(?<weekday>${alternation(full)})`,
    anyWeekday: `(?<weekday>${alternation([...full, ...short])})`,
    number: `(?<amount>[0-9]{1,3}|[٠-٩]{1,3}|${phrases(words.numbers)})`,
    unit: `(?<unit>${phrases(words.units)})`,
    relativeDay: `(?<phrase>${phrases(words.relativeDays)})`,
    relativeUnit: `(?<phrase>${phrases(words.relativeUnits)})`,
  };
}

function caseForms(form: string, words: DateLanguage, language: string): string[] {
  const forms = [form, form.toLocaleUpperCase(language)];
  if (words.lowerCase) forms.push(form.toLocaleLowerCase(language), capitalised(form, language));
  return forms;
}

/** Phrases as they stand within and at the beginning of a sentence. */
function phraseForms(table: Readonly<Record<string, unknown>>, language: string): string {
  return alternation(
    Object.keys(table).flatMap((phrase) => [phrase, capitalised(phrase, language)]),
  );
}

function capitalised(phrase: string, language: string): string {
  return phrase.slice(0, 1).toLocaleUpperCase(language) + phrase.slice(1);
}

/** Longest first, so that a form is not cut short by one that it begins with. */
function alternation(forms: readonly string[]): string {
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((form) => form.replace(/[.()]/g, "\\$&"))
    .join("|");
}

function indexForms(table: readonly (readonly string[])[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const [position, forms] of table.entries()) {
    for (const form of forms) index.set(formKey(form), position);
  }
  return index;
}

/** Equal for all spellings of one word in upper, lower and title case, dotted and dotless i too. */
function formKey(form: string): string {
  return form
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[İIı]/g, "i")
    .toLowerCase();
}

type Groups = Readonly<Record<string, string | undefined>>;

function readFields(
  kind: PatternKind,
  match: RegExpExecArray,
  grammar: Grammar,
): DateFields | null {
  const groups: Groups = match.groups ?? {};
  const weekday = groups.weekday ? (grammar.weekdays.get(formKey(groups.weekday)) ?? null) : null;
  const year = groups.year ? readDigits(groups.year) : null;
  switch (kind) {
    case "day":
      return readDay(groups, year, weekday, grammar);
    case "month": {
      const month = readMonth(groups.month, grammar);
      return month === null ? null : { kind, year, month, shift: shiftOf(match[0], grammar) };
    }
    case "year":
      return year === null ? null : { kind, year };
    case "weekday":
      return weekday === null ? null : { kind, weekday, shift: shiftOf(match[0], grammar) };
    case "week-of-month": {
      const month = readMonth(groups.month, grammar);
      const week = readNumber(groups.amount, grammar);
      return month === null || week === null ? null : { kind, week, month, year };
    }
    case "relative-day":
      return readRelative(lookUp(grammar.words?.relativeDays, groups.phrase), weekday);
    case "relative-unit": {
      const [unit, offset] = lookUp(grammar.words?.relativeUnits, groups.phrase) ?? [];
      return unit && offset !== undefined
        ? { kind: "relative", unit, offset, weekday: null }
        : null;
    }
    case "ago":
    case "months-after":
      return readDistance(groups, grammar);
    case "vague":
      return { kind };
  }
}

function readDay(
  groups: Groups,
  year: number | null,
  weekday: number | null,
  grammar: Grammar,
): DateFields | null {
  const month = readMonth(groups.month, grammar);
  const day = groups.day ? readDigits(groups.day) : 0;
  if (month === null || !isCivilDay(year ?? LEAP_YEAR, month, day)) return null;
  return { kind: "day", year, month, day, weekday };
}

const LEAP_YEAR = 2000;

function readRelative(offset: number | undefined, weekday: number | null): DateFields | null {
  return offset === undefined ? null : { kind: "relative", unit: "day", offset, weekday };
}

/** `three days ago`, `eight months after …` (the event lies so far back from what is told now). */
function readDistance(groups: Groups, grammar: Grammar): DateFields | null {
  const amount = readNumber(groups.amount, grammar);
  const unit = lookUp(grammar.words?.units, groups.unit);
  if (amount === null || unit === undefined) return null;
  const isShort = SHORT_UNITS.has(groups.unit?.toLowerCase() ?? "");
  return { kind: "relative", unit, offset: isShort ? 0 : -amount, weekday: null };
}

/** Units within a day. */
const SHORT_UNITS = new Set(
  "minute minutes hour hours dakika saat heure heures минуту минуты минут час часа часов دقائق دقيقة ساعات ساعة".split(
    " ",
  ),
);

function readMonth(text: string | undefined, grammar: Grammar): number | null {
  if (text === undefined) return null;
  const position = grammar.months.get(formKey(text));
  if (position !== undefined) return position + 1;
  const number = readDigits(text);
  return number >= 1 && number <= 12 ? number : null;
}

function readNumber(text: string | undefined, grammar: Grammar): number | null {
  if (text === undefined) return null;
  return lookUp(grammar.words?.numbers, text) ?? (readDigits(text) || null);
}

function readDigits(text: string): number {
  let value = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x30 && code <= 0x39) value += character;
    else if (code >= 0x660 && code <= 0x669) value += String(code - 0x660);
    else if (code >= 0x6f0 && code <= 0x6f9) value += String(code - 0x6f0);
    else return Number.NaN;
  }
  return Number(value);
}

function lookUp<T>(
  table: Readonly<Record<string, T>> | undefined,
  phrase: string | undefined,
): T | undefined {
  if (table === undefined || phrase === undefined) return undefined;
  const plain = phrase.replace(/[\s\u00a0]+/g, " ");
  if (Object.hasOwn(table, plain)) return table[plain];
  const key = Object.keys(table).find((entry) => formKey(entry) === formKey(plain));
  return key === undefined ? undefined : table[key];
}

function shiftOf(text: string, grammar: Grammar): Shift {
  const { words } = grammar;
  if (words === null) return 0;
  if (startsOrEnds(text, words.last)) return -1;
  return startsOrEnds(text, words.next) ? 1 : 0;
}

function startsOrEnds(text: string, forms: string): boolean {
  const words = text.toLowerCase().split(/[\s\u00a0]+/);
  return forms.split("|").some((form) => words.includes(form));
}

/** `last` and `next` say the tense themselves; else the verb nearby does. */
function tenseOf(text: string, range: { start: number; end: number }, grammar: Grammar): Tense {
  const shift = shiftOf(text.slice(range.start, range.end), grammar);
  if (shift !== 0) return shift < 0 ? "past" : "future";
  return tenseAround(text, range.start, range.end, grammar);
}

/** How far the verb that governs a date may stand from it, in UTF-16 code units. */
const VERB_WINDOW = 160;

/**
 * The tense of the nearest verb in the sentence: before the date, else after it (in Turkish the
 * other way round, where the verb comes last).
 */
function tenseAround(text: string, start: number, end: number, grammar: Grammar): Tense {
  const { words, tense } = grammar;
  if (words === null || tense === null) return "unknown";
  const before = lastSentence(text.slice(Math.max(0, start - VERB_WINDOW), start));
  const after = firstSentence(text.slice(end, end + VERB_WINDOW));
  if (words.verb === "after") {
    return nearestTense(after, tense, 0) ?? nearestTense(before, tense, -1) ?? "unknown";
  }
  return nearestTense(before, tense, -1) ?? nearestTense(after, tense, 0) ?? "unknown";
}

function nearestTense(
  text: string,
  tense: { readonly future: RegExp; readonly past: RegExp },
  at: 0 | -1,
): Tense | null {
  const future = [...text.matchAll(tense.future)];
  const covered = (index: number) =>
    future.some((match) => index >= match.index && index < match.index + match[0].length);
  const past = [...text.matchAll(tense.past)].filter((match) => !covered(match.index));
  const nearestFuture = future.at(at)?.index;
  const nearestPast = past.at(at)?.index;
  if (nearestFuture === undefined) return nearestPast === undefined ? null : "past";
  if (nearestPast === undefined) return "future";
  const isFuture = at === 0 ? nearestFuture < nearestPast : nearestFuture > nearestPast;
  return isFuture ? "future" : "past";
}

const SENTENCE_BREAK = /[.!?؟][”"»’')]*\s+(?=[\p{Lu}\p{Lo}“"«])|\n/gu;

function lastSentence(text: string): string {
  const last = [...text.matchAll(SENTENCE_BREAK)].at(-1);
  return last === undefined ? text : text.slice(last.index + last[0].length);
}

function firstSentence(text: string): string {
  const first = text.search(SENTENCE_BREAK);
  return first === -1 ? text : text.slice(0, first);
}
