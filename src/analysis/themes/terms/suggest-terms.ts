/**
 * The passages on a theme against all others to the phrases that tell them apart: log-odds with an
 * informative Dirichlet prior (Monroe, Colaresi & Quinn, "Fightin' Words", 2008).
 */
import type { ArticleAnalysis } from "../../../model/analysis.js";
import { type Article, articleText } from "../../../model/article.js";
import type { Lexicon } from "../../../model/lexicon.js";
import { type Hit, hitsWithin, readTerms } from "../theme-hits.js";
import { compileThemes } from "../theme-matcher.js";
import { commonWords } from "./common-words.js";
import { countPhrases, type PhraseCount, type PhraseRange } from "./count-phrases.js";
import { snippetOf } from "./try-terms.js";

export interface SuggestedTerm {
  /** As it stands most often. */
  readonly phrase: string;
  /** Log-odds in standard deviations. */
  readonly score: number;
  /** Number of articles whose passages on the theme hold it. */
  readonly articles: number;
  readonly examples: readonly {
    readonly article: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** @param theme id of a theme of the lexicon; one that no passage carries gets no suggestions */
export function suggestTerms(
  theme: string,
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Lexicon,
): readonly SuggestedTerm[] {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const common = commonWords(sorted);
  const matcher = compileThemes(lexicon);
  const ranges = sorted.flatMap((article) => {
    const passages = analyses.get(article.id)?.passages ?? [];
    const text = articleText(article);
    const hits = readTerms(text, article.language, matcher).hits;
    const own = hits.filter((hit) => hit.theme === theme);
    return passages.map((passage) => rangeOf(article, text, passage, theme, own));
  });
  const phrases = countPhrases(ranges, common);
  const texts = new Map(sorted.map((article) => [article.id, articleText(article)]));
  return withoutRepeats(standingOut(phrases)).map(({ phrase, score }) => ({
    phrase: phrase.written,
    score: Math.round(score * 100) / 100,
    articles: phrase.articles.size,
    examples: phrase.examples.map(({ article, start, end }) => ({
      article,
      ...snippetOf({ start, end }, texts.get(article) ?? ""),
    })),
  }));
}

function rangeOf(
  { id, language }: Article,
  text: string,
  passage: ArticleAnalysis["passages"][number],
  theme: string,
  hits: readonly Hit[],
): PhraseRange {
  return {
    article: id,
    language,
    text,
    start: passage.start,
    end: passage.end,
    isOn: passage.themes.some((label) => label.id === theme),
    known: hitsWithin(hits, passage.start, passage.end),
  };
}

interface Scored {
  readonly phrase: PhraseCount;
  readonly score: number;
}

/** Phrases that are commoner on the theme; in a small corpus none is beyond chance (a score of 2). */
function standingOut(phrases: readonly PhraseCount[]): Scored[] {
  let on = 0;
  let off = 0;
  for (const phrase of phrases) {
    on += phrase.on;
    off += phrase.off;
  }
  return phrases
    .filter((phrase) => phrase.articles.size >= LEAST_ARTICLES && !phrase.isKnown)
    .map((phrase) => ({ phrase, score: logOdds(phrase, on, off) }))
    .filter(({ score }) => score > 0);
}

const LEAST_ARTICLES = 2;

/** The prior weighs as much as the passages on the theme, and spreads as the whole corpus does. */
function logOdds(phrase: PhraseCount, on: number, off: number): number {
  const prior = (on * (phrase.on + phrase.off)) / (on + off);
  const onTheme = phrase.on + prior;
  const elsewhere = phrase.off + prior;
  const difference =
    Math.log(onTheme / (2 * on - onTheme)) - Math.log(elsewhere / (on + off - elsewhere));
  return difference / Math.sqrt(1 / onTheme + 1 / elsewhere);
}

const MOST_SUGGESTIONS = 40;
/** A phrase that mostly stands inside a longer one is no phrase of its own. */
const MOSTLY = 0.7;

/** Of a phrase and a longer one that holds it, the one that says more. */
function withoutRepeats(scored: readonly Scored[]): Scored[] {
  const best = foldIntoLonger(scored);
  const kept = new Map<string, Scored>();
  for (const candidate of best) {
    if (kept.size >= MOST_SUGGESTIONS) break;
    const parts = partsOf(candidate.phrase.key);
    if (!parts.some((part) => kept.has(part))) kept.set(candidate.phrase.key, candidate);
  }
  return [...kept.values()];
}

/** A longer phrase takes the place, and the better score, of those that mostly stand in it. */
function foldIntoLonger(scored: readonly Scored[]): Scored[] {
  const byKey = new Map(scored.map((one) => [one.phrase.key, one]));
  const folded = new Set<string>();
  const scores = new Map<string, number>();
  const longestFirst = [...scored].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const { phrase, score } of longestFirst) {
    if (folded.has(phrase.key)) continue;
    const inside = partsOf(phrase.key)
      .map((part) => byKey.get(part))
      .filter((part) => part !== undefined)
      .filter((part) => phrase.on >= MOSTLY * part.phrase.on);
    for (const part of inside) folded.add(part.phrase.key);
    scores.set(phrase.key, Math.max(score, ...inside.map((part) => part.score)));
  }
  return scored
    .filter(({ phrase }) => !folded.has(phrase.key))
    .map(({ phrase }) => ({ phrase, score: scores.get(phrase.key) ?? 0 }))
    .sort(byScore);
}

function lengthOf({ phrase }: Scored): number {
  return phrase.key.split(" ").length;
}

/** The shorter phrases in a phrase of a few words. */
function partsOf(key: string): string[] {
  const words = key.split(" ");
  return words.flatMap((_, first) =>
    words.flatMap((_, last) => {
      const isPart = last >= first && last - first + 1 < words.length;
      return isPart ? [words.slice(first, last + 1).join(" ")] : [];
    }),
  );
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.phrase.written < b.phrase.written ? -1 : 1);
}
