/**
 * One dated edition of a brief: the frozen value between analysis and every output.
 *
 * Three kinds of sentence and no other may be printed: a statement (words of a source), a finding
 * (computed, its operands cited, worded from the labels file) and the desk's own words.
 */
import { z } from "zod";
import { ArticleThemeSchema, FindingKindSchema } from "./analysis.js";
import { DaySchema, Sha256Schema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";
import { LocalisedSchema, OutletSchema } from "./lexicon.js";

/** `quote === text.slice(start, end)` of the cleaned article text that has this hash. */
export const CitationSchema = z.strictObject({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().min(1),
  textSha256: Sha256Schema,
});
export type Citation = z.infer<typeof CitationSchema>;

/** The days something covers, ends included. */
export const DateRangeSchema = z.strictObject({
  from: DaySchema,
  to: DaySchema,
  precision: z.enum(["day", "week", "month", "year"]),
});
export type DateRange = z.infer<typeof DateRangeSchema>;

/** A day of an article and how it is known. */
export const KnownDaySchema = z.strictObject({
  day: DaySchema,
  basis: z.enum(["published", "inferred"]),
});
export type KnownDay = z.infer<typeof KnownDaySchema>;

/** The sentence before a statement without which its pronouns hang in the air. */
export const ContextSchema = z.strictObject({ text: z.string(), citation: CitationSchema });

/**
 * Words of a source. `text` equals the first citation's quotation but for marked ellipses `[…]`;
 * further citations support the same event.
 */
export const StatementSchema = z.strictObject({
  id: z.string().regex(/^s-[0-9a-f]{12}$/),
  text: z.string().min(1),
  citations: z.array(CitationSchema).min(1),
  context: ContextSchema.optional(),
  /** Day of the first citation's article, printed as a badge where it is background or inferred. */
  reported: KnownDaySchema.nullable(),
});
export type Statement = z.infer<typeof StatementSchema>;

/** Values of a finding that the labels file may print. */
const ParameterSchema = z.union([z.string(), z.number(), z.array(z.string()), z.array(z.number())]);

/** A computed line. Its words come from the labels file, under `finding.<kind>`. */
export const FindingSchema = z.strictObject({
  id: z.string().regex(/^f-[0-9a-f]{12}$/),
  kind: FindingKindSchema,
  params: z.record(z.string(), ParameterSchema),
  citations: z.array(CitationSchema),
  /** Articles that the finding is about where it quotes no words of theirs. */
  articles: z.array(z.string()),
});
export type Finding = z.infer<typeof FindingSchema>;

/** Words that the desk wrote, printed as the desk's. */
export const DeskTextSchema = z.strictObject({
  text: z.string().min(1),
  by: z.string().optional(),
});
export type DeskText = z.infer<typeof DeskTextSchema>;

/** A speaker as the article names it, and in the house form where the lexicon knows it. */
export const SpeakerSchema = z.strictObject({
  /** The article's words, of a couple those of both. */
  text: z.string(),
  entity: z.string().nullable(),
  /** House form, or the article's words again. */
  name: z.string(),
});
export type Speaker = z.infer<typeof SpeakerSchema>;

/** A row of "who says what". */
export const ClaimSchema = z.strictObject({
  statement: StatementSchema,
  speaker: SpeakerSchema,
  /** The reporting verb as it stands. */
  cue: z.string(),
  /** Carriers between the speaker and the outlet, nearest to the speaker first. */
  via: z.array(z.string()),
  /** Speakers between the fact and the outlet. */
  depth: z.int().positive(),
});
export type Claim = z.infer<typeof ClaimSchema>;

/** A figure at a glance; its statement is the counted phrase, verbatim. */
export const GlanceSchema = z.strictObject({
  statement: StatementSchema,
  value: z.number(),
  bound: z.enum(["exactly", "more-than", "less-than", "about", "at-least", "at-most"]),
  /** The noun phrase counted, verbatim, a part of the statement's text. */
  unit: z.string(),
  role: z.enum(["total", "part", "single"]),
  /** Who gives the figure; null where the article gives it in its own voice. */
  claimant: SpeakerSchema.nullable(),
});
export type Glance = z.infer<typeof GlanceSchema>;

export const TimelineEntrySchema = z.strictObject({
  date: DateRangeSchema,
  /** The words that give the date, and what they were resolved against. */
  mention: CitationSchema,
  anchor: z.enum(["absolute", "published", "inferred"]),
  /** Announced for after its article was published. */
  planned: z.boolean(),
  statement: StatementSchema,
});
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;

export const StatusSchema = z.enum(["baseline", "up", "same", "down", "thin", "quiet"]);

export const IssueThemeSchema = z.strictObject({
  id: z.string(),
  title: LocalisedSchema,
  short: LocalisedSchema,
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
  assessment: DeskTextSchema.nullable(),
  /** What changed since the last issue; null where there is none to compare with. */
  since: z.array(FindingSchema).nullable(),
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
  inPeriod: z.boolean(),
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

export const FateSchema = z.enum([
  "cited",
  "background",
  "reprint",
  "off-theme",
  "excluded",
  "out-of-period",
  "undated",
  "unreadable",
  "not-used",
]);
export type Fate = z.infer<typeof FateSchema>;

/** How one article left the run. */
export const CoverageEntrySchema = z.strictObject({
  /** Null for a file that could not be read. */
  article: z.string().nullable(),
  file: z.string(),
  fate: FateSchema,
  /** In words, for those who look into the file; of an excluded article the desk's own. */
  reason: z.string(),
  day: KnownDaySchema.nullable(),
  /** The article that this one reprints. */
  of: z.string().optional(),
  themes: z.array(ArticleThemeSchema),
  statements: z.int().nonnegative(),
  /** Parts that cleaning removed. */
  removed: z.int().nonnegative(),
});
export type CoverageEntry = z.infer<typeof CoverageEntrySchema>;

/** Articles of a large corpus that were not looked at one by one: how many, and why. */
export const BeyondSchema = z.strictObject({
  fate: FateSchema,
  reason: z.string(),
  articles: z.int().positive(),
});
export type Beyond = z.infer<typeof BeyondSchema>;

/** `coverage.json`. */
export const CoverageSchema = z.strictObject({
  schema: z.literal("briefwright/coverage/1"),
  brief: z.string(),
  issue: z.string(),
  articles: z.array(CoverageEntrySchema),
  /** Those that are in no entry; not there where there are none. */
  beyond: z.array(BeyondSchema).optional(),
  /** Articles per fate, fates that no article has left out. */
  totals: z.partialRecord(FateSchema, z.int().positive()),
  diagnostics: z.array(DiagnosticSchema),
});
export type Coverage = z.infer<typeof CoverageSchema>;

export const MarkingSchema = z.strictObject({
  /** Printed at the top and foot of every page, e.g. `TLP:GREEN`. */
  label: z.string().min(1),
  /** What the label lets a reader do, in one sentence. */
  statement: z.string().optional(),
});
export type Marking = z.infer<typeof MarkingSchema>;

/** `issue.json`. */
export const IssueSchema = z.strictObject({
  schema: z.literal("briefwright/issue/1"),
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
  timeZone: z.string(),
  nextIssue: DaySchema.nullable(),
  marking: MarkingSchema,
  /** Everything that the issue was made from, by name and hash. */
  inputs: z.array(z.strictObject({ name: z.string(), sha256: Sha256Schema })),
  bottomLine: z.array(StatementSchema),
  keyMessages: z.array(StatementSchema),
  glance: z.strictObject({ figures: z.array(GlanceSchema), flags: z.array(FindingSchema) }),
  themes: z.array(IssueThemeSchema),
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
