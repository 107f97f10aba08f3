/** A ledger and a name in, all that it has of an issue out, for whoever has to account for it. */
import type { Ledger } from "../ledger/index.js";
import type { SendStatus } from "../model/send-result.js";
import { countStates } from "./send-lines.js";

/** @param ledger null where nothing was ever sent */
export async function sendStatus(
  ledger: Ledger | null,
  name: { readonly brief: string; readonly issue: string; readonly version?: string | undefined },
): Promise<SendStatus> {
  const { brief, issue, version } = name;
  const filter = { brief, issue, ...(version === undefined ? {} : { version }) };
  const deliveries = (await ledger?.deliveries(filter)) ?? [];
  const suppressed = (await ledger?.suppressions()) ?? [];
  return {
    brief,
    issue,
    version: version ?? null,
    states: countStates(deliveries),
    deliveries: await Promise.all(
      deliveries.map(async (one) => ({
        ...one,
        history: [...((await ledger?.history(one)) ?? [])].map((event) => ({ ...event })),
      })),
    ),
    suppressions: suppressed
      .filter((one) => one.brief === null || one.brief === brief)
      .map((one) => ({ ...one })),
  };
}
