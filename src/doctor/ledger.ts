/** The ledger of deliveries: whether it is whole, and what nobody knows the end of. */
import { ledgerFaults, ledgerPath, readLedger } from "../ledger/index.js";
import { type Found, found, ofWorkspace } from "./check.js";
import { counted } from "./words.js";

export const ledgerCheck = ofWorkspace("ledger", async (examined) => {
  const { host, workspace } = examined;
  if (host.engines !== undefined && host.engines.ledger !== null) {
    return (await import("./shared-ledger.js")).look(examined);
  }
  const path = ledgerPath(workspace);
  const ledger = await readLedger(path);
  if (ledger === null) return [found("ok", "nothing was sent yet")];
  try {
    const faults = ledgerFaults(path);
    if (faults !== null) return [found("error", `it is damaged: ${faults}`, PUT_BACK)];
    return await standings(ledger);
  } finally {
    await ledger.close();
  }
});

const PUT_BACK = "put the copy of the file back that was made last; until then nothing is sent";

/** As much of a ledger as is looked at. */
interface LedgerView {
  deliveries(filter: {
    readonly state?: "sending" | "unknown" | "deferred";
  }): readonly unknown[] | Promise<readonly unknown[]>;
}

export async function standings(ledger: LedgerView): Promise<readonly Found[]> {
  const count = async (state?: "sending" | "unknown" | "deferred") =>
    (await ledger.deliveries(state === undefined ? {} : { state })).length;
  const [all, sending, unknown, deferred] = [
    await count(),
    await count("sending"),
    await count("unknown"),
    await count("deferred"),
  ];
  const told = [found("ok", `is whole, and knows of ${counted(all, "delivery", "deliveries")}`)];
  if (deferred > 0)
    told.push(found("ok", `${counted(deferred, "delivery", "deliveries")} put off`));
  if (sending > 0) {
    const hint =
      "one that is not being sent now is told as unknown when the next brief send starts";
    told.push(found("warning", `${sending} in hand, or left by a sender that died`, hint));
  }
  if (unknown > 0) {
    const hint = "brief send <issue> --status names them; --retry-unknown sends them again";
    told.push(found("warning", `of ${unknown} nobody knows whether they arrived`, hint));
  }
  return told;
}
