/**
 * Text to its counted quantities: number, bound and counted noun, in one verbatim run. Dates, years,
 * times, ages, ordinals, money, numbered names and hyphenated compounds are none; percentages are,
 * with the unit "percent of …".
 */
import type { Figure, Span } from "../model/analysis.js";
import { fold } from "../text/fold.js";
import { parseNumber } from "../text/numbers.js";
import { type FigureWords, figureWords, PEOPLE_AND_ARMS } from "./figure-words.js";
import { readUnit } from "./units.js";

/**
 * Finds the figures of a text, in text order.
 * @param language BCP 47 tag; English words where the language has no table
 */
export function findFigures(text: string, sentences: readonly Span[], language: string): Figure[] {
  const words = figureWords(language);
  const figures: Figure[] = [];
  for (const sentence of sentences) {
    const found = giveRoles(findInSentence(sentence, words, text), figures, sentence, words);
    const last = figures.at(-1);
    const refersBack = found.some(({ role }) => role === "part") && !hasTotal(found);
    if (refersBack && last?.role === "single") figures.splice(-1, 1, { ...last, role: "total" });
    figures.push(...found);
  }
  return figures;
}

const hasTotal = (figures: readonly Figure[]): boolean =>
  figures.some(({ role }) => role === "total");

/** A figure before its role is known. */
type Quantity = Omit<Figure, "role">;

function findInSentence(sentence: Span, words: FigureWords, text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of sentence.text.matchAll(patternOf(words))) {
    const from = match.index;
    if (from < (found.at(-1)?.end ?? 0) - sentence.start) continue;
    const quantity = readQuantity(sentence.text, from, match[0], words);
    if (quantity === null) continue;
    const start = sentence.start + quantity.start;
    const end = sentence.start + quantity.end;
    const { start: _, end: __, ...rest } = quantity;
    found.push({ ...rest, start, end, text: text.slice(start, end), sentence });
  }
  return found;
}

/** Digits that touch no letter, sign, hyphen or further digit on either side. */
const NUMBER =
  "(?<![\\p{L}\\p{N}$€£¥₺₽#/:.,\\-‑–+'’]|\\p{Nd}, )(?!0\\p{Nd})\\p{Nd}+(?:[.,'\\u00a0\\u202f ]\\p{Nd}{3})*(?:[.,]\\p{Nd}+)?(?![\\p{L}\\p{N}:/\\-‑–+'’°]|[.,]\\p{Nd})";

const patterns = new WeakMap<FigureWords, RegExp>();

/** Made once for a language: a pattern with letter classes takes longer to make than to match. */
function patternOf(words: FigureWords): RegExp {
  const kept = patterns.get(words);
  if (kept !== undefined) return kept;
  const pattern = new RegExp(`${NUMBER}|${numberWords(words)}`, "gu");
  patterns.set(words, pattern);
  return pattern;
}

/** As they are and with a capital, so that the pattern need not ignore case. */
function numberWords(words: FigureWords): string {
  const known = Object.keys(words.numbers).flatMap((word) => [word, capitalised(word)]);
  return known.length === 0
    ? "(?!)"
    : `(?<![\\p{L}\\p{N}-])(?:${known.join("|")})(?![\\p{L}\\p{N}-])`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

interface Read {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly bound: Figure["bound"];
  readonly unit: string;
}

function readQuantity(
  sentence: string,
  from: number,
  written: string,
  words: FigureWords,
): Read | null {
  const inWords = words.numbers[fold(written)];
  if (inWords === undefined && isOther(sentence, from, written, words)) return null;
  const behind = from + written.length;
  const multiplier = readMultiplier(sentence, behind, words);
  const { start, bound } = readBound(sentence, from, words);
  if (inWords === undefined && isYear(written) && bound === "exactly" && multiplier.value === 1)
    return null;
  const unit = readUnit(sentence, multiplier.end, words);
  if (unit === null) return null;
  const noun = fold(unit.text).split(" ").at(-1) ?? "";
  if (inWords !== undefined && multiplier.value === 1 && !PEOPLE_AND_ARMS.has(noun)) return null;
  if (TIME_UNITS.test(fold(unit.text))) return null;
  const value = Number(((inWords ?? parseNumber(written)) * multiplier.value).toPrecision(12));
  return { start, end: unit.end, value, bound, unit: unit.text };
}

const isYear = (written: string): boolean => /^(?:1[5-9]|20|21)\d\d$/.test(written);

/** Spans of time and ages; "months of fighting" too. */
const TIME_UNITS =
  /^(?:[\p{L}]+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|a ?m|p ?m|gmt|utc|o'clock|years? old|year olds?|ans|mois|jours?|heures?|semaines?|annees?|yil|ay|gun|saat|hafta|год[ау]?|лет|месяц\p{L}*|дн\p{L}*|час\p{L}*|недел\p{L}*|عاما?|سنة|سنوات|شهرا?|اشهر|يوما?|ايام|ساعة|ساعات)\b/u;

/** A day of a month, an amount of money, a number that belongs to a name: "Article 5", "Group of 20". */
function isOther(sentence: string, from: number, written: string, words: FigureWords): boolean {
  const before = fold(sentence.slice(Math.max(0, from - 40), from));
  const behind = fold(sentence.slice(from + written.length, from + written.length + 20));
  const wordBefore = /([\p{L}]+)\.? ?$/u.exec(before)?.[1] ?? "";
  const wordBehind = /^ ?([\p{L}]+)/u.exec(behind)?.[1] ?? "";
  if (words.months.has(wordBehind)) return true;
  if (words.months.has(wordBefore) && (wordBefore !== "may" || written.length <= 2)) return true;
  if (
    /^(?:aged?|article|resolution|chapter|page|paragraph|group|no|number|flight|route|channel|phase|section|item|at|by)$/.test(
      wordBefore,
    ) &&
    !/^ ?(?:percent|per cent|%)/.test(behind)
  ) {
    return wordBefore !== "at" && wordBefore !== "by";
  }
  if (/^,? ?(?:am|pm|a\.m|p\.m|gmt|utc)\b/.test(behind)) return true;
  if (/^(?:dollars?|euros?|lira|pounds?|rubles?|roubles?|dinars?|cents?)$/.test(wordBehind))
    return true;
  return isNumberedName(sentence, from, written);
}

/** "France 24 reported": a capital before, and nothing counted behind. */
function isNumberedName(sentence: string, from: number, written: string): boolean {
  const near = sentence.slice(Math.max(0, from - LONGEST_NAME), from);
  const before = /(\p{Lu}[\p{L}]+) $/u.exec(near)?.[1];
  const isFirst = from <= LONGEST_NAME && near.trim() === before;
  return before !== undefined && !isFirst && !/[.,]/.test(written) && written.length < 4;
}

/** Code units of a name before its number. */
const LONGEST_NAME = 60;

/** "2 million", "20 thousand"; the point of an abbreviated multiplier belongs to it. */
function readMultiplier(
  sentence: string,
  from: number,
  words: FigureWords,
): { readonly value: number; readonly end: number } {
  const word = /^[\s\u00a0]([\p{L}]+)/u.exec(sentence.slice(from));
  const value = word === null ? undefined : words.multipliers[fold(word[1] ?? "")];
  if (word === null || value === undefined) return { value: 1, end: from };
  const end = from + word[0].length;
  return {
    value,
    end: sentence[end] === "." && /^\s\p{Ll}/u.test(sentence.slice(end + 1)) ? end + 1 : end,
  };
}

function readBound(
  sentence: string,
  from: number,
  words: FigureWords,
): { readonly start: number; readonly bound: Figure["bound"] } {
  const raw = sentence.slice(Math.max(0, from - 30), from);
  const before = fold(raw);
  // Folding that changes lengths leaves no place to cut at: the bound is then left out.
  if (before.length !== raw.length) return { start: from, bound: "exactly" };
  for (const [phrase, bound] of words.bounds) {
    const ending = phrase.endsWith("'") ? phrase : `${phrase} `;
    if (!before.endsWith(ending)) continue;
    const at = before.length - ending.length;
    if (at > 0 && /[\p{L}\p{N}]/u.test(before[at - 1] ?? "")) continue;
    return { start: from - ending.length, bound };
  }
  return { start: from, bound: "exactly" };
}

/** Parts stand behind "including" or "of whom" in the sentence, or open it with "of these". */
function giveRoles(
  found: readonly Quantity[],
  before: readonly Figure[],
  sentence: Span,
  words: FigureWords,
): Figure[] {
  const folded = fold(sentence.text);
  const including = firstOf(folded, words.including);
  // Folding keeps the length of most text; a shifted place would only miss a part.
  const from = including < 0 ? Infinity : sentence.start + including;
  const parts = found.filter(
    (quantity) => quantity.start >= from && isSameKind(quantity, found[0]),
  );
  const total = found.filter((quantity) => quantity.end <= from).at(-1);
  const isPart = total !== undefined || (including === 0 && before.length > 0);
  return found.map((quantity) => {
    if (isPart && parts.includes(quantity)) return { ...quantity, role: "part" };
    return { ...quantity, role: quantity === total && parts.length > 0 ? "total" : "single" };
  });
}

function isSameKind(quantity: Quantity, first: Quantity | undefined): boolean {
  return isPercent(quantity) === (first !== undefined && isPercent(first));
}

const isPercent = (quantity: Quantity): boolean => /^(?:%|per ?cent)/.test(quantity.unit);

function firstOf(text: string, phrases: readonly string[]): number {
  const found = phrases
    .filter((phrase) => text.includes(phrase))
    .map(
      (phrase) =>
        new RegExp(`(?<![\\p{L}\\p{N}])${phrase}(?![\\p{L}\\p{N}])`, "u").exec(text)?.index ?? -1,
    )
    .filter((index) => index >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}
