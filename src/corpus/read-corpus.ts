/** Files to articles: each read on its own, in the order of their names, every one accounted for. */
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type RawFile, type ReadOptions, type ReadResult, readArticles } from "../readers/index.js";

export interface ReadCorpus {
  readonly articles: readonly Article[];
  readonly unread: readonly Unread[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all inputs; of articles with the same id the first by name is kept. */
export async function readCorpus(
  inputs: readonly RawFile[],
  options: ReadOptions = {},
): Promise<ReadCorpus> {
  const sorted = [...inputs].sort(byFile);
  const results: ReadResult[] = [];
  for (const input of sorted) results.push(await readArticles(input, options));
  return collectArticles(sorted.map(({ file }, index) => ({ file, ...resultAt(results, index) })));
}

function resultAt(results: readonly ReadResult[], index: number): ReadResult {
  return results[index] ?? { articles: [], diagnostics: [] };
}

/** What reading gave of each file to one corpus. */
export function collectArticles(
  files: readonly (ReadResult & { readonly file: string })[],
): ReadCorpus {
  const kept = new Map<string, Article>();
  const unread: Unread[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, articles, diagnostics: said } of files) {
    diagnostics.push(...said);
    if (articles.length === 0) {
      unread.push({ file, reason: said[0]?.message ?? "gave no article" });
    }
    for (const article of articles) {
      const first = kept.get(article.id);
      if (first === undefined) kept.set(article.id, article);
      else {
        diagnostics.push(duplicate(article, first));
        unread.push({ file: article.file, reason: sameAs(article, first), of: first.id });
      }
    }
  }
  return { articles: [...kept.values()], unread, diagnostics };
}

/** Code units, so that no locale changes the order. */
function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}

function sameAs(article: Article, first: Article): string {
  return article.url !== null && article.raw !== first.raw
    ? `another copy of the page that is in ${first.file}`
    : `the same bytes as ${first.file}`;
}

function duplicate(article: Article, first: Article): Diagnostic {
  return {
    code: "duplicate-article",
    severity: "info",
    message: `holds ${sameAs(article, first)}`,
    place: { file: article.file },
    hint: "remove one of the two",
  };
}
