/** The edition as data: which brief, which issue, its marking, what a reissue says of itself. */
import { z } from "zod";
import { IssueSchema } from "../../model/issue.js";
import { DateRangeViewSchema, DateViewSchema } from "./date-range.js";
import { FindingViewSchema } from "./statement.js";

export const BriefViewSchema = z.strictObject({
  id: z.string().describe("Id of the series, as the settings name it."),
  title: z.string().describe("Title of the series."),
  desk: z.string().nullable().describe("Who owns it. Null where the settings do not say."),
  contact: z
    .string()
    .nullable()
    .describe("An address or words, for {{href …}}. Null where the settings do not say."),
});

const AsOfViewSchema = z.strictObject({
  day: DateViewSchema.describe("The day that the issue looks back from."),
  by: z
    .enum(["published", "archived"])
    .describe("Which day of an article counts; the labels as-of.<by> word it."),
});

const PreviousViewSchema = z.strictObject({
  issue: z.string().describe("Name of its period."),
  number: z.int().describe("Its ordinal in the series."),
  version: z.string().describe("Its version."),
  seal: z.string().describe("Its seal."),
});

export const EditionViewSchema = z.strictObject({
  id: z.string().describe("Name of the period."),
  number: z.int().describe("Ordinal in the series."),
  version: z.string().describe("Version; a reissue has a higher one."),
  state: IssueSchema.shape.release.shape.state.describe("How far it is cleared."),
  draft: z.boolean().describe("Whether it is not approved: every page says so."),
  approvedBy: z.string().nullable().describe("Who approved it. Null until somebody did."),
  permalink: z
    .string()
    .nullable()
    .describe("Address of this version in the archive. Null in drafts, and where there is none."),
  period: DateRangeViewSchema.describe("Days covered."),
  week: z.int().nullable().describe("ISO week. Null where the period is not one week."),
  cutOff: DateViewSchema.describe("Instant after which nothing was seen, UTC."),
  asOf: AsOfViewSchema.nullable().describe(
    "For an issue that looks back from a later day. Null otherwise.",
  ),
  nextIssue: DateViewSchema.nullable().describe(
    "Day of the next issue. Null where none is planned.",
  ),
  seal: z.string().describe("SHA-256 of the issue."),
  previous: PreviousViewSchema.nullable().describe(
    "The released issue that it is compared with. Null where none was released before.",
  ),
});

export const MarkingViewSchema = z.strictObject({
  label: z.string().describe("Distribution label, for the top and foot of every page."),
  statement: z.string().nullable().describe("What the label allows. Null where nothing is said."),
  class: z.string().describe("The label as a CSS class."),
  colour: z
    .string()
    .describe("Of the label's words, `#rrggbb`; in styles `var(--marking-colour)`."),
  background: z
    .string()
    .describe("What is behind the label, `#rrggbb`; in styles `var(--marking-background)`."),
});

export const CitingViewSchema = z.strictObject({
  form: IssueSchema.shape.citing.shape.form.describe("Where citations stand."),
  style: IssueSchema.shape.citing.shape.style.describe(
    "Style of notes and of {{reference …}}; `house` is the annex's own.",
  ),
});

export const RevisionViewSchema = z.strictObject({
  version: z.string().describe("Version of the issue whose place this one takes."),
  seal: z.string().describe("First letters of the seal of that issue."),
  first: z.array(FindingViewSchema).describe("What changed, as far as page 1 has room for it."),
  more: z.int().describe("Changes beyond those."),
  changes: z.array(FindingViewSchema).describe("Everything that changed."),
});
