/** The one article of a file, with what reading said of it. */
import type { Article } from "../src/model/article.js";
import type { Diagnostic } from "../src/model/diagnostic.js";
import { type ReadOptions, readArticles } from "../src/readers/index.js";

export interface ReadOne {
  readonly article: Article | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws where the file holds several */
export async function readOne(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<ReadOne> {
  const { articles, diagnostics } = await readArticles({ bytes, file }, options);
  if (articles.length > 1) throw new RangeError(`${file} holds ${articles.length} articles`);
  return { article: articles[0] ?? null, diagnostics };
}
