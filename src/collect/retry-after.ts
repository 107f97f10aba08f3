/** How long a busy server asks to be left alone (RFC 9110, section 10.2.3). */
import type { NetworkResponse } from "../host/network.js";

/** Longer than that nobody means: a week. */
const LONGEST_MS = 7 * 24 * 3600 * 1000;

/** @param now milliseconds since 1970 @returns milliseconds; null where it does not say */
export function retryAfter({ status, headers }: NetworkResponse, now: number): number | null {
  const value = headers["retry-after"]?.trim();
  if (value === undefined || (status !== 429 && status !== 503)) return null;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_MS);
}
