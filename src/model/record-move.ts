/** What came of moving a record between the disk of a workspace and PostgreSQL. */
import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.js";

/** `brief record export --json` and `brief record import --json`. */
export const RecordMoveSchema = z.strictObject({
  action: z.enum(["export", "import"]),
  /** Of the files, as they lie on a disk. */
  folder: z.string(),
  /** Written by this run. */
  files: z.int().nonnegative(),
  /** There already, with the same bytes. */
  already: z.int().nonnegative(),
  deliveries: z.int().nonnegative(),
  suppressions: z.int().nonnegative(),
  diagnostics: z.array(DiagnosticSchema),
});
export type RecordMove = z.infer<typeof RecordMoveSchema>;
