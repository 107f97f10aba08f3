/** The sentences of a page as data: words of a source, computed findings, and what each rests on. */
import { z } from "zod";
import { FindingKindSchema } from "../../model/analysis.js";
import { CitationSchema, FindingSchema } from "../../model/issue.js";
import { DateViewSchema } from "./date-range.js";

export const DirectionViewSchema = z.enum(["ltr", "rtl"]);

export const CitationViewSchema = z
  .strictObject({
    article: z.string().describe("Id of the article that says it."),
    start: CitationSchema.shape.start.describe("Where the words begin in the article's text."),
    end: CitationSchema.shape.end.describe("Where they end."),
    quote: CitationSchema.shape.quote.describe("The words themselves."),
    textSha256: CitationSchema.shape.textSha256.describe("Hash of the article's text."),
  })
  .describe("A place in a source. {{cite …}} prints the links of whatever has citations.");

export const FindingViewSchema = z
  .strictObject({
    id: FindingSchema.shape.id.describe("Stable name, as brief explain takes it."),
    kind: FindingKindSchema.describe("What was found; its words are the label finding.<kind>."),
    params: FindingSchema.shape.params.describe("Values that its words fill in."),
    citations: z.array(CitationViewSchema).describe("The words that it follows from."),
    articles: z
      .array(z.string())
      .describe("Ids of articles that it is about without quoting them."),
  })
  .describe("A computed line, printed with {{finding …}}.");

const DatePlaceSchema = z.strictObject({
  start: z.int().describe("First character of the words that give the date, counted from 0."),
  end: z.int().describe("The character behind them."),
});

const RewriteViewSchema = z.strictObject({
  kind: z.enum(["rewording", "translation"]).describe("What a model made of the statement."),
  text: z
    .string()
    .describe("The generated words; print them with {{rewrite …}}, which marks them."),
  language: z.string().describe("Language of the generated words, BCP 47."),
  direction: DirectionViewSchema.describe("Way of writing of the generated words."),
});

const ReportedViewSchema = z.strictObject({
  day: DateViewSchema.describe("Day of the article that says it."),
  inferred: z.boolean().describe("Whether the day was worked out, not stated: print a badge."),
});

export const StatementViewSchema = z
  .strictObject({
    id: z.string().describe("Stable name, as brief explain takes it."),
    text: z.string().describe("The words; print them with {{statement …}}."),
    context: z
      .string()
      .nullable()
      .describe("The sentence before it, where its pronouns need one. Null otherwise."),
    citations: z
      .array(CitationViewSchema)
      .describe("Where the words stand, those of the context included."),
    language: z.string().describe("Language of the source, BCP 47; `und` where it is not known."),
    direction: DirectionViewSchema.describe("Way of writing of the source."),
    when: DatePlaceSchema.nullable().describe(
      "Where the text gives the date of its event. Null where no event is told.",
    ),
    rewrite: RewriteViewSchema.nullable().describe(
      "The same in generated words, which are marked as such. Null where there are none.",
    ),
    reported: ReportedViewSchema.nullable().describe(
      "Day of its article. Null where the article has none.",
    ),
    steps: z
      .int()
      .nullable()
      .describe(
        "Speakers between the fact and an outlet, where “who says what” counts more than one. Null otherwise.",
      ),
    change: z
      .enum(["new", "continued", "revised", "reversed"])
      .nullable()
      .describe(
        "Under “what happened”: what became of it since the last issue. Null elsewhere, and in a first issue.",
      ),
  })
  .describe("Words of a source, printed with {{statement …}}{{cite …}}{{rewrite …}}.");
