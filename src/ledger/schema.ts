/** The tables of the ledger. A change of them asks for a new version, and for a way to it from the one before. */

export const LEDGER_VERSION = 1;

/** `BrLd`: tells the ledger from a database of someone else. */
export const APPLICATION_ID = 0x42724c64;

/**
 * A delivery is what one recipient gets of one version of an issue on one occasion by one channel: the
 * table itself holds that there is no second one. `event` is its history, which is only ever added to.
 * Instants are those of the clock of the machine, which may jump: what came first has the lower `id`.
 */
export const TABLES = `
  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    brief TEXT NOT NULL,
    issue TEXT NOT NULL,
    version TEXT NOT NULL,
    occasion TEXT NOT NULL,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('sending', 'sent', 'deferred', 'failed', 'unknown', 'bounced')),
    address TEXT NOT NULL,
    message_id TEXT,
    attempts INTEGER NOT NULL,
    at TEXT NOT NULL,
    next TEXT,
    response TEXT,
    copy TEXT,
    UNIQUE (brief, issue, version, occasion, channel, recipient)
  ) STRICT;
  CREATE INDEX delivery_recipient ON delivery (recipient);
  CREATE INDEX delivery_message ON delivery (message_id) WHERE message_id IS NOT NULL;
  CREATE INDEX delivery_open ON delivery (state) WHERE state = 'sending';
  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    delivery INTEGER NOT NULL REFERENCES delivery (id),
    attempt INTEGER NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    response TEXT
  ) STRICT;
  CREATE INDEX event_delivery ON event (delivery);
  CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'what happened is never changed'); END;
  CREATE TRIGGER event_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'what happened is never removed'); END;
  CREATE TRIGGER delivery_kept BEFORE DELETE ON delivery
    BEGIN SELECT RAISE(ABORT, 'a delivery is never removed'); END;
  CREATE TABLE suppression (
    recipient TEXT NOT NULL,
    brief TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (recipient, brief, reason)
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${LEDGER_VERSION};
`;

/**
 * Nothing is handed over before \`sending\` is on the disk, so every commit waits for it. A rollback
 * journal and no WAL: the ledger is one file, whole between two commits, that can be copied with the
 * record and read from a disk that cannot be written. The journal keeps its room while the ledger is
 * open, so that a disk that fills up meanwhile can still take what became of what is in hand.
 */
export const PRAGMAS = `
  PRAGMA journal_mode = PERSIST;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
`;

/** Before it is closed: the journal goes. */
export const AT_CLOSING = "PRAGMA journal_mode = DELETE";
