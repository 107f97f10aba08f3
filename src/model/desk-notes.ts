/** The desk's own words for one issue: an input, never written by the program. */
import { z } from "zod";
import { DeskTextSchema, StatusSchema } from "./issue.js";

export const DeskNotesSchema = z.strictObject({
  /** Articles (id or file) to leave out, with the reason that the coverage prints. */
  exclude: z.array(z.strictObject({ article: z.string(), reason: z.string() })).default([]),
  themes: z
    .record(
      z.string(),
      z.strictObject({
        status: StatusSchema.optional(),
        reason: DeskTextSchema.optional(),
        assessment: DeskTextSchema.optional(),
      }),
    )
    .default({}),
  corrections: z.array(DeskTextSchema).default([]),
});
export type DeskNotes = z.infer<typeof DeskNotesSchema>;
