/** What `brief review`, `approve` and `withdraw` print with `--json`. */
import { z } from "zod";
import { ReleaseEntrySchema, ReleaseStateSchema } from "./release-log.js";

/** A version whose state was changed. */
export const ClearanceSchema = z.strictObject({
  brief: z.string(),
  /** Name of its period. */
  issue: z.string(),
  version: z.string(),
  state: ReleaseStateSchema,
  /** The release log, below the workspace. */
  log: z.string(),
  /** The line that was added. */
  entry: ReleaseEntrySchema,
});
export type Clearance = z.infer<typeof ClearanceSchema>;

/** A version that was approved. */
export const ApprovalSchema = ClearanceSchema.extend({
  /** In the record, below the workspace, with forward slashes. */
  folder: z.string(),
  /** Clean copies below that folder. */
  copies: z.array(z.string()),
  recipients: z.int().nonnegative(),
  /** What lay beside the issue and is no part of it. */
  leftOut: z.array(z.string()),
});
export type Approval = z.infer<typeof ApprovalSchema>;
