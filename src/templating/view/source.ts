/** Sources and names as data: the rows of the annexes. */
import { z } from "zod";
import { OutletSchema } from "../../model/lexicon.js";
import { DateViewSchema } from "./date-range.js";
import { CitationViewSchema, DirectionViewSchema } from "./statement.js";

const VariantViewSchema = z.strictObject({
  text: z.string().describe("A spelling in the sources."),
  citations: z.array(CitationViewSchema).describe("One place of each use, for {{cite …}}."),
});
export const NameViewSchema = z.strictObject({
  name: z.string().describe("House form of the name."),
  roles: z.array(z.string()).describe("Offices held at the end of the period."),
  variants: z.array(VariantViewSchema).describe("Other spellings in the sources."),
  respellings: z
    .array(VariantViewSchema)
    .describe("Of these, those that are no part of the house form, as a surname alone is."),
});

export const OutletViewSchema = z
  .strictObject({
    name: z.string().describe("Name, as the article gives it."),
    owner: z.string().nullable().describe("Who owns it. Null where the lexicon does not know it."),
    kind: OutletSchema.shape.kind
      .nullable()
      .describe("What sort of owner that is. Null where the lexicon does not know it."),
    closed: DateViewSchema.nullable().describe(
      "Day on which it ceased to publish. Null where it still does.",
    ),
    restricted: z.array(z.string()).describe("Where a link to it is restricted."),
  })
  .describe("Who published an article, or whose copy it carries.");

export const SourceViewSchema = z.strictObject({
  number: z.int().describe("Citation number; write {{this.number}} in a list."),
  article: z.string().describe("Id of the article."),
  title: z.string().describe("Title of the article."),
  titleDerived: z.boolean().describe("Whether it has none, and this is its first sentence."),
  language: z.string().describe("Language of the article, BCP 47."),
  direction: DirectionViewSchema.describe("Way of writing of the article."),
  date: DateViewSchema.nullable().describe(
    "Day of publication, for {{date this.date}}. Null where nobody knows it.",
  ),
  inferred: z.boolean().describe("Whether that day was worked out: print a badge."),
  byline: z.string().nullable().describe("Who wrote it. Null where it does not say."),
  outlet: OutletViewSchema.nullable().describe("Who published it. Null where it does not say."),
  agency: OutletViewSchema.nullable().describe(
    "Whose copy it carries. Null where it names nobody.",
  ),
  chain: z
    .array(z.string())
    .describe("Carriers and unnamed speakers that it leans on, in the order of its text."),
  grade: z
    .string()
    .nullable()
    .describe("The desk's grade for the outlet. Null until it gives one."),
  url: z.string().nullable().describe("Its address, for {{href …}}. Null where nobody knows it."),
  archived: z
    .string()
    .nullable()
    .describe("Address of a copy in a web archive. Null where it was not fetched from one."),
  accessed: z
    .string()
    .nullable()
    .describe("Day on which it was fetched. Null where that is not known."),
  inPeriod: z.boolean().describe("Whether it was published in the period."),
});
