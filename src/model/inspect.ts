/** The lines of `brief inspect --json`: public shapes, documented in src/cli/README.md. */
import { z } from "zod";
import {
  AttributionSchema,
  DateMentionSchema,
  FigureSchema,
  FindingKindSchema,
  NameUseSchema,
  SpanSchema,
  ThemesReportSchema,
} from "./analysis.js";
import { DaySchema, ReadingSchema } from "./article.js";

/** A line about one item of an article stands under the article's id and file. */
const ofArticle = { id: z.string(), file: z.string() };

const QuotedRangeSchema = z.strictObject({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string(),
});

export const INSPECT_LINES = {
  reading: ReadingSchema,
  sentences: z.strictObject({ ...ofArticle, ...SpanSchema.shape }),
  themes: ThemesReportSchema,
  dates: z.strictObject({ ...ofArticle, ...DateMentionSchema.shape }),
  attributions: z.strictObject({ ...ofArticle, ...AttributionSchema.shape }),
  figures: z.strictObject({ ...ofArticle, ...FigureSchema.shape }),
  names: z.strictObject({ ...ofArticle, ...NameUseSchema.shape }),
  reprints: z.strictObject({ origin: z.string(), members: z.array(z.string()).min(2) }),
  conflicts: z.strictObject({
    kind: FindingKindSchema,
    /** Null where it belongs to the figures at a glance. */
    theme: z.string().nullable(),
    params: z.record(z.string(), z.unknown()),
    citations: z.array(QuotedRangeSchema),
    articles: z.array(z.string()),
  }),
  timeline: z.strictObject({
    from: DaySchema,
    to: DaySchema,
    precision: z.enum(["day", "week", "month", "year"]),
    anchor: z.enum(["absolute", "published", "inferred"]),
    /** The words that give the date. */
    mention: QuotedRangeSchema,
    /** The passage that tells the event. */
    passage: QuotedRangeSchema,
    /** Still to come when the article was published. */
    planned: z.boolean(),
    /** Passages of other origins that tell the same event. */
    supports: z.array(QuotedRangeSchema),
  }),
} as const;
