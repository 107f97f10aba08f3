/** Reports of one event that do not agree: who says what, when, side by side. */
import { z } from "zod";
import { FindingSchema, KnownDaySchema, SpeakerSchema, StatementSchema } from "./statement.js";

export const DisagreementSideSchema = z.strictObject({
  statement: StatementSchema,
  /** Null where the article speaks in its own voice. */
  speaker: SpeakerSchema.nullable(),
  said: KnownDaySchema.nullable(),
});
export type DisagreementSide = z.infer<typeof DisagreementSideSchema>;

export const DisagreementSchema = z.strictObject({
  kind: z.enum(["figures", "claims", "framing", "superseded"]),
  theme: z.string().nullable(),
  /** What sets the sides apart, in the words of the labels. */
  finding: FindingSchema,
  sides: z.array(DisagreementSideSchema).min(1),
});
export type Disagreement = z.infer<typeof DisagreementSchema>;
