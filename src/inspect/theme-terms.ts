/** For a desk that grows its lexicon: what terms would match, and which phrases a theme's passages offer. */
import { analyseArticles, isTooCommon, suggestTerms, tryTerms } from "../analysis/index.js";
import { FailedRun, tellingAll } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { ArticleAnalysis } from "../model/analysis.js";
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
  const articles = await tellingAll(diagnostics, articlesFor(host, request, diagnostics));
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
  diagnostics.push(...lines.flatMap((line) => hintAt(line, articles.length)));
  return { lines, diagnostics, articles: byId };
}

/** What the desk should know of a term before it goes into the lexicon. */
function hintAt({ term, articles }: TriedTermLine, all: number): Diagnostic[] {
  if (articles.length === 0) {
    const hint = "check the spelling, or let a word run on with * at its end";
    const message = `no article holds "${term}"`;
    return [{ code: "term-without-articles", severity: "info", message, hint }];
  }
  if (!isTooCommon(articles.length, all)) return [];
  const message = `"${term}" is in ${articles.length} of ${all} articles, so it tells none from another`;
  const hint = "write a longer phrase, or list it under weak or under context";
  return [{ code: "term-too-common", severity: "warning", message, hint }];
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
  return tellingAll(diagnostics, suggestTermsIn(host, request, diagnostics));
}

async function suggestTermsIn(
  host: Host,
  request: SuggestRequest,
  diagnostics: Diagnostic[],
): Promise<TermsResult<SuggestedTermLine>> {
  const lexicon = await lexiconFor(host, { ...request, stage: "themes" }, diagnostics);
  const ids = lexicon.themes.themes.map(({ id }) => id);
  if (!ids.includes(request.theme)) throw new FailedRun([noSuchTheme(request.theme, ids)]);
  const articles = await articlesFor(host, request, diagnostics);
  const analyses = analyseArticles(articles, lexicon);
  const suggested = suggestTerms(request.theme, articles, analyses, lexicon);
  const lines = suggested
    .slice(0, request.limit)
    .map(({ examples, ...rest }) => ({ ...rest, examples: [...examples] }));
  if (lines.length === 0) diagnostics.push(nothingSuggested(request.theme, analyses));
  return { lines, diagnostics, articles: new Map(articles.map((one) => [one.id, one])) };
}

/** What the articles offer for several themes, read once. */
export async function suggestTermsForAll(
  host: Host,
  request: ArticlesRequest & Pick<SuggestRequest, "limit">,
  themes: readonly string[],
): Promise<{
  readonly proposals: ReadonlyMap<string, readonly SuggestedTermLine[]>;
  /** Themes that no passage carries. What reading had to say is told when the brief is made. */
  readonly diagnostics: readonly Diagnostic[];
}> {
  const told: Diagnostic[] = [];
  const lexicon = await lexiconFor(host, { ...request, stage: "themes" }, told);
  const articles = await articlesFor(host, request, told);
  const analyses = analyseArticles(articles, lexicon);
  const proposals = new Map<string, readonly SuggestedTermLine[]>();
  for (const theme of themes) {
    const suggested = suggestTerms(theme, articles, analyses, lexicon).slice(0, request.limit);
    const lines = suggested.map(({ examples, ...rest }) => ({ ...rest, examples: [...examples] }));
    proposals.set(theme, lines);
  }
  const unheard = themes.filter((theme) => !isCarried(theme, analyses));
  return { proposals, diagnostics: unheard.map((theme) => nothingSuggested(theme, analyses)) };
}

function isCarried(theme: string, analyses: ReadonlyMap<string, ArticleAnalysis>): boolean {
  return [...analyses.values()].some(({ passages }) =>
    passages.some(({ themes }) => themes.some(({ id }) => id === theme)),
  );
}

function nothingSuggested(
  theme: string,
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): Diagnostic {
  const told = { code: "nothing-to-suggest", severity: "info" } as const;
  if (isCarried(theme, analyses)) {
    const message = `nothing stands out in the passages on the theme “${theme}”`;
    return { ...told, message, hint: "suggestions are in two articles or more: add articles" };
  }
  const message = `no passage carries the theme “${theme}”`;
  return { ...told, message, hint: "give it terms that match: brief themes try" };
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
