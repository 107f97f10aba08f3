/** The lines of `brief search --json`. */
import { z } from "zod";
import { DaySchema } from "./article.js";

export const SearchLineSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  title: z.string(),
  outlet: z.string().nullable(),
  /** The day that the article states. */
  day: DaySchema.nullable(),
  language: z.string(),
  /** The higher, the better; comparable within one search. */
  score: z.number(),
  snippet: z.strictObject({
    /** Words of the article, on one line. */
    text: z.string(),
    /** Ranges of `text` that the query matches, UTF-16 code units, half-open. */
    marks: z.array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() })),
    /** Whether words of the article stand before it, and after it. */
    isCut: z.tuple([z.boolean(), z.boolean()]),
  }),
});
export type SearchLine = z.infer<typeof SearchLineSchema>;
