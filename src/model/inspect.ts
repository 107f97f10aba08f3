/** The lines of `brief inspect --json`: public shapes, documented in src/cli/README.md. */
import { z } from "zod";
import {
  DateMentionSchema,
  FigureSchema,
  NameUseSchema,
  OpenNameSchema,
  SpanSchema,
  ThemesReportSchema,
} from "./analysis.js";
import { ReadingSchema } from "./article.js";

/** A line of articles on standard input; further fields are of no concern. */
export const GivenArticleSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string(),
  title: z.string().nullish(),
  /** A day, or a moment. */
  published: z.string().nullish(),
  outlet: z.string().nullish(),
  /** BCP 47; told from the text by default. */
  language: z.string().min(2).nullish(),
});

/** Half-open, UTF-16 code units of the article's text. */
const rangeInArticle = {
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
};
const QuotedRangeSchema = z.strictObject({ ...rangeInArticle, quote: z.string() });

/** A day, month or year, or an interval of days: ISO 8601. */
const IntervalSchema = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:\/\d{4}-\d{2}-\d{2})?)?)?$/);

/** In what ways reports may differ. */
export const CONFLICT_KINDS = [
  "contradiction",
  "superseded",
  "does-not-add-up",
  "denial",
  "positions",
  "different-lists",
  "different-basis",
  "different-wording",
] as const;

export const INSPECT_LINES = {
  reading: ReadingSchema,
  sentences: z.strictObject({
    id: z.string(),
    language: z.string(),
    sentences: z.array(SpanSchema),
  }),
  themes: ThemesReportSchema,
  dates: z.strictObject({
    ...rangeInArticle,
    text: z.string(),
    date: IntervalSchema,
    precision: DateMentionSchema.shape.precision,
    /** What the words were resolved against. */
    evidence: z.string(),
  }),
  attributions: z.strictObject({
    ...rangeInArticle,
    speaker: z.string(),
    /** Lexicon entity of the speaker, where there is one. */
    entity: z.string().nullable(),
    verb: z.string(),
    kind: z.enum(["quotation", "report"]),
    /** Who passed on what the speaker said. */
    carrier: z.string().nullable(),
    /** Speakers between the fact and the outlet. */
    depth: z.int().positive(),
  }),
  figures: z.strictObject({
    ...rangeInArticle,
    value: z.number(),
    /** What is measured in: percent, a currency, a measure; null for what is counted. */
    unit: z.string().nullable(),
    /** What is counted, as it stands. */
    of: z.string().nullable(),
    qualifier: FigureSchema.shape.bound,
    claimant: z.string().nullable(),
    date: IntervalSchema.nullable(),
  }),
  names: z.strictObject({
    article: z.string(),
    ...NameUseSchema.shape,
    /** Null where the name is left open. */
    entity: z.string().nullable(),
    /** Why it is, and whom it may mean. */
    open: OpenNameSchema.pick({ candidates: true, reason: true }).nullable(),
  }),
  reprints: z.strictObject({
    id: z.string(),
    kind: z.enum(["copy", "partial", "possible-translation"]),
    /** The earliest first. */
    articles: z.array(z.string()).min(2),
    /**
     * Part of the shorter text that the longer one holds, 0 to 1: of the member that shares least
     * with the one it is closest to.
     */
    containment: z.number().min(0).max(1),
  }),
  stories: z.strictObject({
    id: z.string(),
    articles: z.array(z.string()).min(1),
    /** Reprints, and outlets of one publisher, count once. */
    origins: z.int().positive(),
  }),
  conflicts: z.strictObject({
    kind: z.enum(CONFLICT_KINDS),
    articles: z.array(z.string()),
    citations: z.array(QuotedRangeSchema),
    note: z.string(),
  }),
  timeline: z.strictObject({
    date: IntervalSchema,
    precision: DateMentionSchema.shape.precision,
    /** The passage that tells the event best. */
    event: z.string(),
    citations: z.array(QuotedRangeSchema).min(1),
    /** How many independent articles tell it. */
    origins: z.int().positive(),
  }),
  summary: z.strictObject({
    method: z.string(),
    statements: z.array(
      z.strictObject({ text: z.string(), citations: z.array(QuotedRangeSchema).min(1) }),
    ),
  }),
} as const;

/** Words of a range, and some around them. */
const SnippetSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string(),
});

/** What `brief themes try --json` prints, one object per term. */
export const TriedTermLineSchema = z.strictObject({
  term: z.string(),
  /** Of all articles, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Most uses first. */
  articles: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      count: z.int().positive(),
      snippets: z.array(SnippetSchema),
    }),
  ),
});
export type TriedTermLine = z.infer<typeof TriedTermLineSchema>;

/** What `brief themes suggest --json` prints, one object per phrase. */
export const SuggestedTermLineSchema = z.strictObject({
  /** As it stands most often. */
  phrase: z.string(),
  /** Log-odds on the theme against elsewhere, in standard deviations. */
  score: z.number(),
  /** How many articles hold it in passages on the theme. */
  articles: z.int().positive(),
  examples: z.array(z.strictObject({ article: z.string(), ...SnippetSchema.shape })),
});
export type SuggestedTermLine = z.infer<typeof SuggestedTermLineSchema>;

/** What a stage prints on one line. */
export type InspectLine<Stage extends keyof typeof INSPECT_LINES> = z.infer<
  (typeof INSPECT_LINES)[Stage]
>;
