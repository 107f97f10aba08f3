/**
 * A delivery to the address that its bounces come back to, and back: variable envelope return paths, in
 * the subaddresses of RFC 5233. The code in it is signed, so that a made-up bounce names nobody.
 */
import { createHmac } from "node:crypto";
import type { DeliveryKey } from "../model/delivery.js";

export interface BounceAddress {
  /** Id of a recipient. */
  readonly recipient: string;
  /** Of the delivery: `verpCode` of it. */
  readonly code: string;
}

/** Of a local part (RFC 5321, 4.5.3.1.1). */
const MOST_OCTETS = 64;

/**
 * @param bounces address of the settings, e.g. `bounces@example.org`
 * @param secret what signs it; "" where there is none: then anybody who knows the delivery can name it
 * @returns e.g. `bounces+0123456789ab-4f9a1c22d07b3e61@example.org`; the address itself where it has no room
 */
export function verpAddress(bounces: string, key: DeliveryKey, secret: string): string {
  const at = bounces.lastIndexOf("@");
  const local = `${bounces.slice(0, at)}+${key.recipient.replace(/^r-/, "")}-${verpCode(key, secret)}`;
  return Buffer.byteLength(local) > MOST_OCTETS ? bounces : `${local}${bounces.slice(at)}`;
}

/** Null for every other address. Whether the code holds says `verpCode` of the delivery. */
export function readVerpAddress(bounces: string, address: string): BounceAddress | null {
  const at = bounces.lastIndexOf("@");
  const other = address.trim().replace(/^<|>$/g, "").toLowerCase();
  const start = `${bounces.slice(0, at)}+`.toLowerCase();
  const end = bounces.slice(at).toLowerCase();
  if (!other.startsWith(start) || !other.endsWith(end)) return null;
  const [, recipient, code] = NAMED.exec(other.slice(start.length, -end.length)) ?? [];
  if (recipient === undefined || code === undefined) return null;
  return { recipient: `r-${recipient}`, code };
}

const NAMED = /^([0-9a-f]{12})-([0-9a-f]{16})$/;

/** 64 bits that stand for one delivery. */
export function verpCode(
  { brief, issue, version, occasion, channel, recipient }: DeliveryKey,
  secret: string,
): string {
  const named = ["verp/1", brief, issue, version, occasion, channel, recipient].join("\n");
  return createHmac("sha256", secret).update(named).digest("hex").slice(0, 16);
}
