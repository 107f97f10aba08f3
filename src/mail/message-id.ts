/** A delivery to its Message-ID (RFC 5322, 3.6.4): always the same, so that a relay can tell a second attempt. */
import { createHash } from "node:crypto";
import type { DeliveryKey } from "../model/delivery.js";

/**
 * @param domain of the sender, as it stands on an envelope
 * @param testedAt of a test: a reader who gets both must not be shown the first alone
 * @returns with its angle brackets
 */
export function messageIdOf(
  { brief, issue, version, occasion, channel, recipient }: DeliveryKey,
  domain: string,
  testedAt: Date | null = null,
): string {
  const test = testedAt === null ? [] : ["test", testedAt.toISOString()];
  const parts = ["message-id/1", brief, issue, version, occasion, channel, recipient, ...test];
  const named = parts.join("\n");
  return `<${createHash("sha256").update(named).digest("hex").slice(0, 32)}@${domain}>`;
}
