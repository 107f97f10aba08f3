/** Sentence to its tokens: dates, numbers, known names, then words by the class that a language gives them. */
import { findWrittenNumbers } from "../../analysis/index.js";
import { findPlainDates } from "../../text/dates/index.js";
import { parseNumber } from "../../text/numbers.js";
import { splitSentences } from "../../text/sentences.js";
import { stemmerFor } from "../../text/stemmer.js";
import { splitWords, type Word } from "../../text/words.js";
import { type AliasIndex, aliasAt } from "./aliases.js";
import { findQuoted } from "./find-quoted.js";
import type { Reading, Token, TokenKind } from "./token.js";
import type { LanguageWords } from "./words/index.js";

export interface ReadingWith {
  readonly language: string;
  readonly words: LanguageWords;
  readonly aliases: AliasIndex;
}

type Draft = Omit<Token, "quotation" | "runsOn">;

export function readTokens(text: string, means: ReadingWith): Reading {
  const quotations = findQuoted(text);
  const drafts = [...readWords(text, means), ...readMarks(text, means.language)];
  drafts.sort((a, b) => a.start - b.start);
  const tokens = drafts.map((draft, at) => ({
    ...draft,
    quotation: quotations.findIndex(({ start, end }) => draft.start >= start && draft.end <= end),
    runsOn: text.slice(draft.end, drafts[at + 1]?.start ?? draft.end + 2) === "-",
  }));
  return { text, tokens, quotations };
}

function readWords(text: string, means: ReadingWith): Draft[] {
  const words = splitWords(text);
  const spans = [...findDates(text, means.language), ...findNumbers(text, means.language)];
  const starts = new Set(splitSentences(text, means.language).map(({ start }) => start));
  const drafts: Draft[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    const span = spans.find(({ start, end }) => start < word.end && word.start < end);
    const alias =
      span === undefined || span.kind === "number" ? aliasAt(words, at, means.aliases) : null;
    const read =
      alias !== null
        ? readAlias(words, at, alias)
        : span !== undefined
          ? readSpan(words, at, span)
          : readWord(text, words, at, means, drafts, starts);
    drafts.push(...read.drafts);
    at = Math.max(at + 1, read.next);
  }
  return drafts;
}

interface Read {
  readonly drafts: readonly Draft[];
  readonly next: number;
}

function readAlias(
  words: readonly Word[],
  at: number,
  { id, length }: { readonly id: string; readonly length: number },
): Read {
  const start = words[at]?.start ?? 0;
  const end = words[at + length - 1]?.end ?? start;
  const key = `entity:${id}`;
  return {
    drafts: [{ kind: "name", key, form: key, start, end, isCapital: true }],
    next: at + length,
  };
}

interface Span {
  readonly kind: "date" | "number";
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function readSpan(words: readonly Word[], at: number, span: Span): Read {
  let next = at;
  while ((words[next]?.start ?? Infinity) < span.end) next += 1;
  return { drafts: [{ ...span, form: span.key, isCapital: false }], next };
}

/** By what they say, not by how they say it: `May 3` and `3 May` are one. */
function findDates(text: string, language: string): Span[] {
  return findPlainDates(text, language).map(
    ({ start: from, end, text: words, tense: _, ...fields }) => {
      const start = from + (LEADING.exec(words)?.[0].length ?? 0);
      const isYear = fields.kind === "year";
      const says = fields.kind === "vague" ? words.toLowerCase() : JSON.stringify(sorted(fields));
      return { kind: "date", key: isYear ? `year:${fields.year}` : `date:${says}`, start, end };
    },
  );
}

/** What ties a date to its sentence is a word of its own. */
const LEADING = /^(?:since|until|till|before|after|by|in|on|during|from)\s+/i;

function sorted(fields: object): [string, unknown][] {
  return Object.entries(fields)
    .map(([name, value]): [string, unknown] => [
      name,
      value !== null && typeof value === "object" ? sorted(value) : value,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function findNumbers(text: string, language: string): Span[] {
  return findWrittenNumbers(text, language).map(({ start, end, value }) => ({
    kind: "number",
    key: isYear(text.slice(start, end)) ? `year:${value}` : `number:${value}`,
    start,
    end,
  }));
}

const isYear = (written: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(written);

function readWord(
  text: string,
  words: readonly Word[],
  at: number,
  { words: table, language }: ReadingWith,
  before: readonly Draft[],
  starts: ReadonlySet<number>,
): Read {
  const word = words[at];
  if (word === undefined) return { drafts: [], next: at + 1 };
  const { start, end } = word;
  const written = text.slice(start, end);
  if (/^\p{Nd}/u.test(written)) {
    const key = `number:${parseNumber(written)}`;
    return {
      drafts: [{ kind: "number", key, form: key, start, end, isCapital: false }],
      next: at + 1,
    };
  }
  if (word.folded === "per" && words[at + 1]?.folded === "cent") {
    const key = "measure:percent";
    const last = words[at + 1]?.end ?? end;
    return {
      drafts: [{ kind: "word", key, form: key, start, end: last, isCapital: false }],
      next: at + 2,
    };
  }
  const phrase = boundAt(text, words, at, table);
  if (phrase !== null) {
    const key = `bound:${phrase.meaning}`;
    const last = words[at + phrase.length - 1]?.end ?? end;
    return {
      drafts: [{ kind: "bound", key, form: key, start, end: last, isCapital: false }],
      next: at + phrase.length,
    };
  }
  const isHyphened = /[-‐‑]/.test((text[start - 1] ?? " ") + (text[end] ?? " "));
  if (word.folded === "one" && !isHyphened) {
    const key = "number:1";
    return {
      drafts: [{ kind: "number", key, form: key, start, end, isCapital: false }],
      next: at + 1,
    };
  }
  const low = contracted(word.folded, words[at + 1], text);
  const opens = starts.has(start) || before.length === 0 || /["“„«]\s*$/.test(text.slice(0, start));
  const isCapital = /^\p{Lu}/u.test(written);
  const kind = kindOf(low.word, isHyphened, isCapital && !opens, table);
  const form = table.equals.get(spelling(low.word)) ?? spelling(low.word);
  const key = keyOf(form, kind, table, language);
  const draft = { kind, key, form: /^measure:/.test(key) ? key : form, start, end, isCapital };
  if (!low.negated) return { drafts: [draft], next: at + 1 };
  const not = {
    kind: "negation",
    key: "not",
    form: "not",
    start: end,
    end,
    isCapital: false,
  } as const;
  return { drafts: [draft, not], next: at + 2 };
}

/** `didn't` is "did" and "not". */
function contracted(
  folded: string,
  next: Word | undefined,
  text: string,
): { readonly word: string; readonly negated: boolean } {
  const isNegated =
    next?.folded === "t" && /n$/.test(folded) && /['’]/.test(text[next.start - 1] ?? "");
  if (!isNegated) return { word: folded, negated: false };
  const whole = { won: "will", can: "can", shan: "shall" }[folded];
  return { word: whole ?? folded.slice(0, -1), negated: true };
}

/** `-ise` and `-ize` are one. */
const spelling = (word: string): string =>
  word.replace(/(?<=..[^aeiou])is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)/, "iz");

function kindOf(
  word: string,
  isHyphened: boolean,
  isName: boolean,
  table: LanguageWords,
): TokenKind {
  if (isHyphened) return isName ? "name" : "word";
  if (table.negations.has(word)) return "negation";
  if (table.hedges.has(word)) return "hedge";
  if (table.links.has(word)) return "link";
  if (isFunction(word, table)) return "function";
  if (isName) return "name";
  if (table.quantifiers.has(word)) return "quantifier";
  return table.pronouns.has(word) ? "pronoun" : "word";
}

function isFunction(word: string, table: LanguageWords): boolean {
  const { prepositions, relatives, determiners, coordinators, auxiliaries } = table;
  return (
    prepositions.has(word) ||
    relatives.has(word) ||
    determiners.has(word) ||
    coordinators.has(word) ||
    auxiliaries.has(word)
  );
}

function keyOf(form: string, kind: TokenKind, table: LanguageWords, language: string): string {
  if (kind === "pronoun") return `pronoun:${table.pronouns.get(form) ?? form}`;
  if (kind !== "word" && kind !== "name") return form;
  const measure = table.measures.get(form);
  if (measure !== undefined) return `measure:${measure}`;
  if (table.neutralCues.has(form)) return "cue:say";
  const base = table.alternates.get(form)?.key ?? table.verbForms.get(form)?.base;
  if (base !== undefined) return base;
  const plain = form.replace(/(?<=..)ie[ds]$/, "y");
  return /pl?ly$|ply$/.test(plain) ? plain : stemmerFor(language)(form);
}

/** The longest phrase before a number; "some" and "over" are none elsewhere. */
function boundAt(
  text: string,
  words: readonly Word[],
  at: number,
  { bounds, boundsOfNumbers }: LanguageWords,
): { readonly meaning: string; readonly length: number } | null {
  let best: { meaning: string; length: number } | null = null;
  for (const [phrase, meaning] of bounds) {
    if (!phrase.every((word, offset) => words[at + offset]?.folded === word)) continue;
    const next = words[at + phrase.length];
    const isBefore = next !== undefined && startsNumber(text, next);
    if (!isBefore && phrase.some((word) => boundsOfNumbers.has(word))) continue;
    if (phrase.length > (best?.length ?? 0)) best = { meaning, length: phrase.length };
  }
  return best;
}

function startsNumber(text: string, { start, end, folded }: Word): boolean {
  if (/\p{Nd}/u.test(text.slice(start, end))) return true;
  return findWrittenNumbers(folded, "en").length > 0 || folded === "half" || folded === "one";
}

/** Commas, colons, brackets and dashes between words; full stops where a sentence ends; money and percent signs. */
function readMarks(text: string, language: string): Draft[] {
  const marks: Draft[] = [];
  for (const { 0: written, index } of text.matchAll(/[,;:()["“”„«»\]]|\s[–—-]\s|—|[$€£¥₺%]/gu)) {
    const end = index + written.length;
    if (/\p{Nd}$/u.test(text.slice(0, index)) && /^[,:]\p{Nd}/u.test(text.slice(index))) continue;
    const measure = MEASURES.get(written);
    if (measure === undefined) {
      const key = MARKS.get(written) ?? (/[–—-]/.test(written) ? "—" : written);
      marks.push({ kind: "mark", key, form: key, start: index, end, isCapital: false });
    } else {
      const at = written === "%" ? index : endOfSum(text, end);
      const key = `measure:${measure}`;
      marks.push({ kind: "word", key, form: key, start: at, end: at, isCapital: false });
    }
  }
  for (const { end } of splitSentences(text, language)) {
    marks.push({ kind: "mark", key: ".", form: ".", start: end, end, isCapital: false });
  }
  return marks;
}

/** A sign before a sum counts as the word behind it would: `$40 million`, "40 million dollars". */
function endOfSum(text: string, start: number): number {
  const sum = /^\s?[\d.,]+(?:\s?(?:thousand|million|billion|trillion|bn|mn|m|k))?\b/i.exec(
    text.slice(start),
  );
  return start + (sum?.[0].replace(/[.,\s]+$/, "").length ?? 0);
}

const MARKS = new Map([...'"“”„«»'].map((mark) => [mark, '"']));

const MEASURES = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₺", "TRY"],
  ["%", "percent"],
]);
