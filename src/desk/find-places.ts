/** What a note names in, the place in an article that it means out; where it is gone, the nearest words there are. */

import { statementId } from "../issue/index.js";
import { type ArticleAnalysis, type ArticleRange, overlaps, type Span } from "../model/analysis.js";
import { type Article, articleText } from "../model/article.js";
import type { Target } from "../model/desk-notes.js";
import { splitWords } from "../text/words.js";

export interface Places {
  /** Null where no article at hand has that name. */
  readonly articleOf: (name: string) => Article | null;
  /** The words of a target, to the letter; null where they are gone, or it is a whole article. */
  readonly rangeOf: (target: Target) => ArticleRange | null;
  /** Whether the words of a target stand in more than one place of their article; the first is meant. */
  readonly isTwice: (target: Target) => boolean;
  /** The passages that a range touches, whole. */
  readonly passagesAt: (range: ArticleRange) => readonly ArticleRange[];
  /** The passage whose words are most like those of a target; null where it has none, or none is. */
  readonly nearestTo: (target: Target) => Nearest | null;
}

export interface Nearest {
  readonly statement: string;
  readonly words: string;
}

/** @param analyses of the articles; one without is not looked into */
export function findPlaces(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): Places {
  const byName = new Map(
    articles.flatMap((article) => [
      [article.file, article] as const,
      [article.id, article] as const,
    ]),
  );
  const articleOf = (name: string) => byName.get(name) ?? null;
  let statements: ReadonlyMap<string, ArticleRange> | null = null;
  const statementAt = (id: string) => {
    statements ??= indexStatements(articles, analyses);
    return statements.get(id) ?? null;
  };
  return {
    articleOf,
    rangeOf: (target) => {
      if (target.kind === "statement") return statementAt(target.statement);
      const article = articleOf(target.article);
      return article === null || target.kind === "article"
        ? null
        : findWords(target.words, article);
    },
    isTwice: (target) => {
      const article = target.kind === "passage" ? articleOf(target.article) : null;
      if (target.kind !== "passage" || article === null) return false;
      const first = findWords(target.words, article);
      return first !== null && findWords(target.words, article, first.end) !== null;
    },
    passagesAt: (range) =>
      (analyses.get(range.article)?.passages ?? [])
        .map(({ start, end }) => ({ article: range.article, start, end }))
        .filter((passage) => overlaps(passage, range)),
    nearestTo: (target) => {
      const words = target.kind === "article" ? null : target.words;
      if (words === null) return null;
      const own = target.kind === "passage" ? articleOf(target.article) : null;
      return nearestOf(words, own === null ? articles : [own], analyses);
    },
  };
}

/** Every range that a brief could print as a statement, by the name that it would have. */
function indexStatements(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): ReadonlyMap<string, ArticleRange> {
  const index = new Map<string, ArticleRange>();
  for (const article of articles) {
    const text = articleText(article);
    const analysis = analyses.get(article.id);
    for (const { start, end } of analysis === undefined ? [] : printableSpans(analysis)) {
      const range = { article: article.id, start, end };
      const id = statementId({ article: article.id, quote: text.slice(start, end) });
      if (!index.has(id)) index.set(id, range);
    }
  }
  return index;
}

type Bounds = Pick<Span, "start" | "end">;

/** Whole passages, their ends from any sentence on, single sentences, and figures with what they count. */
function printableSpans({ passages, sentences, figures }: ArticleAnalysis): Bounds[] {
  const spans: Bounds[] = [];
  let next = 0;
  for (const { start, end } of passages) {
    spans.push({ start, end });
    while ((sentences[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    for (let at = next; (sentences[at]?.start ?? end) < end; at += 1) {
      const sentence = sentences[at];
      if (sentence !== undefined) spans.push(sentence, { start: sentence.start, end });
    }
  }
  return [...spans, ...figures];
}

/** Longer than any passage that a person would copy, UTF-16 code units. */
const LONGEST_WORDS = 4000;

/** White space counts as one space, and any pair of quotation marks as any other. */
function findWords(words: string, article: Article, from = 0): ArticleRange | null {
  const tokens = words.trim().slice(0, LONGEST_WORDS).split(/\s+/);
  const pattern = tokens
    .map((token) => token.replace(SYNTAX, "\\$&").replace(MARKS, anyMark))
    .join("\\s+");
  const search = new RegExp(pattern, "gu");
  search.lastIndex = from;
  const found = search.exec(articleText(article));
  if (found === null) return null;
  return { article: article.id, start: found.index, end: found.index + found[0].length };
}

const SYNTAX = /[\^$\\.*+?()[\]{}|/]/g;
const DOUBLE = '"“”„«»';
const SINGLE = "'‘’ʼ";
const MARKS = new RegExp(`[${DOUBLE}${SINGLE}]`, "g");

function anyMark(mark: string): string {
  return DOUBLE.includes(mark) ? `[${DOUBLE}]` : `[${SINGLE}]`;
}

/** Part of the words of a note that a passage has to hold to be meant by it. */
const LEAST_ALIKE = 0.4;

function nearestOf(
  words: string,
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): Nearest | null {
  const wanted = foldedWords(words);
  let best: Nearest | null = null;
  let most = LEAST_ALIKE;
  for (const { id } of articles) {
    for (const { text } of analyses.get(id)?.passages ?? []) {
      const alike = alikeness(wanted, foldedWords(text));
      if (alike <= most) continue;
      best = { statement: statementId({ article: id, quote: text }), words: text };
      most = alike;
    }
  }
  return best;
}

function foldedWords(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).map(({ folded }) => folded));
}

/** The first words of a passage are a small part of it: what counts is how many are there; of equals the shorter. */
function alikeness(wanted: ReadonlySet<string>, own: ReadonlySet<string>): number {
  const shared = [...wanted].filter((word) => own.has(word)).length;
  return shared / Math.max(1, wanted.size) - own.size * 1e-6;
}
