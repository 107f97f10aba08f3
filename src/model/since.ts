/** What an issue is compared with: the last released one, and the volume of those before it. */
import { z } from "zod";
import type { FindingKind } from "./analysis.js";
import { Sha256Schema } from "./article.js";

/** The last released issue of the brief, as seen from the cut-off. */
export const PreviousIssueSchema = z.strictObject({
  issue: z.string(),
  number: z.int().positive(),
  version: z.string(),
  seal: Sha256Schema,
});
export type PreviousIssue = z.infer<typeof PreviousIssueSchema>;

/** How much one earlier issue reported on a theme. */
export const VolumeSchema = z.strictObject({
  issue: z.string(),
  reports: z.int().nonnegative(),
  origins: z.int().nonnegative(),
});
export type Volume = z.infer<typeof VolumeSchema>;

/** Kinds of finding that tell what changed since the last issue. */
export const CHANGE_KINDS = [
  "since-new",
  "since-continued",
  "since-revised",
  "since-reversed",
  "since-quiet",
] as const satisfies readonly FindingKind[];
export type ChangeKind = (typeof CHANGE_KINDS)[number];
