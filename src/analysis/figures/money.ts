/** A number to the sum of money that it is, by the sign, code or name of a currency (ISO 4217) beside it. */
import type { FigureWords } from "./figure-words.js";
import { DOLLARS, SIGNS } from "./measure-words.js";
import { gapBefore, type NumberLiteral, type WordRun } from "./number-literals.js";
import { measureBehind, startOf, type UnitReading, withOf } from "./unit-words.js";

export function readMoney(
  run: WordRun,
  number: NumberLiteral,
  at: number,
  table: FigureWords,
): UnitReading | null {
  const before = signBefore(run, number, at);
  if (before !== null) return ofMoney(run, number, before, table);
  const behind = signBehind(run, number);
  if (behind !== null) return behind;
  const found = measureBehind(run, number, table);
  if (found?.word.kind !== "money") return null;
  const end = run.words[found.next - 1]?.end ?? number.end;
  const from = startOf(run, found.from);
  return withOf(
    run,
    {
      measure: found.unit,
      noun: null,
      start: number.start,
      end,
      wordsFrom: from,
      next: found.next,
    },
    table,
  );
}

/** `40 €`; a sign with digits behind it is theirs. */
function signBehind({ text }: WordRun, number: NumberLiteral): UnitReading | null {
  const { start, next } = number;
  const at = /[\s\u00a0\u202f]/.test(text[number.end] ?? "") ? number.end + 1 : number.end;
  const measure = SIGNS[text[at] ?? ""];
  if (measure === undefined || /^ ?\p{Nd}/u.test(text.slice(at + 1, at + 3))) return null;
  return { measure, noun: null, start, end: at + 1, wordsFrom: at, next };
}

/** A sign or a code right before the number: `US$`, `€`, `USD 40`. */
function signBefore(
  { text, words }: WordRun,
  { start }: NumberLiteral,
  at: number,
): { readonly unit: string; readonly start: number } | null {
  const mark = text[start - 1] === " " || text[start - 1] === "\u00a0" ? start - 2 : start - 1;
  const sign = SIGNS[text[mark] ?? ""];
  if (sign !== undefined) {
    const letters = /[A-Z]{1,2}$/.exec(text.slice(Math.max(0, mark - 2), mark))?.[0] ?? "";
    const own = sign === "USD" ? DOLLARS[letters.toLowerCase()] : undefined;
    return own === undefined
      ? { unit: sign, start: mark }
      : { unit: own, start: mark - letters.length };
  }
  const word = words[at - 1];
  if (word === undefined || word.end + 1 !== start || text[word.end] !== " ") return null;
  if (word.end - word.start !== CODE_LENGTH) return null;
  const code = text.slice(word.start, word.end);
  return /^(?:USD|EUR|GBP|TRY|RUB|JPY|CNY|CHF|AED|SAR|INR)$/.test(code)
    ? { unit: code, start: word.start }
    : null;
}

const CODE_LENGTH = 3;

/** "$377 million | deal", "€2.5bn | in loans". */
function ofMoney(
  run: WordRun,
  number: NumberLiteral,
  { unit, start }: { readonly unit: string; readonly start: number },
  table: FigureWords,
): UnitReading {
  const found = measureBehind(run, number, table);
  const isNamed = found?.word.kind === "money";
  const next = isNamed ? found.next : number.next;
  const end = isNamed ? (run.words[next - 1]?.end ?? number.end) : number.end;
  const reading = {
    measure: isNamed ? found.unit : unit,
    noun: null,
    start,
    end,
    wordsFrom: start,
    next,
  };
  const rated = withOf(run, reading, table);
  if (rated.noun !== null || table.shape !== "english" || rated.measure !== reading.measure)
    return rated;
  const behind = /^[ -]$/.test(gapBefore(run, next))
    ? run.text.slice(startOf(run, next), run.words[next]?.end)
    : "";
  if (!ATTRIBUTED.test(behind)) return rated;
  return {
    ...rated,
    noun: { from: next, to: next + 1 },
    end: run.words[next]?.end ?? end,
    next: next + 1,
  };
}

/** Singular nouns that a sum of money stands before. */
const ATTRIBUTED =
  /^(?:deals?|contracts?|loans?|projects?|budgets?|funds?|packages?|fines?|investments?|bonds?|grants?|programmes?|programs?|plans?|bailouts?|debts?|deficits?|surplus|surpluses|bids?|offers?|takeovers?|acquisitions?|mergers?|rescues?|sales?|purchases?|orders?|lawsuits?|settlements?|rewards?|donations?|facility|facilities|stakes?|cuts?|increases?|bills?|gifts?|ransoms?|prizes?|mansions?|homes?|houses?|stimulus|pledges?|credits?|profits?|loss|losses|charges?|bonus|bonuses|transactions?|agreements?|aid)$/;
