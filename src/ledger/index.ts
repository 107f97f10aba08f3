/** The ledger stage: what was handed over to whom, and what became of it. */

export {
  type Beginning,
  type DeliveryFilter,
  type Ledger,
  LedgerError,
  type Settlement,
} from "./ledger.js";
