/**
 * Changes of the ledger that come at the same moment, written with one wait for the disk: each is told
 * once all are on it.
 */
import type { Ledger } from "../ledger/index.js";

/** @returns what the work gave, once it is on the disk @throws {LedgerError} with all that were written together */
export type WriteLedger = <T>(work: (ledger: Ledger) => T) => Promise<T>;

interface Waiting {
  readonly work: (ledger: Ledger) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function batchOver(ledger: Ledger): WriteLedger {
  let waiting: Waiting[] = [];
  const write = () => {
    const batch = waiting;
    waiting = [];
    try {
      const values = ledger.together(() => batch.map(({ work }) => work(ledger)));
      for (const [index, { resolve }] of batch.entries()) resolve(values[index]);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return <T>(work: (ledger: Ledger) => T) =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(write);
      waiting.push({ work, resolve: (value) => resolve(value as T), reject });
    });
}
