/** Files to articles: each read on its own, in the order of their names, every one accounted for. */
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { readArticle } from "../readers/index.js";

export interface CorpusInput {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ReadCorpus {
  readonly articles: Article[];
  readonly diagnostics: Diagnostic[];
}

/** Reads all inputs; of files with the same content the first by name is kept. */
export function readCorpus(inputs: readonly CorpusInput[]): ReadCorpus {
  const articles = new Map<string, Article>();
  const diagnostics: Diagnostic[] = [];
  for (const { file, bytes } of [...inputs].sort(byFile)) {
    const read = readArticle(bytes, file);
    diagnostics.push(...read.diagnostics);
    if (read.article === null) continue;
    const first = articles.get(read.article.id);
    if (first === undefined) articles.set(read.article.id, read.article);
    else diagnostics.push(duplicate(file, first.file));
  }
  return { articles: [...articles.values()], diagnostics };
}

/** Code units, so that no locale changes the order. */
function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}

function duplicate(file: string, first: string): Diagnostic {
  return {
    code: "duplicate-article",
    severity: "info",
    message: `is the same file as ${first}`,
    place: { file },
    hint: "remove one of the two",
  };
}
