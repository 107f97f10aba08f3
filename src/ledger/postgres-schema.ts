/** The tables of the ledger in PostgreSQL: the same as those of the embedded one, in a schema of our own. */
import type { Pool } from "../host/postgres/pool.js";

/** A change asks for a new version, and for a way to it from the one before. */
export const LEDGER_VERSION = 1;

/** Several programs may come first at once: whoever holds the lock makes them. */
export async function makeLedgerTables({ together }: Pool): Promise<void> {
  await together(async ({ rows }) => {
    await rows("SELECT pg_advisory_xact_lock(hashtextextended('briefwright.ledger', 0))");
    for (const statement of TABLES) await rows(statement);
  });
}

/** What happened is never changed, as the embedded ledger holds by triggers too. */
const TABLES = [
  "CREATE SCHEMA IF NOT EXISTS briefwright",
  `CREATE TABLE IF NOT EXISTS briefwright.delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    brief text COLLATE "C" NOT NULL,
    issue text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    occasion text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    recipient text COLLATE "C" NOT NULL,
    state text NOT NULL CHECK (state IN
      ('sending', 'sent', 'deferred', 'failed', 'unknown', 'bounced')),
    address text NOT NULL,
    message_id text,
    attempts integer NOT NULL,
    at text NOT NULL,
    next text,
    response text,
    copy text,
    UNIQUE (brief, issue, version, occasion, channel, recipient)
  )`,
  "CREATE INDEX IF NOT EXISTS delivery_recipient ON briefwright.delivery (recipient)",
  `CREATE INDEX IF NOT EXISTS delivery_message ON briefwright.delivery (message_id)
    WHERE message_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS delivery_open ON briefwright.delivery (brief, issue)
    WHERE state = 'sending'`,
  `CREATE TABLE IF NOT EXISTS briefwright.event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery bigint NOT NULL REFERENCES briefwright.delivery (id),
    attempt integer NOT NULL,
    state text NOT NULL,
    at text NOT NULL,
    response text
  )`,
  "CREATE INDEX IF NOT EXISTS event_delivery ON briefwright.event (delivery)",
  `CREATE TABLE IF NOT EXISTS briefwright.suppression (
    recipient text COLLATE "C" NOT NULL,
    brief text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    at text NOT NULL,
    note text,
    PRIMARY KEY (recipient, brief, reason)
  )`,
  "CREATE TABLE IF NOT EXISTS briefwright.ledger (version integer PRIMARY KEY)",
  `INSERT INTO briefwright.ledger (version) SELECT ${LEDGER_VERSION}
    WHERE NOT EXISTS (SELECT FROM briefwright.ledger)`,
  `CREATE OR REPLACE FUNCTION briefwright.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'what happened is never changed'; END $$`,
  "DROP TRIGGER IF EXISTS event_kept ON briefwright.event",
  `CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON briefwright.event
    FOR EACH STATEMENT EXECUTE FUNCTION briefwright.refuse_change()`,
  "DROP TRIGGER IF EXISTS delivery_kept ON briefwright.delivery",
  `CREATE TRIGGER delivery_kept BEFORE DELETE OR TRUNCATE ON briefwright.delivery
    FOR EACH STATEMENT EXECUTE FUNCTION briefwright.refuse_change()`,
];
