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
  const quoted = cursor(quotations);
  const named = cursor(names);
  const { text } = sentence;
  for (let at = 0; at < text.length; ) {
    if (isSpace(text, at)) {
      at += 1;
      continue;
    }
    const to = endOfToken(text, at);
    const start = sentence.start + at;
    const form = formOf(text.slice(at, to));
    tokens.push({
      start,
      end: sentence.start + to,
      text: form.text,
      low: form.low,
      isWord: form.isWord,
      isPossessive: form.isPossessive,
      isCapital: form.isCapital,
      isQuoted: quoted(start) !== null,
      name: named(start),
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

const forms = new Map<string, Form>();
const KEPT_FORMS = 20_000;

/** What a token is by its letters alone. */
function formOf(text: string): Form {
  const kept = forms.get(text);
  if (kept !== undefined) return kept;
  const isWord = /^[\p{L}\p{N}]/u.test(text);
  const base = text.replace(POSSESSIVE, "");
  const form = {
    text,
    low: isWord ? fold(base) : text,
    isWord,
    isPossessive: isWord && base !== text,
    isCapital: /^(?:\p{Ll}{1,3}-)?\p{Lu}/u.test(text),
  };
  if (forms.size >= KEPT_FORMS) forms.clear();
  if (text.length <= LONGEST_FORM) forms.set(text, form);
  return form;
}

/** Longer tokens are most likely no words and come once. */
const LONGEST_FORM = 40;

const POSSESSIVE = /['’ʼ]s$/u;

/** The range of a sorted list that covers an offset; offsets must be asked for in order. */
function cursor<T extends { readonly start: number; readonly end: number }>(
  ranges: readonly T[],
): (offset: number) => T | null {
  let index = -1;
  return (offset) => {
    if (index < 0) index = firstEndingAfter(ranges, offset);
    while (index < ranges.length && (ranges[index]?.end ?? 0) <= offset) index += 1;
    const range = ranges[index];
    return range !== undefined && range.start <= offset ? range : null;
  };
}

function firstEndingAfter(ranges: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
