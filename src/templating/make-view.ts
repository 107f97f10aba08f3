/** The frozen issue in, the data that a template sees out. */
import { statementsOf } from "../issue/index.js";
import type {
  Claim,
  Issue,
  IssueTheme,
  NameEntry,
  Revision,
  Rewrite,
  Source,
  Statement,
  TimelineEntry,
} from "../model/issue.js";
import { primaryLanguage } from "../text/primary-language.js";
import { issueVolumeOf } from "./charts/issue-volume.js";
import { measuresOf } from "./charts/measures.js";
import { makeTimelineChart } from "./charts/timeline-chart.js";
import { volumeOf } from "./charts/volume.js";
import { viewCoverage, viewLedger } from "./coverage-view.js";
import { viewDesk, viewDeskLine } from "./desk-view.js";
import { directionOf } from "./direction.js";
import { foldTimeline } from "./fold-timeline.js";
import { openingWords } from "./opening-words.js";
import {
  type ClaimView,
  type EventView,
  type NameView,
  type OutletView,
  type ReleaseState,
  type RevisionView,
  type SourceView,
  type StatementView,
  type ThemeView,
  VIEW_VERSION,
  type View,
} from "./view/index.js";
import { changeOf, viewChanges } from "./view-changes.js";
import { viewDisagreements } from "./view-disagreements.js";

/** @param state overrides the release state that the issue carries */
export function makeView(
  issue: Issue,
  language: string,
  state?: ReleaseState,
  parameters: View["parameters"] = {},
): View {
  const known = { articles: readArticles(issue.sources), steps: stepsOf(issue) };
  const { articles } = known;
  const statement = (value: Statement) => viewStatement(value, known);
  const event = (entry: TimelineEntry) => viewEvent(entry, known);
  const timeline = foldTimeline(issue.timeline, issue.period.from);
  const events = timeline.entries.map(event);
  const short = foldTimeline(issue.timeline, issue.period.from, SHORT_TIMELINE);
  const tabled = new Set(issue.disagreements.map(({ finding }) => finding.id));
  const themes = issue.themes.map((theme) => ({
    ...viewTheme(theme, language, known),
    sideBySide: theme.differ.every(({ id }) => tabled.has(id)),
  }));
  const shortOf = (id: string) => themes.find((theme) => theme.id === id)?.short ?? id;
  const outletOf = (article: string) => articles.get(article)?.outlet ?? null;
  const names = issue.names.map(viewName);
  const { id, title, desk, contact } = issue.brief;
  return {
    schema: VIEW_VERSION,
    language,
    direction: directionOf(language),
    brief: { id, title, desk, contact },
    issue: viewEdition(issue, state ?? issue.release.state),
    marking: viewMarking(issue.marking),
    citing: issue.citing,
    parameters,
    originals: originalsOf(issue, language, (article) => articles.get(article)?.language ?? "und"),
    desk: viewDesk(issue, (article) => articles.get(article)?.number ?? null),
    bottomLine: issue.bottomLine.map(statement),
    keyMessages: issue.keyMessages.map(statement),
    glance: viewGlance(issue.glance, known),
    themes,
    disagreements: viewDisagreements(issue.disagreements, { statement, outletOf, shortOf }),
    volume: issue.previous === null ? volumeOf(issue, shortOf) : null,
    issueVolume: issueVolumeOf(issue, shortOf),
    measures: measuresOf(issue, outletOf),
    timeline: {
      chart: makeTimelineChart(events, language),
      events,
      folded: timeline.folded,
      short: { events: short.entries.map(event), folded: short.folded },
    },
    watch: issue.watch.map(event),
    names,
    respelled: names.filter(({ respellings }) => respellings.length > 0),
    gaps: issue.gaps,
    sources: issue.sources.map(viewSource),
    method: { ...issue.method, models: modelsOf(issue) },
    corrections: issue.corrections.map(({ text }) => text),
    revision: issue.revision && viewRevision(issue.revision),
    coverage: viewCoverage(issue, (article) => articles.get(article)?.number ?? null),
  };
}

/** Events of a timeline that takes a third of a page. */
const SHORT_TIMELINE = 8;

/** Statements stand in the words of their sources: the reader is told where that is another language. */
function originalsOf(
  issue: Issue,
  language: string,
  languageOf: (article: string) => string,
): string[] {
  const spoken = statementsOf(issue).flatMap(({ citations: [first] }) =>
    first === undefined ? [] : [primaryLanguage(languageOf(first.article))],
  );
  const own = ["und", primaryLanguage(language)];
  const foreign = [...new Set(spoken)].filter((tag) => !own.includes(tag)).sort();
  return foreign.map((tag) => languageName(tag, language));
}

function modelsOf(issue: Issue): string[] {
  const models = statementsOf(issue).flatMap(({ rewrite }) => rewrite?.model ?? []);
  return [...new Set(models)].sort();
}

/** Changes that the box on page 1 lists. */
const CHANGES_FIRST = 4;
/** Letters of a seal that tell it from any other. */
const SEAL_LETTERS = 12;

function viewRevision({ supersedes, changes }: Revision): RevisionView {
  return {
    version: supersedes.version,
    seal: supersedes.seal.slice(0, SEAL_LETTERS),
    first: changes.slice(0, CHANGES_FIRST),
    more: Math.max(0, changes.length - CHANGES_FIRST),
    changes,
  };
}

/** `en` for `en-GB`. */
export function withoutRegion(language: string): string {
  return language.split("-", 1).join("");
}

/** What the view says of an article wherever it is cited. */
interface CitedArticle {
  readonly number: number;
  readonly language: string;
  readonly outlet: string | null;
}
type Articles = ReadonlyMap<string, CitedArticle>;

/** What is said of a statement beside its words. */
interface Known {
  readonly articles: Articles;
  /** By statement. */
  readonly steps: ReadonlyMap<string, number>;
}

/** Most steps of any claim in the words of a statement, where they are more than one. */
function stepsOf({ themes }: Issue): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const { statement, depth } of themes.flatMap(({ says }) => says)) {
    if (depth < 2) continue;
    steps.set(statement.id, Math.max(depth, steps.get(statement.id) ?? 0));
  }
  return steps;
}

function readArticles(sources: readonly Source[]): Articles {
  return new Map(
    sources.map(({ article, number, language, outlet, agency }) => [
      article,
      { number, language, outlet: (outlet ?? agency)?.name ?? null },
    ]),
  );
}

function viewEdition(issue: Issue, state: ReleaseState): View["issue"] {
  const { period } = issue;
  return {
    id: issue.id,
    number: issue.number,
    version: issue.version,
    state,
    draft: state !== "approved",
    approvedBy: issue.release.approvedBy,
    period: { from: period.from, to: period.to, precision: "day" },
    week: period.week,
    cutOff: issue.cutOff,
    asOf: issue.asOf,
    nextIssue: issue.nextIssue,
    seal: issue.seal,
    previous: issue.previous,
  };
}

function viewMarking({ label, statement }: Issue["marking"]): View["marking"] {
  return {
    label,
    statement: statement ?? null,
    class: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
  };
}

function viewGlance({ figures, flags }: Issue["glance"], known: Known): View["glance"] {
  return {
    figures: figures.map((figure) => ({
      statement: viewStatement(figure.statement, known),
      value: figure.value,
      bound: figure.bound,
      unit: figure.unit,
      role: figure.role,
      claimant: figure.claimant?.name ?? null,
    })),
    flags,
  };
}

function viewEvent(entry: TimelineEntry, known: Known): EventView {
  return {
    date: entry.date,
    inferred: entry.anchor === "inferred",
    planned: entry.planned,
    statement: { ...viewStatement(entry.statement, known), when: placeOfDate(entry) },
  };
}

function viewStatement(statement: Statement, known: Known): StatementView {
  const [first] = statement.citations;
  const language = (first && known.articles.get(first.article)?.language) ?? "und";
  const { context, reported, rewrite } = statement;
  return {
    id: statement.id,
    text: statement.text,
    context: context?.text ?? null,
    citations: context ? [context.citation, ...statement.citations] : statement.citations,
    language,
    direction: directionOf(language),
    when: null,
    rewrite: rewrite === undefined ? null : viewRewrite(rewrite),
    reported: reported && { day: reported.day, inferred: reported.basis === "inferred" },
    steps: known.steps.get(statement.id) ?? null,
    change: null,
  };
}

function viewRewrite({ kind, text, language }: Rewrite): StatementView["rewrite"] {
  return { kind, text, language, direction: directionOf(language) };
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
  known: Known,
): Omit<ThemeView, "sideBySide"> {
  const told = new Set(theme.happened.map(({ id }) => id));
  const title = localised(theme.title, language) ?? theme.id;
  const statement = (value: Statement) => viewStatement(value, known);
  return {
    id: theme.id,
    title,
    short: localised(theme.short, language) ?? localised(theme.title, language) ?? theme.id,
    question: inLanguage(theme.question ?? {}, language) ?? title,
    status: theme.status,
    reason: theme.reason?.text ?? null,
    reports: theme.reports.length,
    origins: theme.origins.length,
    backgroundReports: theme.backgroundReports.length,
    lastIssue: theme.lastIssue,
    happened: theme.happened.map((value) => ({
      ...statement(value),
      change: changeOf(value, theme.since),
    })),
    says: theme.says.map((claim) => viewClaim(claim, told.has(claim.statement.id), known)),
    differ: theme.differ,
    background: theme.background.map(statement),
    assessment: theme.assessment?.text ?? null,
    assessed: theme.assessment && viewDeskLine(theme.assessment),
    unreported: REPORTED_SLOTS.filter((slot) => theme[slot].length === 0),
    ledger: viewLedger(theme, (tag) => languageName(tag, language)),
    ...viewChanges(theme.since),
  };
}

const REPORTED_SLOTS = ["happened", "says", "differ", "background"] as const;

function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
}

/** @param told in full under "what happened", so that its first words will do */
function viewClaim(claim: Claim, told: boolean, known: Known): ClaimView {
  const inFull = viewStatement(claim.statement, known);
  return {
    statement: told ? { ...inFull, text: openingWords(inFull.text), rewrite: null } : inFull,
    told,
    speaker: claim.speaker.name,
    carriers: claim.statement.citations.map((citation) => ({
      outlet: known.articles.get(citation.article)?.outlet ?? null,
      citations: [citation],
    })),
    via: claim.via,
    depth: claim.depth,
  };
}

/** The text in the page's language, in the language without its region, else in English. */
function localised(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  return inLanguage(texts, language) ?? texts.en;
}

function inLanguage(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  return texts[language] ?? texts[withoutRegion(language)];
}

function viewName({ name, roles, variants }: NameEntry): NameView {
  const others = variants.filter(({ text }) => text !== name);
  const isPart = (text: string) => ` ${name} `.includes(` ${text} `);
  return {
    name,
    roles,
    variants: others,
    respellings: others.filter(({ text }) => !isPart(text)),
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
    url: source.url,
    archived: source.archived,
    accessed: source.accessed,
    inPeriod: source.inPeriod,
  };
}

function viewOutlet({ name, known }: NonNullable<Source["outlet"]>): OutletView {
  return {
    name,
    owner: known?.owner ?? null,
    kind: known?.kind ?? null,
    closed: known?.closed ?? null,
    restricted: known?.restricted.map(({ where }) => where) ?? [],
  };
}
