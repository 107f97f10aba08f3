/** What stands beside a number to its unit and what it is of: percent, money, a measure, or a count. */
import { readNoun, withoutLink } from "./counted-nouns.js";
import type { FigureWords } from "./figure-words.js";
import { readMoney } from "./money.js";
import { gapBefore, isSoftGap, type NumberLiteral, type WordRun } from "./number-literals.js";
import {
  matchAt,
  measureBehind,
  readOf,
  startOf,
  type UnitReading,
  withOf,
  withRate,
} from "./unit-words.js";

/** @returns null where the number counts nothing */
export function readUnit(
  run: WordRun,
  number: NumberLiteral,
  at: number,
  table: FigureWords,
): UnitReading | null {
  return (
    readPercent(run, number, at, table) ??
    readMoney(run, number, at, table) ??
    readMeasure(run, number, table) ??
    readCount(run, number, table)
  );
}

function readPercent(
  run: WordRun,
  number: NumberLiteral,
  at: number,
  table: FigureWords,
): UnitReading | null {
  const { text } = run;
  const sign = percentSign(text, number.end);
  if (sign !== undefined) {
    return ofShare(
      run,
      { ...number, end: number.end + sign.length },
      number.end + sign.trimEnd().length - 1,
      number.next,
      table,
      "percent",
    );
  }
  if (text[number.start - 1] === "%" || text[number.start - 1] === "٪") {
    const start = number.start - 1;
    return {
      measure: "percent",
      noun: null,
      start,
      end: number.end,
      wordsFrom: start,
      next: number.next,
    };
  }
  const before = at > 0 && isSoftGap(gapBefore(run, at)) ? (run.words[at - 1]?.folded ?? "") : "";
  if (table.percentBefore.has(before)) {
    const start = startOf(run, at - 1);
    return {
      measure: "percent",
      noun: null,
      start,
      end: number.end,
      wordsFrom: start,
      next: number.next,
    };
  }
  const length = matchAt(run, number.next, table.percent)?.length ?? 0;
  if (length === 0 || !isSoftGap(gapBefore(run, number.next))) return null;
  const next = number.next + length;
  const words = run.words.slice(number.next, next).map(({ folded }) => folded);
  const unit = words.some((word) => POINTS.test(word)) ? "percentage points" : "percent";
  return ofShare(
    run,
    { ...number, end: run.words[next - 1]?.end ?? number.end },
    startOf(run, number.next),
    next,
    table,
    unit,
  );
}

/** The sign at an offset with the space before it. */
function percentSign(text: string, at: number): string | undefined {
  if (!isPercent(text[at]) && !isPercent(text[at + 1])) return undefined;
  return /^[\s\u00a0\u202f]?[%٪]/.exec(text.slice(at, at + 2))?.[0];
}

const isPercent = (mark: string | undefined): boolean => mark === "%" || mark === "٪";

const POINTS = /^(?:points?|puan|punt|punkt|пункт|prozentpunkt|نقط|نقاط|μοναδες)/;

/** A share with what it is a share of. */
function ofShare(
  run: WordRun,
  { start, end }: NumberLiteral,
  wordsFrom: number,
  next: number,
  table: FigureWords,
  measure: string,
): UnitReading {
  const noun = readOf(run, next, table);
  if (noun === null) return { measure, noun, start, end, wordsFrom, next };
  return {
    measure,
    noun,
    start,
    end: run.words[noun.to - 1]?.end ?? end,
    wordsFrom,
    next: noun.to,
  };
}

function readMeasure(run: WordRun, number: NumberLiteral, table: FigureWords): UnitReading | null {
  const found = measureBehind(run, number, table);
  if (found === null || found.word.kind === "money") return null;
  const perHour =
    found.unit === "km" &&
    /^\/(?:h|sa)\b/.test(
      run.text.slice(
        run.words[found.next - 1]?.end ?? 0,
        (run.words[found.next - 1]?.end ?? 0) + 4,
      ),
    );
  const end = (run.words[found.next - 1]?.end ?? number.end) + (perHour ? 2 : 0);
  const wordsFrom = startOf(run, found.from);
  const measure = perHour ? "km/h" : found.unit;
  const reading = {
    measure,
    noun: null,
    start: number.start,
    end,
    wordsFrom,
    next: found.next + (perHour ? 1 : 0),
  };
  const isLength = found.word.kind === "length" && table.shape !== "english";
  const told = isLength ? withRate(run, reading, table) : withOf(run, reading, table);
  if (told.noun !== null || told.measure !== measure) return withLateRate(run, told, table);
  const isPlain =
    found.word.kind === "weight" && !/^(?:english|romance|italian)$/.test(table.shape);
  const noun = isPlain ? readNoun(run, reading.next, table, true) : null;
  if (noun === null) return reading;
  return withLateRate(
    run,
    { ...reading, noun, end: run.words[noun.to - 1]?.end ?? end, next: noun.to },
    table,
  );
}

/** "barrels of oil | a day". */
function withLateRate(run: WordRun, reading: UnitReading, table: FigureWords): UnitReading {
  return reading.noun === null ? reading : withRate(run, reading, table);
}

function readCount(run: WordRun, number: NumberLiteral, table: FigureWords): UnitReading | null {
  let at = number.next;
  if (
    table.shape === "english" &&
    (run.words[at]?.folded === "of" || (run.words[at]?.folded === "more" && !number.isWords))
  )
    at += 1;
  const noun = readNoun(run, at, table);
  if (noun === null) return null;
  const { from, to } = withoutLink(run, noun, table);
  const end = run.words[to - 1]?.end ?? number.end;
  const reading = {
    measure: null,
    noun: { from, to },
    start: number.start,
    end,
    wordsFrom: startOf(run, from),
    next: to,
  };
  return withLateRate(run, reading, table);
}
