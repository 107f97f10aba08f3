/**
 * What a report says and what the ledger knows in, the delivery that it is about and how much it weighs
 * out. Anybody can write a bounce: it counts where it holds what only the server that got the message,
 * and whoever it passed it to, can know.
 */
import type { Ledger } from "../ledger/index.js";
import { readVerpAddress, verpCode } from "../mail/index.js";
import type { Delivery } from "../model/delivery.js";
import type { Report, ReportedRecipient } from "./read-report.js";

export interface InboundMeans {
  readonly ledger: Pick<Ledger, "deliveries">;
  /** Address that bounces come back to. */
  readonly bounces: string;
  /** What signs Message-IDs and addresses; "" where there is none: then anybody can make them up. */
  readonly secret: string;
}

/** `hard`: the address is none; `soft`: this message did not come through; `delayed`: it still may. */
export type BounceWeight = "hard" | "soft" | "delayed";

export type Judgement =
  | {
      readonly kind: "bounce";
      readonly delivery: Delivery;
      readonly weight: BounceWeight;
      readonly reason: string;
    }
  | { readonly kind: "complaint"; readonly delivery: Delivery }
  | { readonly kind: "auto-reply" | "arrived" }
  /** Of none of our messages, as far as anybody can tell. */
  | { readonly kind: "stranger" }
  | { readonly kind: "not-understood" };

export async function judge(report: Report, means: InboundMeans): Promise<readonly Judgement[]> {
  if (report.kind === "auto-reply") return [{ kind: "auto-reply" }];
  const named = await deliveriesNamed(report, means);
  if (named.length === 0)
    return [{ kind: report.kind === "other" ? "not-understood" : "stranger" }];
  if (report.kind === "complaint") {
    return named.map((delivery) => ({ kind: "complaint", delivery }));
  }
  if (report.kind === "other" || report.recipients.length === 0)
    return [{ kind: "not-understood" }];
  return named.map((delivery) => judgeOne(delivery, report));
}

/** By the address that it came to, or by the Message-ID of what came back. */
async function deliveriesNamed(
  { cameTo, returned }: Report,
  { ledger, bounces, secret }: InboundMeans,
): Promise<readonly Delivery[]> {
  const named: Delivery[] = [];
  for (const address of cameTo) {
    const read = readVerpAddress(bounces, address);
    if (read === null) continue;
    const { recipient, code } = read;
    const all = await ledger.deliveries({ recipient, channel: "mail" });
    named.push(...all.filter((delivery) => verpCode(delivery, secret) === code));
  }
  for (const messageId of returned) named.push(...(await ledger.deliveries({ messageId })));
  const keys = new Map(named.map((one) => [JSON.stringify(keyOf(one)), one]));
  return [...keys.values()];
}

function keyOf({ brief, issue, version, occasion, recipient }: Delivery): readonly string[] {
  return [brief, issue, version, occasion, recipient];
}

function judgeOne(delivery: Delivery, { kind, recipients }: Report): Judgement {
  const own = recipients.find(({ addresses }) => addresses.some((one) => isSame(one, delivery)));
  const reported = own ?? recipients[0];
  if (reported === undefined || reported.action === "other") return { kind: "not-understood" };
  if (ARRIVED.has(reported.action)) return { kind: "arrived" };
  // Of a message that was passed on it is not the recipient's own address that failed.
  const isOwn = own !== undefined || reported.addresses.length === 0;
  const weight = weightOf(reported, isOwn && kind === "status");
  return { kind: "bounce", delivery, weight, reason: reasonOf(reported) };
}

const ARRIVED: ReadonlySet<string> = new Set(["delivered", "relayed", "expanded"]);

function isSame(address: string, delivery: Delivery): boolean {
  return address.toLowerCase() === delivery.address.toLowerCase();
}

function weightOf({ action, status }: ReportedRecipient, isOwn: boolean): BounceWeight {
  if (action === "delayed" || status?.startsWith("4.") === true) return "delayed";
  return isOwn && status !== null && HARD.test(status) ? "hard" : "soft";
}

/**
 * No such mailbox, system or route, a mailbox that is closed (RFC 3463, 3.2 to 3.5). Not: a full one, a
 * message that is too large, what a policy or a filter has against it.
 */
const HARD = /^5\.(?:1\.(?:[0-4]|6|10)|2\.[01]|4\.[14])$/;

function reasonOf({ status, diagnostic }: ReportedRecipient): string {
  return [status, diagnostic].filter(Boolean).join(" ") || "no reason is given";
}
