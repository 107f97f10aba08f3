/** From a folder or files to what one stage sees in them, one value per line of output. */
import { analyseArticles, relateArticles } from "./analysis/index.js";
import { loadLexicon, openWorkspace } from "./config/workspace.js";
import { FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { type ReadingRequest, readDated, toReading } from "./inspect-reading.js";
import type { Stage } from "./inspect-stages.js";
import type { ArticleAnalysis, ArticleRange, DateMention, ThemesReport } from "./model/analysis.js";
import { type Article, articleText } from "./model/article.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Lexicon } from "./model/lexicon.js";

export interface InspectRequest extends ReadingRequest {
  readonly stage: Stage;
}

export interface InspectResult {
  readonly lines: readonly object[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws {FailedRun} without a lexicon where the stage needs one @throws {HostError} for a path that is not there */
export async function inspectCorpus(host: Host, request: InspectRequest): Promise<InspectResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    return await inspectPaths(host, request, diagnostics);
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    throw new FailedRun([...diagnostics, ...error.diagnostics]);
  }
}

async function inspectPaths(
  host: Host,
  request: InspectRequest,
  diagnostics: Diagnostic[],
): Promise<InspectResult> {
  const articles: Article[] = [];
  for await (const article of readDated(host, request, diagnostics)) articles.push(article);
  if (request.stage === "reading") return { lines: articles.map(toReading), diagnostics };
  const lexicon = await lexiconOf(host, request.folder, diagnostics);
  const analyses = analyseArticles(articles, lexicon);
  const lines = LINES[request.stage](articles, analyses, lexicon);
  return { lines, diagnostics };
}

async function lexiconOf(host: Host, folder: string, diagnostics: Diagnostic[]): Promise<Lexicon> {
  const workspace = settle(await openWorkspace(host, folder), diagnostics);
  return settle(await loadLexicon(host, workspace), diagnostics);
}

type Lines = (
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Lexicon,
) => object[];

const LINES: Readonly<Record<Exclude<Stage, "reading">, Lines>> = {
  sentences: perItem((analysis) => analysis.sentences),
  themes: (articles, analyses) =>
    articles.flatMap(({ id, file }): ThemesReport[] => {
      const analysis = analyses.get(id);
      if (analysis === undefined) return [];
      return [{ id, file, themes: [...analysis.themes], passages: [...analysis.passages] }];
    }),
  dates: perItem((analysis): readonly DateMention[] => analysis.dates),
  attributions: perItem((analysis) => analysis.attributions),
  figures: perItem((analysis) => analysis.figures),
  names: perItem((analysis) => analysis.names),
  reprints: (articles, analyses, lexicon) => [
    ...relateArticles(articles, analyses, lexicon).reprints,
  ],
  conflicts: (articles, analyses, lexicon) => {
    const quote = quoter(articles);
    return relateArticles(articles, analyses, lexicon).conflicts.map(({ ranges, ...conflict }) => ({
      ...conflict,
      citations: ranges.map(quote),
    }));
  },
  timeline: (articles, analyses, lexicon) => {
    const quote = quoter(articles);
    return relateArticles(articles, analyses, lexicon).timeline.map((item) => ({
      ...item,
      mention: quote(item.mention),
      passage: quote(item.passage),
      supports: item.supports.map(quote),
    }));
  },
};

/** One line per item, each under the article that it stands in. */
function perItem(itemsOf: (analysis: ArticleAnalysis) => readonly object[]): Lines {
  return (articles, analyses) =>
    articles.flatMap(({ id, file }) => {
      const analysis = analyses.get(id);
      return (analysis === undefined ? [] : itemsOf(analysis)).map((item) => ({
        id,
        file,
        ...item,
      }));
    });
}

function quoter(articles: readonly Article[]) {
  const texts = new Map(articles.map((article) => [article.id, articleText(article)]));
  return (range: ArticleRange) => ({
    ...range,
    quote: texts.get(range.article)?.slice(range.start, range.end) ?? "",
  });
}
