/** The database of the queue: what pg-boss needs to connect to it, and statements of our own. */
import { openPool, type PostgresConnection } from "../host/postgres/pool.js";
import type { EngineAddress } from "../model/engines.js";

export interface Statements {
  readonly rows: (
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Record<string, unknown>[]>;
}

/** A connection of its own: what a session holds, it holds as long as this one lives. */
export interface QueueSession extends Statements {
  isAlive(): boolean;
  close(): Promise<void>;
}

/** All methods throw `EngineError`. */
export interface QueueDatabase extends Statements {
  /** For programs that connect by themselves. */
  readonly connection: PostgresConnection;
  /** All statements of the work, or none. */
  together<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  openSession(): Promise<QueueSession>;
  /** What goes wrong in the work, in the words of our own errors. */
  telling<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @throws {EngineError} where its client is not installed, it cannot be reached, or it is too old */
export async function openQueueDatabase(address: EngineAddress): Promise<QueueDatabase> {
  const pool = await openPool(address);
  try {
    await pool.refuseOld();
  } catch (error) {
    await pool.close();
    throw error;
  }
  return pool;
}
