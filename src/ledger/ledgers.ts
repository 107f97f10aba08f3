/** The outside in, where its ledgers are opened out: in the workspace, or in the PostgreSQL that it shares. */
import type { Host } from "../host/host.js";
import type { Ledgers } from "./ledger.js";
import { openLedger, readLedger } from "./sqlite-ledger.js";

/** Nothing of PostgreSQL is loaded before one is opened. */
export function ledgersOf({ engines }: Pick<Host, "engines">): Ledgers {
  const address = engines?.ledger ?? null;
  if (address === null) return { openLedger, readLedger, isShared: false };
  const open = async () => {
    const { openPostgresLedger } = await import("./postgres-ledger.js");
    return openPostgresLedger(address);
  };
  return { openLedger: open, readLedger: open, isShared: true };
}
