/** From the passages chosen for a theme to its slots, always all of them, empty ones included. */
import {
  type ArticleAnalysis,
  type ArticleRange,
  type Attribution,
  type Conflict,
  overlaps,
  type Pick,
  type ThemePicks,
} from "../model/analysis.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { DeskOrders } from "../model/desk-orders.js";
import type { Claim, Finding, IssueTheme, Speaker, Statement } from "../model/issue.js";
import type { Lexicon, Theme } from "../model/lexicon.js";
import { statusOf } from "./check-status.js";
import { assessmentOf } from "./desk-lines.js";
import { makeFinding } from "./findings.js";
import { type ArticlesById, makeStatement } from "./statements.js";

export interface ThemeContext {
  readonly articles: ArticlesById;
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly lexicon: Lexicon;
  readonly notes: DeskNotes;
  readonly orders: DeskOrders;
  readonly conflicts: readonly Conflict[];
  /** Articles of the period and earlier ones, reprints left out of neither. */
  readonly inPeriod: readonly string[];
  readonly background: readonly string[];
  /** The earliest article of each one's reprint group. */
  readonly originOf: (article: string) => string;
  /** Whether there is a last issue. */
  readonly isComparable: boolean;
}

export function fillTheme(theme: Theme, picks: ThemePicks, context: ThemeContext): IssueTheme {
  const { notes, articles } = context;
  const desk = notes.themes[theme.id];
  const carries = (article: string) => carriesTheme(theme.id, context.analyses.get(article));
  const reports = context.inPeriod.filter(carries);
  return {
    id: theme.id,
    title: theme.title,
    short: theme.short ?? theme.title,
    ...(theme.question === undefined ? {} : { question: theme.question }),
    status: statusOf(desk, context.isComparable),
    reason: desk?.reason ?? null,
    reports,
    origins: originsAmong(reports, context.originOf),
    backgroundReports: context.background.filter(carries),
    lastIssue: null,
    happened: picks.happened.map((pick) => makeStatement(pick, articles)),
    says: picks.says.flatMap((pick) => claimsOf(pick, context)),
    differ: findingsFor(picks, context),
    background: withoutRepeatedContext(picks.background, articles),
    assessment: assessmentOf(theme.id, context.orders, articles),
    since: null,
    volume: [],
    ledger: NOT_KEPT_YET,
  };
}

/** What articles became of is known when all themes are filled. */
const NOT_KEPT_YET: IssueTheme["ledger"] = {
  articles: 0,
  background: 0,
  origins: 0,
  outlets: {},
  languages: {},
  span: null,
  fates: {},
  silent: [],
};

/** One report for each origin: the origin itself where it is among them. */
export function originsAmong(
  reports: readonly string[],
  originOf: ThemeContext["originOf"],
): string[] {
  const origins = new Map<string, string>();
  for (const report of reports) {
    const origin = originOf(report);
    if (report === origin || !origins.has(origin)) origins.set(origin, report);
  }
  return [...origins.values()];
}

/** Carries a theme: the article as a whole, or at least one passage of it. */
export function carriesTheme(theme: string, analysis: ArticleAnalysis | undefined): boolean {
  if (analysis === undefined) return false;
  return (
    analysis.themes.some(({ id, assigned }) => id === theme && assigned) ||
    analysis.passages.some((passage) => passage.themes.some(({ id }) => id === theme))
  );
}

/** A sentence that was just printed needs no second printing as the context of the next. */
function withoutRepeatedContext(picks: readonly Pick[], articles: ArticlesById): Statement[] {
  return picks.map((pick, index) => {
    const before: ArticleRange | undefined = picks[index - 1];
    const follows =
      before?.article === pick.article &&
      pick.context !== null &&
      before.start <= pick.context.start &&
      pick.context.end <= before.end;
    return makeStatement(follows ? { ...pick, context: null } : pick, articles);
  });
}

function claimsOf(pick: Pick, context: ThemeContext): Claim[] {
  const { attribution } = pick;
  if (attribution === null) return [];
  return [
    {
      statement: makeStatement({ ...pick, context: null }, context.articles),
      speaker: speakerOf(attribution, context.lexicon),
      cue: attribution.cue,
      via: attribution.via,
      depth: attribution.depth,
    },
  ];
}

export function speakerOf({ speaker, entity }: Attribution, lexicon: Lexicon): Speaker {
  const known = lexicon.entities.entities.find(({ id }) => id === entity);
  return { text: speaker, entity, name: known?.name ?? speaker };
}

/**
 * Reports that differ about the period, or in words of the background that are printed on all
 * sides: an old quarrel that this issue does not touch stays in the archive.
 */
function findingsFor(
  picks: ThemePicks,
  { conflicts, articles, inPeriod }: ThemeContext,
): Finding[] {
  const isPrinted = (range: ArticleRange) =>
    picks.background.some((pick) =>
      [pick, pick.context].some((told) => told && overlaps(told, range)),
    );
  return conflicts
    .filter(({ theme }) => theme === picks.theme)
    .filter(
      ({ ranges }) =>
        ranges.some(({ article }) => inPeriod.includes(article)) || ranges.every(isPrinted),
    )
    .map((conflict) => makeFinding(conflict, articles));
}
