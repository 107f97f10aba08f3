/** The table of the record in PostgreSQL: its files by their paths, in a schema of our own. */
import { EngineError } from "../engine-error.js";
import type { Statements } from "./transaction.js";

/** A change asks for a new version, and for a way to it from the one before. */
export const RECORD_VERSION = 1;
/** `pg_current_xact_id` came with it. */
const OLDEST = 130_000;

/** Several programs may come first at once: whoever holds the lock makes it. */
export async function makeRecordTables({ rows }: Statements, engine: string): Promise<void> {
  const [server] = await rows("SELECT current_setting('server_version_num')::int AS number");
  if (Number(server?.number) < OLDEST) {
    const message = `is of a version that is not supported (${server?.number})`;
    throw new EngineError("version", engine, message, "it takes PostgreSQL 13 or newer");
  }
  const [there] = await rows("SELECT to_regclass('briefwright.record') AS name");
  if (there?.name === null) await rows(`BEGIN; ${TABLES}; COMMIT`);
  const [found] = await rows("SELECT version FROM briefwright.record");
  if (found?.version === RECORD_VERSION) return;
  const message = `keeps a record of version ${found?.version}, not ${RECORD_VERSION}`;
  throw new EngineError(
    "unusable",
    engine,
    message,
    "take the program that made it, or a later one",
  );
}

/** Paths are below the folder of the record, with forward slashes, and sorted by their bytes. */
const TABLES = `
  SELECT pg_advisory_xact_lock(hashtextextended('briefwright.record', 0));
  CREATE SCHEMA IF NOT EXISTS briefwright;
  CREATE TABLE IF NOT EXISTS briefwright.record_file (
    path text COLLATE "C" PRIMARY KEY,
    bytes bytea NOT NULL,
    modified timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE TABLE IF NOT EXISTS briefwright.record (version integer PRIMARY KEY);
  INSERT INTO briefwright.record (version) SELECT ${RECORD_VERSION}
    WHERE NOT EXISTS (SELECT FROM briefwright.record)`;
