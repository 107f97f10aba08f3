/** For a desk that grows its lexicon: what terms would match, and which phrases a theme's passages offer. */
import { analyseArticles, suggestTerms, tryTerms } from "../analysis/index.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { SuggestedTermLine, TriedTermLine } from "../model/inspect.js";
import { closest } from "../text/suggest.js";
import { type ArticlesRequest, articlesFor } from "./articles-for.js";
import { lexiconFor } from "./lexicon-for.js";

export interface TermsResult<Line> {
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
  /** By id, for people. */
  readonly articles: ReadonlyMap<string, Article>;
}

/** @param request with the terms, written as a lexicon would have them */
export async function tryTermsIn(
  host: Host,
  request: ArticlesRequest & { readonly terms: readonly string[] },
): Promise<TermsResult<TriedTermLine>> {
  const diagnostics: Diagnostic[] = [];
  const articles = await articlesFor(host, request, diagnostics);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const lines = tryTerms(request.terms, articles).map((tried) => ({
    ...tried,
    articles: tried.articles.map(({ id, ...use }) => ({
      id,
      file: byId.get(id)?.file ?? id,
      count: use.count,
      snippets: [...use.snippets],
    })),
  }));
  return { lines, diagnostics, articles: byId };
}

export interface SuggestRequest extends ArticlesRequest {
  /** Id of a theme of the lexicon. */
  readonly theme: string;
  /** A file of themes in the place of the workspace's. */
  readonly themes?: string | undefined;
  /** Most phrases. */
  readonly limit: number;
}

/** @throws {FailedRun} without such a theme */
export async function suggestTermsFor(
  host: Host,
  request: SuggestRequest,
): Promise<TermsResult<SuggestedTermLine>> {
  const diagnostics: Diagnostic[] = [];
  const lexicon = await lexiconFor(host, { ...request, stage: "themes" }, diagnostics);
  const ids = lexicon.themes.themes.map(({ id }) => id);
  if (!ids.includes(request.theme)) throw new FailedRun([noSuchTheme(request.theme, ids)]);
  const articles = await articlesFor(host, request, diagnostics);
  const analyses = analyseArticles(articles, lexicon);
  const suggested = suggestTerms(request.theme, articles, analyses, lexicon);
  const lines = suggested
    .slice(0, request.limit)
    .map(({ examples, ...rest }) => ({ ...rest, examples: [...examples] }));
  return { lines, diagnostics, articles: new Map(articles.map((one) => [one.id, one])) };
}

function noSuchTheme(theme: string, ids: readonly string[]): Diagnostic {
  const near = closest(theme, ids);
  return {
    code: "unknown-theme",
    severity: "error",
    message: `there is no theme “${theme}” in the lexicon`,
    hint: near === null ? `it has ${ids.join(", ")}` : `did you mean “${near}”?`,
  };
}
