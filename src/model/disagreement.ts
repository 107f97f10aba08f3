/** Reports of one event that do not agree: who says what, by which outlet, when, side by side. */
import { z } from "zod";
import {
  CitationSchema,
  DateRangeSchema,
  FindingSchema,
  SpeakerSchema,
  StatementSchema,
} from "./statement.js";

/** A date that a statement gives its event, and the words that give it. */
export const ToldDateSchema = z.strictObject({
  date: DateRangeSchema,
  mention: CitationSchema,
  anchor: z.enum(["absolute", "published", "inferred"]),
});
export type ToldDate = z.infer<typeof ToldDateSchema>;

export const DisagreementSideSchema = z.strictObject({
  /** `omits`: reports the event, and leaves out what the others tell. */
  part: z.enum(["tells", "omits"]),
  statement: StatementSchema,
  /** Null where the article speaks in its own voice. */
  speaker: SpeakerSchema.nullable(),
  /** Carriers between the speaker and the outlet, nearest to the speaker first. */
  via: z.array(z.string()),
  /** The figure that differs, in the statement's words. */
  figure: z.string().nullable(),
  /** Null where the statement gives no date: the day of its article is known then, or nothing. */
  when: ToldDateSchema.nullable(),
});
export type DisagreementSide = z.infer<typeof DisagreementSideSchema>;

export const DisagreementKindSchema = z.enum(["figures", "claims", "framing", "superseded"]);
export type DisagreementKind = z.infer<typeof DisagreementKindSchema>;

export const DisagreementSchema = z.strictObject({
  /** `superseded`: what was true until it changed, which is no contradiction. */
  kind: DisagreementKindSchema,
  theme: z.string().nullable(),
  /** What sets the sides apart, in the words of the labels; its citations are those of the sides that tell. */
  finding: FindingSchema,
  sides: z.array(DisagreementSideSchema).min(1),
});
export type Disagreement = z.infer<typeof DisagreementSchema>;
