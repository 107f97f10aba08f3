/** How every article left the run: under one of the names of `Fate`, with a reason. */
import type { ArticleAnalysis, ArticleTheme } from "../model/analysis.js";
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Beyond, Coverage, CoverageEntry, Fate, Issue } from "../model/issue.js";
import type { Selection } from "./select.js";
import { knownDay } from "./statements.js";

export interface CoverageRequest {
  readonly selection: Selection;
  readonly unread: readonly Unread[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  /** The origin of each article that is in a reprint group. */
  readonly originOf: ReadonlyMap<string, string>;
  /** Statements that each article speaks. */
  readonly tellings: ReadonlyMap<string, number>;
  readonly cited: ReadonlySet<string>;
}

/** @returns one entry per file, in the order of file names */
export function coverArticles(request: CoverageRequest): CoverageEntry[] {
  const { selection, unread } = request;
  const entries = [
    ...selection.inPeriod.map((article) => entryOf(article, "cited", request)),
    ...selection.background.map((article) => entryOf(article, "background", request)),
    ...selection.leftOut.map(({ article, fate, reason }) =>
      describe(article, { fate, reason }, request),
    ),
    ...unread.map(unreadEntry),
  ];
  return entries.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function entryOf(article: Article, used: "cited" | "background", request: CoverageRequest) {
  return describe(article, fateOf(article, used, request), request);
}

type Verdict = { fate: Fate; reason: string; of?: string };

function fateOf(article: Article, used: "cited" | "background", request: CoverageRequest): Verdict {
  if (request.cited.has(article.id)) return { fate: used, reason: USED[used] };
  const origin = request.originOf.get(article.id) ?? article.id;
  if (origin !== article.id) {
    return { fate: "reprint", reason: "carries the same copy as another article", of: origin };
  }
  const analysis = request.analyses.get(article.id);
  const labelled = analysis?.passages.some((passage) => passage.themes.length > 0) ?? false;
  if (labelled) return { fate: "not-used", reason: "on theme, but other articles say it better" };
  return { fate: "off-theme", reason: "no passage reaches a theme of this brief" };
}

const USED = {
  cited: "in the period, and cited",
  background: "before the period, and cited as background",
} as const;

function describe(article: Article, verdict: Verdict, request: CoverageRequest): CoverageEntry {
  const { id, file, removed } = article;
  return {
    article: id,
    file,
    ...verdict,
    day: knownDay(article),
    themes: (request.analyses.get(id)?.themes ?? []).map(withoutEvidence),
    statements: request.tellings.get(id) ?? 0,
    removed: removed.length,
  };
}

/** The terms behind a score are for those who look at themes; coverage says how it ended. */
function withoutEvidence({ id, score, threshold, assigned, override }: ArticleTheme): ArticleTheme {
  const label = { id, score, threshold, assigned };
  return override === undefined ? label : { ...label, override };
}

function unreadEntry({ file, reason, of }: Unread): CoverageEntry {
  return {
    article: null,
    file,
    fate: of === undefined ? "unreadable" : "reprint",
    reason,
    ...(of === undefined ? {} : { of }),
    day: null,
    themes: [],
    statements: 0,
    removed: 0,
  };
}

/** How many articles there are, and how many of some fates. */
export function tally({ coverage, beyond = [] }: Pick<Issue, "coverage" | "beyond"> | Counted) {
  const counted = [...coverage.map(({ fate }) => ({ fate, articles: 1 })), ...beyond];
  const sum = (of: typeof counted) => of.reduce((total, { articles }) => total + articles, 0);
  const count = (...fates: string[]) => sum(counted.filter(({ fate }) => fates.includes(fate)));
  return { all: sum(counted), count };
}

interface Counted {
  readonly coverage: readonly CoverageEntry[];
  readonly beyond: readonly Beyond[];
}

/** `coverage.json`: the accounts of an issue, with what the run had to say. */
export function coverageOf(issue: Issue, diagnostics: readonly Diagnostic[]): Coverage {
  const totals: Coverage["totals"] = {};
  const add = (fate: Fate, articles: number) => {
    totals[fate] = (totals[fate] ?? 0) + articles;
  };
  for (const { fate } of issue.coverage) add(fate, 1);
  for (const { fate, articles } of issue.beyond ?? []) add(fate, articles);
  return {
    schema: "briefwright/coverage/1",
    brief: issue.brief.id,
    issue: issue.id,
    articles: issue.coverage,
    ...(issue.beyond === undefined ? {} : { beyond: issue.beyond }),
    totals,
    diagnostics: [...diagnostics],
  };
}
