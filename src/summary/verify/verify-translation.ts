/**
 * A translated sentence and its passage to whether it may be printed beside it: numbers, dates,
 * names, quotation marks and negation agree. Weaker than the rules for a rewording: what it says
 * between these is not looked at, and it never counts as verified.
 */
import { findWrittenNumbers } from "../../analysis/index.js";
import type { RewriteFault, RewriteRule, RewriteVerdict } from "../../model/rewrite.js";
import { findPlainDates } from "../../text/dates/index.js";
import { fold } from "../../text/fold.js";
import { numbersIn } from "../../text/numbers.js";
import { splitSentences } from "../../text/sentences.js";
import { splitWords } from "../../text/words.js";
import { type Alias, aliasAt, indexAliases } from "./aliases.js";
import { findQuoted } from "./find-quoted.js";
import { checkShape, LONGEST_PASSAGE } from "./rules/shape.js";
import { countNegations } from "./words/negations.js";

export interface TranslationContext {
  /** BCP 47 tag of the passage. */
  readonly from: string;
  /** BCP 47 tag of the translation. */
  readonly to: string;
  /** Names in all languages. */
  readonly aliases: readonly Alias[];
}

export function verifyTranslation(
  translation: string,
  passage: string,
  { from, to, aliases }: TranslationContext,
): RewriteVerdict {
  const shape = checkShape(translation, `${passage} ${passage}`.slice(0, LONGEST_PASSAGE), to);
  const source = { text: passage, language: from, aliases };
  const target = { text: translation, language: to, aliases };
  const faults = shape.length > 0 ? shape : RULES.flatMap((rule) => rule(source, target));
  return { accepted: faults.length === 0, faults };
}

interface Text {
  readonly text: string;
  readonly language: string;
  readonly aliases: readonly Alias[];
}

type TranslationRule = (source: Text, target: Text) => RewriteFault[];

const fault = (rule: RewriteRule, words: string): RewriteFault => ({ rule, words, place: null });

/** What one has more often than the other. */
function unmatched(left: readonly string[], right: readonly string[]): string[] {
  const rest = [...right];
  const missing = left.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...missing, ...rest];
}

function sameNumbers(source: Text, target: Text): RewriteFault[] {
  return unmatched(valuesOf(source), valuesOf(target)).map((value) => fault("number", value));
}

function valuesOf({ text, language }: Text): string[] {
  const dates = findPlainDates(text, language);
  const isDated = (at: number) => dates.some(({ start, end }) => at >= start && at < end);
  const numbers = findWrittenNumbers(text, language).filter(({ start }) => !isDated(start));
  const bare = text.replace(/\p{Nd}[\p{Nd}.,٬٫'’\u00a0\u202f]*/gu, (digits, at: number) =>
    isDated(at) || numbers.some(({ start, end }) => at >= start && at < end) ? " " : digits,
  );
  return [...numbers.map(({ value }) => String(value)), ...numbersIn(bare).map(String)];
}

function sameDates(source: Text, target: Text): RewriteFault[] {
  return unmatched(datesOf(source), datesOf(target)).map((words) => fault("date", words));
}

function datesOf({ text, language }: Text): string[] {
  return findPlainDates(text, language).map(
    ({ start: _, end: __, text: ___, tense: ____, ...fields }) =>
      JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** Names of the table are the same ones; other capitals of the translation stand in the passage. */
function sameNames(source: Text, target: Text): RewriteFault[] {
  const [left, right] = [namesOf(source), namesOf(target)];
  const known = unmatched([...new Set(left.known)], [...new Set(right.known)]);
  const letters = ` ${fold(source.text)} `;
  const strange = right.others.filter((word) => !letters.includes(fold(word)));
  return [...known, ...strange].map((words) => fault("name", words));
}

function namesOf({ text, language, aliases }: Text): { known: string[]; others: string[] } {
  const words = splitWords(text);
  const index = indexAliases(aliases);
  const starts = new Set(splitSentences(text, language).map(({ start }) => start));
  const known: string[] = [];
  const others: string[] = [];
  for (let at = 0; at < words.length; ) {
    const alias = aliasAt(words, at, index);
    const word = words[at];
    if (alias !== null) known.push(alias.id);
    else if (word !== undefined && !starts.has(word.start)) {
      const written = text.slice(word.start, word.end);
      if (/^\p{Lu}\p{L}/u.test(written) && !opensQuotation(text, word.start)) others.push(written);
    }
    at += alias?.length ?? 1;
  }
  const isDated = new Set(
    findPlainDates(text, language).flatMap(({ text: date }) => date.split(/\s+/)),
  );
  return { known, others: others.filter((word) => !isDated.has(word)) };
}

const opensQuotation = (text: string, at: number): boolean => /["“„«]\s?$/.test(text.slice(0, at));

function sameQuotations(source: Text, target: Text): RewriteFault[] {
  const isSame = findQuoted(source.text).length === findQuoted(target.text).length;
  return isSame ? [] : [fault("quotation", "")];
}

function sameNegations(source: Text, target: Text): RewriteFault[] {
  const left = countNegations(source.text, source.language);
  const right = countNegations(target.text, target.language);
  if (left === null) return [fault("language", source.language)];
  if (right === null) return [fault("language", target.language)];
  return left > 0 === right > 0 ? [] : [fault("polarity", "")];
}

const RULES: readonly TranslationRule[] = [
  sameNumbers,
  sameDates,
  sameNames,
  sameQuotations,
  sameNegations,
];
