/** What the desk decided of passages, as an issue records it: what was left out, moved, or could not be done. */
import { z } from "zod";
import { ArticleRangeSchema } from "./choice.js";

/** A passage that no part of the issue may say. */
export const ExcludedPassageSchema = z.strictObject({
  ...ArticleRangeSchema.shape,
  /** In the desk's words. */
  reason: z.string().min(1),
});

/** A passage that the desk put on a theme or took off it. */
export const MovedPassageSchema = z.strictObject({
  ...ArticleRangeSchema.shape,
  theme: z.string(),
  kind: z.enum(["added", "removed"]),
  reason: z.string().nullable(),
});
export type MovedPassage = z.infer<typeof MovedPassageSchema>;

/** A note whose target is gone: it stays in the file, and nothing was done for it. */
export const LostNoteSchema = z.strictObject({
  /** Where the notes have it, e.g. `pins[0]`. */
  note: z.string(),
  /** Its line in the file; null where that is not known. */
  line: z.int().positive().nullable(),
  /** What it names, as it is written. */
  names: z.string(),
});
export type LostNote = z.infer<typeof LostNoteSchema>;

export const DeskDecisionsSchema = z.strictObject({
  excluded: z.array(ExcludedPassageSchema),
  moved: z.array(MovedPassageSchema),
  lost: z.array(LostNoteSchema),
});
export type DeskDecisions = z.infer<typeof DeskDecisionsSchema>;
