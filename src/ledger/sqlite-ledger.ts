/** The ledger on SQLite: every change waits until it is on the disk. */

import { inTurn } from "../host/in-turn.js";
import { createDatabase, isThere } from "../host/sqlite/create-database.js";
import {
  type DatabaseSync,
  explained,
  inTransaction,
  isOfVersion,
  openDatabase,
  rowsOf,
} from "../host/sqlite/database.js";
import { DatabaseError } from "../host/sqlite/database-error.js";
import type { Delivery, DeliveryKey, Suppression } from "../model/delivery.js";
import type { LedgerContents } from "./contents.js";
import {
  type Beginning,
  type Begun,
  type Ledger,
  type LedgerWork,
  mayBegin,
  maySettle,
  type Settlement,
} from "./ledger.js";
import { tellingLedger } from "./ledger-errors.js";
import {
  ALL_BRIEFS,
  deliveriesOf,
  deliveryAt,
  eventsOf,
  keyValues,
  suppressionAt,
  suppressionsIn,
} from "./ledger-rows.js";
import { APPLICATION_ID, AT_CLOSING, LEDGER_VERSION, PRAGMAS, TABLES } from "./schema.js";

/**
 * @param path of the ledger, made where it is not there
 * @throws {LedgerError} where it cannot be made or written, is damaged, or is of another version: it is
 * never begun anew
 */
export async function openLedger(path: string): Promise<Ledger> {
  return tellingLedger(() => {
    if (!isThere(path)) createDatabase(path, TABLES);
    return opened(openDatabase(path), (database) => {
      database.exec(PRAGMAS);
      refuseDamaged(database);
      refuseReadOnly(database);
    });
  });
}

/**
 * The ledger as it stands, for whoever only looks: also on a disk that cannot be written.
 * @returns null where there is none
 */
export async function readLedger(path: string): Promise<Ledger | null> {
  return tellingLedger(() =>
    isThere(path) ? opened(openDatabase(path, { readOnly: true }), () => undefined) : null,
  );
}

function opened(database: DatabaseSync, prepare: (database: DatabaseSync) => void): Ledger {
  try {
    return explained(() => {
      if (!isOfVersion(database, APPLICATION_ID, LEDGER_VERSION)) throw emptied();
      prepare(database);
      return ledgerOver(database);
    });
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

/** It is made with its tables, so that a file without them has lost them. */
function emptied(): DatabaseError {
  return new DatabaseError("damaged", "what it held is gone");
}

function refuseDamaged(database: DatabaseSync): void {
  const { quick_check: found } = database.prepare("PRAGMA quick_check(1)").get() ?? {};
  if (found !== "ok") throw new DatabaseError("damaged", String(found));
}

/** Better before the first message than at it. */
function refuseReadOnly(database: DatabaseSync): void {
  database.exec("BEGIN IMMEDIATE; UPDATE delivery SET at = at WHERE 0; ROLLBACK");
}

/** Nobody else's work comes between the first and the last of what is done together. */
function ledgerOver(database: DatabaseSync): Ledger {
  const work = workOver(database);
  const turn = inTurn();
  const rows = rowsOf(database);
  const write = writerOf(database);
  return {
    begin: (...given) => turn(() => work.begin(...given)),
    settle: (...given) => turn(() => work.settle(...given)),
    deliveries: (filter) => turn(() => work.deliveries(filter)),
    suppress: (suppression) => turn(() => work.suppress(suppression)),
    restore: (...given) => turn(() => work.restore(...given)),
    suppressions: () => turn(() => work.suppressions()),
    recover: (at, scope = {}) =>
      turn(() =>
        transaction(database, () => {
          const open = deliveriesOf(rows, { ...scope, state: "sending" });
          for (const delivery of open) write.lose(delivery, at);
          return open.map((delivery): Delivery => ({ ...delivery, state: "unknown", at }));
        }),
      ),
    history: (key) => turn(() => tellingLedger(() => eventsOf(rows, key))),
    fill: (contents) =>
      turn(() =>
        transaction(database, () => {
          const [held] = rows<{ readonly held: number }>(IS_HELD);
          if (held?.held !== 0) return false;
          write.fill(contents);
          return true;
        }),
      ),
    together: (tasks) => turn(() => longTransaction(database, () => tasks(work))),
    close: () => turn(() => closeLedger(database)),
  };
}

function workOver(database: DatabaseSync): LedgerWork {
  const rows = rowsOf(database);
  const write = writerOf(database);
  return {
    begin: async (key, beginning, again = false) =>
      transaction(database, (): Begun => {
        const suppression = suppressionAt(rows, key);
        if (suppression !== null) return { kind: "suppressed", suppression };
        const delivery = deliveryAt(rows, key);
        if (delivery !== null && !mayBegin(delivery.state, again)) {
          return { kind: "stands", delivery };
        }
        write.begin(key, beginning);
        return { kind: "begun" };
      }),
    settle: async (key, settlement) =>
      transaction(database, () => {
        const standing = deliveryAt(rows, key);
        if (standing === null || !maySettle(standing.state, settlement.state)) return false;
        write.settle(key, settlement);
        return true;
      }),
    deliveries: async (filter) => tellingLedger(() => deliveriesOf(rows, filter)),
    suppress: async (suppression) => transaction(database, () => write.suppress(suppression)),
    restore: async (recipient, brief) =>
      transaction(database, () => write.restore(recipient, brief)),
    suppressions: async () => tellingLedger(() => suppressionsIn(rows)),
  };
}

/** Within what is done together, a part of it. */
function transaction<T>(database: DatabaseSync, work: () => T): T {
  return tellingLedger(() =>
    database.isTransaction ? explained(work) : inTransaction(database, work),
  );
}

async function longTransaction<T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> {
  const run = (sql: string) => tellingLedger(() => explained(() => database.exec(sql)));
  run("BEGIN IMMEDIATE");
  try {
    const value = await work();
    run("COMMIT");
    return value;
  } catch (error) {
    if (database.isTransaction) run("ROLLBACK");
    throw error;
  }
}

/** The journal stays where the disk cannot be written, or another process still has it. */
function closeLedger(database: DatabaseSync): void {
  if (!database.isOpen) return;
  try {
    database.exec(AT_CLOSING);
  } catch {
    // What is in the ledger is on the disk already.
  }
  database.close();
}

/** Every change of a delivery is one of its history as well. */
function writerOf(database: DatabaseSync) {
  const run = statementsOf(database);
  const tell = (key: DeliveryKey) => run(ADD_EVENT, ...keyValues(key));
  return {
    begin(key: DeliveryKey, { address, messageId, copy, at }: Beginning): void {
      run(PUT_DELIVERY, ...keyValues(key), address, messageId, copy, at);
      tell(key);
    },
    settle(key: DeliveryKey, settlement: Settlement): void {
      const { state, response, at, next = null, isAttempt = true } = settlement;
      run(SETTLE, state, response, at, next, isAttempt ? 0 : 1, ...keyValues(key));
      tell(key);
    },
    lose(delivery: Delivery, at: string): void {
      run(SETTLE, "unknown", null, at, null, 0, ...keyValues(delivery));
      tell(delivery);
    },
    suppress({ recipient, brief, reason, at, note }: Suppression): void {
      run(SUPPRESS, recipient, brief ?? ALL_BRIEFS, reason, at, note);
    },
    fill({ deliveries, suppressions }: LedgerContents): void {
      for (const { history, ...one } of deliveries) {
        const { state, address, messageId, attempts, at, next, response, copy } = one;
        const beginning = [address, messageId, copy, at];
        run(PUT_DELIVERY, ...keyValues(one), ...beginning);
        run(ACCOUNT, state, attempts, next, response, ...keyValues(one));
        for (const event of history) {
          const happened = [event.attempt, event.state, event.at, event.response];
          run(TELL_EVENT, ...happened, ...keyValues(one));
        }
      }
      for (const one of suppressions) this.suppress(one);
    },
    restore(recipient: string, brief: string | null): void {
      run(RESTORE, recipient, brief ?? ALL_BRIEFS);
    },
  };
}

type Value = string | number | null;

function statementsOf(database: DatabaseSync): (sql: string, ...values: Value[]) => void {
  const prepared = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  return (sql, ...values) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run(...values);
  };
}

const IS_KEY = `brief = ? AND issue = ? AND version = ? AND occasion = ? AND channel = ?
  AND recipient = ?`;

const PUT_DELIVERY = `
  INSERT INTO delivery (brief, issue, version, occasion, channel, recipient,
    address, message_id, copy, at, state, attempts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sending', 1)
  ON CONFLICT (brief, issue, version, occasion, channel, recipient) DO UPDATE SET
    address = excluded.address, message_id = excluded.message_id, copy = excluded.copy,
    at = excluded.at, state = 'sending', attempts = attempts + 1, next = NULL, response = NULL`;

const SETTLE = `
  UPDATE delivery SET state = ?, response = ?, at = ?, next = ?, attempts = attempts - ?
    WHERE ${IS_KEY}`;

const ADD_EVENT = `
  INSERT INTO event (delivery, attempt, state, at, response)
    SELECT id, attempts, state, at, response FROM delivery WHERE ${IS_KEY}`;

const IS_HELD = `SELECT EXISTS (SELECT 1 FROM delivery)
  OR EXISTS (SELECT 1 FROM suppression) AS held`;

const ACCOUNT = `
  UPDATE delivery SET state = ?, attempts = ?, next = ?, response = ? WHERE ${IS_KEY}`;

const TELL_EVENT = `
  INSERT INTO event (attempt, state, at, response, delivery)
    SELECT ?, ?, ?, ?, id FROM delivery WHERE ${IS_KEY}`;

const SUPPRESS = `
  INSERT INTO suppression (recipient, brief, reason, at, note) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`;

const RESTORE = "DELETE FROM suppression WHERE recipient = ? AND brief = ?";
