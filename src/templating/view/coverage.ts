/** The account of all articles as data: how each was used, by which rule. */
import { z } from "zod";
import { FateSchema, IssueSchema, WhySchema } from "../../model/issue.js";
import { DateViewSchema } from "./date-range.js";

export const CoverageRowViewSchema = z.strictObject({
  file: z.string().describe("File in the corpus."),
  date: DateViewSchema.nullable().describe("Day of the article. Null where it has none."),
  inferred: z.boolean().describe("Whether that day was worked out."),
  number: z.int().nullable().describe("Citation number. Null where it is not cited."),
  of: z
    .int()
    .nullable()
    .describe(
      "Citation number of the article that it repeats, that tells its story, or that took its place. Null otherwise.",
    ),
  statements: z.int().describe("Statements printed from it."),
  removed: z.int().describe("Parts that cleaning took out."),
});

export const CoverageViewSchema = z.strictObject({
  fate: FateSchema.describe("How these articles were used; the labels fate.<…> word it."),
  why: WhySchema.nullable().describe(
    "The rule that put them there; the labels why.<…> word it. Null where it was not noted.",
  ),
  reason: z
    .string()
    .nullable()
    .describe("The desk's words for leaving them out. Null where the program did."),
  count: z.int().describe("How many articles."),
  rows: z
    .array(CoverageRowViewSchema)
    .describe("The first of them: at most 40, or 5 where there are more than 40 articles."),
  more: z.int().describe("Articles beyond those."),
  beyond: z.boolean().describe("Whether they were counted only, as the corpus is large."),
});

const counts = IssueSchema.shape.method.shape;

export const MethodViewSchema = z.strictObject({
  lexicon: counts.lexicon.describe("Version of the lexicon."),
  read: counts.read.describe("Articles read."),
  inPeriod: counts.inPeriod.describe("Articles of the period."),
  background: counts.background.describe("Earlier articles used for background."),
  reprints: counts.reprints.describe("Reprints."),
  leftOut: counts.leftOut.describe("Articles left out."),
  inferredDates: counts.inferredDates.describe("Sources whose day was worked out."),
  models: z.array(z.string()).describe("Models that wrote something in it, by name."),
});
