/** What became of a brief on its way to one reader: a row of the ledger. */
import { z } from "zod";

export const OccasionSchema = z.enum(["issue", "correction", "withdrawal", "review"]);
export type Occasion = z.infer<typeof OccasionSchema>;

export const DeliveryChannelSchema = z.enum(["mail", "slack", "teams", "webhook"]);
export type DeliveryChannel = z.infer<typeof DeliveryChannelSchema>;

/** There is one delivery of each. */
export const DeliveryKeySchema = z.strictObject({
  brief: z.string(),
  issue: z.string(),
  version: z.string(),
  occasion: OccasionSchema,
  channel: DeliveryChannelSchema,
  /** Id of a recipient, or name of a channel of the settings. */
  recipient: z.string(),
});
export type DeliveryKey = z.infer<typeof DeliveryKeySchema>;

/**
 * `sending` is written before the hand-over, and turns into `unknown` where the program ended before
 * it learned more; `deferred` may be tried again, `failed` not; a `bounced` one was accepted, and came
 * back.
 */
export const DeliveryStateSchema = z.enum([
  "sending",
  "sent",
  "deferred",
  "failed",
  "unknown",
  "bounced",
]);
export type DeliveryState = z.infer<typeof DeliveryStateSchema>;

export const DeliverySchema = DeliveryKeySchema.extend({
  state: DeliveryStateSchema,
  /** Where the message went: an address, or the kind of a channel. */
  address: z.string(),
  messageId: z.string().nullable(),
  attempts: z.int().nonnegative(),
  /** ISO 8601 instant of the last change, UTC. */
  at: z.iso.datetime(),
  /** Not before this instant; null where nothing is to come. */
  next: z.iso.datetime().nullable(),
  /** What the other side last said. */
  response: z.string().nullable(),
  /** SHA-256 of the copy that was handed over; null where it was the one that all get. */
  copy: z.string().nullable(),
});
export type Delivery = z.infer<typeof DeliverySchema>;

/** A step in the history of a delivery: nothing of it is ever taken back. */
export const DeliveryEventSchema = z.strictObject({
  at: z.iso.datetime(),
  state: DeliveryStateSchema,
  /** Of which attempt at it, from 1. */
  attempt: z.int().nonnegative(),
  response: z.string().nullable(),
});
export type DeliveryEvent = z.infer<typeof DeliveryEventSchema>;

export const SuppressionSchema = z.strictObject({
  recipient: z.string(),
  /** Null for all briefs. */
  brief: z.string().nullable(),
  reason: z.enum(["unsubscribed", "bounced", "complained", "by-hand"]),
  at: z.iso.datetime(),
  note: z.string().nullable(),
});
export type Suppression = z.infer<typeof SuppressionSchema>;
