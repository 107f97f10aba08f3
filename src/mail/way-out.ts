/** A recipient of a brief to how they leave its list: in one click, or by a letter (RFC 2369, RFC 8058). */
import type { DeliveryKey } from "../model/delivery.js";
import type { MailSettings } from "../model/distribution.js";
import { canonicalAddress } from "./addresses.js";
import { unsubscribeToken } from "./unsubscribe-token.js";

export interface WayOut {
  /** What the line in the message leads to. */
  readonly link: string;
  /** Names and values of the header. */
  readonly fields: readonly (readonly [string, string])[];
}

export function wayOutOf(
  { brief, recipient }: DeliveryKey,
  { unsubscribe, replyTo, from }: MailSettings,
  secret: string | null,
): WayOut {
  const letter = `mailto:${encodeAddress(replyTo ?? from.address)}?subject=${encodeURIComponent(`unsubscribe ${brief}`)}`;
  if (unsubscribe === undefined || secret === null)
    return { link: letter, fields: [["List-Unsubscribe", `<${letter}>`]] };
  const token = unsubscribeToken(secret, { brief, recipientId: recipient });
  const link = `${new URL(unsubscribe.url).href}?t=${token}`;
  const fields = [["List-Unsubscribe", `<${link}>, <${letter}>`]] as const;
  // RFC 8058 knows one click over HTTPS alone.
  if (!link.startsWith("https:")) return { link, fields };
  return { link, fields: [...fields, ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"]] };
}

function encodeAddress(address: string): string {
  return encodeURIComponent(canonicalAddress(address)).replaceAll("%40", "@");
}
