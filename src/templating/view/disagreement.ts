/** What does not agree, or changed, as data: the rows of the tables that put sides beside one another. */
import { z } from "zod";
import { DisagreementKindSchema, DisagreementSideSchema } from "../../model/issue.js";
import { DateRangeViewSchema } from "./date-range.js";
import { FindingViewSchema, StatementViewSchema } from "./statement.js";

export const SideViewSchema = z.strictObject({
  part: DisagreementSideSchema.shape.part.describe(
    "`tells`, or `omits` of an article that leaves out what the others tell.",
  ),
  statement: StatementViewSchema.describe("What this side says."),
  speaker: z
    .string()
    .nullable()
    .describe("Who says it, in the house form. Null where the article speaks in its own voice."),
  outlet: z.string().nullable().describe("Who published it. Null where the article does not say."),
  via: z.array(z.string()).describe("Carriers before the outlet, nearest to the speaker first."),
  figure: z
    .string()
    .nullable()
    .describe("The figure that differs, in the source's words. Null where no figures differ."),
  when: DateRangeViewSchema.nullable().describe(
    "Date of the event. Null where the statement gives none.",
  ),
  inferred: z.boolean().describe("Whether that date rests on a day that was worked out."),
});

export const DisagreementViewSchema = z.strictObject({
  id: z.string().describe("That of its finding, and so the end of links from its theme."),
  kind: DisagreementKindSchema.describe("What does not agree; `superseded` is a change."),
  theme: z.string().nullable().describe("Short title of its theme. Null for figures of no theme."),
  finding: FindingViewSchema.describe("What sets the sides apart."),
  sides: z.array(SideViewSchema).describe("The sides."),
});

export const DisagreementGroupSchema = z.strictObject({
  group: z
    .enum(["differ", "changes"])
    .describe("Which table: `differ` is always there, `changes` where anything changed."),
  rows: z.array(DisagreementViewSchema).describe("Its rows."),
});
