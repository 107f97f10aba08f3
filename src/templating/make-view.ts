/** The frozen issue in, the data that a template sees out. */
import { statementsOf } from "../issue/index.js";
import { type EditionOptions, editionOf } from "../model/edition-options.js";
import type { Issue, NameEntry, Revision, Statement, TimelineEntry } from "../model/issue.js";
import { coloursOf } from "../model/marking.js";
import { primaryLanguage } from "../text/primary-language.js";
import { issueVolumeOf } from "./charts/issue-volume.js";
import { measuresOf } from "./charts/measures.js";
import { makeTimelineChart } from "./charts/timeline-chart.js";
import { volumeOf } from "./charts/volume.js";
import { viewCoverage } from "./coverage-view.js";
import { viewDesk } from "./desk-view.js";
import { directionOf } from "./direction.js";
import { foldTimeline } from "./fold-timeline.js";
import { type NameView, type RevisionView, VIEW_VERSION, type View } from "./view/index.js";
import { viewDisagreements } from "./view-disagreements.js";
import { languageName } from "./view-language.js";
import { viewSource } from "./view-source.js";
import { type Known, knownOf, viewEvent, viewStatement } from "./view-statement.js";
import { viewTheme } from "./view-theme.js";

/** @param edition how far it is cleared, and where it can be read; what the issue says of it by default */
export function makeView(
  issue: Issue,
  language: string,
  edition: EditionOptions = editionOf(issue),
  parameters: View["parameters"] = {},
): View {
  const known = knownOf(issue);
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
    issue: viewEdition(issue, edition),
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

function viewEdition(
  issue: Issue,
  { state, approvedBy, permalink }: EditionOptions,
): View["issue"] {
  const { period } = issue;
  return {
    id: issue.id,
    number: issue.number,
    version: issue.version,
    state,
    draft: state !== "approved",
    approvedBy,
    permalink,
    period: { from: period.from, to: period.to, precision: "day" },
    week: period.week,
    cutOff: issue.cutOff,
    asOf: issue.asOf,
    nextIssue: issue.nextIssue,
    seal: issue.seal,
    previous: issue.previous,
  };
}

function viewMarking(marking: Issue["marking"]): View["marking"] {
  const { label, statement } = marking;
  return {
    ...coloursOf(marking),
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
