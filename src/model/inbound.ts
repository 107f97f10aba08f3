/** A line of `brief bounces --json`: what became of one message that came back. */
import { z } from "zod";
import { DeliveryKeySchema } from "./delivery.js";
import { DiagnosticSchema } from "./diagnostic.js";

export const InboundLineSchema = z.strictObject({
  /** File, and which message of it from 1 where it holds several. */
  source: z.string(),
  /**
   * `hard`, `soft` and `delayed` bounces; `complaint`; `auto-reply`; `arrived`: a notice of success;
   * `stranger`: of none of our messages; `not-understood`; `unreadable`.
   */
  kind: z.enum([
    "hard",
    "soft",
    "delayed",
    "complaint",
    "auto-reply",
    "arrived",
    "stranger",
    "not-understood",
    "unreadable",
  ]),
  /** What it is about; null where it is about nothing of ours. */
  delivery: DeliveryKeySchema.nullable(),
  reason: z.string().nullable(),
  /**
   * `written` now; `known` before; `unsigned`: nothing in it is signed, so that it is not believed;
   * `nothing`: it changes nothing.
   */
  effect: z.enum(["written", "known", "unsigned", "nothing"]),
  /** Whether the recipient gets no more from now on. */
  suppressed: z.boolean(),
  diagnostics: z.array(DiagnosticSchema),
});
export type InboundLine = z.infer<typeof InboundLineSchema>;
