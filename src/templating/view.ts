/** The frozen issue in, the data that a template sees out. `README.md` documents every field. */
import type {
  Citation,
  CoverageEntry,
  DateRange,
  Fate,
  Finding,
  Glance,
  Issue,
  IssueTheme,
  NameEntry,
  Source,
  Statement,
  TimelineEntry,
} from "../model/issue.js";
import { openingWords } from "./opening-words.js";
import { makeTimelineChart, type TimelineChart } from "./timeline-chart.js";

export type ReleaseState = Issue["release"]["state"];
export type Direction = "ltr" | "rtl";

export interface StatementView {
  readonly id: string;
  readonly text: string;
  /** The sentence before it, where its pronouns need one. */
  readonly context: string | null;
  /** Those of the context included. */
  readonly citations: readonly Citation[];
  /** Of the source's words. */
  readonly language: string;
  readonly direction: Direction;
  /** Where its text gives the event's date, where the statement stands for one. */
  readonly when: { readonly start: number; readonly end: number } | null;
  /** Day of the article, and whether it was worked out. */
  readonly reported: { readonly day: string; readonly inferred: boolean } | null;
}

export interface GlanceView {
  readonly statement: StatementView;
  readonly value: number;
  readonly bound: Glance["bound"];
  readonly unit: string;
  readonly role: Glance["role"];
  /** House form of the claimant's name. */
  readonly claimant: string | null;
}

export interface ClaimView {
  /** Cut short where it is told in full under "what happened". */
  readonly statement: StatementView;
  readonly told: boolean;
  readonly speaker: string;
  /** Outlets of the articles that carry it, null where an article names none. */
  readonly carriers: readonly {
    readonly outlet: string | null;
    readonly citations: readonly Citation[];
  }[];
  readonly via: readonly string[];
  readonly depth: number;
}

export interface ThemeView {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly status: IssueTheme["status"];
  readonly reason: string | null;
  readonly reports: number;
  readonly origins: number;
  readonly backgroundReports: number;
  readonly lastIssue: number | null;
  readonly happened: readonly StatementView[];
  readonly says: readonly ClaimView[];
  readonly differ: readonly Finding[];
  readonly background: readonly StatementView[];
  readonly assessment: string | null;
  /** False for the first issue of a series. */
  readonly comparable: boolean;
  readonly since: readonly Finding[];
}

export interface EventView {
  readonly date: DateRange;
  readonly inferred: boolean;
  readonly planned: boolean;
  readonly statement: StatementView;
}

export interface NameView {
  readonly name: string;
  readonly roles: readonly string[];
  /** Spellings in the sources that are not the house form. */
  readonly variants: NameEntry["variants"];
}

export interface OutletView {
  readonly name: string;
  readonly owner: string | null;
  readonly kind: string | null;
  /** Where a link to the outlet is restricted. */
  readonly restricted: readonly string[];
}

export interface SourceView {
  readonly number: number;
  readonly article: string;
  readonly title: string;
  readonly titleDerived: boolean;
  readonly language: string;
  readonly direction: Direction;
  readonly date: string | null;
  readonly inferred: boolean;
  readonly byline: string | null;
  readonly outlet: OutletView | null;
  readonly agency: OutletView | null;
  readonly chain: readonly string[];
  readonly grade: string | null;
  readonly inPeriod: boolean;
}

export interface CoverageView {
  readonly fate: Fate;
  readonly count: number;
  readonly rows: readonly CoverageRowView[];
  /** Articles of this fate beyond the rows: they stand in `coverage.json`. */
  readonly more: number;
}

export interface CoverageRowView {
  readonly file: string;
  readonly reason: string;
  readonly date: string | null;
  readonly inferred: boolean;
  /** Citation number, where the article has one. */
  readonly number: number | null;
  readonly statements: number;
  readonly removed: number;
}

export interface View {
  readonly language: string;
  readonly direction: Direction;
  readonly brief: Pick<Issue["brief"], "id" | "title" | "desk" | "contact">;
  readonly issue: {
    readonly id: string;
    readonly number: number;
    readonly version: string;
    readonly state: ReleaseState;
    /** Not approved: every page says so. */
    readonly draft: boolean;
    readonly approvedBy: string | null;
    readonly period: DateRange;
    readonly week: number | null;
    readonly cutOff: string;
    readonly nextIssue: string | null;
    readonly seal: string;
  };
  readonly marking: {
    readonly label: string;
    readonly statement: string | null;
    /** The label as a CSS class, e.g. `tlp-green`. */
    readonly class: string;
  };
  readonly bottomLine: readonly StatementView[];
  readonly keyMessages: readonly StatementView[];
  readonly glance: { readonly figures: readonly GlanceView[]; readonly flags: readonly Finding[] };
  readonly themes: readonly ThemeView[];
  readonly timeline: {
    readonly chart: TimelineChart | null;
    readonly events: readonly EventView[];
  };
  readonly watch: readonly EventView[];
  readonly names: readonly NameView[];
  readonly gaps: readonly Finding[];
  readonly sources: readonly SourceView[];
  readonly method: Issue["method"];
  readonly corrections: readonly string[];
  readonly coverage: readonly CoverageView[];
}

/** Rows of one fate that a page prints; the rest is counted. */
const COVERAGE_ROWS = 40;

/** @param state overrides the release state that the issue carries */
export function makeView(issue: Issue, language: string, state?: ReleaseState): View {
  const languages = new Map(issue.sources.map((source) => [source.article, source.language]));
  const outlets = new Map(
    issue.sources.map(({ article, outlet, agency }) => [article, (outlet ?? agency)?.name ?? null]),
  );
  const numbers = new Map(issue.sources.map((source) => [source.article, source.number]));
  const statement = (value: Statement) => viewStatement(value, languages);
  const event = (entry: TimelineEntry): EventView => ({
    date: entry.date,
    inferred: entry.anchor === "inferred",
    planned: entry.planned,
    statement: { ...statement(entry.statement), when: placeOfDate(entry) },
  });
  const events = issue.timeline.map(event);
  const release = state ?? issue.release.state;
  const { brief, marking, period } = issue;
  return {
    language,
    direction: directionOf(language),
    brief: { id: brief.id, title: brief.title, desk: brief.desk, contact: brief.contact },
    issue: {
      id: issue.id,
      number: issue.number,
      version: issue.version,
      state: release,
      draft: release !== "approved",
      approvedBy: issue.release.approvedBy,
      period: { from: period.from, to: period.to, precision: "day" },
      week: period.week,
      cutOff: issue.cutOff,
      nextIssue: issue.nextIssue,
      seal: issue.seal,
    },
    marking: {
      label: marking.label,
      statement: marking.statement ?? null,
      class: marking.label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    },
    bottomLine: issue.bottomLine.map(statement),
    keyMessages: issue.keyMessages.map(statement),
    glance: {
      figures: issue.glance.figures.map((figure) => ({
        statement: statement(figure.statement),
        value: figure.value,
        bound: figure.bound,
        unit: figure.unit,
        role: figure.role,
        claimant: figure.claimant?.name ?? null,
      })),
      flags: issue.glance.flags,
    },
    themes: issue.themes.map((theme) => viewTheme(theme, language, statement, outlets)),
    timeline: { chart: makeTimelineChart(events, language), events },
    watch: issue.watch.map(event),
    names: issue.names.map(viewName),
    gaps: issue.gaps,
    sources: issue.sources.map(viewSource),
    method: issue.method,
    corrections: issue.corrections.map(({ text }) => text),
    coverage: viewCoverage(issue.coverage, numbers),
  };
}

/** `en` for `en-GB`. */
export function withoutRegion(language: string): string {
  return language.split("-", 1).join("");
}

export function directionOf(language: string): Direction {
  return ["ar", "fa", "he", "ur", "ckb"].includes(withoutRegion(language)) ? "rtl" : "ltr";
}

function viewStatement(
  statement: Statement,
  languages: ReadonlyMap<string, string>,
): StatementView {
  const [first] = statement.citations;
  const language = (first && languages.get(first.article)) ?? "und";
  const { context, reported } = statement;
  return {
    id: statement.id,
    text: statement.text,
    context: context?.text ?? null,
    citations: context ? [context.citation, ...statement.citations] : statement.citations,
    language,
    direction: directionOf(language),
    when: null,
    reported: reported && { day: reported.day, inferred: reported.basis === "inferred" },
  };
}

/**
 * The words that give an event's date, in its statement's text. Counted from the end, which text and
 * quotation share: the text's beginning may be left out. Null where they are left out themselves.
 */
function placeOfDate({ mention, statement }: TimelineEntry): StatementView["when"] {
  const [citation] = statement.citations;
  if (citation === undefined || citation.article !== mention.article) return null;
  const after = inOneParagraph(citation.quote.slice(mention.end - citation.start));
  const words = inOneParagraph(mention.quote);
  const end = statement.text.length - after.length;
  const start = end - words.length;
  const isThere = start >= 0 && statement.text.slice(start) === words + after;
  return isThere ? { start, end } : null;
}

/** A statement's text is its quotation with the ends of paragraphs taken out. */
function inOneParagraph(quote: string): string {
  return quote.replaceAll("\n\n", " ");
}

function viewTheme(
  theme: IssueTheme,
  language: string,
  statement: (value: Statement) => StatementView,
  outlets: ReadonlyMap<string, string | null>,
): ThemeView {
  return {
    id: theme.id,
    title: localised(theme.title, language) ?? theme.id,
    short: localised(theme.short, language) ?? localised(theme.title, language) ?? theme.id,
    status: theme.status,
    reason: theme.reason?.text ?? null,
    reports: theme.reports.length,
    origins: theme.origins.length,
    backgroundReports: theme.backgroundReports.length,
    lastIssue: theme.lastIssue,
    happened: theme.happened.map(statement),
    says: theme.says.map((claim) => {
      const told = theme.happened.some(({ id }) => id === claim.statement.id);
      const inFull = statement(claim.statement);
      return {
        statement: told ? { ...inFull, text: openingWords(inFull.text) } : inFull,
        told,
        speaker: claim.speaker.name,
        carriers: claim.statement.citations.map((citation) => ({
          outlet: outlets.get(citation.article) ?? null,
          citations: [citation],
        })),
        via: claim.via,
        depth: claim.depth,
      };
    }),
    differ: theme.differ,
    background: theme.background.map(statement),
    assessment: theme.assessment?.text ?? null,
    comparable: theme.since !== null,
    since: theme.since ?? [],
  };
}

/** The text in the page's language, in the language without its region, else in English. */
function localised(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  return texts[language] ?? texts[withoutRegion(language)] ?? texts.en;
}

function viewName(entry: NameEntry): NameView {
  return {
    name: entry.name,
    roles: entry.roles,
    variants: entry.variants.filter(({ text }) => text !== entry.name),
  };
}

function viewSource(source: Source): SourceView {
  return {
    number: source.number,
    article: source.article,
    title: source.title,
    titleDerived: source.titleDerived,
    language: source.language,
    direction: directionOf(source.language),
    date: source.published?.date ?? source.inferred?.date ?? null,
    inferred: source.published === null && source.inferred !== null,
    byline: source.byline,
    outlet: source.outlet && viewOutlet(source.outlet),
    agency: source.agency && viewOutlet(source.agency),
    chain: source.chain,
    grade: source.outlet?.known?.grade ?? null,
    inPeriod: source.inPeriod,
  };
}

function viewOutlet({ name, known }: NonNullable<Source["outlet"]>): OutletView {
  return {
    name,
    owner: known?.owner ?? null,
    kind: known?.kind ?? null,
    restricted: known?.restricted.map(({ where }) => where) ?? [],
  };
}

/** Articles by fate, in the order in which the fates first occur. */
function viewCoverage(
  entries: readonly CoverageEntry[],
  numbers: ReadonlyMap<string, number>,
): readonly CoverageView[] {
  return [...Map.groupBy(entries, ({ fate }) => fate)].map(([fate, group]) => ({
    fate,
    count: group.length,
    rows: group.slice(0, COVERAGE_ROWS).map((entry) => ({
      file: entry.file,
      reason: entry.reason,
      date: entry.day?.day ?? null,
      inferred: entry.day?.basis === "inferred",
      number: (entry.article && numbers.get(entry.article)) || null,
      statements: entry.statements,
      removed: entry.removed,
    })),
    more: Math.max(0, group.length - COVERAGE_ROWS),
  }));
}
