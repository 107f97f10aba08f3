/** An address of the settings to the form that it has on an envelope: its domain in A-labels (RFC 5891). */
import { domainToASCII } from "node:url";
import type { DeliveryKey } from "../model/delivery.js";
import type { MailSettings } from "../model/distribution.js";
import { verpAddress } from "./verp.js";

export function canonicalAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}@${domainOf(address)}`;
}

export function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return domainToASCII(domain) || domain.toLowerCase();
}

/** Where what cannot be delivered comes back to: never the person who wrote. */
export function bounceAddress(
  { bounces, from, verp }: Pick<MailSettings, "bounces" | "from" | "verp">,
  key: DeliveryKey,
  secret: string | null,
): string {
  const address = canonicalAddress(bounces ?? from.address);
  return verp ? verpAddress(address, key, secret ?? "") : address;
}
