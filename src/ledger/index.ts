/** The ledger stage: what was handed over to whom, and what became of it. */

export { type AccountedDelivery, contentsOf, type LedgerContents } from "./contents.js";
export {
  type Beginning,
  type Begun,
  type DeliveryFilter,
  type Ledger,
  LedgerError,
  type Ledgers,
  type LedgerWork,
  type Settlement,
  suppressionOf,
} from "./ledger.js";
export { ledgerFaults } from "./ledger-faults.js";
export { ledgerPath } from "./ledger-path.js";
export { ledgersOf } from "./ledgers.js";
export { memoryLedger } from "./memory-ledger.js";
export { openLedger, readLedger } from "./sqlite-ledger.js";
