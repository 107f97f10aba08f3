/**
 * Articles to the lines that recur over those of one host: what a site prints beside every article
 * shows itself only across them (after Yi, Liu & Li's site style, 2003, on text alone).
 */
import type { Article } from "../model/article.js";
import { hostOfArticle } from "../readers/index.js";

export interface RecurringLines {
  /** By host. */
  readonly lines: ReadonlyMap<string, ReadonlySet<string>>;
  /** Files of the corpus with an article that such a line stands in. */
  readonly affected: ReadonlySet<string>;
}

/** Articles of a host that a line must stand in. */
const MIN_ARTICLES = 3;
/** Share of its host's articles: a background paragraph comes again in a few of many. */
const MIN_SHARE = 0.2;
/** Of its letters; articles of which more recurs are copies and versions of each other. */
const MAX_SHARE_OF_ARTICLE = 0.5;

/** The same for any order of the articles; time and memory grow with their lines. */
export function findRecurring(articles: readonly Article[]): RecurringLines {
  const byHost = new Map<string, ReadonlySet<string>>();
  const affected = new Set<string>();
  for (const [host, group] of groupByHost(articles)) {
    const lines = recurringOf(group);
    const touched = group.filter((article) => isTouched(article, lines));
    if (touched.length === 0) continue;
    byHost.set(host, lines);
    for (const { container } of touched) affected.add(container);
  }
  return { lines: byHost, affected };
}

function groupByHost(articles: readonly Article[]): ReadonlyMap<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const host = hostOfArticle(article);
    if (host === null) continue;
    const group = groups.get(host) ?? [];
    group.push(article);
    groups.set(host, group);
  }
  return groups;
}

function recurringOf(group: readonly Article[]): ReadonlySet<string> {
  const least = Math.max(MIN_ARTICLES, group.length * MIN_SHARE);
  if (group.length < least) return new Set();
  const repeated = linesOf(countLines(group), 2);
  const own = group.filter((article) => shareOf(article, repeated) <= MAX_SHARE_OF_ARTICLE);
  return linesOf(countLines(own), least);
}

/** Lines to the number of articles that they stand in. */
function countLines(group: readonly Article[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { paragraphs } of group) {
    for (const line of new Set(paragraphs)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function linesOf(counts: ReadonlyMap<string, number>, least: number): ReadonlySet<string> {
  return new Set([...counts].flatMap(([line, count]) => (count >= least ? [line] : [])));
}

/** How much of an article's text stands in the lines. */
function shareOf({ paragraphs }: Article, lines: ReadonlySet<string>): number {
  let all = 0;
  let shared = 0;
  for (const line of paragraphs) {
    all += line.length;
    if (lines.has(line)) shared += line.length;
  }
  return all === 0 ? 0 : shared / all;
}

function isTouched(article: Article, lines: ReadonlySet<string>): boolean {
  const share = shareOf(article, lines);
  return share > 0 && share <= MAX_SHARE_OF_ARTICLE;
}
