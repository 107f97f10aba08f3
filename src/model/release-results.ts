/** What `brief review`, `approve`, `withdraw` and `status` print with `--json`. */
import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.js";
import { FaultSchema } from "./fault.js";
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

export const VersionStatusSchema = z.strictObject({
  version: z.string(),
  state: ReleaseStateSchema,
  /** Whether everything is as it was approved; null where it is not approved. */
  stands: z.boolean().nullable(),
  /** Whether it is in the record without an approval. */
  released: z.boolean(),
  /** A later version that was approved. */
  supersededBy: z.string().nullable(),
  permalink: z.string().nullable(),
  embargo: z.string().nullable(),
  sendBy: z.string().nullable(),
  recipients: z.int().nonnegative(),
});
export type VersionStatus = z.infer<typeof VersionStatusSchema>;

/** An issue with all that happened to it. */
export const IssueStatusSchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  log: z.string(),
  versions: z.array(VersionStatusSchema),
  entries: z.array(ReleaseEntrySchema),
});
export type IssueStatus = z.infer<typeof IssueStatusSchema>;

export const ReachedSchema = z.strictObject({
  /** Who have it. */
  have: z.int().nonnegative(),
  /** Of whom it is not known whether they do. */
  unknown: z.int().nonnegative(),
});
export type Reached = z.infer<typeof ReachedSchema>;

const said = z.array(z.union([FaultSchema, DiagnosticSchema]));

/** `brief review --json`. */
export const ReviewResultSchema = z.strictObject({
  reviewed: ClearanceSchema.nullable(),
  diagnostics: said,
});

/** `brief approve --json`. */
export const ApproveResultSchema = z.strictObject({
  approved: ApprovalSchema.nullable(),
  diagnostics: said,
});

/** `brief withdraw --json`. */
export const WithdrawResultSchema = z.strictObject({
  withdrawn: ClearanceSchema.nullable(),
  /** Readers by the ledger; null where nothing was withdrawn, or it cannot be read. */
  reached: ReachedSchema.nullable(),
  diagnostics: said,
});

/** `brief status --json`. */
export const StatusResultSchema = z.strictObject({
  status: IssueStatusSchema.nullable(),
  diagnostics: said,
});
