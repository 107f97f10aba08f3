/** The ledger in PostgreSQL: whether there is one, and what nobody knows the end of; none is made. */
import { openPool } from "../host/postgres/pool.js";
import { ledgersOf } from "../ledger/index.js";
import { type Examined, type Found, found } from "./check.js";
import { standings } from "./ledger.js";

export async function look({ host }: Examined): Promise<readonly Found[]> {
  const address = host.engines?.ledger ?? null;
  if (address === null) return [];
  const pool = await openPool(address, { name: "briefwright-doctor", connections: 1 });
  try {
    const [there] = await pool.rows("SELECT to_regclass('briefwright.ledger') IS NOT NULL AS is");
    if (there?.is !== true) return [found("ok", "nothing was sent yet")];
  } finally {
    await pool.close();
  }
  const ledger = await ledgersOf(host).readLedger("");
  if (ledger === null) return [];
  try {
    return await standings(ledger);
  } finally {
    await ledger.close();
  }
}
