/**
 * An article and its passages to themes: weighted terms of the lexicon, counted after masking. An
 * article joins a theme by its score over paragraphs, a passage by that of its best sentence.
 */
import type { ArticleTheme, Passage, ThemeTerm } from "../../model/analysis.js";
import { articleText, type Reading } from "../../model/article.js";
import type { ThemesFile } from "../../model/lexicon.js";
import type { SentenceRun } from "../passages/passages.js";
import { labelPassages } from "./passage-themes.js";
import { type Hit, hitsWithin, oncePerTerm, readTerms, type TermReading } from "./theme-hits.js";
import type { ThemeMatcher } from "./theme-matcher.js";

export { compileThemes, type ThemeMatcher } from "./theme-matcher.js";

/** What of an article decides its themes. */
export type ThemedText = Pick<Reading, "title" | "language" | "paragraphs">;

export interface ThemeLabels {
  /** Every theme of the lexicon, in its order. */
  readonly themes: ArticleTheme[];
  readonly passages: Passage[];
}

/**
 * Labels an article and its passages.
 * @param passages of `articleText(article)`, as `findPassages` gives them; to label single
 *   sentences, give each as a passage of its own
 */
export function labelThemes(
  article: ThemedText,
  passages: readonly SentenceRun[],
  matcher: ThemeMatcher,
): ThemeLabels {
  const { file } = matcher;
  const body = readTerms(articleText(article), article.language, matcher);
  const title = readTerms(article.title, article.language, matcher);
  const isAtHome = !matcher.hasContext || body.inContext || title.inContext;
  const divisor = isAtHome ? 1 : file.rule.outOfContextDivisor;
  const ranges = paragraphRanges(article);
  return {
    themes: file.themes.map(({ id }) => scoreArticle(id, body, title, ranges, divisor, file)),
    passages: labelPassages(passages, { title, body, divisor, file }),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function paragraphRanges(article: ThemedText): Range[] {
  let start = 0;
  return article.paragraphs.map((paragraph) => {
    const range = { start, end: start + paragraph.length };
    start = range.end + "\n\n".length;
    return range;
  });
}

function scoreArticle(
  id: string,
  body: TermReading,
  title: TermReading,
  paragraphs: readonly Range[],
  divisor: number,
  { rule, weights }: ThemesFile,
): ArticleTheme {
  const isOwn = (hit: Hit) => hit.theme === id;
  const isStrong = (hit: Hit) => isOwn(hit) && hit.level === "strong";
  const evidence = new Map<string, Evidence>();
  for (const hit of title.hits) if (isOwn(hit)) evidenceOf(hit, evidence).inTitle += 1;
  for (const { start, end } of paragraphs) {
    const own = hitsWithin(body.hits, start, end).filter(isOwn);
    for (const hit of own) evidenceOf(hit, evidence).count += 1;
    for (const hit of oncePerTerm(own)) evidenceOf(hit, evidence).paragraphs += 1;
  }
  const terms = [...evidence.values()].map(({ term, level, count, inTitle, paragraphs: held }) => {
    const points = weights[level] * Math.min(held, rule.capPerTerm);
    return { term, level, count, inTitle, points };
  });
  const inOpening =
    title.hits.some(isStrong) || hitsWithin(body.hits, 0, paragraphs[0]?.end ?? 0).some(isStrong);
  const opening = inOpening ? rule.titleBonus : 0;
  const isShort = body.wordCount < rule.shortWords || paragraphs.length === 1;
  const threshold = isShort ? rule.minScoreShort : rule.minScore;
  const score = round(terms.reduce((sum, { points }) => sum + points, opening) / divisor);
  const strong = terms.filter(({ level }) => level === "strong");
  const assigned = score >= threshold && strong.length >= rule.minStrong;
  return {
    ...{ id, score, threshold, assigned },
    ...(terms.length === 0 ? {} : { terms: byPoints(terms) }),
    ...(opening === 0 ? {} : { opening }),
    ...(divisor === 1 || terms.length === 0 ? {} : { divisor }),
  };
}

interface Evidence {
  readonly term: string;
  readonly level: Hit["level"];
  count: number;
  inTitle: number;
  /** Paragraphs that hold it. */
  paragraphs: number;
}

function evidenceOf({ term, level }: Hit, known: Map<string, Evidence>): Evidence {
  const old = known.get(term);
  if (old !== undefined) return old;
  const made = { term, level, count: 0, inTitle: 0, paragraphs: 0 };
  known.set(term, made);
  return made;
}

/** Strongest first; of equal ones that which the article uses first. */
export function byPoints(terms: readonly ThemeTerm[]): ThemeTerm[] {
  return [...terms].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** Two decimals: a third must not print as 1.3333333333333333. */
function round(score: number): number {
  return Math.round(score * 100) / 100;
}
