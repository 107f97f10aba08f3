/** The tables of our own beside those of pg-boss: the files that jobs work with, and the workers. */
import type { QueueDatabase } from "./queue-database.js";

/** Several programs may come first at once: whoever holds the lock makes them. */
export async function makeTables({ together }: QueueDatabase): Promise<void> {
  await together(async ({ rows }) => {
    await rows("SELECT pg_advisory_xact_lock(hashtextextended('briefwright.queue', 0))");
    for (const statement of TABLES) await rows(statement);
  });
}

const TABLES = [
  "CREATE SCHEMA IF NOT EXISTS briefwright",
  `CREATE TABLE IF NOT EXISTS briefwright.snapshot_file (
    sha256 text PRIMARY KEY,
    content bytea NOT NULL,
    used_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE IF NOT EXISTS briefwright.snapshot (
    sha256 text PRIMARY KEY,
    files jsonb NOT NULL,
    used_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE IF NOT EXISTS briefwright.worker (
    id text PRIMARY KEY,
    name text NOT NULL,
    host text NOT NULL,
    pid int NOT NULL,
    kinds jsonb NOT NULL,
    concurrency int NOT NULL,
    state text NOT NULL,
    doing jsonb NOT NULL DEFAULT '[]',
    done int NOT NULL DEFAULT 0,
    failed int NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
  )`,
];
