/** A passage and its rewrite to what the rules look at: their tokens, which stand for which, who says what. */
import type { RewriteFault, RewriteRule } from "../../model/rewrite.js";
import { type AttributionSpan, findAttributionSpans } from "./attribution-spans.js";
import { pairByTiling } from "./tile.js";
import { hasContent, type Reading, type Token } from "./token.js";
import type { LanguageWords } from "./words/index.js";

export interface Side extends Reading {
  readonly spans: readonly AttributionSpan[];
  /** Indices of the tokens that say something, those of attributions left out. */
  readonly content: readonly number[];
  /** Of each token the index of the one that it stands for on the other side, -1 for none. */
  readonly pair: readonly number[];
}

export interface Comparison {
  readonly source: Side;
  readonly rewrite: Side;
  readonly words: LanguageWords;
  /** Sentences before the passage that say who its pronouns are. */
  readonly context: Side | null;
}

export function compare(
  source: Reading,
  rewrite: Reading,
  context: Reading | null,
  words: LanguageWords,
): Comparison {
  const left = sideOf(source, words);
  const right = sideOf(rewrite, words);
  const keys = ({ tokens, content }: Omit<Side, "pair">) =>
    content.map((at) => tokens[at]?.key ?? "");
  const pairing = pairByTiling(keys(left), keys(right));
  return {
    source: { ...left, pair: spread(left, right, pairing.right) },
    rewrite: { ...right, pair: spread(right, left, pairing.left) },
    words,
    context: context === null ? null : { ...sideOf(context, words), pair: [] },
  };
}

function sideOf(reading: Reading, words: LanguageWords): Omit<Side, "pair"> {
  const spans = findAttributionSpans(reading, words);
  const isOutside = (at: number) => !spans.some(({ from, to }) => at >= from && at < to);
  const content = reading.tokens.flatMap((token, at) =>
    hasContent(token) && isOutside(at) ? [at] : [],
  );
  return { ...reading, spans, content };
}

function spread(
  from: Omit<Side, "pair">,
  to: Omit<Side, "pair">,
  places: readonly number[],
): number[] {
  const pair = new Array<number>(from.tokens.length).fill(-1);
  for (const [place, at] of from.content.entries()) {
    const other = places[place] ?? -1;
    if (other >= 0) pair[at] = to.content[other] ?? -1;
  }
  return pair;
}

/** The words around a token, for a person. */
export function faultAt(
  rule: RewriteRule,
  token: Token | undefined,
  { text }: Reading,
): RewriteFault {
  const { start = 0, end = 0 } = token ?? {};
  return { rule, words: text.slice(start, end), place: { start, end } };
}

/** Something of the source that is gone. */
export function faultGone(rule: RewriteRule, words: string): RewriteFault {
  return { rule, words, place: null };
}

/** Function words and marks right before a token, nearest last. */
export function before(
  { tokens, pair, spans }: Side,
  at: number,
  isPassed: (token: Token, index: number) => boolean = () => false,
): { readonly functions: readonly Token[]; readonly mark: Token | null; readonly at: number } {
  const functions: Token[] = [];
  const holder = spans.findIndex(({ from, to }) => at >= from && at < to);
  let index = at - 1;
  for (; index >= 0; index -= 1) {
    const token = tokens[index];
    if (spans.findIndex(({ from, to }) => index >= from && index < to) !== holder) break;
    if (token === undefined || token.kind === "mark") break;
    if (token.kind === "function") functions.unshift(token);
    else if (pair[index] !== -1 || !isPassed(token, index)) break;
  }
  const stop = tokens[index];
  return { functions, mark: stop?.kind === "mark" ? stop : null, at: index };
}
