/**
 * Text to its quantities: number, bound, unit and counted noun in one verbatim run. Dates, years,
 * times, ages, ordinals, scores, numbered names and hyphenated compounds are none.
 */
import type { Figure, Span } from "../../model/analysis.js";
import { splitWords, type Word } from "../../text/words.js";
import { boundBefore, boundBehind } from "./figure-bounds.js";
import { type FigureWords, figureWords } from "./figure-words.js";
import {
  hasArabicPrefix,
  isDigit,
  type NumberLiteral,
  readNumber,
  type WordRun,
} from "./number-literals.js";
import { isCountable, isDay, isName } from "./other-numbers.js";
import { matchAt, rateBefore, type UnitReading } from "./unit-words.js";
import { readUnit } from "./units.js";

/**
 * Finds the figures of a text, in text order; the two ends of a range stand on the same words.
 * @param language BCP 47 tag; English words where the language has no table
 */
export function findFigures(text: string, sentences: readonly Span[], language: string): Figure[] {
  const table = figureWords(language);
  const words = splitWords(text);
  const figures: Figure[] = [];
  let first = 0;
  for (const sentence of sentences) {
    while ((words[first]?.start ?? Infinity) < sentence.start) first += 1;
    let limit = first;
    while ((words[limit]?.end ?? Infinity) <= sentence.end) limit += 1;
    const run = { text, words, limit };
    const found = giveRoles(
      findInSentence(run, first, sentence, table),
      figures,
      run,
      first,
      table,
    );
    const last = figures.at(-1);
    const refersBack = found.some(({ role }) => role === "part") && !hasTotal(found);
    if (refersBack && last?.role === "single") figures.splice(-1, 1, { ...last, role: "total" });
    figures.push(...found);
    first = limit;
  }
  return figures;
}

const hasTotal = (figures: readonly Figure[]): boolean =>
  figures.some(({ role }) => role === "total");

/** A figure before its role is known. */
type Quantity = Omit<Figure, "role">;

function findInSentence(
  run: WordRun,
  first: number,
  sentence: Span,
  table: FigureWords,
): Quantity[] {
  const found: Quantity[] = [];
  for (let at = first; at < run.limit; ) {
    const quantities = mayStart(run.words[at], table)
      ? readQuantities(run, at, first, table)
      : null;
    if (quantities === null) {
      at += 1;
      continue;
    }
    const end = found.at(-1)?.end ?? 0;
    for (const quantity of quantities.found) {
      if (quantity.start >= end) found.push({ ...quantity, sentence });
    }
    at = Math.max(at + 1, quantities.next);
  }
  return found;
}

function mayStart(word: Word | undefined, { numberStarts }: FigureWords): boolean {
  if (word === undefined) return false;
  const { folded } = word;
  if (isDigit(folded.charCodeAt(0)) || numberStarts.has(folded)) return true;
  return folded.length < 6 && isDigit(folded.charCodeAt(1)) && hasArabicPrefix(folded);
}

interface Quantities {
  readonly found: readonly Omit<Quantity, "sentence">[];
  /** Index of the word behind. */
  readonly next: number;
}

function readQuantities(
  run: WordRun,
  at: number,
  first: number,
  table: FigureWords,
): Quantities | null {
  const number = readNumber(run, at, table);
  if (number === null || isDay(run, at, number, first, table)) return null;
  const range = readRange(run, at, first, number, table);
  if (range !== null) return range;
  if (isName(run, at, number, first, table)) return null;
  return readOne(run, at, first, number, table);
}

function readOne(
  run: WordRun,
  at: number,
  first: number,
  number: NumberLiteral,
  table: FigureWords,
): Quantities | null {
  const behind = boundBehind(run, number.next, table);
  const counted = behind === null ? number : { ...number, next: behind.next, end: behind.end };
  const unit = readUnit(run, counted, at, table);
  if (unit === null || !isCountable(run, at, number, unit, table)) return null;
  const before = boundBefore(run, at, first, unit, table);
  const late = behind === null && before === null ? boundBehind(run, unit.next, table) : null;
  const bound = before?.bound ?? behind?.bound ?? late?.bound ?? "exactly";
  const start = before?.start ?? unit.start;
  const end = late?.end ?? unit.end;
  const rate = rateBefore(run, wordBefore(run, at, start, first), unit, table);
  const quantity = quantityOf(run, number.value, bound, unit, rate?.start ?? start, end);
  return {
    found: [rate === null ? quantity : withRateBefore(quantity, rate)],
    next: late?.next ?? unit.next,
  };
}

function withRateBefore(
  quantity: Omit<Quantity, "sentence">,
  { words, rate }: { readonly words: string; readonly rate: string },
): Omit<Quantity, "sentence"> {
  const { unit, measure } = quantity;
  return { ...quantity, unit: `${words} ${unit}`, measure: `${measure} ${rate}` };
}

/** The word before the one that starts at `start`; outside the sentence there is none. */
function wordBefore({ words, limit }: WordRun, at: number, start: number, first: number): number {
  let index = at - 1;
  while (index >= first && (words[index]?.start ?? 0) >= start) index -= 1;
  return index < first ? limit : index;
}

function quantityOf(
  { text, words }: WordRun,
  value: number,
  bound: Figure["bound"],
  { measure, noun, wordsFrom, end: unitEnd }: UnitReading,
  start: number,
  end: number,
): Omit<Quantity, "sentence"> {
  const of =
    noun === null
      ? null
      : text.slice(words[noun.from]?.start ?? end, words[noun.to - 1]?.end ?? end);
  return {
    start,
    end,
    text: text.slice(start, end),
    value,
    bound,
    unit: text.slice(wordsFrom, unitEnd),
    measure,
    of,
  };
}

/** "between 3 and 5", "3 to 5", "3–5": its ends as two figures on the same words. */
function readRange(
  run: WordRun,
  at: number,
  first: number,
  low: NumberLiteral,
  table: FigureWords,
): Quantities | null {
  const opener = at > first ? (run.words[at - 1]?.folded ?? "") : "";
  const isOpened = table.rangeOpened.has(opener);
  const from = rangeEnd(run, low, isOpened, table);
  if (from === null || (FROM.test(opener) && !isOpened)) return null;
  const high = readNumber(run, from, table, true);
  if (high === null) return null;
  const behind = boundBehind(run, high.next, table);
  const unit = readUnit(run, behind === null ? high : { ...high, next: behind.next }, from, table);
  const least =
    low.multiplier === 1 &&
    high.multiplier >= 1000 &&
    low.value * high.multiplier < high.value * 1.0001
      ? low.value * high.multiplier
      : low.value;
  if (unit === null || least >= high.value || !isCountable(run, from, high, unit, table))
    return null;
  const start = isOpened
    ? (run.words[at - 1]?.start ?? low.start)
    : startWithSign(run.text, low.start);
  const found = [
    quantityOf(run, least, "at-least", unit, start, unit.end),
    quantityOf(run, high.value, "at-most", unit, start, unit.end),
  ];
  return { found, next: unit.next };
}

/** "rose from 3 to 5": a change. */
const FROM = /^(?:from|de|von|с|из|من|da|από)$/;

const startWithSign = (text: string, start: number): number =>
  /[$€£¥₺₽]/.test(text[start - 1] ?? "") ? start - 1 : start;

/** Index of the word at which the upper end starts. */
function rangeEnd(
  run: WordRun,
  low: NumberLiteral,
  isOpened: boolean,
  table: FigureWords,
): number | null {
  const gap = run.text.slice(low.end, run.words[low.next]?.start ?? low.end);
  const link = run.words[low.next]?.folded ?? "";
  if (low.next >= run.limit) return null;
  if (/^ ?[-–—‑] ?[$€£]?$/.test(gap) && isDigit(link.charCodeAt(0))) return low.next;
  if (isOpened && hasArabicPrefix(link)) return low.next;
  const links = isOpened ? table.rangeLinks : table.rangeBare;
  return links.has(link) && low.next + 1 < run.limit ? low.next + 1 : null;
}

/** Of counts: parts stand behind "including" or "of whom" in the sentence, or open it with "of these". */
function giveRoles(
  found: readonly Quantity[],
  before: readonly Figure[],
  run: WordRun,
  first: number,
  table: FigureWords,
): Figure[] {
  if (found.length === 0) return [];
  const including = found.length > 1 || before.length > 0 ? findIncluding(run, first, table) : -1;
  const from = including < 0 ? Infinity : (run.words[including]?.start ?? Infinity);
  const parts = found.filter((quantity) => quantity.start >= from && quantity.measure === null);
  const total = found
    .filter((quantity) => quantity.end <= from && quantity.measure === null)
    .at(-1);
  const isPart = total !== undefined || (including === first && before.length > 0);
  return found.map((quantity) => {
    if (isPart && parts.includes(quantity)) return { ...quantity, role: "part" };
    return { ...quantity, role: quantity === total && parts.length > 0 ? "total" : "single" };
  });
}

function findIncluding(run: WordRun, first: number, { including }: FigureWords): number {
  for (let at = first; at < run.limit; at += 1) {
    if (matchAt(run, at, including) !== null) return at;
  }
  return -1;
}
