/** What `brief check --all --json` prints: released issues whose sources are not as they were. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";

/** Words of an article that a released issue cites, and whether the article still says them. */
export const TouchedWordsSchema = z.strictObject({
  /** Of the statement (`s-…`) or the finding (`f-…`) that cites them; null for a spelling of a name. */
  id: z.string().nullable(),
  /** Where a reader finds it, e.g. `ceasefire: who says what 2`. */
  slots: z.array(z.string()),
  quote: z.string(),
  /** At their place, at another one, or no more; `gone` where there is no article any more. */
  now: z.enum(["there", "moved", "gone"]),
});
export type TouchedWords = z.infer<typeof TouchedWordsSchema>;

export const TouchedArticleSchema = z.strictObject({
  /** Its number among the sources of the issue. */
  number: z.int().positive(),
  article: z.string(),
  file: z.string(),
  title: z.string(),
  what: z.enum(["changed", "gone", "withdrawn"]),
  /** The desk's, of a withdrawn article. */
  reason: z.string().nullable(),
  /** Of its text, as it was cited and as it is now; null where there is none now. */
  textSha256: z.strictObject({ cited: Sha256Schema, now: Sha256Schema.nullable() }),
  words: z.array(TouchedWordsSchema),
});
export type TouchedArticle = z.infer<typeof TouchedArticleSchema>;

export const TouchedIssueSchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  version: z.string(),
  seal: Sha256Schema,
  /** In the record, below the workspace. */
  folder: z.string(),
  articles: z.array(TouchedArticleSchema).min(1),
});
export type TouchedIssue = z.infer<typeof TouchedIssueSchema>;

export const RecordCheckSchema = z.strictObject({
  /** Released issues that were looked at: the highest version of each. */
  issues: z.int().nonnegative(),
  touched: z.array(TouchedIssueSchema),
  diagnostics: z.array(DiagnosticSchema),
});
export type RecordCheck = z.infer<typeof RecordCheckSchema>;
