/** The words behind a number to the noun phrase that it counts, by the shape that it has in each language. */

import type { FigureWords } from "./figure-words.js";
import { IRREGULAR_PLURALS } from "./figure-words-english.js";
import { gapBefore, isDigit, type WordRun } from "./number-literals.js";

/** Words `from` up to and without `to`. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
}

/** The longest run of adjectives before a counted noun. */
const LONGEST = 6;

/**
 * @param at index of the first word that may belong to it
 * @param isShare behind "percent of" or a measure: any noun will do, in the singular too
 */
export function readNoun(
  run: WordRun,
  at: number,
  table: FigureWords,
  isShare = false,
): NounPhrase | null {
  if (at >= run.limit) return null;
  const to = SHAPES[table.shape](run, at, table, isShare);
  return to > at ? { from: at, to } : null;
}

type Shape = (run: WordRun, at: number, table: FigureWords, isShare: boolean) => number;

const SHAPES: Readonly<Record<FigureWords["shape"], Shape>> = {
  english: (run, at, table, isShare) => readEnglish(run, at, table, isShare),
  romance: (run, at, table, isShare) => readRomance(run, at, table, isShare, /[^s]s$|ux$/),
  italian: (run, at, table, isShare) => readRomance(run, at, table, isShare, /[ie]$/),
  german: readGerman,
  turkish: readTurkish,
  russian: readRussian,
  arabic: readArabic,
  greek: readGreek,
};

const written = ({ text, words }: WordRun, at: number): string =>
  text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);
const lowOf = ({ words }: WordRun, at: number): string => words[at]?.folded ?? "";

/**
 * Whether a noun phrase goes on to the word: no stop and no number, a space or a hyphen before it;
 * before the first word no hyphen (`15-member`), but the point of a shortened multiplier.
 */
function goesOn(run: WordRun, at: number, table: FigureWords, isFirst: boolean): boolean {
  if (at >= run.limit) return false;
  const gap = gapBefore(run, at);
  const isOpen =
    gap === " " ||
    /^[ \u00a0\u202f\n]$/.test(gap) ||
    (isFirst ? gap === ". " : /^(?:[-‑'’]|\. )$/.test(gap));
  if (!isOpen) return false;
  const low = lowOf(run, at);
  return !table.stops.has(low) && !table.numbers.has(low) && !isDigit(low.charCodeAt(0));
}

/** Up to and with the first plural, and one joined by "and" or "of". */
function readEnglish(run: WordRun, at: number, table: FigureWords, isShare: boolean): number {
  if (table.states.has(lowOf(run, at)) && !isShare && /^[ \u00a0]$/.test(gapBefore(run, at)))
    return at + 1 < run.limit && isPluralEnglish(run, at + 1) && goesOn(run, at + 1, table, false)
      ? at + 2
      : at + 1;
  let to = at;
  while (to < at + LONGEST && goesOn(run, to, table, to === at)) {
    to += 1;
    if (isPluralEnglish(run, to - 1)) return isShare ? to : withMore(run, to, table);
  }
  if (!isShare || to === at) return at;
  return Math.min(to, at + 3);
}

function isPluralEnglish(run: WordRun, at: number): boolean {
  const low = lowOf(run, at);
  if (IRREGULAR_PLURALS.has(low)) return true;
  if (/(?:ese|ish)$/.test(low)) return /^\p{Lu}\p{Ll}/u.test(written(run, at));
  if (!/[a-z]{2}s$/.test(low) || /(?:ss|us|is|ous)$/.test(low)) return false;
  const end = run.words[at]?.end ?? 0;
  return !/^['’]s?\b/.test(run.text.slice(end, end + 3));
}

/** "fighters | and mercenaries", "members | of parliament". */
function withMore(run: WordRun, to: number, table: FigureWords): number {
  const link = lowOf(run, to);
  if (to + 1 >= run.limit || (link !== "and" && link !== "of")) return to;
  if (gapBefore(run, to) !== " " || !goesOn(run, to + 1, table, false)) return to;
  if (link === "of") return /^\p{Ll}/u.test(written(run, to + 1)) ? to + 2 : to;
  if (isPluralEnglish(run, to + 1)) return to + 2;
  if (/(?:ing|ed)$/.test(lowOf(run, to + 1))) return to;
  const isPair = goesOn(run, to + 2, table, false) && isPluralEnglish(run, to + 2);
  return isPair ? to + 3 : to;
}

/** A plural noun and the plural adjectives around it. */
function readRomance(
  run: WordRun,
  at: number,
  table: FigureWords,
  isShare: boolean,
  plural: RegExp,
): number {
  let first = at;
  // "millions de personnes", "d'habitants": the link is not counted.
  if (isLink(lowOf(run, first)) && first + 1 < run.limit) first += 1;
  let to = first;
  while (to < first + 3 && goesOn(run, to, table, to === first || to === at + 1)) {
    if (!plural.test(lowOf(run, to)) && !(isShare && to === first)) break;
    to += 1;
  }
  return to > first ? to : at;
}

const isLink = (low: string): boolean =>
  low === "de" || low === "d" || low === "di" || low === "des";

/** Where the noun behind a link starts. */
export function withoutLink(
  run: WordRun,
  { from, to }: NounPhrase,
  { shape }: FigureWords,
): NounPhrase {
  const isRomance = shape === "romance" || shape === "italian";
  return { from: isRomance && isLink(lowOf(run, from)) ? from + 1 : from, to };
}

/** Adjectives in lower case up to the noun with its capital. */
function readGerman(run: WordRun, at: number, table: FigureWords): number {
  for (let to = at; to < at + 4 && goesOn(run, to, table, to === at); to += 1) {
    const word = written(run, to);
    if (/^\p{Lu}/u.test(word)) return to + 1;
    if (!/(?:e|en|er|em|es)$/.test(lowOf(run, to))) return at;
  }
  return at;
}

/** Adjectives by their endings, then one noun; a verb is none. */
function readTurkish(run: WordRun, at: number, table: FigureWords): number {
  for (let to = at; to < at + 4 && goesOn(run, to, table, to === at); to += 1) {
    const low = lowOf(run, to);
    if (TURKISH_VERB.test(low) && !table.counted.has(low)) return to;
    const goes = TURKISH_ADJECTIVE.test(low) && goesOn(run, to + 1, table, false);
    if (!goes || TURKISH_VERB.test(lowOf(run, to + 1))) return to + 1;
  }
  return at;
}

const TURKISH_VERB =
  /(?:[dt][iu](?:r|lar|ler)?|yor|mis|mus|acak|ecek|[dt][iu]g[iu]n?[iu]?|erek|arak|makta|mekte|ldi|ndi|tirildi)$/;
const TURKISH_ADJECTIVE =
  /^(?:parali|silahli|yabanci|yarali|eski|yeni|kadin|erkek|cocuk|sivil|genc|agir|hafif|ayri|farkli|yerli|buyuk|kucuk|yasadisi|.{3,}(?:siz|suz|sel|sal|gelen))$|^(?!(?:yuzyil|polis|vali)).{4,}(?:li|lu)$/;

/** Adjectives in the genitive plural, then one noun. */
function readRussian(run: WordRun, at: number, table: FigureWords): number {
  for (let to = at; to < at + 5 && goesOn(run, to, table, to === at); to += 1) {
    const low = lowOf(run, to);
    if (RUSSIAN_VERB.test(low)) return to;
    if (!RUSSIAN_ADJECTIVE.test(low)) return to + 1;
    if (!goesOn(run, to + 1, table, false)) return to + 1;
    if (table.states.has(low)) return to + 1;
  }
  return at;
}

const RUSSIAN_VERB = /(?:лись|лась|лось|ются|ется|утся|ится|или|али|ели|ыли|ела|ала|ила)$/;
const RUSSIAN_ADJECTIVE = /.{2}(?:ых|их|ые|ие|ого|ными|ая)$/;

/** The noun, then an adjective of relation. */
function readArabic(run: WordRun, at: number, table: FigureWords): number {
  if (!goesOn(run, at, table, true)) return at;
  const isAdjective =
    goesOn(run, at + 1, table, false) && ARABIC_ADJECTIVE.test(lowOf(run, at + 1));
  return isAdjective ? at + 2 : at + 1;
}

const ARABIC_ADJECTIVE = /^(?!ال|علي$|الي$|في$|ولي$)[\u0621-\u064a]{3,}(?:ي|يا|يه|ية|يين|يون)$/;

/** Adjectives with the ending of the noun behind them. */
function readGreek(run: WordRun, at: number, table: FigureWords): number {
  if (!goesOn(run, at, table, true)) return at;
  const low = lowOf(run, at);
  const isAdjective = /(?:οι|ουσ|εσ|α|ων)$/.test(low) && !table.counted.has(low);
  const ending = /(?:εσ|οι|ουσ|α|ων)$/;
  return isAdjective && goesOn(run, at + 1, table, false) && ending.test(lowOf(run, at + 1))
    ? at + 2
    : at + 1;
}
