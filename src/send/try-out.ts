/** An edition in, what would go to whom out: nothing is written but messages to look at. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlannedRecipient, SendEnd } from "../model/send-result.js";
import { type Edition, recipientsOf } from "./edition.js";
import { measureMessages } from "./measure.js";
import { isGoing, planEdition } from "./plan-edition.js";
import { asFault, endLine, planLine, refused } from "./send-lines.js";
import type { SendMeans, SendOptions } from "./send-means.js";

/** @param faults why it could not be sent now */
export async function tryOut(
  edition: Edition,
  options: SendOptions,
  means: SendMeans,
  faults: readonly Diagnostic[],
): Promise<SendEnd> {
  try {
    const ledger = await means.readLedger(means.ledgerPath);
    try {
      const planned = await planEdition(edition, options, means, ledger);
      const { recipients, previews, diagnostics } = await measured(edition, options, planned);
      const paths = await means.keepPreviews(previews);
      means.onLine(planLine(edition, options, recipients, paths));
      return await endLine("dry-run", edition, ledger, [...faults, ...diagnostics]);
    } finally {
      await ledger?.close();
    }
  } catch (error) {
    return refused([...faults, asFault(error, means)]);
  }
}

async function measured(
  edition: Edition,
  { lists }: SendOptions,
  planned: readonly PlannedRecipient[],
) {
  const going = new Set(planned.filter(isGoing).map(({ recipient }) => recipient));
  const { bytes, ...rest } = await measureMessages(
    edition,
    recipientsOf(edition, lists).filter(({ id }) => going.has(id)),
  );
  const recipients = planned.map((one): PlannedRecipient => {
    const size = bytes.get(one.recipient);
    return size === null ? { ...one, verdict: "unmade" } : { ...one, bytes: size ?? null };
  });
  return { ...rest, recipients };
}
