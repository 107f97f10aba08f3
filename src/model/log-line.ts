/** A line of `--log json`: what a command says beside its data, for whoever collects logs. */
import { z } from "zod";
import { PlaceSchema, SeveritySchema } from "./diagnostic.js";

export const LogLineSchema = z.strictObject({
  /** ISO 8601 instant, UTC. */
  time: z.iso.datetime(),
  /** The severity of a diagnostic; notes and progress are `info`. */
  level: SeveritySchema,
  /** Of a diagnostic its code; otherwise `note`, `progress`, `usage`, `node-warning`, `fault` or `run-ended`. */
  code: z.string(),
  message: z.string(),
  place: PlaceSchema.optional(),
  hint: z.string().optional(),
  /** As it was called: `generate`; null where none was named. */
  command: z.string().nullable(),
  /** The same in all lines of one call of the program. */
  run: z.string(),
});
export type LogLine = z.infer<typeof LogLineSchema>;
