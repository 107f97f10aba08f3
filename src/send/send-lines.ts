/** A run in, the lines that tell of it out. */
import { type Ledger, LedgerError } from "../ledger/index.js";
import { type DeliveryState, DeliveryStateSchema } from "../model/delivery.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlannedRecipient, SendEnd, SendLine } from "../model/send-result.js";
import type { DispatchStep } from "./dispatch.js";
import { type Edition, listsOf } from "./edition.js";
import { countVerdicts } from "./plan-deliveries.js";
import { parcelOf } from "./plan-edition.js";
import { ledgerFault, unknownDeliveries } from "./send-faults.js";
import type { SendMeans, SendOptions } from "./send-means.js";

export function planLine(
  edition: Edition,
  { lists, isDryRun }: SendOptions,
  recipients: readonly PlannedRecipient[],
  previews: readonly string[],
): SendLine {
  const { brief, issue, version, occasion, marking, embargo, sendBy } = edition;
  return {
    kind: "plan",
    brief,
    issue,
    version,
    occasion,
    marking,
    lists: [...listsAsked(edition, lists)],
    embargo,
    sendBy,
    recipients: [...recipients],
    totals: countVerdicts(recipients),
    bytes: isDryRun ? recipients.reduce((sum, one) => sum + (one.bytes ?? 0), 0) : null,
    previews: [...previews],
  };
}

export function listsAsked(edition: Edition, lists: readonly string[]): readonly string[] {
  return lists.length > 0 ? lists : listsOf(edition);
}

export function deliveryLine(step: Extract<DispatchStep, { kind: "settled" }>): SendLine {
  const { one, settlement, attempt, isWritten } = step;
  const { state, response, next = null } = settlement;
  const { address, key } = one;
  const { recipient } = key;
  return { kind: "delivery", recipient, address, state, attempt, next, response, isWritten };
}

/** With what the ledger has of the edition now, whoever sent it. */
export async function endLine(
  end: SendEnd["end"],
  edition: Edition,
  ledger: Ledger | null,
  diagnostics: readonly Diagnostic[],
): Promise<SendEnd> {
  const deliveries = await deliveriesOf(edition, ledger);
  const unknown = deliveries?.filter(({ state }) => state === "unknown") ?? [];
  const told = unknown.length > 0 ? [unknownDeliveries(unknown.length)] : [];
  return {
    kind: "end",
    end,
    states: deliveries && countStates(deliveries),
    unknown: unknown.map(({ address }) => address),
    diagnostics: [...diagnostics, ...told],
  };
}

/** Null where the ledger can be read no more. */
async function deliveriesOf(edition: Edition, ledger: Ledger | null) {
  try {
    return (await ledger?.deliveries(parcelOf(edition))) ?? [];
  } catch (error) {
    if (error instanceof LedgerError) return null;
    throw error;
  }
}

export function refused(diagnostics: readonly Diagnostic[]): SendEnd {
  return { kind: "end", end: "refused", states: null, unknown: [], diagnostics: [...diagnostics] };
}

export function countStates(
  deliveries: readonly { readonly state: DeliveryState }[],
): Record<DeliveryState, number> {
  const counts = Object.fromEntries(DeliveryStateSchema.options.map((state) => [state, 0]));
  for (const { state } of deliveries) counts[state] = (counts[state] ?? 0) + 1;
  return counts as Record<DeliveryState, number>;
}

/** @throws what is no fault of the ledger */
export function asFault(error: unknown, { ledgerPath }: Pick<SendMeans, "ledgerPath">): Diagnostic {
  if (error instanceof LedgerError) return ledgerFault(error, ledgerPath);
  throw error;
}
