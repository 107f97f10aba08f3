/**
 * A delivery to its Message-ID (RFC 5322, 3.6.4): always the same, so that a relay can tell a second
 * attempt, and keyed, so that who returns it has had the message.
 */
import { createHmac } from "node:crypto";
import type { DeliveryKey } from "../model/delivery.js";

/**
 * @param domain of the sender, as it stands on an envelope
 * @param secret what keys it; "" where there is none: then anybody who knows the delivery can name it
 * @param testedAt of a test: a reader who gets both must not be shown the first alone
 * @returns with its angle brackets
 */
export function messageIdOf(
  { brief, issue, version, occasion, channel, recipient }: DeliveryKey,
  domain: string,
  secret: string,
  testedAt: Date | null = null,
): string {
  const test = testedAt === null ? [] : ["test", testedAt.toISOString()];
  const parts = ["message-id/1", brief, issue, version, occasion, channel, recipient, ...test];
  const named = parts.join("\n");
  return `<${createHmac("sha256", secret).update(named).digest("hex").slice(0, 32)}@${domain}>`;
}
