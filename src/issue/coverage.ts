/** How every article left the run: under one of the names of `Fate`, with the rule and a reason. */
import type { ArticleTheme } from "../model/analysis.js";
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Beyond, Coverage, CoverageEntry, Fate, Issue } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { findOutlet } from "../text/find-outlet.js";
import { type FateRequest, judgeFate, type Verdict } from "./fates.js";
import { restrictionsOf } from "./restrictions.js";
import type { Selection } from "./select.js";
import { knownDay } from "./statements.js";

export interface CoverageRequest extends FateRequest {
  readonly selection: Selection;
  readonly unread: readonly Unread[];
  /** First article of an article's origin: one copy, or one publisher. */
  readonly originOf: (article: string) => string;
  /** Statements that each article speaks. */
  readonly tellings: ReadonlyMap<string, number>;
  readonly lexicon: Pick<Lexicon, "outlets">;
}

/** @returns one entry per file, in the order of file names */
export function coverArticles(request: CoverageRequest): CoverageEntry[] {
  const { selection, unread } = request;
  const looked = (article: Article, used: "cited" | "background") =>
    describe(article, judgeFate(article, used, request), request, true);
  const entries = [
    ...selection.inPeriod.map((article) => looked(article, "cited")),
    ...selection.background.map((article) => looked(article, "background")),
    ...selection.leftOut.map(({ article, ...verdict }) =>
      describe(article, verdict, request, false),
    ),
    ...unread.map(unreadEntry),
  ];
  return tellApart(entries.sort(byFile));
}

function byFile(a: CoverageEntry, b: CoverageEntry): number {
  return a.file === b.file ? 0 : a.file < b.file ? -1 : 1;
}

/** A file may be called like the part of another: `feed.xml#2`. Then one of the two is `feed.xml#2 (2)`. */
function tellApart(entries: readonly CoverageEntry[]): CoverageEntry[] {
  const taken = new Set<string>();
  const names = new Set(entries.map(({ file }) => file));
  return entries.map((entry) => {
    let file = entry.file;
    for (let count = 2; taken.has(file); count += 1) {
      const next = `${entry.file} (${count})`;
      if (!names.has(next)) file = next;
    }
    taken.add(file);
    return file === entry.file ? entry : { ...entry, file };
  });
}

/** @param isLookedAt whether it was analysed, and related to others */
function describe(
  article: Article,
  verdict: Verdict,
  request: CoverageRequest,
  isLookedAt: boolean,
): CoverageEntry {
  const { id, file, removed, language } = article;
  return {
    article: id,
    file,
    ...verdict,
    day: knownDay(article),
    language,
    outlet: outletOf(article, request.lexicon),
    origin: isLookedAt ? request.originOf(id) : null,
    story: request.storyOf.get(id)?.id ?? null,
    themes: (request.analyses.get(id)?.themes ?? []).map(withoutEvidence),
    statements: request.tellings.get(id) ?? 0,
    removed: removed.length,
    ...restrictionsOf(article, request.lexicon),
  };
}

function outletOf(
  { outlet, agency }: Article,
  lexicon: Pick<Lexicon, "outlets">,
): CoverageEntry["outlet"] {
  const name = outlet ?? agency;
  if (name === null) return null;
  return { name, ownership: findOutlet(name, lexicon)?.kind ?? "unknown" };
}

/** The terms behind a score are for those who look at themes; coverage says how it ended. */
function withoutEvidence({ id, score, threshold, assigned, override }: ArticleTheme): ArticleTheme {
  const label = { id, score, threshold, assigned };
  return override === undefined ? label : { ...label, override };
}

function unreadEntry({ file, reason, of }: Unread): CoverageEntry {
  const verdict: Verdict =
    of === undefined
      ? { fate: "unreadable", why: "not-read", reason }
      : { fate: "reprint", why: "same-file", reason, of };
  return {
    article: null,
    file,
    ...verdict,
    day: null,
    language: null,
    outlet: null,
    origin: null,
    story: null,
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
    schema: "briefwright/coverage/2",
    brief: issue.brief.id,
    issue: issue.id,
    articles: issue.coverage,
    ...(issue.beyond === undefined ? {} : { beyond: issue.beyond }),
    totals,
    themes: issue.themes.map(({ id, ledger }) => ({ theme: id, ...ledger })),
    gaps: issue.gaps,
    diagnostics: [...diagnostics],
  };
}
