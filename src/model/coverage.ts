/** How the articles that came in left the run: each under one name, and per theme who was heard. */
import { z } from "zod";
import { ArticleThemeSchema } from "./analysis.js";
import { DaySchema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";
import { KnownDaySchema } from "./statement.js";

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

/** Who was heard on one theme, in the articles of the period that carry it. */
export const ThemeLedgerSchema = z.strictObject({
  articles: z.int().nonnegative(),
  origins: z.int().nonnegative(),
  /** Outlets by ownership, `unknown` where the lexicon does not know them. */
  outlets: z.record(z.string(), z.int().positive()),
  /** Articles by BCP 47 tag. */
  languages: z.record(z.string(), z.int().positive()),
  /** First and last day of publication; null where there is no article. */
  span: z.tuple([DaySchema, DaySchema]).nullable(),
});
export type ThemeLedger = z.infer<typeof ThemeLedgerSchema>;
