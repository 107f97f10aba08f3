/**
 * An announcement to the body of a generic webhook and the headers that sign it: HMAC-SHA-256 (RFC 2104)
 * over the instant, a dot and the body, so that what is old cannot be sent again as new.
 */
import { createHmac } from "node:crypto";
import type { Announcement } from "./announcement.js";

export function webhookBody({ link, ...told }: Announcement): string {
  return JSON.stringify({
    schema: "briefwright/announcement/1",
    ...told,
    permalink: link?.url ?? null,
  });
}

/**
 * @param now milliseconds since 1970
 * @param delivery stays the same however often it is tried
 */
export function webhookHeaders(
  body: string,
  {
    secret,
    now,
    delivery,
  }: { readonly secret: string | undefined; readonly now: number; readonly delivery: string },
): Readonly<Record<string, string>> {
  const instant = Math.floor(now / 1000);
  const signed: Readonly<Record<string, string>> =
    secret === undefined
      ? {}
      : {
          "x-briefwright-signature": `t=${instant},v1=${signatureOf(`${instant}.${body}`, secret)}`,
        };
  return { "x-briefwright-delivery": delivery, ...signed };
}

function signatureOf(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
