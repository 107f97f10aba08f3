/** What charts draw as data: articles by week, reports by issue, values given for one thing. */
import { z } from "zod";
import { DateViewSchema } from "./date-range.js";

const WeekVolumeSchema = z.strictObject({
  id: z.string().describe("Id of the theme."),
  short: z.string().describe("Its short title."),
  counts: z.array(z.int()).describe("Its articles, one number for each week."),
});
export const VolumeViewSchema = z.strictObject({
  weeks: z
    .array(DateViewSchema)
    .describe("Mondays, the earliest first; the last week is that in which the period ends."),
  themes: z.array(WeekVolumeSchema).describe("A row for each theme."),
});

const IssueCountsSchema = z.strictObject({
  id: z.string().describe("Id of the theme."),
  short: z.string().describe("Its short title."),
  reports: z
    .array(z.int().nullable())
    .describe(
      "Its reports, one number for each issue. Null where an issue did not have the theme.",
    ),
  origins: z.array(z.int().nullable()).describe("Its origins, in the same way."),
});
export const IssueVolumeViewSchema = z.strictObject({
  issues: z
    .array(z.string())
    .describe("Names of the issues, the earliest first; the last is this one."),
  themes: z.array(IssueCountsSchema).describe("A row for each theme."),
});

const ValueViewSchema = z.strictObject({
  value: z.number().describe("The number, for {{number …}}."),
  text: z.string().describe("The words of the source."),
  by: z
    .string()
    .nullable()
    .describe("Who gives it: the claimant, or else the outlet. Null where neither is known."),
  source: z.int().describe("Citation number."),
});
export const MeasureViewSchema = z.strictObject({
  words: z.string().describe("What is counted, in the words of the first source."),
  conflict: z.boolean().describe("Whether the reports cannot both be right."),
  values: z.array(ValueViewSchema).describe("The values that are given, never added up."),
});
