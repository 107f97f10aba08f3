/**
 * Themes that articles were given one by one to scores and thresholds that the corpus sets: terms of
 * the lexicon, the wording that goes with them and the articles most like each.
 */
import type { ArticleAnalysis, ArticleTheme } from "../../../model/analysis.js";
import type { Article } from "../../../model/article.js";
import type { Theme, ThemesFile } from "../../../model/lexicon.js";
import { splitWords } from "../../../text/words.js";
import { byPoints } from "../themes.js";
import { type Bags, bagTexts } from "./bags.js";
import { findNeighbours, type Neighbours } from "./neighbours.js";
import { type PhraseScore, scorePhrases } from "./phrase-evidence.js";
import { learnParts, type Parts, sumOf } from "./theme-parts.js";
import { countWords, limitWordTable, readWordCounts } from "./word-counts.js";
import type { Wording } from "./wording.js";

type Ranked = Pick<Article, "id" | "title" | "language" | "paragraphs">;

/**
 * Ranks the articles of a corpus by theme. A corpus of fewer than `rule.corpusFrom` articles has no
 * statistics: there the scores that the lexicon's rule gives each article stay.
 * @param analyses those of the articles; whatever the order of either, the result is the same
 */
export function rankThemes(
  articles: readonly Ranked[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  file: ThemesFile,
): ReadonlyMap<string, ArticleAnalysis> {
  const found = [...new Map(articles.map((article) => [article.id, article])).values()];
  if (found.length < (file.rule.corpusFrom ?? CORPUS_FROM) || file.themes.length === 0) {
    return analyses;
  }
  const touched = file.themes.filter((theme) => hasEvidence(theme, analyses));
  if (touched.length === 0) return analyses;
  const sorted = found.sort((a, b) => (a.id < b.id ? -1 : 1));
  limitWordTable();
  const corpus = readCorpus(sorted, analyses, file);
  const ranked = new Map(touched.map((theme) => [theme.id, rankTheme(theme, corpus)]));
  const rows = new Map(sorted.map(({ id }, row) => [id, row]));
  return new Map(
    [...analyses].map(([id, analysis]) => {
      const row = rows.get(id) ?? -1;
      const themes = analysis.themes.map((theme) => ranked.get(theme.id)?.[row] ?? theme);
      return [id, { ...analysis, themes }];
    }),
  );
}

/** A theme that no article holds a term of keeps the scores of the rule, which are all 0. */
function hasEvidence(theme: Theme, analyses: ReadonlyMap<string, ArticleAnalysis>): boolean {
  if (theme.examples.length > 0) return true;
  for (const { themes } of analyses.values()) {
    if (themes.some(({ id, terms }) => id === theme.id && terms !== undefined)) return true;
  }
  return false;
}

/** The least corpus whose statistics are better than a rule. */
const CORPUS_FROM = 100;

interface Corpus {
  readonly file: ThemesFile;
  /** Article by article: what the rule gave it, by theme. */
  readonly given: readonly ReadonlyMap<string, ArticleTheme>[];
  /** The articles first, then the examples of the themes. */
  readonly bags: Bags;
  readonly neighbours: Neighbours;
  /** The theme of each example. */
  readonly examples: readonly string[];
}

function readCorpus(
  articles: readonly Ranked[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  file: ThemesFile,
): Corpus {
  const examples = file.themes.flatMap(({ id, examples: texts }) =>
    texts.map((text) => ({ id, text })),
  );
  const bags = bagTexts([
    ...articles.map((article) => ({
      counts: readWordCounts(article),
      language: article.language,
    })),
    ...examples.map(({ text }) => ({ counts: countWords("", text), language: "und" })),
  ]);
  return {
    file,
    given: articles.map(
      ({ id }) => new Map(analyses.get(id)?.themes.map((theme) => [theme.id, theme])),
    ),
    bags,
    neighbours: findNeighbours(bags),
    examples: examples.map(({ id }) => id),
  };
}

function rankTheme(theme: Theme, corpus: Corpus): ArticleTheme[] {
  const { bags, file, given } = corpus;
  const phrases = scorePhrases(
    given.map((themes, row) => ({
      terms: themes.get(theme.id)?.terms ?? [],
      length: bags.bags[row]?.length ?? 0,
      divisor: themes.get(theme.id)?.divisor ?? 1,
    })),
    bags.meanLength,
    file.weights,
  );
  const scores = withExamples(theme.id, phrases, corpus.examples);
  const parts = learnParts(phrases, scores, corpus.bags, corpus.neighbours);
  const { wording } = parts;
  const sums = scores.map((score, row) => Math.max(score > 0 ? LEAST_SCORE : 0, sumOf(parts, row)));
  const threshold = round(thresholdOf(scores, sums));
  const isCovered = given.some((themes) => themes.get(theme.id)?.assigned === true);
  const strongest = strongestWords(wording, bags, theme);
  return phrases.map((phrase, row): ArticleTheme => {
    const rule = given[row]?.get(theme.id);
    const score = round(sums[row] ?? 0);
    const assigned =
      score >= threshold && threshold > 0 && passesGate(theme, rule, file, isCovered);
    const expansion = assigned ? strongest.wordsOf(row) : [];
    return {
      ...{ id: theme.id, score, threshold, assigned },
      ...(phrase.terms.length === 0 ? {} : { terms: byPoints(phrase.terms.map(rounded)) }),
      ...(rule?.divisor === undefined ? {} : { divisor: rule.divisor }),
      ...(score === 0 ? {} : { parts: partsAt(parts, row) }),
      ...(expansion.length === 0 ? {} : { expansion }),
    };
  });
}

/** An example speaks for its theme as clearly as the article that does so most. */
function withExamples(
  theme: string,
  phrases: readonly PhraseScore[],
  examples: readonly string[],
): Float64Array {
  const most = phrases.reduce((high, { score }) => Math.max(high, score), 0) || 1;
  return Float64Array.from([
    ...phrases.map(({ score }) => score),
    ...examples.map((id) => (id === theme ? most : 0)),
  ]);
}

/**
 * Part of the way from the average article to the surest ones from which an article is on the theme. The
 * surest have most terms: each counts by the cube of its term score, so that passing mentions count
 * nothing.
 */
function thresholdOf(terms: Float64Array, sums: Float64Array): number {
  let sum = 0;
  let mass = 0;
  for (const [row, score] of terms.entries()) {
    sum += score ** SURENESS * (sums[row] ?? 0);
    mass += score ** SURENESS;
  }
  if (mass === 0) return 0;
  const average = sums.reduce((total, score) => total + score, 0) / sums.length;
  return average + PART_OF_WAY * (sum / mass - average);
}

/** That of an article which holds a term and is like none of those on the theme. */
const LEAST_SCORE = 0.0001;

const SURENESS = 3;
const PART_OF_WAY = 0.44;

/**
 * Terms are the gate: likeness alone puts no article on a theme, nor where the region is another. A
 * theme that no article reaches by the rule is touched in passing, and is nobody's.
 */
function passesGate(
  theme: Theme,
  given: ArticleTheme | undefined,
  { rule }: ThemesFile,
  isCovered: boolean,
): boolean {
  const isByTerms = Object.values(theme.terms).some(({ strong }) => strong.length > 0);
  if (!isByTerms) return theme.examples.length > 0;
  if (!isCovered) return false;
  if (given?.divisor !== undefined && !given.assigned) return false;
  const strong = given?.terms?.filter(({ level }) => level === "strong") ?? [];
  return strong.length >= rule.minStrong;
}

function partsAt({ terms, words, neighbours }: Parts, row: number) {
  return {
    terms: round(terms[row] ?? 0),
    wording: round(words[row] ?? 0),
    neighbours: round(neighbours[row] ?? 0),
  };
}

/** The words that speak most for a theme and that no term of it holds, article by article. */
function strongestWords({ odds }: Wording, { bags, words }: Bags, theme: Theme) {
  const own = new Set(
    Object.values(theme.terms)
      .flatMap(({ strong, near, weak, cs }) => [...strong, ...near, ...weak, ...cs])
      .flatMap((term) => splitWords(term).map(({ folded }) => folded)),
  );
  return {
    wordsOf(row: number) {
      const bag = bags[row];
      const weighed = Array.from(bag?.stems ?? [], (stem, at) => ({
        term: words[stem] ?? "",
        weight: round((odds[stem] ?? 0) * (bag?.weights[at] ?? 0)),
      }));
      return weighed
        .filter(({ term, weight }) => weight > 0 && !own.has(term))
        .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
        .slice(0, MOST_WORDS);
    },
  };
}

const MOST_WORDS = 5;

function rounded<T extends { readonly points: number }>(term: T): T {
  return { ...term, points: round(term.points) };
}

/** Four decimals: enough to rank by, and no rounding of floats shows. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
