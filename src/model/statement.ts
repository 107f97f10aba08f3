/** What an issue says, sentence by sentence: statements, findings, the desk's words, and what each rests on. */
import { z } from "zod";
import { FindingKindSchema } from "./analysis.js";
import { DaySchema, Sha256Schema } from "./article.js";
import { RewriteSchema } from "./rewrite.js";

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
  /** The same in generated words, where they were asked for and hold; the source's words stay. */
  rewrite: RewriteSchema.optional(),
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

/** What the desk makes of a theme; the words that it rests on are not there where it cites none. */
export const AssessmentSchema = DeskTextSchema.extend({
  citations: z.array(CitationSchema).min(1).optional(),
  sourceGone: z.literal(true).optional(),
});
export type Assessment = z.infer<typeof AssessmentSchema>;

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
