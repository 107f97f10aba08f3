/** An edition and a request in, who gets it and what is to be handed over out. */
import type { Ledger } from "../ledger/index.js";
import type { PlannedRecipient } from "../model/send-result.js";
import type { Consignment } from "./dispatch.js";
import { type Edition, recipientsOf } from "./edition.js";
import { type Parcel, planDeliveries } from "./plan-deliveries.js";
import type { SendMeans, SendOptions } from "./send-means.js";

export async function planEdition(
  edition: Edition,
  { lists, again, limit }: SendOptions,
  { clock }: SendMeans,
  ledger: Ledger | null,
): Promise<readonly PlannedRecipient[]> {
  const parcel = parcelOf(edition);
  return planDeliveries({
    parcel,
    marking: edition.marking,
    recipients: recipientsOf(edition, lists),
    deliveries: (await ledger?.deliveries(parcel)) ?? [],
    earlier: parcel.occasion === "issue" ? await otherVersions(parcel, ledger) : [],
    suppressions: (await ledger?.suppressions()) ?? [],
    unsure: edition.unsure ?? new Map(),
    maySee: edition.maySee,
    again,
    limit,
    now: clock.now(),
  });
}

/** Who has another version of the issue learns by a correction what is new in this one. */
async function otherVersions({ version, ...parcel }: Parcel, ledger: Ledger | null) {
  const { brief, issue, channel } = parcel;
  const all = (await ledger?.deliveries({ brief, issue, channel })) ?? [];
  return all.filter(
    (one) =>
      one.version !== version &&
      (one.occasion === "issue" || one.occasion === "correction") &&
      (one.state === "sent" || one.state === "unknown"),
  );
}

/** No moment of the ledger makes a run wait longer than the last pause: clocks jump. */
export function consignmentsOf(
  edition: Edition,
  planned: readonly PlannedRecipient[],
  { clock, mail }: SendMeans,
): Consignment[] {
  const parcel = parcelOf(edition);
  const longest = mail.retryMs * 2 ** mail.attempts;
  return planned.filter(isGoing).map(({ recipient, address, attempts, next }) => {
    const wait = next === null ? 0 : Math.max(0, Date.parse(next) - clock.now());
    return { key: { ...parcel, recipient }, address, attempts, wait: Math.min(wait, longest) };
  });
}

export function isGoing({ verdict }: PlannedRecipient): boolean {
  return verdict === "due" || verdict === "later";
}

export function parcelOf({ brief, issue, version, occasion, channel }: Edition): Parcel {
  return { brief, issue, version, occasion, channel };
}
