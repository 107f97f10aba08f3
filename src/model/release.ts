/** What `brief release --json` prints. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";

/** A version of an issue that was put into the record. */
export const ReleaseSchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  version: z.string(),
  seal: Sha256Schema,
  /** The version that it takes the place of; null where it is the first. */
  supersedes: z.string().nullable(),
  /** In the record, below the workspace, with forward slashes. */
  folder: z.string(),
  /** Paths below that folder. */
  files: z.array(z.string()),
  /** What lay beside the issue and is no part of it. */
  leftOut: z.array(z.string()),
});
export type Release = z.infer<typeof ReleaseSchema>;

/** Below the folder of a version: what its templates were, frozen with them. */
export const FROZEN_LIST = "template/template.json";
