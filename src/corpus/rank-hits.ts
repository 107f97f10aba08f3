/**
 * Articles that hold what was asked for, in; the best first, out: BM25 (Robertson & Zaragoza, 2009) over
 * title and text, with the counts of the days that were searched and lengths of the candidates. Nothing
 * of it is what an engine happens to return, so that every store gives the same order.
 */
import type { Article } from "../model/article.js";
import { articleWords, countClause } from "./count-clause.js";
import type { ArticleHead, StoreHit } from "./store.js";
import type { TextClause } from "./text-query.js";

/**
 * So many of the newest are looked at, and so many of the newest whose title holds all that was asked
 * for; more only where more are asked for.
 */
export const CANDIDATES = 200;

export interface Candidate {
  readonly head: ArticleHead;
  readonly article: Article;
}

/** What the days that are searched hold. */
export interface Window {
  /** Articles. */
  readonly articles: number;
  /** Articles with each clause, in the order of the clauses. */
  readonly holding: readonly number[];
}

/** How much more a word counts in the title than in the text. */
const TITLE_WEIGHT = 4;
/** How soon more of a word adds nothing, and how far a long article has to hold more. */
const K1 = 1.2;
const B = 0.75;

/** @param candidates in the order of files, none of them twice */
export function rankHits(
  candidates: readonly Candidate[],
  clauses: readonly TextClause[],
  window: Window,
  limit: number,
): StoreHit[] {
  const counted = candidates.map(({ head, article }) => ({ head, ...countAll(article, clauses) }));
  const all = counted.reduce((sum, { length }) => sum + length, 0);
  const average = Math.max(1, all / Math.max(1, counted.length));
  const weights = clauses.map((_, index) => rarity(window, index));
  return counted
    .map(({ head, counts, length }): StoreHit => {
      const least = K1 * (1 - B + (B * length) / average);
      const parts = counts.map((n, index) => ((weights[index] ?? 0) * n * (K1 + 1)) / (n + least));
      return { article: head, score: parts.reduce((sum, part) => sum + part, 0) };
    })
    .sort((a, b) => b.score - a.score || newerFirst(a.article, b.article))
    .slice(0, limit);
}

function countAll(article: Article, clauses: readonly TextClause[]) {
  const { title, text } = articleWords(article);
  const counts = clauses.map(
    (clause) => TITLE_WEIGHT * countClause(title, clause) + countClause(text, clause),
  );
  return { counts, length: title.length + text.length };
}

/** Of what stands in most articles a little is left: it still tells a title from a text. */
function rarity({ articles, holding }: Window, index: number): number {
  const held = holding[index] ?? 0;
  return Math.max(1e-6, Math.log((articles - held + 0.5) / (held + 0.5)));
}

function newerFirst({ day: a }: ArticleHead, { day: b }: ArticleHead): number {
  if (a === b) return 0;
  return (a ?? "") < (b ?? "") ? 1 : -1;
}
