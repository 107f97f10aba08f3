/** What `brief recipients check` and `brief recipients list` print with `--json`. */
import { z } from "zod";
import { SuppressionSchema } from "./delivery.js";
import { DiagnosticSchema } from "./diagnostic.js";
import { RecipientSchema } from "./recipient.js";

/** A brief of the settings, and the least restrictive marking that an issue of it can bear. */
const BriefMarkingSchema = z.strictObject({ brief: z.string(), marking: z.string() });

export const ListedRecipientSchema = RecipientSchema.extend({
  /** Why they get no more of a brief, or of any. */
  suppressed: z.array(SuppressionSchema),
  /** Briefs that one of their lists is for, and whose marking is more than they may see. */
  refused: z.array(BriefMarkingSchema),
});
export type ListedRecipient = z.infer<typeof ListedRecipientSchema>;

export const RecipientsResultSchema = z.strictObject({
  /** Names of the lists that were read. */
  lists: z.array(z.string()),
  recipients: z.array(ListedRecipientSchema),
  diagnostics: z.array(DiagnosticSchema),
});
export type RecipientsResult = z.infer<typeof RecipientsResultSchema>;
