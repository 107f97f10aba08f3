/** The outside in, where its ledgers are opened out: in the workspace, or in the PostgreSQL that it shares. */
import type { Host } from "../host/host.js";
import type { Ledgers } from "./ledger.js";
import { openLedger, readLedger } from "./sqlite-ledger.js";

/**
 * Nothing of PostgreSQL is loaded before one is opened.
 * @param mayBeBegun whether it may be begun in PostgreSQL although there is one on this disk
 */
export function ledgersOf({ engines }: Pick<Host, "engines">, mayBeBegun = false): Ledgers {
  const address = engines?.ledger ?? null;
  if (address === null) return { openLedger, readLedger, isShared: false };
  const open = async (path: string) => {
    const { openPostgresLedger } = await import("./postgres-ledger.js");
    return openPostgresLedger(address, async () => !mayBeBegun && holdsAnything(path));
  };
  return { openLedger: open, readLedger: open, isShared: true };
}

async function holdsAnything(path: string): Promise<boolean> {
  const ledger = await readLedger(path);
  if (ledger === null) return false;
  try {
    return (await ledger.deliveries({})).length + (await ledger.suppressions()).length > 0;
  } finally {
    await ledger.close();
  }
}
