/**
 * The ledger in PostgreSQL, which any number of senders on any number of machines share. The row of a
 * delivery is locked while it is decided whether it may be begun, and `sending` is committed, on the
 * disk of the server, before anything is handed over. Each sender holds the lock of its issue: what is
 * `sending` of that issue then, nobody alive is handing over.
 */
import { openPool, type Pool, type Statements } from "../host/postgres/pool.js";
import type { Delivery, DeliveryEvent, DeliveryKey, Suppression } from "../model/delivery.js";
import type { EngineAddress } from "../model/engines.js";
import {
  type Beginning,
  type DeliveryFilter,
  type Ledger,
  LedgerError,
  type LedgerWork,
  mayBegin,
  maySettle,
  type Settlement,
} from "./ledger.js";
import { ALL_BRIEFS, columnsAsked } from "./ledger-rows.js";
import { tellingPostgres } from "./postgres-errors.js";
import { fillPostgres, holdsAny } from "./postgres-fill.js";
import { LEDGER_VERSION, makeLedgerTables } from "./postgres-schema.js";

/**
 * @param isLeftBehind whether there is one elsewhere that it was to take over: an empty one would send
 * all of it again
 * @throws {LedgerError} where it cannot be reached, made or written, or is of another version
 */
export async function openPostgresLedger(
  address: EngineAddress,
  isLeftBehind: () => Promise<boolean> = async () => false,
): Promise<Ledger> {
  const pool = await tellingPostgres(() =>
    openPool(address, { name: "briefwright-ledger", connections: 3 }),
  );
  try {
    await tellingPostgres(() => prepare(pool));
    const isHeld = await tellingPostgres(() => holdsAny(pool));
    if (!isHeld && (await isLeftBehind())) {
      throw new LedgerError("left-behind", `${pool.engine} holds none yet`);
    }
  } catch (error) {
    await pool.close();
    throw error;
  }
  return ledgerOver(pool);
}

async function prepare(pool: Pool): Promise<void> {
  await pool.refuseOld();
  const [there] = await pool.rows("SELECT to_regclass('briefwright.ledger') AS name");
  if (there?.name === null) await makeLedgerTables(pool);
  const [found] = await pool.rows("SELECT version FROM briefwright.ledger");
  if (found?.version !== LEDGER_VERSION) {
    throw new LedgerError("damaged", `it is of version ${found?.version}, not ${LEDGER_VERSION}`);
  }
}

function ledgerOver(pool: Pool): Ledger {
  const together = <T>(work: (ledger: LedgerWork) => Promise<T>): Promise<T> =>
    tellingPostgres(() => pool.together((statements) => work(workOver(statements))));
  const reading = workOver(pool);
  return {
    begin: (...given) => together((work) => work.begin(...given)),
    settle: (...given) => together((work) => work.settle(...given)),
    suppress: (suppression) => together((work) => work.suppress(suppression)),
    restore: (...given) => together((work) => work.restore(...given)),
    deliveries: (filter) => tellingPostgres(() => reading.deliveries(filter)),
    suppressions: () => tellingPostgres(() => reading.suppressions()),
    recover: (at, scope = {}) =>
      tellingPostgres(() => pool.together((statements) => recover(statements, at, scope))),
    history: (key) => tellingPostgres(() => historyOf(pool, key)),
    fill: (contents) =>
      tellingPostgres(() => pool.together((statements) => fillPostgres(statements, contents))),
    together,
    close: () => pool.close(),
  };
}

function workOver({ rows }: Statements): LedgerWork {
  return {
    async begin(key, beginning, again = false) {
      const suppression = await suppressionAt({ rows }, key);
      if (suppression !== null) return { kind: "suppressed", suppression };
      if (await insertNew({ rows }, key, beginning)) return { kind: "begun" };
      const delivery = await lockedDelivery({ rows }, key);
      if (delivery === null) throw new LedgerError("damaged", "a delivery is gone");
      if (!mayBegin(delivery.state, again)) return { kind: "stands", delivery };
      await rows(BEGIN_AGAIN, [...keyValues(key), ...beginningValues(beginning)]);
      await rows(ADD_EVENT, keyValues(key));
      return { kind: "begun" };
    },
    async settle(key, settlement) {
      const standing = await lockedDelivery({ rows }, key);
      if (standing === null || !maySettle(standing.state, settlement.state)) return false;
      await rows(SETTLE, [...keyValues(key), ...settlementValues(settlement)]);
      await rows(ADD_EVENT, keyValues(key));
      return true;
    },
    async deliveries(filter) {
      const { where, values } = whereOf(filter);
      const found = await rows(`${SELECT_DELIVERY} ${where} ORDER BY ${KEY.join(", ")}`, values);
      return found as unknown as readonly Delivery[];
    },
    async suppress({ recipient, brief, reason, at, note }) {
      const said = note === null ? null : taken(note);
      await rows(SUPPRESS, [recipient, brief ?? ALL_BRIEFS, reason, at, said]);
    },
    async restore(recipient, brief) {
      await rows(RESTORE, [recipient, brief ?? ALL_BRIEFS]);
    },
    async suppressions() {
      const found = await rows(`${SELECT_SUPPRESSION} ORDER BY recipient, brief, reason`);
      return found as unknown as readonly Suppression[];
    },
  };
}

const KEY = ["brief", "issue", "version", "occasion", "channel", "recipient"] as const;
const IS_KEY = KEY.map((field, index) => `${field} = $${index + 1}`).join(" AND ");
const keyValues = (key: DeliveryKey): string[] => KEY.map((field) => key[field]);

const SELECT_DELIVERY = `SELECT ${KEY.join(", ")}, state, address, message_id AS "messageId",
  attempts, at, next, response, copy FROM briefwright.delivery`;
const SELECT_SUPPRESSION = `SELECT recipient, nullif(brief, '${ALL_BRIEFS}') AS brief, reason, at, note
  FROM briefwright.suppression`;

const beginningValues = ({ address, messageId, copy, at }: Beginning) => [
  address,
  messageId,
  copy,
  at,
];

/** U+0000 is the one character that PostgreSQL does not take, and servers answer whatever they like. */
const taken = (text: string) => text.replaceAll("\0", "\ufffd");

function settlementValues({ state, response, at, next = null, isAttempt = true }: Settlement) {
  return [state, taken(response), at, next, isAttempt ? 0 : 1];
}

const INSERT = `INSERT INTO briefwright.delivery
  (${KEY.join(", ")}, address, message_id, copy, at, state, attempts)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'sending', 1)
  ON CONFLICT (${KEY.join(", ")}) DO NOTHING RETURNING id`;

const BEGIN_AGAIN = `UPDATE briefwright.delivery SET address = $7, message_id = $8, copy = $9,
  at = $10, state = 'sending', attempts = attempts + 1, next = NULL, response = NULL
  WHERE ${IS_KEY}`;

const SETTLE = `UPDATE briefwright.delivery
  SET state = $7, response = $8, at = $9, next = $10, attempts = attempts - $11 WHERE ${IS_KEY}`;

const ADD_EVENT = `INSERT INTO briefwright.event (delivery, attempt, state, at, response)
  SELECT id, attempts, state, at, response FROM briefwright.delivery WHERE ${IS_KEY}`;

const SUPPRESS = `INSERT INTO briefwright.suppression (recipient, brief, reason, at, note)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;

const RESTORE = "DELETE FROM briefwright.suppression WHERE recipient = $1 AND brief = $2";

/** @returns false where there is one: another sender that inserts it at this moment is waited for */
async function insertNew(
  { rows }: Statements,
  key: DeliveryKey,
  beginning: Beginning,
): Promise<boolean> {
  const found = await rows(INSERT, [...keyValues(key), ...beginningValues(beginning)]);
  if (found.length === 0) return false;
  await rows(ADD_EVENT, keyValues(key));
  return true;
}

async function lockedDelivery({ rows }: Statements, key: DeliveryKey): Promise<Delivery | null> {
  const [found] = await rows(`${SELECT_DELIVERY} WHERE ${IS_KEY} FOR UPDATE`, keyValues(key));
  return (found as Delivery | undefined) ?? null;
}

async function suppressionAt(
  { rows }: Statements,
  { recipient, brief }: DeliveryKey,
): Promise<Suppression | null> {
  const [found] = await rows(
    `${SELECT_SUPPRESSION} WHERE recipient = $1 AND brief IN ($2, '${ALL_BRIEFS}')
      ORDER BY brief, reason LIMIT 1`,
    [recipient, brief],
  );
  return (found as Suppression | undefined) ?? null;
}

function whereOf(filter: DeliveryFilter) {
  const asked = columnsAsked(filter);
  const parts = asked.map(({ column }, index) => `${column} = $${index + 1}`);
  const where = parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
  return { where, values: asked.map(({ value }) => value) };
}

async function recover(
  statements: Statements,
  at: string,
  scope: DeliveryFilter,
): Promise<readonly Delivery[]> {
  const open = await workOver(statements).deliveries({ ...scope, state: "sending" });
  for (const delivery of open) {
    const key = keyValues(delivery);
    await statements.rows(SETTLE, [...key, "unknown", null, at, null, 0]);
    await statements.rows(ADD_EVENT, key);
  }
  return open.map((delivery): Delivery => ({ ...delivery, state: "unknown", at }));
}

async function historyOf({ rows }: Pool, key: DeliveryKey): Promise<readonly DeliveryEvent[]> {
  const found = await rows(
    `SELECT event.at, event.state, event.attempt, event.response FROM briefwright.event
      JOIN briefwright.delivery ON delivery.id = event.delivery WHERE ${IS_KEY} ORDER BY event.id`,
    keyValues(key),
  );
  return found as unknown as readonly DeliveryEvent[];
}
