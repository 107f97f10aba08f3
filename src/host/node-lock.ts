/**
 * Locks on Node: an open write transaction on an SQLite file, which the system ends with the process
 * whatever ends it (https://sqlite.org/lockingv3.html). A file with a process number in it would stay.
 */
import { DatabaseSync } from "node:sqlite";
import { HostError } from "./host.js";
import type { TakeLock } from "./lock.js";

export const takeLock: TakeLock = async (path) => {
  const database = open(path);
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw unusable(path, error);
  }
  let isHeld = true;
  return {
    release() {
      if (isHeld) database.close();
      isHeld = false;
    },
  };
};

function open(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Primary result codes SQLITE_BUSY and SQLITE_LOCKED. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && "errcode" in error && [5, 6].includes(Number(error.errcode) & 0xff)
  );
}

function unusable(path: string, cause: unknown): HostError {
  const hint =
    "give yourself the right to write there; without a lock nothing is done twice safely";
  return new HostError("cannot be locked", path, hint, { cause });
}
