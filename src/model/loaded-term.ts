/** A word that takes sides, and what a neutral voice says instead. */
import { z } from "zod";

export const LoadedTermSchema = z.strictObject({
  term: z.string(),
  lang: z.string(),
  gloss: z.string().optional(),
  neutral: z.string().optional(),
});
