/** What `--json` prints where a command gives one object: public shapes, shipped as JSON Schemas. */
import { z } from "zod";
import { BeyondSchema, CoverageEntrySchema, CoverageSchema } from "./coverage.js";
import { DiagnosticSchema } from "./diagnostic.js";
import { FaultSchema } from "./fault.js";
import { ReleaseSchema } from "./release.js";

/** A line of `brief generate --json`: one for each language. */
export const GenerateResultSchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  /** Of the page, BCP 47. */
  language: z.string(),
  /** Absolute paths of what was written. */
  files: z.array(z.string()),
  totals: CoverageSchema.shape.totals,
  leftOut: z.array(CoverageEntrySchema),
  /** Not there where every article has its entry. */
  beyond: z.array(BeyondSchema).optional(),
});

/** A line of `brief check --json`: one for each brief that is named. */
export const CheckResultSchema = z.strictObject({
  /** As it was named. */
  issue: z.string(),
  /** Whether nothing among the diagnostics is an error. */
  holds: z.boolean(),
  /** `not-verified` where nothing is wrong, and something could not be looked at. */
  verdict: z.enum(["holds", "fails", "not-verified"]),
  statements: z.int().nonnegative(),
  citations: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  /** Whether the corpus that the issue was made from was at hand. */
  corpus: z.boolean(),
  diagnostics: z.array(FaultSchema),
});

/** `brief release --json`. */
export const ReleaseResultSchema = z.strictObject({
  /** Null where it was not released. */
  release: ReleaseSchema.nullable(),
  /** Those of the check among them. */
  diagnostics: z.array(z.union([FaultSchema, DiagnosticSchema])),
});
