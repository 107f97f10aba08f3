/** Figures at a glance as data. */
import { z } from "zod";
import { GlanceSchema } from "../../model/issue.js";
import { FindingViewSchema, StatementViewSchema } from "./statement.js";

export const FigureViewSchema = z.strictObject({
  statement: StatementViewSchema.describe("The figure in the words of the source."),
  value: z.number().describe("The number, for {{number …}}."),
  bound: GlanceSchema.shape.bound.describe("How it is bounded; the labels bound.<…> word it."),
  unit: z.string().describe("What is counted, in the source's words."),
  role: GlanceSchema.shape.role.describe("`part` of the total before it, a `total`, or `single`."),
  claimant: z
    .string()
    .nullable()
    .describe("Who gives it. Null where the article gives it in its own voice."),
});

export const GlanceViewSchema = z.strictObject({
  figures: z.array(FigureViewSchema).describe("Figures, each with its source."),
  flags: z.array(FindingViewSchema).describe("What is wrong with them."),
});
