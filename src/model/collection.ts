/** The lines of `brief add --json` and `brief fetch --json`: public shapes, documented in src/cli/README.md. */
import { z } from "zod";
import { PartialDateSchema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";

const AddedArticleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The date that the article states. */
  published: PartialDateSchema.nullable(),
  url: z.string().nullable(),
  language: z.string(),
});

/** What became of one file, page or text that was given. */
export const AddedSchema = z.strictObject({
  /** As it was named, or found in a folder that was named. */
  input: z.string(),
  /** `skipped`: found in a folder, and nothing that anybody reads. */
  status: z.enum(["added", "known", "skipped", "failed"]),
  /** Below the folder of articles; null where nothing is kept. */
  file: z.string().nullable(),
  articles: z.array(AddedArticleSchema),
  diagnostics: z.array(DiagnosticSchema),
});
export type Added = z.infer<typeof AddedSchema>;

/** What became of one feed. */
export const FetchedFeedSchema = z.strictObject({
  feed: z.string(),
  url: z.string(),
  status: z.enum(["fetched", "not-changed", "failed"]),
  /** Why it failed. */
  reason: z.string().nullable(),
  /** Items that were not in the corpus, and are now. */
  new: z.int().nonnegative(),
  /** Items that were. */
  known: z.int().nonnegative(),
  /** Items that hold no text. */
  empty: z.int().nonnegative(),
  /** Day of the newest item. */
  newest: z.string().nullable(),
  /** Days since then. */
  quietDays: z.int().nullable(),
  /** What was written, below the folder of articles. */
  files: z.array(z.string()),
  diagnostics: z.array(DiagnosticSchema),
});
export type FetchedFeed = z.infer<typeof FetchedFeedSchema>;
