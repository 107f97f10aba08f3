/** What came of `brief run`: its one line of JSON, for whoever watches over it. */
import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.js";
import { FaultSchema } from "./fault.js";

/** What came of one issue that was due. */
export const RunIssueSchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  /**
   * `made`; `standing`: the desk is past drafts with it, so that it was left as it is; `fails`: made, and
   * does not hold; `failed`: could not be made; `due`: would be made, in a rehearsal.
   */
  outcome: z.enum(["made", "standing", "fails", "failed", "due"]),
  /** Below the workspace; null where nothing was made. */
  folder: z.string().nullable(),
  /** Of what was made. */
  statements: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  /** Errors and warnings of making and checking it. */
  diagnostics: z.array(z.union([DiagnosticSchema, FaultSchema])),
  /** Of the draft that went to the reviewers; null where none was to go. */
  review: z
    .strictObject({
      list: z.string(),
      sent: z.int().nonnegative(),
      /** All that did not go, each named in `brief send --status`. */
      notSent: z.int().nonnegative(),
    })
    .nullable(),
});
export type RunIssue = z.infer<typeof RunIssueSchema>;

export const RunResultSchema = z.strictObject({
  /** `locked`: another run is at work; `nothing-due`: no issue was due. */
  outcome: z.enum(["done", "nothing-due", "failed", "locked"]),
  started: z.iso.datetime(),
  finished: z.iso.datetime(),
  /** Null where no feed was asked. */
  fetched: z
    .strictObject({
      feeds: z.int().nonnegative(),
      failed: z.array(z.string()),
      new: z.int().nonnegative(),
    })
    .nullable(),
  issues: z.array(RunIssueSchema),
  /** Weeks that were missed so long ago that they are left to the desk. */
  missed: z.array(z.strictObject({ brief: z.string(), issue: z.string() })),
  /** Of the run as a whole. */
  diagnostics: z.array(DiagnosticSchema),
});
export type RunResult = z.infer<typeof RunResultSchema>;
