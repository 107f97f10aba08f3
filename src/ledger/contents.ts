/** A ledger in, all that it holds as plain data out: what another ledger takes over without a difference. */
import type { Delivery, DeliveryEvent, Suppression } from "../model/delivery.js";
import type { Ledger } from "./ledger.js";

export interface LedgerContents {
  /** In order of the keys. */
  readonly deliveries: readonly AccountedDelivery[];
  /** In order of recipient, brief and reason. */
  readonly suppressions: readonly Suppression[];
}

export interface AccountedDelivery extends Delivery {
  /** First things first. */
  readonly history: readonly DeliveryEvent[];
}

export async function contentsOf(ledger: Ledger): Promise<LedgerContents> {
  const deliveries: AccountedDelivery[] = [];
  for (const delivery of await ledger.deliveries({})) {
    const history = (await ledger.history(delivery)).map((event) => ({ ...event }));
    deliveries.push({ ...delivery, history });
  }
  const suppressions = (await ledger.suppressions()).map((one) => ({ ...one }));
  return { deliveries, suppressions: suppressions.toSorted(byName) };
}

const nameOf = ({ recipient, brief, reason }: Suppression) =>
  JSON.stringify([recipient, brief ?? "", reason]);

function byName(one: Suppression, other: Suppression): number {
  return nameOf(one) < nameOf(other) ? -1 : 1;
}
