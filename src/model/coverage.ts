/** How the articles that came in left the run: each under one name, and per theme who was heard. */
import { z } from "zod";
import { ArticleThemeSchema } from "./analysis.js";
import { DaySchema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";
import { OutletSchema } from "./lexicon.js";
import { FindingSchema, KnownDaySchema } from "./statement.js";

export const FateSchema = z.enum([
  "cited",
  "background",
  "reprint",
  /** On theme and not cited; a cited article tells its story. */
  "same-story",
  "off-theme",
  "excluded",
  "out-of-period",
  "undated",
  "unreadable",
  "not-used",
]);
export type Fate = z.infer<typeof FateSchema>;

/** The rule by which an article came under its name. */
export const WhySchema = z.enum([
  "in-period",
  "before-period",
  /** Reprint: carries the copy of another; or repeats a file or a page that is there already. */
  "same-copy",
  "same-file",
  "told-by-cited",
  /** Off theme: no term of a theme; too few of them; only themes that the brief does not print. */
  "no-term",
  "below-threshold",
  "other-themes",
  "taken-off-by-desk",
  "desk",
  "after-period",
  "after-cut-off",
  "before-background",
  "no-day",
  "not-read",
  /** Not used: others say more of the themes; others scored higher; a printed one says the same. */
  "in-reserve",
  "outranked",
  "said-already",
  /** No passage is understood where it would stand; none says enough of a theme. */
  "not-alone",
  "in-passing",
]);
export type Why = z.infer<typeof WhySchema>;

/** Who owns an outlet, as the lexicon says; or that it does not know it, or that the article names none. */
export const OwnershipSchema = z.enum([...OutletSchema.shape.kind.options, "unknown", "unnamed"]);
export type Ownership = z.infer<typeof OwnershipSchema>;

/** How one article left the run. */
export const CoverageEntrySchema = z.strictObject({
  /** Null for a file that could not be read. */
  article: z.string().nullable(),
  file: z.string(),
  fate: FateSchema,
  /** Null in issues that were made before it was noted. */
  why: WhySchema.nullable(),
  /** In words, for those who look into the file; of an excluded article the desk's own. */
  reason: z.string(),
  day: KnownDaySchema.nullable(),
  /** The article that this one reprints, that tells its story, or that took its place. */
  of: z.string().optional(),
  /** The statement that took its place. */
  by: z.string().optional(),
  /** BCP 47 tag; null of what was not read. */
  language: z.string().nullable(),
  /** Who published it, or the agency whose copy it carries where it names no outlet. */
  outlet: z.strictObject({ name: z.string(), ownership: OwnershipSchema }).nullable(),
  /** First article of its origin: one copy, or one publisher. Null of what was not looked at. */
  origin: z.string().nullable(),
  /** The event that it reports. */
  story: z.string().nullable(),
  themes: z.array(ArticleThemeSchema),
  statements: z.int().nonnegative(),
  /** Parts that cleaning removed. */
  removed: z.int().nonnegative(),
  /** Who may see it, by its record and its outlets; left out where neither says so. */
  markings: z.array(z.string()).min(1).optional(),
});
export type CoverageEntry = z.infer<typeof CoverageEntrySchema>;

/** Articles of a large corpus that were not looked at one by one: how many, and why. */
export const BeyondSchema = z.strictObject({
  fate: FateSchema,
  reason: z.string(),
  articles: z.int().positive(),
});
export type Beyond = z.infer<typeof BeyondSchema>;

/** Who was heard on one theme, in the articles of the period that carry it. */
export const ThemeLedgerSchema = z.strictObject({
  articles: z.int().nonnegative(),
  /** Earlier articles that carry it, heard in nothing below but the fates. */
  background: z.int().nonnegative(),
  origins: z.int().nonnegative(),
  /** Outlets by ownership; `unnamed` counts articles, as nobody knows how many outlets these are. */
  outlets: z.partialRecord(OwnershipSchema, z.int().positive()),
  /** Articles by BCP 47 tag. */
  languages: z.record(z.string(), z.int().positive()),
  /** First and last day of publication; null where there is no article. */
  span: z.tuple([DaySchema, DaySchema]).nullable(),
  /** How its articles, earlier ones included, left the run. */
  fates: z.partialRecord(FateSchema, z.int().positive()),
  /** Sides that the lexicon wants heard on it and of which nobody speaks, in the brief's language. */
  silent: z.array(z.string()),
});
export type ThemeLedger = z.infer<typeof ThemeLedgerSchema>;

/** `coverage.json`. */
export const CoverageSchema = z.strictObject({
  schema: z.literal("briefwright/coverage/2"),
  brief: z.string(),
  issue: z.string(),
  articles: z.array(CoverageEntrySchema),
  /** Those that are in no entry; not there where there are none. */
  beyond: z.array(BeyondSchema).optional(),
  /** Articles per fate, fates that no article has left out. */
  totals: z.partialRecord(FateSchema, z.int().positive()),
  themes: z.array(z.strictObject({ theme: z.string(), ...ThemeLedgerSchema.shape })),
  gaps: z.array(FindingSchema),
  diagnostics: z.array(DiagnosticSchema),
});
export type Coverage = z.infer<typeof CoverageSchema>;
