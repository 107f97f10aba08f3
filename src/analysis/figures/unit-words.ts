/** The words around a number's unit: what it is of, its rate, the name of a measure. */
import { type NounPhrase, readNoun } from "./counted-nouns.js";
import type { FigureWords } from "./figure-words.js";
import { type MeasureWord, measureWord, powerUnit, WHOSE } from "./measure-words.js";
import { gapBefore, isSoftGap, type NumberLiteral, type WordRun } from "./number-literals.js";

export interface UnitReading {
  /** Null for a count. */
  readonly measure: string | null;
  readonly noun: NounPhrase | null;
  /** Where the words of the figure start and end. */
  readonly start: number;
  readonly end: number;
  /** Where the words behind the number start. */
  readonly wordsFrom: number;
  /** Index of the word behind. */
  readonly next: number;
}

export const startOf = ({ words, text }: WordRun, at: number): number =>
  words[at]?.start ?? text.length;

/** "of last year" says when, not what. */
const OTHER_TIME =
  /^(?:last|next|this|previous|dernier|derniere|pasado|scorso|letzten|vorigen|العام|الماضي)$/;

/** "of the territory". */
export function readOf(run: WordRun, at: number, table: FigureWords): NounPhrase | null {
  const link = matchAt(run, at, table.of);
  if (
    link === null ||
    (!/^ ?$/.test(gapBefore(run, at)) && !/^[%٪] $/.test(gapBefore(run, at).trimStart()))
  )
    return null;
  if (OTHER_TIME.test(run.words[at + link.length]?.folded ?? "")) return null;
  return readNoun(run, at + link.length, table, true);
}

/** "a day". */
export function withRate(run: WordRun, reading: UnitReading, table: FigureWords): UnitReading {
  const rate = readRate(run, reading.next, table);
  if (rate === null) return reading;
  const measure = reading.measure === null ? rate.words : `${reading.measure} ${rate.words}`;
  return {
    ...reading,
    measure,
    end: run.words[rate.next - 1]?.end ?? reading.end,
    next: rate.next,
  };
}

/** "in loans", "of damage", "a day". */
export function withOf(run: WordRun, plain: UnitReading, table: FigureWords): UnitReading {
  const reading = withRate(run, plain, table);
  if (reading !== plain) return reading;
  const isIn =
    table.shape === "english" && /^(?:in|for)$/.test(run.words[reading.next]?.folded ?? "");
  const noun = isIn
    ? readPlainNoun(run, reading.next + 1, table)
    : readOf(run, reading.next, table);
  if (noun === null) return reading;
  return { ...reading, noun, end: run.words[noun.to - 1]?.end ?? reading.end, next: noun.to };
}

/** In lower case, and no time: "in aid", never "in March" or "in two days". */
function readPlainNoun(run: WordRun, at: number, table: FigureWords): NounPhrase | null {
  const low = run.words[at]?.folded ?? "";
  const isPlain = /^\p{Ll}/u.test(run.text.slice(startOf(run, at), startOf(run, at) + 2));
  if (
    !isPlain ||
    table.times.has(low) ||
    table.months.has(low) ||
    /^(?:all|total|order|return|exchange|addition|case|general|part|fiscal|one|example|last|next|each|every|early|late|recent)$/.test(
      low,
    )
  )
    return null;
  return readNoun(run, at, table, true);
}

interface MeasureBehind {
  readonly word: MeasureWord;
  readonly unit: string;
  /** Words of it. */
  readonly from: number;
  readonly next: number;
}

/** A unit word behind a number, a link or the owner of a currency between them: "d'euros", "Turkish lira". */
export function measureBehind(
  run: WordRun,
  { next: at, end }: NumberLiteral,
  table: FigureWords,
): MeasureBehind | null {
  const gap = run.text.slice(end, startOf(run, at));
  if (at >= run.limit || !(isSoftGap(gap) || gap === "" || /^\s$/.test(gap))) return null;
  const low = run.words[at]?.folded ?? "";
  const isLink = low.length < 3 && /^(?:de|d|di|of)$/.test(low);
  const isOwner =
    /^\p{Lu}/u.test(run.text.slice(startOf(run, at), startOf(run, at) + 2)) ||
    table.shape === "russian";
  for (const from of isLink || isOwner ? [at, at + 1] : [at]) {
    if (from >= run.limit) break;
    const folded = run.words[from]?.folded ?? "";
    const word = measureWord(folded);
    if (word === null || (from > at && word.kind !== "money" && !isLink)) continue;
    const owner = from > at && !isLink ? low : "";
    const unit = owner === "" ? word.unit : (WHOSE[`${owner} ${word.unit}`] ?? word.unit);
    return withPower(run, { word, unit, from: at, next: from + 1 });
  }
  return powerBefore(run, at);
}

/** "mètres | carrés". */
function withPower(run: WordRun, found: MeasureBehind): MeasureBehind {
  const { word, next } = found;
  if (word.kind !== "length" || next >= run.limit || gapBefore(run, next) !== " ") return found;
  const unit = powerUnit(run.words[next]?.folded ?? "", word);
  return unit === null ? found : { ...found, word: areaOf(unit), unit, next: next + 1 };
}

/** "square | kilometres". */
function powerBefore(run: WordRun, at: number): MeasureBehind | null {
  if (at + 1 >= run.limit || gapBefore(run, at + 1) !== " ") return null;
  const word = measureWord(run.words[at + 1]?.folded ?? "");
  const unit = word === null ? null : powerUnit(run.words[at]?.folded ?? "", word);
  return unit === null ? null : { word: areaOf(unit), unit, from: at, next: at + 2 };
}

/** Areas and volumes are of something, as weights are. */
const areaOf = (unit: string): MeasureWord => ({ kind: "weight", unit });

/** `saniyede | en az 500 metreküp`: where a rate stands before a measured figure, as in Turkish. */
export function rateBefore(
  run: WordRun,
  at: number,
  { measure }: UnitReading,
  { shape, rates }: FigureWords,
): { readonly words: string; readonly rate: string; readonly start: number } | null {
  if (shape !== "turkish" || measure === null || measure === "percent") return null;
  const found = matchAt(run, at, rates);
  const word = run.words[at];
  if (found === null || word === undefined) return null;
  return { words: run.text.slice(word.start, word.end), rate: found.value, start: word.start };
}

function readRate(
  run: WordRun,
  at: number,
  table: FigureWords,
): { readonly words: string; readonly next: number } | null {
  if (at >= run.limit || !/^[ -]$/.test(gapBefore(run, at))) return null;
  const found = matchAt(run, at, table.rates);
  return found === null ? null : { words: found.value, next: at + found.length };
}

/** The longest phrase of a table that starts at a word. */
export function matchAt<T>(
  { words, limit }: WordRun,
  at: number,
  table: ReadonlyMap<string, readonly (readonly [readonly string[], T])[]>,
): { readonly value: T; readonly length: number } | null {
  const first = words[at];
  if (first === undefined || at >= limit) return null;
  for (const [phrase, value] of table.get(first.folded) ?? []) {
    if (at + phrase.length > limit) continue;
    if (phrase.every((part, offset) => words[at + offset]?.folded === part))
      return { value, length: phrase.length };
  }
  return null;
}
