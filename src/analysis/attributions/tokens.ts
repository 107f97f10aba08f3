/** Sentence to the tokens that clause rules read: words and marks, with what stands in quotation. */
import type { NameUse, Span } from "../../model/analysis.js";
import { fold } from "../../text/fold.js";
import type { Quotation } from "./quotations.js";
import { endOfToken } from "./token-scanner.js";

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded, a possessive ending cut off. */
  readonly low: string;
  readonly isWord: boolean;
  readonly isPossessive: boolean;
  /** Starts with a capital letter, an article aside: `al-Menfi`. */
  readonly isCapital: boolean;
  /** Stands between quotation marks, or is one. */
  readonly isQuoted: boolean;
  /** The name that covers the token. */
  readonly name: NameUse | null;
}

/** Splits a sentence; offsets count in the whole text. */
export function readTokens(
  sentence: Span,
  quotations: readonly Quotation[],
  names: readonly NameUse[],
): Token[] {
  const tokens: Token[] = [];
  const { text, start: offset } = sentence;
  let quotation = firstEndingAfter(quotations, offset);
  let nextName = firstEndingAfter(names, offset);
  for (let at = 0; at < text.length; ) {
    if (isSpace(text, at)) {
      at += 1;
      continue;
    }
    const to = endOfToken(text, at);
    const start = offset + at;
    const form = formOf(text, at, to);
    quotation = skipEnded(quotations, quotation, start);
    nextName = skipEnded(names, nextName, start);
    tokens.push({
      start,
      end: offset + to,
      text: form.text,
      low: form.low,
      isWord: form.isWord,
      isPossessive: form.isPossessive,
      isCapital: form.isCapital,
      isQuoted: covering(quotations, quotation, start) !== null,
      name: covering(names, nextName, start),
    });
    at = to;
  }
  return tokens;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(text[at] ?? "");
}

type Form = Pick<Token, "text" | "low" | "isWord" | "isPossessive" | "isCapital">;

/** Forms by a number for their letters: each has two places, of which the latest takes the first. */
const forms: (Form | null)[] = new Array(1 << 15).fill(null);
/** Longer tokens are most likely no words and come once. */
const LONGEST_FORM = 40;

/** What a token is by its letters alone. */
function formOf(text: string, from: number, to: number): Form {
  if (to - from > LONGEST_FORM) return readForm(text.slice(from, to));
  let hash = to - from;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  const place = (hash ^ (hash >>> 15)) & (forms.length - 1);
  const first = forms[place] ?? null;
  if (first !== null && stands(first.text, text, from, to)) return first;
  const second = forms[place ^ 1] ?? null;
  if (second !== null && stands(second.text, text, from, to)) return second;
  const form = readForm(text.slice(from, to));
  forms[place ^ 1] = first;
  forms[place] = form;
  return form;
}

function stands(form: string, text: string, from: number, to: number): boolean {
  if (form.length !== to - from) return false;
  for (let at = from; at < to; at += 1) {
    if (form.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  }
  return true;
}

function readForm(slice: string): Form {
  // A copy, as a slice would keep all of its text alive.
  const text = ` ${slice}`.slice(1);
  if (isNumber(text)) {
    return { text, low: text, isWord: true, isPossessive: false, isCapital: false };
  }
  const isWord = /^[\p{L}\p{N}]/u.test(text);
  const base = text.replace(POSSESSIVE, "");
  return {
    text,
    low: isWord ? fold(base) : text,
    isWord,
    isPossessive: isWord && base !== text,
    isCapital: /^(?:\p{Ll}{1,3}-)?\p{Lu}/u.test(text),
  };
}

/** Most tokens that no text before had are figures: `14.7`, `20,000`. */
function isNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x30 || first > 0x39) return false;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code < 0x30 || code > 0x39) && code !== 0x2c && code !== 0x2e) return false;
  }
  return true;
}

const POSSESSIVE = /['’ʼ]s$/u;

interface Range {
  readonly start: number;
  readonly end: number;
}

function skipEnded(ranges: readonly Range[], index: number, offset: number): number {
  let at = index;
  while (at < ranges.length && (ranges[at]?.end ?? 0) <= offset) at += 1;
  return at;
}

function covering<T extends Range>(ranges: readonly T[], index: number, offset: number): T | null {
  if (index >= ranges.length) return null;
  const range = ranges[index];
  return range !== undefined && range.start <= offset ? range : null;
}

/** Index in a sorted list. */
export function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
