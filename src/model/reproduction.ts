/** What came of making a finished issue again from its manifest. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";

/** Something that the issue was made from and that is not there as it was. */
export const InputDifferenceSchema = z.strictObject({
  name: z.string(),
  /** Null for what was not there when the issue was made. */
  expected: z.string().nullable(),
  /** Null for what is not there any more. */
  actual: z.string().nullable(),
  /** A file with the bytes as they were. */
  keptIn: z.string().nullable(),
});
export type InputDifference = z.infer<typeof InputDifferenceSchema>;

export const OutputDifferenceSchema = z.strictObject({
  /** Below the issue's folder. */
  path: z.string(),
  expected: Sha256Schema.nullable(),
  actual: Sha256Schema.nullable(),
  /** Where the two first part, in words; null where the old bytes are not at hand. */
  first: z.string().nullable(),
});
export type OutputDifference = z.infer<typeof OutputDifferenceSchema>;

/** What `brief reproduce --json` prints. */
export const ReproductionSchema = z.strictObject({
  issue: z.string(),
  /** Whether every file came again byte for byte, from inputs that are all as they were. */
  holds: z.boolean(),
  /** Files that came again byte for byte. */
  same: z.int().nonnegative(),
  inputs: z.array(InputDifferenceSchema),
  outputs: z.array(OutputDifferenceSchema),
  diagnostics: z.array(DiagnosticSchema),
});
export type Reproduction = z.infer<typeof ReproductionSchema>;
