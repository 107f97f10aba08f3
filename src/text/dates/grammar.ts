/** A language's words to its compiled patterns, once for each language. */
import { primaryLanguage } from "../primary-language.js";
import {
  DAY_FIRST,
  type DateLanguage,
  type DatePattern,
  LETTER,
  NEVER,
  NUMERIC_PATTERNS,
  type PatternKind,
  type PatternWords,
  YEAR,
} from "./date-language.js";
import { DATE_LANGUAGES } from "./languages/index.js";
import { rangePatterns } from "./range-patterns.js";

export interface Grammar {
  readonly patterns: readonly CompiledPattern[];
  /** Words near which a date may stand, as they are written, to what they may belong to. */
  readonly anchors: ReadonlyMap<string, number>;
  readonly words: DateLanguage | null;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly phrases: PhraseTables;
  readonly last: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  /** What stands before and between the two dates of a range. */
  readonly spans: readonly { readonly open: RegExp | null; readonly between: RegExp }[];
  readonly tense: { readonly future: RegExp; readonly past: RegExp } | null;
}

export interface CompiledPattern {
  readonly kind: PatternKind;
  readonly regex: RegExp;
  /** Anchors that stand in every match. */
  readonly needs: number;
}

/** Phrases under `formKey`. */
interface PhraseTables {
  readonly numbers: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, DateLanguage["units"][string]>;
  readonly hours: ReadonlyMap<string, number>;
  readonly relativeDays: ReadonlyMap<string, number>;
  readonly relativeUnits: ReadonlyMap<string, DateLanguage["relativeUnits"][string]>;
  readonly years: ReadonlyMap<string, number>;
}

/** What a word or number near a date may belong to, as bits. */
export const ANCHOR = {
  month: 1,
  /** A month with a number beside it. */
  numberedMonth: 2,
  weekday: 4,
  relativeDay: 8,
  relativeUnit: 16,
  unit: 32,
  year: 64,
  numeric: 128,
  /** Two short numbers by one month, two months, two years; a year that ends a decade. */
  twoDays: 256,
  twoMonths: 512,
  twoYears: 1024,
  roundYear: 2048,
} as const;
/** Bits from here on stand for the hints of one pattern each. */
const FIRST_HINT = 4096;

const NEEDS: Readonly<Record<PatternKind, number>> = {
  day: ANCHOR.month,
  "day-range": ANCHOR.month | ANCHOR.twoDays,
  "day-of-list": ANCHOR.month | ANCHOR.twoDays,
  "day-of-month": 0,
  month: ANCHOR.month,
  "month-range": ANCHOR.twoMonths,
  year: ANCHOR.year,
  "year-range": ANCHOR.twoYears,
  decade: ANCHOR.roundYear,
  quarter: 0,
  weekday: ANCHOR.weekday,
  weekend: 0,
  "week-of-month": ANCHOR.month,
  "relative-day": ANCHOR.relativeDay,
  "relative-unit": ANCHOR.relativeUnit,
  ago: ANCHOR.unit,
  "months-after": ANCHOR.unit,
  vague: ANCHOR.unit,
};

const grammars = new Map<string, Grammar>();

/** @param language BCP 47 tag; without a table for it only numeric dates are known */
export function grammarOf(language: string): Grammar {
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
  const spoken = words === null ? [] : spokenPatterns(words, language);
  const hinted = withHintBits(spoken);
  const numeric = words?.dayFirst ? [...NUMERIC_PATTERNS, DAY_FIRST] : NUMERIC_PATTERNS;
  const shape = words?.shape;
  return {
    patterns: [
      ...numeric.map((pattern) => compile(pattern, "", ANCHOR.numeric)),
      ...hinted.map(({ hint, ...pattern }) =>
        compile(pattern, words?.proclitics ?? "", needsOf(pattern, words) | hint),
      ),
    ],
    anchors: words === null ? new Map() : anchorWords(words, hinted, language),
    words,
    months: indexForms(words?.months ?? []),
    weekdays: indexForms([...(words?.weekdays ?? [])], words?.shortWeekdays),
    phrases: {
      numbers: indexPhrases(words?.numbers),
      units: indexPhrases(words?.units),
      hours: indexPhrases(words?.hours),
      relativeDays: indexPhrases(words?.relativeDays),
      relativeUnits: indexPhrases(words?.relativeUnits),
      years: indexPhrases(words?.yearPhrases),
    },
    last: new Set(words?.last.split("|")),
    next: new Set(words?.next.split("|")),
    spans: (shape?.spans ?? []).map(({ open, between }) => ({
      open: open === "" ? null : new RegExp(`${NO_WORD_BEFORE}(?:${spaced(open)})$`),
      between: new RegExp(`^(?:${spaced(between)})$`),
    })),
    tense: words && { future: wholeWords(words.future), past: wholeWords(words.past) },
  };
}

interface HintedPattern extends DatePattern {
  /** The bit of its hints; 0 where it has none. */
  readonly hint: number;
}

function withHintBits(patterns: readonly DatePattern[]): HintedPattern[] {
  let next = FIRST_HINT;
  return patterns.map((pattern) => {
    if (pattern.hints === undefined) return { ...pattern, hint: 0 };
    const hint = next;
    next *= 2;
    return { ...pattern, hint };
  });
}

/** A kind without hints of its own is found by its kind; days that may be spelt need no number. */
function needsOf({ kind, hints }: DatePattern, words: DateLanguage | null): number {
  if (kind === "decade" && hints !== undefined) return 0;
  const isNumbered = kind === "day" && words?.spelledDays === false;
  return NEEDS[kind] | (isNumbered ? ANCHOR.numberedMonth : 0);
}

const NO_WORD_BEFORE = `(?<![${LETTER}0-9٠-٩۰-۹_])`;
const NO_WORD_AFTER = `(?![${LETTER}0-9٠-٩۰-۹_])`;

function compile({ kind, source }: DatePattern, clitics: string, needs: number): CompiledPattern {
  const end = needs === ANCHOR.numeric ? "(?![0-9٠-٩۰-۹_])" : NO_WORD_AFTER;
  return {
    kind,
    regex: new RegExp(`${NO_WORD_BEFORE}${clitics}(?:${spaced(source)})${end}`, "g"),
    needs,
  };
}

function wholeWords(source: string): RegExp {
  return new RegExp(`${NO_WORD_BEFORE}(?:${spaced(source)})${NO_WORD_AFTER}`, "g");
}

/** A space in a pattern stands for any one space, no-break ones and a line's end included. */
function spaced(source: string): string {
  return source.replaceAll(" ", "[ \\n\\u00a0\\u202f\\u2009]");
}

function spokenPatterns(words: DateLanguage, language: string): DatePattern[] {
  const parts = patternWords(words, language);
  return [...words.patterns(parts), ...rangePatterns(words.shape, parts)];
}

function patternWords(words: DateLanguage, language: string): PatternWords {
  const forms = (table: readonly (readonly string[])[]) =>
    table.flat().flatMap((form) => caseForms(form, words, language));
  const months = alternation(forms(words.months));
  const full = forms(words.weekdays);
  const phrases = (table: Readonly<Record<string, unknown>>) =>
    alternation(phraseForms(table, language)) || NEVER;
  return {
    month: `(?<month>${months})`,
    otherMonth: `(?:${months})`,
    weekday: `(?<weekday>${alternation(full)})`,
    anyWeekday: `(?<weekday>${alternation([...full, ...forms(words.shortWeekdays)])})`,
    number: `(?<amount>[0-9]{1,3}|[٠-٩]{1,3}|${phrases(words.numbers)})`,
    unit: `(?<unit>${phrases({ ...words.units, ...words.hours })})`,
    relativeDay: `(?<phrase>${phrases(words.relativeDays)})`,
    relativeUnit: `(?<phrase>${phrases(words.relativeUnits)})`,
    year: `(?:${YEAR}|(?<yearPhrase>${phrases(words.yearPhrases)}))`,
  };
}

function caseForms(form: string, words: DateLanguage, language: string): string[] {
  const forms = [form, form.toLocaleUpperCase(language)];
  if (words.lowerCase) forms.push(form.toLocaleLowerCase(language), capitalised(form, language));
  return forms;
}

/** Phrases as they stand within and at the beginning of a sentence. */
function phraseForms(table: Readonly<Record<string, unknown>>, language: string): string[] {
  return Object.keys(table).flatMap((phrase) => [phrase, capitalised(phrase, language)]);
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

function anchorWords(
  words: DateLanguage,
  patterns: readonly HintedPattern[],
  language: string,
): Map<string, number> {
  const anchors = new Map<string, number>();
  const add = (forms: readonly string[], bit: number) => {
    for (const form of forms) {
      const word = lastWord(form);
      anchors.set(word, (anchors.get(word) ?? 0) | bit);
    }
  };
  const cased = (table: readonly (readonly string[])[]) =>
    table.flat().flatMap((form) => caseForms(form, words, language));
  add(cased(words.months), ANCHOR.month);
  add(cased([...words.weekdays, ...words.shortWeekdays]), ANCHOR.weekday);
  add(phraseForms(words.relativeDays, language), ANCHOR.relativeDay);
  add(phraseForms(words.relativeUnits, language), ANCHOR.relativeUnit);
  add(phraseForms({ ...words.units, ...words.hours }, language), ANCHOR.unit);
  for (const { hints, hint } of patterns) {
    add(hints?.flatMap((word) => [word, capitalised(word, language)]) ?? [], hint);
  }
  return anchors;
}

const LAST_WORD = new RegExp(`[${LETTER}]+(?=[^${LETTER}]*$)`);

function lastWord(phrase: string): string {
  return LAST_WORD.exec(phrase)?.[0] ?? phrase;
}

function indexForms(...tables: readonly (readonly (readonly string[])[] | undefined)[]) {
  const index = new Map<string, number>();
  for (const table of tables) {
    for (const [position, forms] of (table ?? []).entries()) {
      for (const form of forms) index.set(formKey(form), position);
    }
  }
  return index;
}

function indexPhrases<T>(table: Readonly<Record<string, T>> | undefined): Map<string, T> {
  return new Map(Object.entries(table ?? {}).map(([phrase, value]) => [formKey(phrase), value]));
}

/** Equal for all spellings of one word in upper, lower and title case, dotted and dotless i too. */
export function formKey(form: string): string {
  return form
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[İIı]/g, "i")
    .toLowerCase();
}
