/** What another ledger held in, the rows of the one in PostgreSQL out, a thousand deliveries at a time. */
import type { Statements } from "../host/postgres/pool.js";
import type { LedgerContents } from "./contents.js";
import { ALL_BRIEFS } from "./ledger-rows.js";

/** @returns false where it holds anything already */
export async function fillPostgres(
  { rows }: Statements,
  { deliveries, suppressions }: LedgerContents,
): Promise<boolean> {
  await rows("LOCK TABLE briefwright.delivery, briefwright.suppression IN EXCLUSIVE MODE");
  if (await holdsAny({ rows })) return false;
  for (let at = 0; at < deliveries.length; at += BATCH) {
    const batch = deliveries.slice(at, at + BATCH);
    await rows(ADD_DELIVERIES, [textOf(batch)]);
    await rows(ADD_EVENTS, [textOf(batch)]);
  }
  const named = suppressions.map((one) => ({ ...one, brief: one.brief ?? ALL_BRIEFS }));
  await rows(ADD_SUPPRESSIONS, [textOf(named)]);
  return true;
}

/** Whether there is any delivery, or anybody who gets no more. */
export async function holdsAny({ rows }: Statements): Promise<boolean> {
  const [found] = await rows(IS_HELD);
  return found?.held === true;
}

const BATCH = 1000;

/** U+0000 is the one character that PostgreSQL does not take. */
const textOf = (data: unknown) => JSON.stringify(data).replaceAll("\\u0000", "\\ufffd");

const IS_HELD = `SELECT EXISTS (SELECT FROM briefwright.delivery)
  OR EXISTS (SELECT FROM briefwright.suppression) AS held`;

const KEY = "brief, issue, version, occasion, channel, recipient";
const KEY_COLUMNS = KEY.split(", ")
  .map((name) => `${name} text`)
  .join(", ");

const ADD_DELIVERIES = `INSERT INTO briefwright.delivery
  (${KEY}, state, address, message_id, attempts, at, next, response, copy)
  SELECT ${KEY}, state, address, "messageId", attempts, at, next, response, copy
    FROM jsonb_to_recordset($1::jsonb) AS one (${KEY_COLUMNS}, state text, address text,
      "messageId" text, attempts integer, at text, next text, response text, copy text)`;

const ADD_EVENTS = `INSERT INTO briefwright.event (delivery, attempt, state, at, response)
  SELECT delivery.id, (event.of ->> 'attempt')::integer, event.of ->> 'state', event.of ->> 'at',
      event.of ->> 'response'
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS one (of, number)
    JOIN briefwright.delivery ON (${KEY}) = (${KEY.split(", ")
      .map((name) => `one.of ->> '${name}'`)
      .join(", ")})
    CROSS JOIN jsonb_array_elements(one.of -> 'history') WITH ORDINALITY AS event (of, number)
    ORDER BY one.number, event.number`;

const ADD_SUPPRESSIONS = `INSERT INTO briefwright.suppression (recipient, brief, reason, at, note)
  SELECT recipient, brief, reason, at, note FROM jsonb_to_recordset($1::jsonb)
    AS one (recipient text, brief text, reason text, at text, note text)`;
