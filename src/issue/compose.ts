/** From what analysis found and what the desk wrote to the frozen issue. */
import type {
  ArticleAnalysis,
  ArticleRange,
  Conflict,
  Pick,
  ReprintGroup,
  Story,
  ThemePicks,
  ToldEvent,
} from "../model/analysis.js";
import type { Unread } from "../model/article.js";
import type { Choice } from "../model/choice.js";
import type { StandingParagraph } from "../model/desk-line.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { DeskOrders } from "../model/desk-orders.js";
import type { Beyond, DeskLine, Issue, IssueTheme, PreviousIssue } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import type { BriefSettings } from "../model/settings.js";
import { primaryLanguage } from "../text/primary-language.js";
import { tally } from "./coverage.js";
import { deskOf } from "./desk-lines.js";
import { findDisagreements } from "./disagreements/find-disagreements.js";
import { makeFinding } from "./findings.js";
import { findGaps, lexiconLanguages } from "./gaps.js";
import { chooseFigures } from "./glance.js";
import { chooseHeadlines } from "./headlines.js";
import { coverContent, keepLedgers } from "./keep-ledgers.js";
import { listNames } from "./names.js";
import { issueNumber, LAST_DAY, lastDayOf, nextIssueDay, type Period, shiftDay } from "./period.js";
import { revise } from "./revision/revise.js";
import { sealOf } from "./seal.js";
import type { Selection } from "./select.js";
import { type Comparison, compareIssues } from "./since/compare-issues.js";
import { numberSources } from "./sources.js";
import { type ArticlesById, makeStatement } from "./statements.js";
import { fillTheme } from "./theme-slots.js";
import { layOutEvents } from "./timeline.js";
import { type Content, citationsOf } from "./walk.js";

export interface ComposeRequest {
  readonly brief: { readonly id: string; readonly settings: BriefSettings };
  readonly language: string;
  readonly period: Period;
  /** ISO 8601 instant, UTC. */
  readonly cutOff: string;
  /** The day that the issue looks back from. */
  readonly asOf: Issue["asOf"];
  readonly selection: Selection;
  readonly unread: readonly Unread[];
  /** Articles that are in none of these lists. */
  readonly beyond: readonly Beyond[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly reprints: readonly ReprintGroup[];
  readonly stories: readonly Story[];
  /** First article of an article's origin: one copy, or one publisher. */
  readonly originOf: (article: string) => string;
  /** Passages of other origins that report the same event. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  /** In the order of printing. */
  readonly picks: readonly ThemePicks[];
  /** What became of each passage that might have been picked. */
  readonly choices: readonly Choice[];
  readonly timeline: readonly ToldEvent[];
  readonly conflicts: readonly Conflict[];
  readonly lexicon: Lexicon;
  readonly notes: DeskNotes;
  /** The same with every target found. */
  readonly orders: DeskOrders;
  /** Paragraphs that the notes name. */
  readonly standing: readonly StandingParagraph[];
  readonly inputs: Issue["inputs"];
  /** With the last released issue; null where there is none. */
  readonly comparison: Comparison | null;
  /** What makes the issue. */
  readonly program: Issue["program"];
  /** The released issue whose place it takes; null where it is the first of its period. */
  readonly superseded: Issue | null;
}

/** @returns an issue that `checkIssue` has still to hold to its schema and its promises */
export function composeIssue(request: ComposeRequest): Issue {
  const { selection, reprints, comparison } = request;
  const earlier = comparison?.articles ?? [];
  const visible = [...earlier, ...selection.inPeriod, ...selection.background];
  const articles = new Map(visible.map((article) => [article.id, article]));
  const originOf = new Map(
    reprints.flatMap(({ origin, members }) => members.map((member) => [member, origin] as const)),
  );
  const content = composeContent(request, articles, originOf);
  const issue = revise(account(content, request, articles, originOf), request.superseded);
  return { ...issue, seal: sealOf(issue) };
}

type Origins = ReadonlyMap<string, string>;

function composeContent(
  request: ComposeRequest,
  articles: ArticlesById,
  origins: Origins,
): Content {
  const { selection, analyses, lexicon, notes, orders, conflicts, picks, period } = request;
  const { limits } = request.brief.settings;
  const context = {
    articles,
    analyses,
    lexicon,
    notes,
    orders,
    conflicts,
    inPeriod: selection.inPeriod.map(({ id }) => id),
    background: selection.background.map(({ id }) => id),
    originOf: request.originOf,
    isComparable: request.comparison !== null,
  };
  const themes = compare(
    picks.map((theme) => fillTheme(themeOf(theme.theme, lexicon), theme, context)),
    request,
    articles,
  );
  const own = primaryLanguage(request.language);
  const headlines = chooseHeadlines(
    picks,
    lexicon,
    limits,
    ({ article }) => primaryLanguage(articles.get(article)?.language ?? "und") === own,
  );
  const current = context.inPeriod
    .filter((id) => (origins.get(id) ?? id) === id)
    .flatMap((id) => analyses.get(id) ?? []);
  const isCurrent = ({ article }: ArticleRange) => context.inPeriod.includes(article);
  const flags = conflicts
    .filter(({ theme, ranges }) => theme === null && ranges.some(isCurrent))
    .map((conflict) => makeFinding(conflict, articles));
  const desk = deskOf(orders, request.standing, articles);
  const unlessDesk = (lines: readonly DeskLine[], chosen: readonly Pick[]) =>
    lines.length > 0 ? [] : chosen.map((pick) => makeStatement(pick, articles));
  return {
    desk,
    bottomLine: unlessDesk(desk.bottomLine, headlines.bottomLine),
    keyMessages: unlessDesk(desk.keyMessages, headlines.keyMessages),
    glance: {
      figures: chooseFigures(current, articles, lexicon, limits.figures),
      flags,
    },
    themes,
    disagreements: findDisagreements(themes, flags, {
      articles,
      analyses,
      lexicon,
      supportsOf: request.supportsOf,
    }),
    ...layOutEvents(request.timeline, articles, {
      earliest: shiftDay(period.from, -request.brief.settings.backgroundDays),
      periodEnd: lastDayOf(request),
    }),
  };
}

function compare(
  themes: IssueTheme[],
  { comparison, selection, lexicon }: ComposeRequest,
  articles: ArticlesById,
): IssueTheme[] {
  if (comparison === null) return themes;
  const inPeriod = selection.inPeriod.map(({ id }) => id);
  const excluded = selection.leftOut.filter(({ fate }) => fate === "excluded");
  return compareIssues(comparison, {
    themes,
    articles,
    inPeriod,
    lexicon,
    excluded: new Set(excluded.map(({ article }) => article.id)),
  });
}

/** Adds what follows from the content: numbers, names, gaps, method and coverage. */
function account(
  content: Content,
  request: ComposeRequest,
  articles: ArticlesById,
  originOf: Origins,
): Omit<Issue, "seal"> {
  const { brief, period, selection, comparison, lexicon, language } = request;
  const analyses = comparison?.analyses ?? request.analyses;
  const { settings } = brief;
  const citations = citationsOf(content);
  const cited = new Set(citations.map(({ article }) => article));
  const citedAnalyses = [...cited].flatMap((id) => analyses.get(id) ?? []);
  const current = new Set(selection.inPeriod.map(({ id }) => id));
  const sources = numberSources(
    citations,
    articles,
    analyses,
    lexicon,
    current,
    request.asOf?.day ?? LAST_DAY,
  );
  const coverage = coverContent(content, cited, request, originOf);
  const themes = keepLedgers(content.themes, coverage, request);
  const { beyond } = request;
  const { all, count } = tally({ coverage, beyond });
  return {
    schema: "briefwright/issue/3",
    program: request.program,
    brief: {
      id: brief.id,
      title: settings.title,
      desk: settings.desk ?? null,
      contact: settings.contact ?? null,
      language,
    },
    id: period.id,
    number: issueNumber(period, settings.firstIssue, comparison?.previous.number ?? null),
    version: "1.0",
    release: { state: "draft", approvedBy: null },
    period: { from: period.from, to: period.to, basis: "publication", week: period.week },
    cutOff: request.cutOff,
    asOf: request.asOf,
    timeZone: settings.timeZone,
    nextIssue: nextIssueDay(period),
    marking: settings.marking,
    citing: settings.citations,
    inputs: request.inputs,
    previous: comparison === null ? null : previousOf(comparison.previous),
    revision: null,
    ...content,
    themes,
    names: listNames(citedAnalyses, lexicon, articles, lastDayOf(request)),
    gaps: findGaps(sources, themes, lexiconLanguages(lexicon)),
    sources,
    method: {
      lexicon: lexicon.themes.version,
      read: all - count("unreadable"),
      inPeriod: selection.inPeriod.length,
      background: count("background"),
      reprints: count("reprint"),
      leftOut: all - count("cited", "background"),
      inferredDates: sources.filter(({ published }) => published === null).length,
    },
    corrections: request.notes.corrections,
    coverage,
    ...(beyond.length === 0 ? {} : { beyond: [...beyond] }),
  };
}

function previousOf({ id, number, version, seal }: Issue): PreviousIssue {
  return { issue: id, number, version, seal };
}

/** @throws {RangeError} where the picks name a theme that the lexicon lacks */
function themeOf(id: string, lexicon: Lexicon) {
  const theme = lexicon.themes.themes.find((candidate) => candidate.id === id);
  if (theme === undefined) throw new RangeError(`no theme ${id}`);
  return theme;
}
