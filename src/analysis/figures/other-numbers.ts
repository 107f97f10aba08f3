/** Numbers that are no figures: days, years, spans of time, parts of names. */
import { readNoun } from "./counted-nouns.js";
import type { FigureWords } from "./figure-words.js";
import { gapBefore, type NumberLiteral, type WordRun } from "./number-literals.js";
import type { UnitReading } from "./unit-words.js";

/** A bare year counts people alone, a number word only what can be counted; spans of time are no figures. */
export function isCountable(
  run: WordRun,
  at: number,
  number: NumberLiteral,
  { measure, noun }: UnitReading,
  table: FigureWords,
): boolean {
  if (measure !== null && measure !== "percent" && noun === null) return true;
  const head = noun === null ? "" : (run.words[noun.to - 1]?.folded ?? "");
  const start = noun === null ? "" : (run.words[noun.from]?.folded ?? "");
  if (
    measure === null &&
    (isTime(head, table) ||
      isTime(start, table) ||
      (isTime(run.words[(noun?.from ?? 0) + 1]?.folded ?? "", table) &&
        (noun?.to ?? 0) > (noun?.from ?? 0) + 1))
  )
    return false;
  if (measure === null && table.namesBehind.has(start)) return false;
  const isKnown = table.counted.has(head) || table.counted.has(start);
  if (isYear(run, number) && measure === null) {
    return isKnown && !YEAR_BEFORE.test(run.words[at - 1]?.folded ?? "");
  }
  const isOneWord = number.isWords && number.next === at + 1;
  const isVague = isOneWord && !HAS_PLURALS.has(table.shape);
  return !isVague || isKnown || measure !== null;
}

const HAS_PLURALS: ReadonlySet<string> = new Set(["english", "romance", "italian", "german"]);
const YEAR_BEFORE =
  /^(?:in|since|by|of|the|from|until|late|early|mid|and|to|en|de|le|la|du|depuis|seit|im|dal|nel|desde|в|с|до|по|عام|سنة|το|του)$/;

const isTime = (word: string, { times }: FigureWords): boolean => times.has(word);

function isYear({ text }: WordRun, { start, end, isSpelt }: NumberLiteral): boolean {
  return !isSpelt && end - start === 4 && /^(?:1[5-9]|20|21|٢٠|١٩)/.test(text.slice(start, end));
}

/** A day of a month. */
export function isDay(
  run: WordRun,
  at: number,
  number: NumberLiteral,
  first: number,
  table: FigureWords,
): boolean {
  if (number.isSpelt) return false;
  const { words, limit, text } = run;
  const behind = number.next < limit ? (words[number.next]?.folded ?? "") : "";
  const isLinked = behind === "de" || behind === "d" || behind === "of";
  const month = isLinked ? (words[number.next + 1]?.folded ?? "") : behind;
  const gap = gapBefore(run, number.next);
  if (
    table.months.has(month) &&
    /^[.\s'’]{0,2}$/.test(gap) &&
    isCapitalMay(run, isLinked ? number.next + 1 : number.next, month)
  )
    return true;
  const before = at > first ? (words[at - 1]?.folded ?? "") : "";
  if (
    !table.months.has(before) ||
    !/^\.?,?[ \u00a0]$/.test(text.slice(words[at - 1]?.end, number.start))
  )
    return false;
  return isCapitalMay(run, at - 1, before);
}

/** "may" is a verb too. */
function isCapitalMay({ text, words }: WordRun, at: number, month: string): boolean {
  return month !== "may" || text[words[at]?.start ?? 0] === "M";
}

/** "Article 5", "Group of 20", "France 24": a number that belongs to a name. */
export function isName(
  run: WordRun,
  at: number,
  number: NumberLiteral,
  first: number,
  table: FigureWords,
): boolean {
  if (number.isSpelt || at === first) return false;
  const { text, words } = run;
  const last = words[at - 1];
  const gap = text.slice(last?.end ?? 0, number.start);
  if (last === undefined || !/^(?:\.? |\u00a0)$/.test(gap)) return false;
  const hasPercent =
    /^\s?%/.test(text.slice(number.end, number.end + 2)) ||
    table.percent.has(words[number.next]?.folded ?? "");
  if (hasPercent) return false;
  const isGroup = last.folded === "of" && table.names.has(words[at - 2]?.folded ?? "");
  if (table.names.has(last.folded) || isGroup) return true;
  if (number.isGrouped || number.end - number.start > 3 || table.shape === "german" || gap !== " ")
    return false;
  if (!/^\p{Lu}\p{L}/u.test(text.slice(last.start, last.end)) || at - 1 === first) return false;
  return !isCountedPlace(run, at, number, table);
}

/** "In Lagos 20 people …": known nouns behind the number, and in English a preposition before the place. */
function isCountedPlace(
  run: WordRun,
  at: number,
  number: NumberLiteral,
  table: FigureWords,
): boolean {
  const noun = readNoun(run, number.next, table);
  const head = noun === null ? "" : (run.words[noun.to - 1]?.folded ?? "");
  const start = noun === null ? "" : (run.words[noun.from]?.folded ?? "");
  if (!table.counted.has(head) && !table.counted.has(start)) return false;
  return table.shape !== "english" || /^(?:in|at|near|from)$/.test(run.words[at - 2]?.folded ?? "");
}
