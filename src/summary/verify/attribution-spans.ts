/**
 * Tokens to the parts of them that only say who says the rest: speaker, reporting verb, and when or
 * where it was said. What is not plainly one stays part of the sentence, and then nothing may move it.
 */
import type { Reading, Token } from "./token.js";
import { hasContent } from "./token.js";
import type { LanguageWords } from "./words/index.js";

export interface AttributionSpan {
  /** Token indices, half open. */
  readonly from: number;
  readonly to: number;
  readonly cue: number;
  /** Tokens of the speaker, titles and appositions included. */
  readonly subject: { readonly from: number; readonly to: number };
  /** Reports and weighs nothing: one such verb stands for another. */
  readonly isNeutral: boolean;
  /** What it speaks of: the tokens of its part of the sentence. */
  readonly scope: { readonly from: number; readonly to: number };
}

export function findAttributionSpans(
  { tokens }: Reading,
  words: LanguageWords,
): readonly AttributionSpan[] {
  const spans: AttributionSpan[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (at < (spans.at(-1)?.to ?? 0)) continue;
    const floor = spans.at(-1)?.to ?? 0;
    const span = accordingAt(tokens, at, words) ?? verbAt(tokens, at, floor, words);
    if (span !== null && span.from >= (spans.at(-1)?.to ?? 0)) spans.push(span);
  }
  return spans;
}

type Tokens = readonly Token[];

const isMark = (token: Token | undefined): boolean => token === undefined || token.kind === "mark";

function accordingAt(
  tokens: Tokens,
  at: number,
  { according }: LanguageWords,
): AttributionSpan | null {
  if (!according.every((word, offset) => tokens[at + offset]?.form === word)) return null;
  if (!isMark(tokens[at - 1])) return null;
  const start = at + according.length;
  let to = start;
  while (to < tokens.length && !isMark(tokens[to])) to += 1;
  const scope = scopeOf(tokens, at);
  return { from: at, to, cue: at, subject: { from: start, to }, isNeutral: true, scope };
}

function verbAt(
  tokens: Tokens,
  at: number,
  floor: number,
  words: LanguageWords,
): AttributionSpan | null {
  const token = tokens[at];
  if (token === undefined || token.quotation >= 0 || !isCue(tokens, at, words)) return null;
  const isNeutral = words.neutralCues.has(token.form);
  const scope = scopeOf(tokens, at);
  const common = { cue: at, isNeutral, scope };
  if (isInverted(tokens, at, words)) {
    const to = endOfSentence(tokens, at);
    if (tokens.slice(at + 1, to).some((_, offset) => isCue(tokens, at + 1 + offset, words)))
      return null;
    return { ...common, from: at, to, subject: { from: at + 1, to } };
  }
  const subject = Math.max(floor, startOfSubject(tokens, at, words));
  if (subject === at) return null;
  const to = endOfAdjuncts(tokens, at, words);
  const next = tokens[to];
  if (next === undefined || next.key === ".") {
    const isBehind = isMark(tokens[subject - 1]) && subject > 0;
    return isBehind ? { ...common, from: subject, to, subject: { from: subject, to: at } } : null;
  }
  if (next.key === "," && tokens[subject - 1]?.key === ",") {
    return { ...common, from: subject, to, subject: { from: subject, to: at } };
  }
  const before = tokens[subject - 1];
  const opens =
    isMark(before) || before?.kind === "link" || words.coordinators.has(before?.form ?? "");
  if (!opens) return null;
  const from = startOfOpening(tokens, subject, words);
  return { ...common, from, to, subject: { from, to: at } };
}

/** Forms that are nouns as often: they need "that" or a mark behind them. */
const NOUN_LIKE = new Set(
  "report reports claim claims estimate estimates notes state states promise add tell say".split(
    " ",
  ),
);

function isCue(tokens: Tokens, at: number, words: LanguageWords): boolean {
  const token = tokens[at];
  if (token === undefined || token.runsOn || token.kind === "mark") return false;
  const { form } = token;
  if (!words.neutralCues.has(form) && !words.otherCues.has(form)) return false;
  const before = tokens[at - 1];
  if (before !== undefined && /^(?:a|an|the|to|not|of|its|his|their|her)$/.test(before.form))
    return false;
  if (
    before?.kind === "hedge" ||
    before?.kind === "number" ||
    /^be:|^be/.test(auxiliary(before, words))
  )
    return false;
  const next = tokens[at + 1];
  return !NOUN_LIKE.has(form) || form === "say" || next?.form === "that" || isMark(next);
}

const auxiliary = (token: Token | undefined, { auxiliaries }: LanguageWords): string =>
  auxiliaries.get(token?.form ?? "") ?? "";

/** `…," said Maria Lund`: the verb right behind a mark, its speaker behind it. */
function isInverted(tokens: Tokens, at: number, words: LanguageWords): boolean {
  const next = tokens[at + 1];
  if (at === 0 || !isMark(tokens[at - 1]) || isMark(next) || next === undefined) return false;
  // "…, governor of the bank, said it may": the speaker stands before a comma.
  const opensContent = words.opensContent.has(next.form) || next.kind === "pronoun";
  const end = endOfSentence(tokens, at);
  const before = tokens.slice(startOfSentence(tokens, at), at);
  const isAside =
    tokens[at - 1]?.key === "," &&
    !holdsVerb(before, words) &&
    !before.some(({ key }) => key === '"');
  const comma = before.findLastIndex(
    ({ kind }, index) => kind === "mark" && index < before.length - 1,
  );
  const isRelative =
    tokens[at - 1]?.key === "," && words.relatives.has(before[comma + 1]?.form ?? "");
  if (isRelative && comma >= 0) return false;
  const stop = tokens.findIndex(
    (token, index) => index > at && (isMark(token) || words.relatives.has(token.form)),
  );
  if (holdsVerb(tokens.slice(at + 1, stop), words)) return false;
  return !opensContent && !isAside && end > at + 1 && tokens[at - 1]?.key !== ":";
}

/** Whether something that happens stands in it: an auxiliary, a modal, a past form. */
function holdsVerb(tokens: Tokens, { auxiliaries, verbForms }: LanguageWords): boolean {
  return tokens.some(
    ({ form, kind }) =>
      auxiliaries.has(form) ||
      kind === "hedge" ||
      (kind === "word" && (form.endsWith("ed") || verbForms.has(form))),
  );
}

function startOfSentence(tokens: Tokens, at: number): number {
  let start = at;
  while (start > 0 && tokens[start - 1]?.key !== ".") start -= 1;
  return start;
}

function endOfSentence(tokens: Tokens, at: number): number {
  let end = at;
  while (end < tokens.length && tokens[end]?.key !== "." && tokens[end]?.key !== ";") end += 1;
  return end;
}

/** Back from the verb over its subject; over an apposition between commas too. */
function startOfSubject(tokens: Tokens, at: number, words: LanguageWords): number {
  let start = at;
  if (tokens[start - 1]?.key === ",") {
    start -= 2;
    while (start > 0 && !isMark(tokens[start - 1])) start -= 1;
    if (tokens[start - 1]?.key !== ",") return at;
    start -= 1;
  }
  for (;;) {
    if (tokens[start - 1]?.key === ")") start = openingOf(tokens, start - 1);
    if (start <= 0 || endsSubject(tokens[start - 1], words)) return start;
    start -= 1;
  }
}

function openingOf(tokens: Tokens, close: number): number {
  let open = close;
  while (open > 0 && tokens[open]?.key !== "(") open -= 1;
  return open;
}

function endsSubject(
  token: Token | undefined,
  { opensContent, relatives }: LanguageWords,
): boolean {
  if (token === undefined || token.kind === "mark" || token.kind === "link") return true;
  return opensContent.has(token.form) || relatives.has(token.form);
}

/** At the start of a sentence, "On Monday," and "Speaking at a conference," belong to it. */
function startOfOpening(tokens: Tokens, subject: number, words: LanguageWords): number {
  const start = startOfSentence(tokens, subject);
  const opening = tokens.slice(start, subject);
  if (opening.length === 0 || tokens[subject - 1]?.key !== ",") return subject;
  if (opening.some(({ kind, form }) => kind === "link" || words.relatives.has(form)))
    return subject;
  const [first] = opening;
  const isAdjunct =
    first?.kind === "date" ||
    words.prepositions.has(first?.form ?? "") ||
    /^(?:speaking|asked|citing|last|next|meanwhile)$/.test(first?.form ?? "");
  return isAdjunct && !opening.some((_, offset) => isCue(tokens, start + offset, words))
    ? start
    : subject;
}

/** Behind the verb: whom, when, where and how, up to what was said. */
function endOfAdjuncts(tokens: Tokens, cue: number, words: LanguageWords): number {
  const that = tokens.findIndex(
    (token, index) => index > cue && (isMark(token) || words.opensContent.has(token.form)),
  );
  const first = tokens[cue + 1];
  const isAdjunct = (token: Token | undefined) =>
    token !== undefined &&
    (token.kind === "date" ||
      words.prepositions.has(token.form) ||
      token.form === "after" ||
      words.addressees.has(token.form));
  if (that > 0 && words.opensContent.has(tokens[that]?.form ?? "")) {
    if (that === cue + 1 || isAdjunct(first) || isTold(tokens, cue)) return that + 1;
  }
  let to = cue + 1;
  if (isTold(tokens, cue)) to = behindNoun(tokens, to, words);
  for (;;) {
    const next = behindAdjunct(tokens, to, words);
    if (next === to) break;
    to = next;
  }
  const mark = tokens.findIndex((token, index) => index >= to && isMark(token));
  const rest = tokens.slice(to, mark);
  const isLast = tokens[mark]?.key === "." && isAdjunct(tokens[to]) && !holdsVerb(rest, words);
  const start = startOfSubject(tokens, cue, words);
  if (isLast && start > 0 && isMark(tokens[start - 1])) to = mark;
  return citing(tokens, to);
}

const isTold = (tokens: Tokens, cue: number): boolean =>
  /^t(?:old|ells?)$/.test(tokens[cue]?.form ?? "");

function behindNoun(tokens: Tokens, at: number, { determiners }: LanguageWords): number {
  const noun = determiners.has(tokens[at]?.form ?? "") ? at + 1 : at;
  return isMark(tokens[noun]) ? at : noun + 1;
}

/** `on Tuesday`, `in a statement`, `Tuesday night`. */
function behindAdjunct(tokens: Tokens, at: number, words: LanguageWords): number {
  const token = tokens[at];
  if (token?.kind === "date") return at + 1;
  if (token === undefined || !words.prepositions.has(token.form)) return at;
  if (tokens[at + 1]?.kind === "date") return at + 2;
  for (let next = at + 1; next < at + 4; next += 1) {
    if (isMark(tokens[next])) return at;
    if (words.occasions.has(tokens[next]?.form ?? "")) return next + 1;
  }
  return at;
}

/** `, citing sources` goes with whoever cites them. */
function citing(tokens: Tokens, at: number): number {
  if (tokens[at]?.key !== "," || tokens[at + 1]?.form !== "citing") return at;
  let to = at + 1;
  while (to < tokens.length && !isMark(tokens[to])) to += 1;
  return to;
}

/** The part of the sentence around a place: "but", "while" and a semicolon end one. */
function scopeOf(tokens: Tokens, at: number): { from: number; to: number } {
  const parts = (token: Token | undefined) =>
    token !== undefined &&
    (token.key === "." || token.key === ";" || /^(?:but|while|whereas)$/.test(token.form));
  let from = at;
  while (from > 0 && !parts(tokens[from - 1])) from -= 1;
  let to = at;
  while (to < tokens.length && !parts(tokens[to])) to += 1;
  return { from, to };
}

/** The tokens of a span that say something, its verb left out. */
export function contentOf(tokens: Tokens, { from, to, cue, isNeutral }: AttributionSpan): number[] {
  const indices: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && hasContent(token) && (at !== cue || !isNeutral)) indices.push(at);
  }
  return indices;
}
