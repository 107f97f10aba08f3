/** The desk's own words for one issue: an input, never written by the program. */
import { z } from "zod";
import { DaySchema } from "./article.js";
import { DeskTextSchema, StatusSchema } from "./issue.js";

/** An article (id or file) that the desk puts on a theme or takes off it, with or without a reason. */
const ThemeOverrideSchema = z.preprocess(
  (value) => (typeof value === "string" ? { article: value } : value),
  z.strictObject({ article: z.string(), reason: z.string().nullable().default(null) }),
);

const ArticlesSchema = z.array(z.string()).min(2);

/** What the desk knows better of stories; articles by id or file, at least two to a line. */
export const StoryEditsSchema = z.strictObject({
  /** Articles of one event: their stories become one. */
  merge: z.array(ArticlesSchema).default([]),
  /** Articles of different events: all but the first leave for stories of their own. */
  split: z.array(ArticlesSchema).default([]),
});
export type StoryEdits = z.infer<typeof StoryEditsSchema>;

/** An article (id or file) that must not be relied on any more, and why. */
const WithdrawnSchema = z.strictObject({ article: z.string(), reason: z.string() });

/** `corpus/desk/withdrawn.yaml`: what holds for every issue of every brief. */
export const WithdrawnFileSchema = z.strictObject({ withdrawn: z.array(WithdrawnSchema) });
export type Withdrawn = z.infer<typeof WithdrawnFileSchema>["withdrawn"];

export const DeskNotesSchema = z.strictObject({
  /**
   * The day on which they stood as they are. A look back from an earlier day does not see them;
   * without it they are of the cut-off of their issue.
   */
  written: DaySchema.optional(),
  /** Articles (id or file) to leave out, with the reason that the coverage prints. */
  exclude: z.array(z.strictObject({ article: z.string(), reason: z.string() })).default([]),
  themes: z
    .record(
      z.string(),
      z.strictObject({
        status: StatusSchema.optional(),
        reason: DeskTextSchema.optional(),
        assessment: DeskTextSchema.optional(),
        add: z.array(ThemeOverrideSchema).default([]),
        remove: z.array(ThemeOverrideSchema).default([]),
      }),
    )
    .default({}),
  stories: StoryEditsSchema.prefault({}),
  /** Articles that are not relied on any more: left out, and found in what was released. */
  withdrawn: z.array(WithdrawnSchema).default([]),
  corrections: z.array(DeskTextSchema).default([]),
});
export type DeskNotes = z.infer<typeof DeskNotesSchema>;
