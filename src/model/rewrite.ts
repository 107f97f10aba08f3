/** A statement in generated words: marked wherever it is printed, and never instead of its source. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";

export const RewriteSchema = z.strictObject({
  kind: z.enum(["rewording", "translation"]),
  text: z.string().min(1),
  /** BCP 47 tag of `text`. */
  language: z.string(),
  /** As the endpoint names it. */
  model: z.string(),
  /** Of everything that was sent: equal prompts have equal answers in the cache. */
  promptSha256: Sha256Schema,
});
export type Rewrite = z.infer<typeof RewriteSchema>;
