/** The data that a template sees. `README.md` documents every field. */
import type {
  Citation,
  DateRange,
  DisagreementKind,
  DisagreementSide,
  Fate,
  Finding,
  Glance,
  Issue,
  IssueTheme,
  NameEntry,
  Ownership,
  Why,
} from "../model/issue.js";
import type { IssueVolumeView } from "./charts/issue-volume.js";
import type { MeasureView } from "./charts/measures.js";
import type { TimelineChart } from "./charts/timeline-chart.js";
import type { VolumeView } from "./charts/volume.js";

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
  /** The same in generated words, which are marked as such. */
  readonly rewrite: {
    readonly kind: "rewording" | "translation";
    readonly text: string;
    readonly language: string;
    readonly direction: Direction;
  } | null;
  /** Day of the article, and whether it was worked out. */
  readonly reported: { readonly day: string; readonly inferred: boolean } | null;
  /** What became of it since the last issue, where a theme says what happened. */
  readonly change: "new" | "continued" | "revised" | "reversed" | null;
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
  /** Each of them stands among the disagreements, side by side. */
  readonly sideBySide: boolean;
  readonly background: readonly StatementView[];
  readonly assessment: string | null;
  readonly ledger: LedgerView;
  /** False for the first issue of a series. */
  readonly comparable: boolean;
  readonly since: readonly Finding[];
  /** Of these, the new and the continued, a count of each kind that there is. */
  readonly sinceCounted: readonly {
    readonly kind: "new" | "continued";
    readonly count: number;
    /** Of this issue's words. */
    readonly citations: readonly Citation[];
    /** The last issue's words; null for what is new. */
    readonly before: { readonly citations: readonly Citation[] } | null;
  }[];
  /** The others, one by one. */
  readonly sinceTold: readonly Finding[];
}

/** Reports that do not agree, or that one change parts. */
export interface DisagreementView {
  /** That of its finding, which the slot of its theme prints. */
  readonly id: string;
  readonly kind: DisagreementKind;
  /** Short title of the theme; null where it has none. */
  readonly theme: string | null;
  readonly finding: Finding;
  readonly sides: readonly SideView[];
}

export interface SideView {
  readonly part: DisagreementSide["part"];
  readonly statement: StatementView;
  /** House form; null where the article speaks in its own voice. */
  readonly speaker: string | null;
  readonly outlet: string | null;
  readonly via: readonly string[];
  readonly figure: string | null;
  /** Of the event, where the statement gives one. */
  readonly when: DateRange | null;
  /** Resolved against an inferred date. */
  readonly inferred: boolean;
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
  /** Day on which it ceased to publish; null where it still does. */
  readonly closed: string | null;
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

/** Who was heard on a theme; counts, the highest first. */
export interface LedgerView {
  readonly outlets: readonly { readonly ownership: Ownership; readonly count: number }[];
  readonly languages: readonly { readonly name: string; readonly count: number }[];
  /** First to last day of publication. */
  readonly span: DateRange | null;
  /** How its articles left the run, earlier ones included. */
  readonly fates: readonly { readonly fate: Fate; readonly count: number }[];
  readonly silent: readonly string[];
}

/** Articles that left the run under one name by one rule. */
export interface CoverageView {
  readonly fate: Fate;
  /** Null where it was not noted. */
  readonly why: Why | null;
  /** The desk's words for leaving them out. */
  readonly reason: string | null;
  readonly count: number;
  readonly rows: readonly CoverageRowView[];
  /** Articles beyond the rows: they stand in `coverage.json`. */
  readonly more: number;
  /** Whether they were counted only, as the corpus is large. */
  readonly beyond: boolean;
}

export interface CoverageRowView {
  readonly file: string;
  readonly date: string | null;
  readonly inferred: boolean;
  /** Citation number, where the article has one. */
  readonly number: number | null;
  /** Citation number of the article that it reprints, that tells its story, or that took its place. */
  readonly of: number | null;
  readonly statements: number;
  readonly removed: number;
}

export interface RevisionView {
  /** Of the issue whose place this one takes. */
  readonly version: string;
  /** The first letters of its seal. */
  readonly seal: string;
  /** What changed, as far as page 1 has room for it. */
  readonly first: readonly Finding[];
  /** Changes beyond those. */
  readonly more: number;
  readonly changes: readonly Finding[];
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
    /** The day that the issue looks back from. */
    readonly asOf: Issue["asOf"];
    readonly nextIssue: string | null;
    readonly seal: string;
    /** What it is compared with; null where nothing was released before. */
    readonly previous: Issue["previous"];
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
  /** What does not agree, be it nothing, and apart from it what changed, where anything did. */
  readonly disagreements: readonly {
    readonly group: "differ" | "changes";
    readonly rows: readonly DisagreementView[];
  }[];
  /** Articles of each theme by week; null where fewer than two weeks have any, or issues are compared. */
  readonly volume: VolumeView | null;
  /** Reports on each theme by issue; null where nothing was released before. */
  readonly issueVolume: IssueVolumeView | null;
  /** Things for which several values are given. */
  readonly measures: readonly MeasureView[];
  readonly timeline: {
    readonly chart: TimelineChart | null;
    readonly events: readonly EventView[];
    /** Earlier events that are not among them. */
    readonly folded: number;
  };
  readonly watch: readonly EventView[];
  readonly names: readonly NameView[];
  readonly gaps: readonly Finding[];
  readonly sources: readonly SourceView[];
  readonly method: Issue["method"] & {
    /** Those that wrote something in it, by name. */
    readonly models: readonly string[];
  };
  readonly corrections: readonly string[];
  /** Null in the first version of an issue. */
  readonly revision: RevisionView | null;
  readonly coverage: readonly CoverageView[];
}
