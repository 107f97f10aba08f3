/** One thing that does not hold in a finished issue, and the exact place of it. */
import { z } from "zod";
import { CHECK_RULES, type CheckCode, CheckCodeSchema } from "./check-codes.js";
import { PlaceSchema, SeveritySchema } from "./diagnostic.js";

/** Words of a cited article: `start` and `end` count in its cleaned text, `line` from 1 there. */
export const ArticlePlaceSchema = z.strictObject({
  id: z.string(),
  /** Null where the article is not among the sources of the issue. */
  file: z.string().nullable(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  line: z.int().positive().optional(),
});
export type ArticlePlace = z.infer<typeof ArticlePlaceSchema>;

export const FaultPlaceSchema = z.strictObject({
  ...PlaceSchema.shape,
  /** Where a reader finds it, e.g. `ceasefire: who says what 2`. */
  slot: z.string().optional(),
  /** Of the statement (`s-…`) or the finding (`f-…`). */
  id: z.string().optional(),
  /** Where the data have it, e.g. `themes[1].says[1].speaker`. */
  path: z.string().optional(),
  article: ArticlePlaceSchema.optional(),
});
export type FaultPlace = z.infer<typeof FaultPlaceSchema>;

/** A diagnostic of the closed list of `check-codes.ts`. */
export const FaultSchema = z.strictObject({
  code: CheckCodeSchema,
  severity: SeveritySchema,
  message: z.string(),
  place: FaultPlaceSchema,
  hint: z.string(),
});
export type Fault = z.infer<typeof FaultSchema>;

/** @param hint better than that of the code's rule, where more is known */
export function faultOf(code: CheckCode, message: string, place: FaultPlace, hint?: string): Fault {
  const rule = CHECK_RULES[code];
  return { code, severity: rule.severity, message, place, hint: hint ?? rule.hint };
}
