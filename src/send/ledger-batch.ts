/**
 * Changes of the ledger that come at the same moment, written with one wait for the disk: each is told
 * once all are on it.
 */
import type { Ledger, LedgerWork } from "../ledger/index.js";

/** @returns what the work gave, once it is on the disk @throws {LedgerError} with all that were written together */
export type WriteLedger = <T>(work: (ledger: LedgerWork) => Promise<T>) => Promise<T>;

interface Waiting {
  readonly work: (ledger: LedgerWork) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function batchOver(ledger: Ledger): WriteLedger {
  let waiting: Waiting[] = [];
  const write = async () => {
    const batch = waiting;
    waiting = [];
    try {
      const values = await ledger.together((inner) => inOrder(batch, inner));
      for (const [index, { resolve }] of batch.entries()) resolve(values[index]);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return <T>(work: (ledger: LedgerWork) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void write());
      waiting.push({ work, resolve: (value) => resolve(value as T), reject });
    });
}

async function inOrder(batch: readonly Waiting[], ledger: LedgerWork): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for (const { work } of batch) values.push(await work(ledger));
  return values;
}
