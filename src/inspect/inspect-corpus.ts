/** From files, folders or given lines to what one stage sees in them, one value per line of output. */
import { analyseArticles, checkThemes, reportUnsplitLanguages } from "../analysis/index.js";
import { tellingAll } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { SummaryMethod } from "../model/settings.js";
import { type ArticlesRequest, articlesFor } from "./articles-for.js";
import { toReading } from "./dated-articles.js";
import { lexiconFor } from "./lexicon-for.js";
import { LINES } from "./lines.js";
import type { Stage } from "./stages.js";

export interface InspectRequest extends ArticlesRequest {
  readonly stage: Stage;
  /** A file of themes in the place of the workspace's. */
  readonly themes?: string | undefined;
  /** How long a summary may be, in words. */
  readonly words?: number | undefined;
  readonly method?: SummaryMethod | undefined;
}

export interface InspectResult {
  readonly lines: readonly object[];
  readonly diagnostics: readonly Diagnostic[];
  /** By id, for people. */
  readonly articles: ReadonlyMap<string, Article>;
}

/** @throws {FailedRun} without a lexicon where the stage needs one @throws {HostError} for a path that is not there */
export async function inspectCorpus(host: Host, request: InspectRequest): Promise<InspectResult> {
  const diagnostics: Diagnostic[] = [];
  return tellingAll(diagnostics, inspectArticles(host, request, diagnostics));
}

async function inspectArticles(
  host: Host,
  request: InspectRequest,
  diagnostics: Diagnostic[],
): Promise<InspectResult> {
  const { stage, given, words = DEFAULT_WORDS, method = "centroid" } = request;
  const articles = await articlesFor(host, request, diagnostics);
  const byId = new Map(articles.map((article) => [article.id, article]));
  if (stage === "reading") return { lines: articles.map(toReading), diagnostics, articles: byId };
  const lexicon = await lexiconFor(host, request, diagnostics);
  diagnostics.push(...reportUnsplitLanguages(articles));
  const analyses = analyseArticles(articles, lexicon);
  if (stage === "themes") diagnostics.push(...checkThemes(articles, analyses, lexicon, true));
  const isGiven = given !== undefined;
  const lines = LINES[stage]({ articles, analyses, lexicon, isGiven, words, method });
  return { lines, diagnostics, articles: byId };
}

/** Words of a summary: as long as the lead of a news report. */
const DEFAULT_WORDS = 100;
