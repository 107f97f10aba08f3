/** What `brief send --json` prints: a line for the plan, one for each delivery as it happens, one for the end. */
import { z } from "zod";
import {
  DeliveryEventSchema,
  DeliverySchema,
  DeliveryStateSchema,
  OccasionSchema,
  SuppressionSchema,
} from "./delivery.js";
import { DiagnosticSchema } from "./diagnostic.js";
import { DeliveryFormatSchema } from "./recipient.js";

/**
 * What a run does about one recipient: `due` and `later` (put off by the server, with its moment) get the
 * message; of `sent`, `failed`, `unknown` and `bounced` the ledger knows already; `suppressed` get no more;
 * `marking` may not see it; `over-limit` is left to the next run; `unmade` have a message that cannot be
 * made.
 */
export const SendVerdictSchema = z.enum([
  "due",
  "later",
  "over-limit",
  "sent",
  "failed",
  "unknown",
  "bounced",
  "suppressed",
  "marking",
  "unmade",
]);
export type SendVerdict = z.infer<typeof SendVerdictSchema>;

export const PlannedRecipientSchema = z.strictObject({
  recipient: z.string(),
  name: z.string(),
  address: z.string(),
  language: z.string().nullable(),
  /** As it is asked for; a message that would be too large has the PDF as a link. */
  format: DeliveryFormatSchema,
  verdict: SendVerdictSchema,
  /** Why, in words; null where the verdict says it all. */
  why: z.string().nullable(),
  attempts: z.int().nonnegative(),
  /** Not before this instant; null for at once, or never. */
  next: z.iso.datetime().nullable(),
  /** Of the message as it travels, as measured on one of its kind; null where none goes. */
  bytes: z.int().nonnegative().nullable(),
});
export type PlannedRecipient = z.infer<typeof PlannedRecipientSchema>;

export const VerdictCountsSchema = z.record(SendVerdictSchema, z.int().nonnegative());
export type VerdictCounts = z.infer<typeof VerdictCountsSchema>;

/** Which issue goes out. */
const NameShape = {
  brief: z.string(),
  issue: z.string(),
  version: z.string(),
  occasion: OccasionSchema,
};

export const SendPlanSchema = z.strictObject({
  kind: z.literal("plan"),
  ...NameShape,
  marking: z.string(),
  /** Those of the brief where none was named. */
  lists: z.array(z.string()),
  embargo: z.iso.datetime({ offset: true }).nullable(),
  sendBy: z.iso.datetime({ offset: true }).nullable(),
  recipients: z.array(PlannedRecipientSchema),
  totals: VerdictCountsSchema,
  /** Of all messages that are due; null where they were not measured, as in a run that sends. */
  bytes: z.int().nonnegative().nullable(),
  /** Paths of messages to look at, one of each kind. */
  previews: z.array(z.string()),
});
export type SendPlan = z.infer<typeof SendPlanSchema>;

/** One delivery, once it is settled. */
export const SendDeliverySchema = z.strictObject({
  kind: z.literal("delivery"),
  recipient: z.string(),
  address: z.string(),
  state: DeliveryStateSchema,
  attempt: z.int().nonnegative(),
  next: z.iso.datetime().nullable(),
  response: z.string(),
  /** False where the ledger could not be written: it has the delivery as `sending`. */
  isWritten: z.boolean(),
});
export type SendDelivery = z.infer<typeof SendDeliverySchema>;

export const SendEndSchema = z.strictObject({
  kind: z.literal("end"),
  /**
   * `dry-run`: nothing was to be sent; `refused`: nothing was sent, the diagnostics say why; `stopped`: by
   * hand; `relay` and `ledger` took nothing more.
   */
  end: z.enum([
    "done",
    "dry-run",
    "refused",
    "stopped",
    "too-early",
    "too-late",
    "relay",
    "ledger",
  ]),
  /** Deliveries of this issue and occasion by their state now; null where the ledger could not be read. */
  states: z.record(DeliveryStateSchema, z.int().nonnegative()).nullable(),
  /** Of which it is not known whether they got it: all of them, whoever sent. */
  unknown: z.array(z.string()),
  diagnostics: z.array(DiagnosticSchema),
});
export type SendEnd = z.infer<typeof SendEndSchema>;

export const SendLineSchema = z.discriminatedUnion("kind", [
  SendPlanSchema,
  SendDeliverySchema,
  SendEndSchema,
]);
export type SendLine = z.infer<typeof SendLineSchema>;

/** `brief send --status --json`: what the ledger has of an issue, for whoever has to account for it. */
export const SendStatusSchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  /** Null for all versions. */
  version: z.string().nullable(),
  states: z.record(DeliveryStateSchema, z.int().nonnegative()),
  deliveries: z.array(DeliverySchema.extend({ history: z.array(DeliveryEventSchema) })),
  /** Of all recipients that get no more of this brief. */
  suppressions: z.array(SuppressionSchema),
});
export type SendStatus = z.infer<typeof SendStatusSchema>;
