/** What a run was made from and what it made, file by file: `manifest.json` beside the issue. */
import { z } from "zod";
import { DaySchema, Sha256Schema } from "./article.js";
import { ExportFormatSchema } from "./export-format.js";
import { FormatSchema } from "./format.js";
import { EvidenceLevelSchema } from "./settings.js";

export const ManifestSchema = z.strictObject({
  schema: z.literal("briefwright/manifest/1"),
  program: z.strictObject({ name: z.literal("briefwright"), version: z.string() }),
  issue: z.strictObject({
    brief: z.string(),
    id: z.string(),
    version: z.string(),
    seal: Sha256Schema,
  }),
  /** Of the run: with them, and the same inputs, the outputs come again. */
  options: z.strictObject({
    period: z.strictObject({ from: DaySchema, to: DaySchema }),
    asOf: DaySchema.nullable(),
    /** Null for the brief's own. */
    language: z.string().nullable(),
    template: z.string().nullable(),
    formats: z.array(FormatSchema),
    /** Formats of the files for reference managers; left out where there are none. */
    exports: z.array(ExportFormatSchema).optional(),
    reissue: z.boolean(),
  }),
  /** What is kept of cited articles. */
  evidence: EvidenceLevelSchema,
  /** Settings of the brief, defaults included. */
  settings: z.record(z.string(), z.json()),
  lexicon: z.string(),
  /** Everything that was read, by name below the workspace; articles by name below `articles/`. */
  inputs: z.array(z.strictObject({ name: z.string(), sha256: Sha256Schema })),
  /** Everything that was written but for this file, by path below its folder. */
  outputs: z.array(
    z.strictObject({ path: z.string(), bytes: z.int().nonnegative(), sha256: Sha256Schema }),
  ),
});
export type Manifest = z.infer<typeof ManifestSchema>;
