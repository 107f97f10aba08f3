/** A theme as data: its status, the slots that every theme has, and who was heard on it. */
import { z } from "zod";
import { FateSchema, OwnershipSchema, StatusSchema } from "../../model/issue.js";
import { DateRangeViewSchema } from "./date-range.js";
import { DeskLineViewSchema } from "./desk.js";
import { CitationViewSchema, FindingViewSchema, StatementViewSchema } from "./statement.js";

const CarrierViewSchema = z.strictObject({
  outlet: z.string().nullable().describe("Name of the outlet. Null where the article names none."),
  citations: z.array(CitationViewSchema).describe("Where its article says it, for {{cite …}}."),
});

export const ClaimViewSchema = z.strictObject({
  statement: StatementViewSchema.describe(
    "The claim; only its first words where “what happened” tells it in full.",
  ),
  told: z.boolean().describe("Whether “what happened” tells it in full."),
  speaker: z.string().describe("Who says it, in the house form of the name."),
  carriers: z.array(CarrierViewSchema).describe("Outlets that carry it."),
  via: z.array(z.string()).describe("Carriers before the outlet, nearest to the speaker first."),
  depth: z.int().describe("Speakers between the fact and the outlet."),
});

const OutletCountSchema = z.strictObject({
  ownership: OwnershipSchema.describe(
    "Who owns the outlets; `unknown` to the register, or `unnamed`. The labels ownership.<…> word it.",
  ),
  count: z.int().describe("How many outlets."),
});
const LanguageCountSchema = z.strictObject({
  name: z.string().describe("A language, named in that of the page."),
  count: z.int().describe("Reports in it."),
});
const FateCountSchema = z.strictObject({
  fate: FateSchema.describe("How articles were used; the labels fate.<…> word it."),
  count: z.int().describe("How many articles."),
});

export const LedgerViewSchema = z.strictObject({
  outlets: z.array(OutletCountSchema).describe("Outlets by ownership, most first."),
  languages: z.array(LanguageCountSchema).describe("Reports by language, most first."),
  span: DateRangeViewSchema.nullable().describe(
    "First to last day of publication. Null without a report.",
  ),
  fates: z
    .array(FateCountSchema)
    .describe("How its articles were used, earlier ones included, most first."),
  silent: z
    .array(z.string())
    .describe("Sides that the lexicon wants heard and of which nobody speaks."),
});

const BeforeViewSchema = z.strictObject({
  citations: z.array(CitationViewSchema).describe("The words of the last issue, for {{cite …}}."),
});
const SinceCountSchema = z.strictObject({
  kind: z.enum(["new", "continued"]).describe("What became of the statements."),
  count: z.int().describe("How many there are."),
  citations: z.array(CitationViewSchema).describe("The words of this issue, for {{cite …}}."),
  before: BeforeViewSchema.nullable().describe("What stood there before. Null for what is new."),
});

export const ThemeViewSchema = z.strictObject({
  id: z.string().describe("Id in the lexicon."),
  title: z.string().describe("Title."),
  short: z.string().describe("Short title, for tables."),
  question: z
    .string()
    .describe("What the desk asks of it; its title where the lexicon has no question."),
  status: StatusSchema.describe("Status; the labels status.<…> word it."),
  reason: z
    .string()
    .nullable()
    .describe("The desk's line on the status. Null where it gives none."),
  reports: z.int().describe("Articles of the period that carry it."),
  origins: z.int().describe("Origins among them; reprints of one copy count once."),
  backgroundReports: z.int().describe("Earlier articles that carry it."),
  lastIssue: z
    .int()
    .nullable()
    .describe("Reports in the last issue. Null where there is none, or it had no such theme."),
  happened: z.array(StatementViewSchema).describe("What happened."),
  says: z.array(ClaimViewSchema).describe("Who says what."),
  differ: z.array(FindingViewSchema).describe("Where reports differ."),
  sideBySide: z.boolean().describe("Whether each of these stands among the disagreements."),
  background: z.array(StatementViewSchema).describe("Background from earlier reports."),
  assessment: z.string().nullable().describe("The desk's assessment. Null where it gives none."),
  assessed: DeskLineViewSchema.nullable().describe(
    "The same with who wrote it and what it rests on, for {{cite …}}.",
  ),
  unreported: z
    .array(z.enum(["happened", "says", "differ", "background"]))
    .describe("Those of these slots that no source fills; the labels slot.<…> name them."),
  ledger: LedgerViewSchema.describe("Who was heard on it."),
  comparable: z.boolean().describe("Whether there is a last issue to compare with."),
  since: z.array(FindingViewSchema).describe("What changed since the last issue."),
  sinceCounted: z
    .array(SinceCountSchema)
    .describe("Of these the new and the continued, a count of each that there is."),
  sinceTold: z
    .array(FindingViewSchema)
    .describe("The others, one by one: revised, turned round, gone quiet."),
});
