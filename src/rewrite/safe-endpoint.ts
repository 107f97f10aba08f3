/** An endpoint of the settings to whether article text may go there: by https, or not beyond one's own machines. */
import { isLoopback } from "../host/address-guard.js";
import type { RewriteSettings } from "../model/settings.js";

/** `host:port`, as `network.allow` has it. */
export function allowedEnd(endpoint: string): string {
  const { hostname, port, protocol } = new URL(endpoint);
  return `${hostname}:${port === "" ? (protocol === "https:" ? 443 : 80) : port}`;
}

/** @returns the end that is unsafe, null where it is not */
export function unsafeEndpoint(
  { endpoint }: RewriteSettings,
  allow: readonly string[],
): string | null {
  const { hostname, protocol } = new URL(endpoint);
  const end = allowedEnd(endpoint);
  const isOwn = isLoopback(hostname.replace(/^\[|\]$/g, "")) || allow.includes(end);
  return protocol === "https:" || isOwn ? null : end;
}
