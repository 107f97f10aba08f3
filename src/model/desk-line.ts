/** What the desk says in an issue in its own words, each line with the words of a source that it leans on. */
import { z } from "zod";
import { DaySchema } from "./article.js";
import { DeskDecisionsSchema } from "./desk-decisions.js";
import { CitationSchema, DateRangeSchema, DeskTextSchema } from "./statement.js";

/** A line of the desk's; one that cites nothing is printed as its judgement. */
export const DeskLineSchema = DeskTextSchema.extend({
  citations: z.array(CitationSchema),
  /** Something that it cited is gone; not there where nothing is. */
  sourceGone: z.literal(true).optional(),
});
export type DeskLine = z.infer<typeof DeskLineSchema>;

/** What to watch, as the desk sees it. */
export const DeskWatchSchema = z.strictObject({
  /** Null where the desk gives no day. */
  date: DateRangeSchema.nullable(),
  line: DeskLineSchema,
});

/** A paragraph that stands in every issue that names it. */
export const StandingParagraphSchema = z.strictObject({
  /** Of its file below `standing/`, without `.md`. */
  name: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  owner: z.string().min(1),
  /** Day by which it is to be read again. */
  review: DaySchema,
  /** That day is over at the cut-off. */
  overdue: z.boolean(),
});
export type StandingParagraph = z.infer<typeof StandingParagraphSchema>;

export const IssueDeskSchema = z.strictObject({
  /** In the place of the chosen statements; empty where the desk gives none. */
  bottomLine: z.array(DeskLineSchema),
  /** The same for the key messages. */
  keyMessages: z.array(DeskLineSchema),
  /** Beside what the sources announce. */
  watch: z.array(DeskWatchSchema),
  standing: z.array(StandingParagraphSchema),
  /** Of passages, and of notes that found nothing; not there where there is none of them. */
  decisions: DeskDecisionsSchema.optional(),
});
export type IssueDesk = z.infer<typeof IssueDeskSchema>;
