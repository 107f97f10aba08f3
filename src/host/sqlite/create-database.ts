/**
 * A new database under its name: whole, with all its tables, or not there at all. Whoever finds the
 * file later with nothing in it knows that something was lost.
 */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { explained, openDatabase } from "./database.js";
import { DatabaseError } from "./database-error.js";

export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** One that another process has made meanwhile stays. @throws {DatabaseError} */
export function createDatabase(path: string, tables: string): void {
  const beside = `${path}.new-${randomBytes(6).toString("hex")}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = openDatabase(beside);
    try {
      explained(() => database.exec(`PRAGMA synchronous = FULL; BEGIN; ${tables} COMMIT;`));
    } finally {
      database.close();
    }
    putInPlace(beside, path);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const kind = codeOf(error) === "ENOSPC" ? "full" : "unusable";
    throw new DatabaseError(kind, `cannot be made (${codeOf(error)})`, { cause: error });
  } finally {
    removeQuietly(beside);
    removeQuietly(`${beside}-journal`);
  }
}

/** What went wrong before is what is told. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is no such place, or nothing may be removed from it.
  }
}

/** A link, unlike a name, takes no place that is taken; some disks have none. */
function putInPlace(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    renameSync(beside, path);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
