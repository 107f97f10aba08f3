/** The tables of the ledger to the values that they hold, and back. */
import type { Rows } from "../host/sqlite/database.js";
import type { Delivery, DeliveryEvent, DeliveryKey, Suppression } from "../model/delivery.js";
import type { DeliveryFilter } from "./ledger.js";

const KEY = "brief, issue, version, occasion, channel, recipient";
const DELIVERY = `${KEY}, state, address, message_id AS messageId, attempts, at, next, response, copy`;
const IS_KEY = `(${KEY}) = (?, ?, ?, ?, ?, ?)`;

export function keyValues(key: DeliveryKey): readonly string[] {
  return [key.brief, key.issue, key.version, key.occasion, key.channel, key.recipient];
}

export function deliveryAt(rows: Rows, key: DeliveryKey): Delivery | null {
  const [row] = rows<Delivery>(
    `SELECT ${DELIVERY} FROM delivery WHERE ${IS_KEY}`,
    ...keyValues(key),
  );
  return row ?? null;
}

/** Its place in the order of the keys does not hang on a language: SQLite compares bytes. */
export function deliveriesOf(rows: Rows, filter: DeliveryFilter): readonly Delivery[] {
  const wanted = columnsAsked(filter);
  const where = ["1", ...wanted.map(({ column }) => `${column} = ?`)].join(" AND ");
  return rows<Delivery>(
    `SELECT ${DELIVERY} FROM delivery WHERE ${where} ORDER BY ${KEY}`,
    ...wanted.map(({ value }) => value),
  );
}

const COLUMNS: Readonly<Record<keyof DeliveryFilter, string>> = {
  brief: "brief",
  issue: "issue",
  version: "version",
  occasion: "occasion",
  channel: "channel",
  recipient: "recipient",
  messageId: "message_id",
  state: "state",
};

/** What is asked for, by column. */
export function columnsAsked(filter: DeliveryFilter) {
  return Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = filter[name as keyof DeliveryFilter];
    return value === undefined ? [] : [{ column, value }];
  });
}

export function eventsOf(rows: Rows, key: DeliveryKey): readonly DeliveryEvent[] {
  return rows<DeliveryEvent>(
    `SELECT at, state, attempt, response FROM event
      WHERE delivery = (SELECT id FROM delivery WHERE ${IS_KEY}) ORDER BY id`,
    ...keyValues(key),
  );
}

/** What stands in the table for all briefs, where a primary key takes no null. */
export const ALL_BRIEFS = "";

const SUPPRESSION = "recipient, nullif(brief, '') AS brief, reason, at, note";

export function suppressionsIn(rows: Rows): readonly Suppression[] {
  return rows<Suppression>(`SELECT ${SUPPRESSION} FROM suppression ORDER BY recipient, brief`);
}

export function suppressionAt(rows: Rows, { recipient, brief }: DeliveryKey): Suppression | null {
  const [row] = rows<Suppression>(
    `SELECT ${SUPPRESSION} FROM suppression WHERE recipient = ? AND brief IN (?, ?)
      ORDER BY brief LIMIT 1`,
    recipient,
    brief,
    ALL_BRIEFS,
  );
  return row ?? null;
}
