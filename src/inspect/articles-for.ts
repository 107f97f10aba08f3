/** From a request to the articles that it is about: of files and folders, given as lines, or the workspace's. */
import type { Host } from "../host/host.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ReadingRequest, readDated } from "./dated-articles.js";
import { readGiven } from "./given-articles.js";

export interface ArticlesRequest extends ReadingRequest {
  /** JSON Lines of articles, to be seen beside those of the paths. */
  readonly given?: AsyncIterable<string> | Iterable<string> | undefined;
}

/** @throws {HostError} for a path that is not there */
export async function articlesFor(
  host: Host,
  request: ArticlesRequest,
  diagnostics: Diagnostic[],
): Promise<Article[]> {
  const { given, paths } = request;
  const articles = given === undefined ? [] : await readGiven(given, diagnostics);
  if (given !== undefined && paths.length === 0) return articles;
  for await (const article of readDated(host, request, diagnostics)) articles.push(article);
  return articles;
}
