/** From a request to the articles that it is about: of files and folders, given as lines, or the workspace's. */
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ReadingRequest, readDated } from "./dated-articles.js";
import { GIVEN, readGiven } from "./given-articles.js";

export interface ArticlesRequest extends ReadingRequest {
  /** JSON Lines of articles, to be seen beside those of the paths. */
  readonly given?: AsyncIterable<string> | Iterable<string> | undefined;
}

/** @throws {FailedRun} where lines are all there is, and none holds an article @throws {HostError} for a path that is not there */
export async function articlesFor(
  host: Host,
  request: ArticlesRequest,
  diagnostics: Diagnostic[],
): Promise<Article[]> {
  const { given, paths } = request;
  const articles = given === undefined ? [] : await readGiven(given, diagnostics);
  if (given !== undefined && articles.length === 0) {
    if (paths.length === 0) throw new FailedRun([{ ...NONE_GIVEN, severity: "error" }]);
    diagnostics.push(NONE_GIVEN);
  }
  if (given !== undefined && paths.length === 0) return articles;
  for await (const article of readDated(host, request, diagnostics)) articles.push(article);
  return articles;
}

const NONE_GIVEN: Diagnostic = {
  code: "no-given-article",
  severity: "warning",
  message: "no article was given",
  place: { file: GIVEN },
  hint: "give one JSON object with id and text to a line",
};
