/** From analysed articles to the passages that may speak for a theme, each with what choosing weighs. */
import { spansIn } from "../analysis/index.js";
import type {
  ArticleAnalysis,
  ArticleRange,
  Bearing,
  Passage,
  PassageTheme,
  ReprintGroup,
  Span,
} from "../model/analysis.js";
import { type Article, articleDay } from "../model/article.js";
import { splitWords } from "../text/words.js";
import { bearingOf } from "./bearing.js";

export interface Candidate {
  readonly article: string;
  readonly origin: string;
  readonly start: number;
  readonly end: number;
  readonly theme: string;
  /** Score of the passage for the theme, from the lexicon. */
  readonly themeScore: number;
  /** Its share of the passage's best theme score: 1 where no theme fits better. */
  readonly themeShare: number;
  /** The theme that the passage speaks of most; this one where none fits better. */
  readonly foremostTheme: string;
  /** Part of the title's words that the passage holds, 0 to 1. */
  readonly titleShare: number;
  /** Ordinal among the article's passages, from 0. */
  readonly position: number;
  /** Folded words. */
  readonly words: readonly string[];
  /** Whether the passage needs the words before it; a quotation's own beginning does not count. */
  readonly leans: boolean;
  /** Null where nothing near makes the passage understandable. */
  readonly bearing: Bearing | null;
}

/** One article's analysis with what choosing must know of the article. */
export interface AnalysedArticle {
  readonly analysis: ArticleAnalysis;
  readonly title: string;
  readonly language: string;
  readonly day: string;
}

/** One article per reprint group speaks for all. */
export function analysedOrigins(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  reprints: readonly ReprintGroup[],
): AnalysedArticle[] {
  const repeats = new Set(reprints.flatMap(({ members }) => members.slice(1)));
  return articles.flatMap((article) => {
    const analysis = analyses.get(article.id);
    const isOut = articleDay(article) === null || repeats.has(article.id);
    return analysis === undefined || isOut ? [] : analysed(article, analysis);
  });
}

/** An article whatever others it repeats; without a day it counts as older than any. */
export function analysed(article: Article, analysis: ArticleAnalysis): AnalysedArticle {
  const { title, language } = article;
  return { analysis, title, language, day: articleDay(article) ?? "" };
}

/** @param onLeftOut told of passages on the theme that are too many of one article, and of how many take part */
export function findCandidates(
  article: AnalysedArticle,
  theme: string,
  onLeftOut?: (passage: ArticleRange, themeScore: number, most: number) => void,
): Candidate[] {
  const { analysis } = article;
  const all = labelled(analysis.passages, theme);
  const found = mostEvident(all);
  if (found.length === 0) return [];
  if (found.length < all.length && onLeftOut !== undefined) {
    const kept = new Set(found);
    for (const item of all) {
      const { start, end } = item.passage;
      if (!kept.has(item))
        onLeftOut({ article: analysis.article, start, end }, item.label.score, MOST_OF_ONE);
    }
  }
  const titleWords = foldedWords(article.title);
  return found.map((item) => {
    const start = startOfPoint(item.passage, item.label, analysis.sentences);
    return makeCandidate(item, start, titleWords, article);
  });
}

/** The passage at a place, whatever the rest of its article says; null where it is not on the theme. */
export function candidateAt(
  article: AnalysedArticle,
  theme: string,
  { start }: Pick<ArticleRange, "start">,
): Candidate | null {
  const { passages, sentences } = article.analysis;
  const item = labelled(passages, theme).find(
    ({ passage }) => passage.start <= start && start < passage.end,
  );
  if (item === undefined) return null;
  const isSentence = sentences.some((sentence) => sentence.start === start);
  const from = isSentence ? start : item.passage.start;
  return makeCandidate(item, from, foldedWords(article.title), article);
}

function foldedWords(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).map((word) => word.folded));
}

function makeCandidate(
  { passage, label, position }: Labelled,
  start: number,
  titleWords: ReadonlySet<string>,
  { analysis, language }: AnalysedArticle,
): Candidate {
  const best = passage.themes.reduce(
    (most, next) => (next.score > most.score ? next : most),
    label,
  );
  const words = splitWords(passage.text).map((word) => word.folded);
  const shared = words.filter((word) => titleWords.has(word));
  const bearing = bearingOf(analysis, position, language);
  return {
    article: analysis.article,
    origin: analysis.article,
    start,
    end: passage.end,
    theme: label.id,
    themeScore: label.score,
    themeShare: label.score / best.score,
    foremostTheme: best.id,
    titleShare: new Set(shared).size / Math.max(1, titleWords.size),
    position,
    words,
    leans: bearing === null || bearing.context !== null,
    bearing: start === passage.start ? bearing : leadUp(analysis.article, passage, start, bearing),
  };
}

interface Labelled {
  readonly passage: Passage;
  readonly label: PassageTheme;
  readonly position: number;
}

/** Of one article, more passages than these are a list or a repetition: those with most evidence stay. */
const MOST_OF_ONE = 300;

function labelled(passages: readonly Passage[], theme: string): Labelled[] {
  return passages.flatMap((passage, position): Labelled[] => {
    const label = passage.themes.find((candidate) => candidate.id === theme);
    return label === undefined ? [] : [{ passage, label, position }];
  });
}

function mostEvident(found: readonly Labelled[]): readonly Labelled[] {
  if (found.length <= MOST_OF_ONE) return found;
  return found
    .toSorted((a, b) => b.label.score - a.label.score || a.position - b.position)
    .slice(0, MOST_OF_ONE)
    .sort((a, b) => a.position - b.position);
}

/**
 * Where in a quotation of several sentences the theme comes up: what stands before it leads up to
 * it. The sentence with the most matching words; of several the last.
 */
function startOfPoint(passage: Passage, label: PassageTheme, sentences: readonly Span[]): number {
  const own = spansIn(sentences, passage);
  const matches = ({ text }: Span) => label.terms.filter((term) => text.includes(term)).length;
  const most = Math.max(...own.map(matches), 0);
  return own.findLast((sentence) => matches(sentence) === most)?.start ?? passage.start;
}

/** The quotation up to the point, with what makes that understandable. */
function leadUp(
  article: string,
  passage: Passage,
  start: number,
  bearing: Bearing | null,
): Bearing | null {
  if (bearing === null) return null;
  const from = bearing.context?.start ?? passage.start;
  return { context: { article, start: from, end: start - 1 }, elided: 0 };
}
