/**
 * Articles to the lines that recur over those of one host: what a site prints beside every article
 * shows itself only across them (after Yi, Liu & Li's site style, 2003, on text alone). Of a host with
 * very many files a sample tells: what stands in a fifth of them stands in a fifth of a thousand.
 */
import { createHash } from "node:crypto";
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

/** Files of one host that are compared: those of the lowest ranks, whatever came first. */
export const SAMPLE = 1000;

/** Evenly spread, the same everywhere, and told by the name alone. */
export function rankOf(file: string): number {
  return createHash("sha256").update(file).digest().readUIntBE(0, 6);
}

/** The same for any order of the articles; time and memory grow with their lines. */
export function findRecurring(articles: readonly Article[]): RecurringLines {
  const byHost = new Map<string, ReadonlySet<string>>();
  const affected = new Set<string>();
  for (const [host, group] of groupByHost(articles)) {
    const lines = recurringIn(sampleOf(group));
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

function sampleOf(group: readonly Article[]): readonly Article[] {
  const files = lowestRanks(new Set(group.map(({ container }) => container)));
  return group.filter(({ container }) => files.has(container));
}

/** The sample of a host's files. */
export function lowestRanks(files: ReadonlySet<string>): ReadonlySet<string> {
  if (files.size <= SAMPLE) return files;
  const ranked = [...files].map((file) => ({ file, rank: rankOf(file) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.file < b.file ? -1 : 1));
  return new Set(ranked.slice(0, SAMPLE).map(({ file }) => file));
}

/** Changes when a sampled file comes, goes or changes. @param files in the order of ranks */
export function digestOfSample(
  files: readonly { readonly file: string; readonly sha256: string }[],
): string {
  const hash = createHash("sha256");
  for (const { file, sha256 } of files) hash.update(`${sha256}  ${file}\n`);
  return hash.digest("hex").slice(0, 32);
}

/** @param group of one host, of no more than `SAMPLE` files */
export function recurringIn(group: readonly Article[]): ReadonlySet<string> {
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

/** Whether such lines stand in the article, and it is no copy of another. */
export function isTouched(article: Article, lines: ReadonlySet<string>): boolean {
  const share = shareOf(article, lines);
  return share > 0 && share <= MAX_SHARE_OF_ARTICLE;
}
