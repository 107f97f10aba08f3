/** A language's words around counted quantities, made ready for looking up; the words stand in the tables beside. */
import type { Figure } from "../../model/analysis.js";
import { fold } from "../../text/fold.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { WordFilter } from "../../text/word-filter.js";
import { splitWords } from "../../text/words.js";
import { ARABIC, RUSSIAN, TURKISH } from "./figure-words-eastern.js";
import { ENGLISH } from "./figure-words-english.js";
import { GERMAN, GREEK } from "./figure-words-german-greek.js";
import { FRENCH, ITALIAN, SPANISH } from "./figure-words-romance.js";

type Bound = Exclude<Figure["bound"], "exactly">;

/** How a counted noun phrase is told in a language. */
export type NounShape =
  | "english"
  | "romance"
  | "italian"
  | "german"
  | "turkish"
  | "russian"
  | "arabic"
  | "greek";

/** What a table says, in ordinary spelling; phrases are parted by commas, words by space. */
export interface FigureTable {
  readonly shape: NounShape;
  /** A mark before three digits that is the decimal mark where a unit follows. */
  readonly decimal: "." | ",";
  /** Right before the number. */
  readonly bounds: Partial<Readonly<Record<Bound, string>>>;
  /** Right behind the number or its noun. */
  readonly boundsBehind: Partial<Readonly<Record<Bound, string>>>;
  /** Words by which a text says that what follows is part of the total before. */
  readonly including: string;
  readonly multipliers: Readonly<Record<string, number>>;
  /** Number words with their values, twenty-one and above put together from them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** May stand between number words: "one hundred and five". */
  readonly numberLinks: string;
  /** Between the ends of a range, "between 3 and 5": with a word before, and without. */
  readonly ranges: { readonly opened: string; readonly links: string; readonly bare: string };
  readonly percent: string;
  readonly percentBefore: string;
  /** From a share or a measure to what it is of. */
  readonly of: string;
  /** "a day": phrases behind a unit, by the English ones. */
  readonly rates: Readonly<Record<string, string>>;
  /** Words that a noun phrase ends before. */
  readonly stops: string;
  readonly months: string;
  /** Spans of time, ages and times of day. */
  readonly times: string;
  /** Words before a number that is part of a name, and behind it. */
  readonly names: string;
  readonly namesBehind: string;
  /** People and arms: nouns that number words and bare years may count. */
  readonly counted: string;
  /** What one is: a participle that counts people by itself, "12 killed". */
  readonly states: string;
}

/** A phrase as its folded words. */
type Phrase = readonly string[];

export interface FigureWords {
  readonly shape: NounShape;
  readonly decimal: "." | ",";
  /** Phrases by their last word. */
  readonly bounds: ReadonlyMap<string, readonly (readonly [Phrase, Bound])[]>;
  /** Phrases by their first word, as all the following. */
  readonly boundsBehind: ReadonlyMap<string, readonly (readonly [Phrase, Bound])[]>;
  readonly including: ReadonlyMap<string, readonly (readonly [Phrase, true])[]>;
  readonly percent: ReadonlyMap<string, readonly (readonly [Phrase, true])[]>;
  readonly of: ReadonlyMap<string, readonly (readonly [Phrase, true])[]>;
  readonly rates: ReadonlyMap<string, readonly (readonly [Phrase, string])[]>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Words of either kind: a figure in words starts with one. */
  readonly numberStarts: WordFilter;
  readonly numberLinks: ReadonlySet<string>;
  readonly rangeOpened: ReadonlySet<string>;
  readonly rangeLinks: ReadonlySet<string>;
  readonly rangeBare: ReadonlySet<string>;
  readonly percentBefore: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly namesBehind: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

const TABLES: Readonly<Record<string, FigureTable>> = {
  en: ENGLISH,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  de: GERMAN,
  el: GREEK,
  tr: TURKISH,
  ru: RUSSIAN,
  ar: ARABIC,
};

const ready = new Map<FigureTable, FigureWords>();

/** @param language BCP 47 tag; English where the language has no table */
export function figureWords(language: string): FigureWords {
  const table = TABLES[primaryLanguage(language)] ?? ENGLISH;
  const kept = ready.get(table);
  if (kept !== undefined) return kept;
  const words = makeReady(table);
  ready.set(table, words);
  return words;
}

function makeReady(table: FigureTable): FigureWords {
  const multipliers = foldKeys(table.multipliers);
  const numbers = foldKeys(table.numbers);
  return {
    shape: table.shape,
    decimal: table.decimal,
    bounds: byWord(boundPairs(table.bounds), -1),
    boundsBehind: byWord(boundPairs(table.boundsBehind), 0),
    including: byWord(phrases(table.including, true), 0),
    percent: byWord(phrases(table.percent, true), 0),
    of: byWord(phrases(table.of, true), 0),
    rates: byWord(
      Object.entries(table.rates).flatMap(([rate, words]) => phrases(words, rate)),
      0,
    ),
    multipliers,
    numbers,
    numberStarts: new WordFilter(new Set([...numbers.keys(), ...multipliers.keys()])),
    numberLinks: wordSet(table.numberLinks),
    rangeOpened: wordSet(table.ranges.opened),
    rangeLinks: wordSet(table.ranges.links),
    rangeBare: wordSet(table.ranges.bare),
    percentBefore: wordSet(table.percentBefore),
    stops: wordSet(table.stops),
    months: wordSet(table.months),
    times: wordSet(table.times),
    names: wordSet(table.names),
    namesBehind: wordSet(table.namesBehind),
    counted: wordSet(table.counted),
    states: wordSet(table.states),
  };
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== "")
      .map(fold),
  );
}

function foldKeys(table: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(table).map(([word, value]) => [fold(word), value]));
}

function phrases<T>(list: string, value: T): (readonly [Phrase, T])[] {
  return list
    .split(",")
    .map((phrase) => splitWords(phrase).map(({ folded }) => folded))
    .filter((phrase) => phrase.length > 0)
    .map((phrase) => [phrase, value] as const);
}

function boundPairs(table: FigureTable["bounds"]): (readonly [Phrase, Bound])[] {
  const bounds = ["more-than", "less-than", "about", "at-least", "at-most"] as const;
  return bounds.flatMap((bound) => phrases(table[bound] ?? "", bound));
}

/** Longer phrases first. */
function byWord<T>(
  pairs: readonly (readonly [Phrase, T])[],
  at: 0 | -1,
): ReadonlyMap<string, readonly (readonly [Phrase, T])[]> {
  const map = new Map<string, (readonly [Phrase, T])[]>();
  for (const pair of [...pairs].sort((a, b) => b[0].length - a[0].length)) {
    const key = pair[0].at(at) ?? "";
    map.set(key, [...(map.get(key) ?? []), pair]);
  }
  return map;
}
