/**
 * One dated edition of a brief: the frozen value between analysis and every output.
 *
 * Three kinds of sentence and no other may be printed: a statement (words of a source), a finding
 * (computed, its operands cited, worded from the labels file) and the desk's own words.
 */
import { z } from "zod";
import { DaySchema, Sha256Schema } from "./article.js";
import { CitingSchema } from "./citing.js";
import { BeyondSchema, CoverageEntrySchema, ThemeLedgerSchema } from "./coverage.js";
import { IssueDeskSchema } from "./desk-line.js";
import { DisagreementSchema } from "./disagreement.js";
import { LocalisedSchema, OutletSchema } from "./lexicon.js";
import { RevisionSchema } from "./revision.js";
import { PreviousIssueSchema, VolumeSchema } from "./since.js";
import {
  AssessmentSchema,
  CitationSchema,
  ClaimSchema,
  DeskTextSchema,
  FindingSchema,
  GlanceSchema,
  StatementSchema,
  TimelineEntrySchema,
} from "./statement.js";

export * from "./citing.js";
export * from "./coverage.js";
export * from "./desk-decisions.js";
export * from "./desk-line.js";
export * from "./disagreement.js";
export * from "./revision.js";
export * from "./rewrite.js";
export * from "./since.js";
export * from "./statement.js";

/** The desk's word; `baseline` without a last issue, `not-assessed` where the desk says nothing. */
export const StatusSchema = z.enum([
  "baseline",
  "up",
  "same",
  "down",
  "thin",
  "quiet",
  "not-assessed",
]);

export const IssueThemeSchema = z.strictObject({
  id: z.string(),
  title: LocalisedSchema,
  short: LocalisedSchema,
  /** What the desk asks of it. */
  question: LocalisedSchema.optional(),
  status: StatusSchema,
  /** The desk's line; null prints "not assessed". */
  reason: DeskTextSchema.nullable(),
  /** Articles of the period that carry the theme. */
  reports: z.array(z.string()),
  /** Reprint groups among them, each by one of its reports, the earliest article where it is one. */
  origins: z.array(z.string()),
  /** Earlier articles that carry it. */
  backgroundReports: z.array(z.string()),
  /** Reports in the last released issue; null where there is none. */
  lastIssue: z.int().nonnegative().nullable(),
  happened: z.array(StatementSchema),
  says: z.array(ClaimSchema),
  differ: z.array(FindingSchema),
  background: z.array(StatementSchema),
  assessment: AssessmentSchema.nullable(),
  /** What changed since the last issue; null where there is none to compare with. */
  since: z.array(FindingSchema).nullable(),
  /** Earlier issues, oldest first. */
  volume: z.array(VolumeSchema),
  ledger: ThemeLedgerSchema,
});
export type IssueTheme = z.infer<typeof IssueThemeSchema>;

/** A row of the sources annex. */
export const SourceSchema = z.strictObject({
  /** Citation number, in order of first use. */
  number: z.int().positive(),
  article: z.string(),
  file: z.string(),
  /** The file of the corpus that it stands in; `batch.zip` for `batch.zip/a.html`. */
  container: z.string(),
  url: z.string().nullable(),
  rawSha256: Sha256Schema,
  textSha256: Sha256Schema,
  title: z.string(),
  titleDerived: z.boolean(),
  language: z.string(),
  byline: z.string().nullable(),
  dateline: z.string().nullable(),
  published: z.strictObject({ date: z.string(), time: z.string().nullable() }).nullable(),
  inferred: z.strictObject({ date: DaySchema, window: z.tuple([DaySchema, DaySchema]) }).nullable(),
  /** As the article names it; `known` is its entry in the lexicon. */
  outlet: z.strictObject({ name: z.string(), known: OutletSchema.nullable() }).nullable(),
  agency: z.strictObject({ name: z.string(), known: OutletSchema.nullable() }).nullable(),
  /** Carriers and unnamed speakers that the article leans on, in text order. */
  chain: z.array(z.string()),
  /** Address of a copy in a web archive, where it was fetched from one. */
  archived: z.string().nullable(),
  /** Day on which it was fetched from its address; null where that is not known. */
  accessed: DaySchema.nullable(),
  inPeriod: z.boolean(),
  /** Who may see it, by its record and its outlets; left out where neither says so. */
  markings: z.array(z.string()).min(1).optional(),
});
export type Source = z.infer<typeof SourceSchema>;

export const NameEntrySchema = z.strictObject({
  entity: z.string(),
  type: z.string(),
  /** House form. */
  name: z.string(),
  /** Offices held at the end of the period. */
  roles: z.array(z.string()),
  /** Spellings used by the sources, each with one place where it stands. */
  variants: z.array(
    z.strictObject({ text: z.string(), citations: z.array(CitationSchema).min(1) }),
  ),
});
export type NameEntry = z.infer<typeof NameEntrySchema>;

export const MarkingSchema = z.strictObject({
  /** Printed at the top and foot of every page, e.g. `TLP:GREEN`. */
  label: z.string().min(1),
  /** What the label lets a reader do, in one sentence. */
  statement: z.string().optional(),
  /** Of a marking of the house: how it looks, and the labels of its scheme from the least restrictive on. */
  house: z
    .strictObject({ colour: z.string(), background: z.string(), labels: z.array(z.string()) })
    .optional(),
});
export type Marking = z.infer<typeof MarkingSchema>;

/** `issue.json`. */
export const IssueSchema = z.strictObject({
  schema: z.literal("briefwright/issue/3"),
  /** What made it. */
  program: z.strictObject({ name: z.literal("briefwright"), version: z.string() }),
  brief: z.strictObject({
    id: z.string(),
    title: z.string(),
    desk: z.string().nullable(),
    contact: z.string().nullable(),
    language: z.string(),
  }),
  /** The period's name, e.g. `2021-W18` or `2021-05-03--2021-05-09`. */
  id: z.string(),
  /** Ordinal in the series. */
  number: z.int().positive(),
  version: z.string(),
  release: z.strictObject({
    state: z.enum(["draft", "reviewed", "approved"]),
    approvedBy: z.string().nullable(),
  }),
  period: z.strictObject({
    from: DaySchema,
    to: DaySchema,
    /** Articles are selected by their publication day, stated or inferred. */
    basis: z.literal("publication"),
    /** ISO 8601 week number where the period is one week. */
    week: z.int().min(1).max(53).nullable(),
  }),
  /** Nothing that became visible after this instant is in the issue; ISO 8601, UTC. */
  cutOff: z.iso.datetime(),
  /** The day that the issue looks back from, and by which day of an article; null for the day itself. */
  asOf: z.strictObject({ day: DaySchema, by: z.enum(["published", "archived"]) }).nullable(),
  timeZone: z.string(),
  nextIssue: DaySchema.nullable(),
  marking: MarkingSchema,
  /** How its sources are cited. */
  citing: CitingSchema,
  /** Everything that the issue was made from, by name and hash. */
  inputs: z.array(z.strictObject({ name: z.string(), sha256: Sha256Schema })),
  /** The issue compared with; null where none was released before. */
  previous: PreviousIssueSchema.nullable(),
  /** Null in the first version of an issue. */
  revision: RevisionSchema.nullable(),
  /** What the desk says in its own words. */
  desk: IssueDeskSchema,
  bottomLine: z.array(StatementSchema),
  keyMessages: z.array(StatementSchema),
  glance: z.strictObject({ figures: z.array(GlanceSchema), flags: z.array(FindingSchema) }),
  themes: z.array(IssueThemeSchema),
  disagreements: z.array(DisagreementSchema),
  timeline: z.array(TimelineEntrySchema),
  watch: z.array(TimelineEntrySchema),
  names: z.array(NameEntrySchema),
  gaps: z.array(FindingSchema),
  /** Sources cited, in order of their numbers. */
  sources: z.array(SourceSchema),
  method: z.strictObject({
    lexicon: z.string(),
    read: z.int().nonnegative(),
    inPeriod: z.int().nonnegative(),
    background: z.int().nonnegative(),
    reprints: z.int().nonnegative(),
    leftOut: z.int().nonnegative(),
    inferredDates: z.int().nonnegative(),
  }),
  corrections: z.array(DeskTextSchema),
  coverage: z.array(CoverageEntrySchema),
  /** Articles that are in no entry of the coverage; not there where there are none. */
  beyond: z.array(BeyondSchema).optional(),
  /** SHA-256 of this issue as canonical JSON without this field. */
  seal: Sha256Schema,
});
export type Issue = z.infer<typeof IssueSchema>;
