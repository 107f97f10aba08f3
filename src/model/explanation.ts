/** Why something is in the brief or not: the whole way from bytes to page, as `brief explain --json` prints it. */
import { z } from "zod";
import {
  ArticleThemeSchema,
  AttributionSchema,
  DateMentionSchema,
  FigureSchema,
  PassageThemeSchema,
} from "./analysis.js";
import { ReadingSchema, Sha256Schema } from "./article.js";
import { ArticleRangeSchema, ChoiceSchema } from "./choice.js";
import { CoverageEntrySchema } from "./coverage.js";
import { CitationSchema, FindingSchema, StatementSchema } from "./statement.js";

/** The file that an article stands in. What is null is not at hand. */
export const OriginSchema = z.strictObject({
  /** Of the corpus; `batch.zip` for `batch.zip/a.html`. */
  container: z.string(),
  bytes: z.int().nonnegative().nullable(),
  /** Of the bytes as they were read. */
  sha256: Sha256Schema,
  /** Whether the file has that hash now; null where it was not looked at. */
  unchanged: z.boolean().nullable(),
  /** The reader that took it. */
  format: z.string().nullable(),
  /** Null for formats of bytes. */
  encoding: z.string().nullable(),
  url: z.string().nullable(),
  textSha256: Sha256Schema,
  characters: z.int().nonnegative().nullable(),
});

/** Words as `text`, cut where they are long; `length` counts all of them, UTF-16 code units. */
export const ClipSchema = z.strictObject({ text: z.string(), length: z.int().nonnegative() });

/** What cleaning took out under one rule, the first parts of it in words. */
export const RemovedSchema = z.strictObject({
  rule: z.string(),
  parts: z.int().positive(),
  words: z.array(ClipSchema),
});

const { published, modified, inferred, title, titleDerived, byline, agency, dateline, language } =
  ReadingSchema.shape;
export const MetadataSchema = z.strictObject({
  title,
  titleDerived,
  byline,
  outlet: CoverageEntrySchema.shape.outlet,
  agency,
  dateline,
  language,
  published,
  modified,
  inferred,
});

/** A statement and the places that print it. */
export const PrintedSchema = z.strictObject({
  id: z.string(),
  slots: z.array(z.string()),
});

/** A statement that cites words without being made of them. */
export const BesideSchema = z.strictObject({
  ...PrintedSchema.shape,
  /** Another report of the event; the sentence that the statement brings along. */
  as: z.enum(["support", "context"]),
});

/** A place in an article, its words, and the statement that prints it. */
export const PlaceInSchema = z.strictObject({
  ...ArticleRangeSchema.shape,
  file: z.string(),
  text: ClipSchema,
  statement: z.string().nullable(),
});

export const ExplainedChoiceSchema = z.strictObject({
  ...ChoiceSchema.shape,
  /** What has the place, says the same, or stands before it. */
  winner: PlaceInSchema.nullable(),
});

/** Reports of one event, or carriers of one copy. */
export const GroupSchema = z.strictObject({
  id: z.string(),
  /** Of copies the earliest. */
  origin: z.string().nullable(),
  members: z.array(z.strictObject({ article: z.string(), file: z.string(), cited: z.boolean() })),
});

/** A passage in the list of its article. */
export const PassageLineSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: ClipSchema,
  themes: z.array(PassageThemeSchema),
  outcomes: z.array(z.strictObject({ theme: z.string(), kind: z.string() })),
  printed: z.array(z.string()),
});

export const ArticleExplanationSchema = z.strictObject({
  kind: z.literal("article"),
  entry: CoverageEntrySchema,
  /** Citation number; null where it is not cited. */
  number: z.int().positive().nullable(),
  origin: OriginSchema.nullable(),
  metadata: MetadataSchema.nullable(),
  removed: z.array(RemovedSchema),
  repairs: ReadingSchema.shape.repairs,
  themes: z.array(ArticleThemeSchema),
  story: GroupSchema.nullable(),
  copies: GroupSchema.nullable(),
  passages: z.array(PassageLineSchema),
  statements: z.array(PrintedSchema),
});
export type ArticleExplanation = z.infer<typeof ArticleExplanationSchema>;

export const PassageExplanationSchema = z.strictObject({
  kind: z.literal("passage"),
  place: PlaceInSchema,
  /** The whole of its words. */
  text: z.string(),
  /** Ordinal among the article's passages, from 1, and how many there are; null where it is none. */
  position: z.tuple([z.int().positive(), z.int().positive()]).nullable(),
  entry: CoverageEntrySchema,
  number: z.int().positive().nullable(),
  themes: z.array(PassageThemeSchema),
  articleThemes: z.array(ArticleThemeSchema),
  attributions: z.array(AttributionSchema),
  figures: z.array(FigureSchema),
  dates: z.array(DateMentionSchema),
  /** Passages of other origins that report the same event. */
  supports: z.array(PlaceInSchema),
  story: GroupSchema.nullable(),
  choices: z.array(ExplainedChoiceSchema),
  /** How sentences are chosen; null where that is not at hand. */
  method: z.string().nullable(),
  printed: z.array(PrintedSchema),
  /** Statements that cite it beside their own words. */
  beside: z.array(BesideSchema),
});
export type PassageExplanation = z.infer<typeof PassageExplanationSchema>;

export const StatementExplanationSchema = z.strictObject({
  kind: z.literal("statement"),
  statement: StatementSchema,
  slots: z.array(z.string()),
  citations: z.array(
    z.strictObject({ ...CitationSchema.shape, file: z.string(), number: z.int().positive() }),
  ),
  /** The passage of its first citation. */
  passage: PassageExplanationSchema.nullable(),
});
export type StatementExplanation = z.infer<typeof StatementExplanationSchema>;

export const FindingExplanationSchema = z.strictObject({
  kind: z.literal("finding"),
  finding: FindingSchema,
  slots: z.array(z.string()),
  operands: z.array(PlaceInSchema),
  articles: z.array(z.strictObject({ article: z.string(), file: z.string() })),
});
export type FindingExplanation = z.infer<typeof FindingExplanationSchema>;

/** Words that cleaning took out. */
export const RemovedExplanationSchema = z.strictObject({
  kind: z.literal("removed"),
  article: z.string(),
  file: z.string(),
  rule: z.string(),
  words: ClipSchema,
});

/** A name that several things have: each with the name that it has alone. */
export const SeveralSchema = z.strictObject({
  kind: z.literal("several"),
  name: z.string(),
  of: z.int().positive(),
  candidates: z.array(z.strictObject({ name: z.string(), words: ClipSchema })),
});

export const ExplanationSchema = z.discriminatedUnion("kind", [
  ArticleExplanationSchema,
  PassageExplanationSchema,
  StatementExplanationSchema,
  FindingExplanationSchema,
  RemovedExplanationSchema,
  SeveralSchema,
]);
export type Explanation = z.infer<typeof ExplanationSchema>;
export type Clip = z.infer<typeof ClipSchema>;
export type PlaceIn = z.infer<typeof PlaceInSchema>;
export type Beside = z.infer<typeof BesideSchema>;
export type Printed = z.infer<typeof PrintedSchema>;
export type ExplainedChoice = z.infer<typeof ExplainedChoiceSchema>;
export type Group = z.infer<typeof GroupSchema>;
export type Origin = z.infer<typeof OriginSchema>;
