/** The desk's own lines as data. */
import { z } from "zod";
import { DateRangeViewSchema, DateViewSchema } from "./date-range.js";
import { CitationViewSchema } from "./statement.js";

export const DeskLineViewSchema = z
  .strictObject({
    text: z.string().describe("The desk's words."),
    by: z.string().nullable().describe("Who wrote them. Null where that is not said."),
    citations: z
      .array(CitationViewSchema)
      .describe("What they rest on, for {{cite …}}; none makes them the desk's judgement."),
    sourceGone: z.boolean().describe("Whether something that they rested on is gone."),
  })
  .describe("A line in the desk's words, which get the class desk.");

const DeskWatchViewSchema = z.strictObject({
  date: DateRangeViewSchema.nullable().describe(
    "Days, for {{dateRange …}}. Null where none is given.",
  ),
  line: DeskLineViewSchema.describe("What to watch."),
});

const StandingViewSchema = z.strictObject({
  name: z.string().describe("Name of its file."),
  title: z.string().describe("Title."),
  text: z.string().describe("The words."),
  paragraphs: z.array(z.string()).describe("The same, paragraph by paragraph."),
  owner: z.string().describe("Who answers for it."),
  review: DateViewSchema.describe("Day by which it is to be read again."),
  overdue: z.boolean().describe("Whether that day is over."),
});

const DeskExclusionViewSchema = z.strictObject({
  file: z.string().describe("File of its article."),
  number: z.int().nullable().describe("Number of that source. Null where nothing else cites it."),
  reason: z.string().describe("The desk's words for leaving it out."),
});

const LostNoteViewSchema = z.strictObject({
  names: z.string().describe("What the note names."),
  note: z.string().describe("Where the notes have it."),
  line: z.int().nullable().describe("Its line in the file. Null where that is not known."),
});

export const DeskViewSchema = z.strictObject({
  bottomLine: z
    .array(DeskLineViewSchema)
    .describe("In the place of the chosen statements, where the desk writes any."),
  keyMessages: z.array(DeskLineViewSchema).describe("The same for the key messages."),
  watch: z.array(DeskWatchViewSchema).describe("What to watch, beside what the sources announce."),
  standing: z.array(StandingViewSchema).describe("Paragraphs that stand in every issue."),
  excluded: z.array(DeskExclusionViewSchema).describe("Passages that the desk left out."),
  lost: z
    .array(LostNoteViewSchema)
    .describe("Notes that name what is not there any more: nothing was done for them."),
});
