/** What `brief doctor` found out about a workspace, its machine and its engines. */
import { z } from "zod";
import { PlaceSchema } from "./diagnostic.js";

export const CheckStateSchema = z.enum(["ok", "warning", "error", "skipped"]);
export type CheckState = z.infer<typeof CheckStateSchema>;

export const CheckFindingSchema = z.strictObject({
  /** Name of the check; one may find several things. */
  check: z.string(),
  /** `error`: something does not hold; `skipped`: there was nothing to look at, or nobody asked. */
  state: CheckStateSchema,
  /** Lower case, says what was found. */
  found: z.string(),
  place: PlaceSchema.optional(),
  /** Says what to do about it. */
  hint: z.string().optional(),
});
export type CheckFinding = z.infer<typeof CheckFindingSchema>;

export const DoctorResultSchema = z.strictObject({
  /** Of this program. */
  version: z.string(),
  /** Absolute path; null where there is none. */
  workspace: z.string().nullable(),
  /** Addresses without passwords; null where the workspace keeps it itself. */
  engines: z.strictObject({
    corpus: z.string().nullable(),
    ledger: z.string().nullable(),
    queue: z.string().nullable(),
  }),
  /** In the order of the checks. */
  findings: z.array(CheckFindingSchema),
});
export type DoctorResult = z.infer<typeof DoctorResultSchema>;
