/** The ledger in memory, for tests and for embedding: it lasts as long as its process. */

import { inTurn } from "../host/in-turn.js";
import type { Delivery, DeliveryEvent, DeliveryKey, Suppression } from "../model/delivery.js";
import {
  type DeliveryFilter,
  type Ledger,
  type LedgerWork,
  mayBegin,
  maySettle,
  type Settlement,
  suppressionOf,
} from "./ledger.js";

export function memoryLedger(): Ledger {
  const rows = new Map<string, Delivery>();
  const events = new Map<string, DeliveryEvent[]>();
  let suppressed: Suppression[] = [];

  function write(delivery: Delivery): void {
    const name = nameOf(delivery);
    const { at, state, attempts, response } = delivery;
    rows.set(name, delivery);
    events.set(name, [...(events.get(name) ?? []), { at, state, attempt: attempts, response }]);
  }

  const work: LedgerWork = {
    async begin(key, { address, messageId, copy, at }, again = false) {
      const suppression = suppressionOf(suppressed, key);
      if (suppression !== null) return { kind: "suppressed", suppression };
      const standing = rows.get(nameOf(key));
      if (standing !== undefined && !mayBegin(standing.state, again)) {
        return { kind: "stands", delivery: standing };
      }
      const attempts = (standing?.attempts ?? 0) + 1;
      const state = "sending";
      write({ ...key, state, address, messageId, attempts, at, next: null, response: null, copy });
      return { kind: "begun" };
    },
    async settle(key, { state, response, at, next = null, isAttempt = true }: Settlement) {
      const standing = rows.get(nameOf(key));
      if (standing === undefined || !maySettle(standing.state, state)) return false;
      const attempts = standing.attempts - (isAttempt ? 0 : 1);
      write({ ...standing, state, response, at, next, attempts });
      return true;
    },
    deliveries: async (filter) => inOrder([...rows.values()].filter((row) => fits(row, filter))),
    async suppress(one) {
      if (!suppressed.some((other) => isSame(one, other))) suppressed.push(one);
    },
    async restore(recipient, brief) {
      suppressed = suppressed.filter((one) => one.recipient !== recipient || one.brief !== brief);
    },
    suppressions: async () => suppressed.toSorted((a, b) => compare([a.recipient], [b.recipient])),
  };
  const turn = inTurn();
  return {
    begin: (...given) => turn(() => work.begin(...given)),
    settle: (...given) => turn(() => work.settle(...given)),
    deliveries: (filter) => turn(() => work.deliveries(filter)),
    suppress: (one) => turn(() => work.suppress(one)),
    restore: (...given) => turn(() => work.restore(...given)),
    suppressions: () => turn(work.suppressions),
    recover: (at, scope = {}) =>
      turn(() => {
        const open = [...rows.values()].filter((row) => fits(row, { ...scope, state: "sending" }));
        for (const delivery of open) write({ ...delivery, state: "unknown", at });
        return inOrder(open).map((delivery): Delivery => ({ ...delivery, state: "unknown", at }));
      }),
    history: (key) => turn(() => events.get(nameOf(key)) ?? []),
    fill: (contents) =>
      turn(() => {
        if (rows.size > 0 || suppressed.length > 0) return false;
        for (const { history, ...delivery } of contents.deliveries) {
          rows.set(nameOf(delivery), delivery);
          events.set(nameOf(delivery), [...history]);
        }
        suppressed = [...contents.suppressions];
        return true;
      }),
    together: (tasks) =>
      turn(async () => {
        const kept = { rows: new Map(rows), events: new Map(events), suppressed: [...suppressed] };
        try {
          return await tasks(work);
        } catch (error) {
          putBack(rows, kept.rows);
          putBack(events, kept.events);
          suppressed = kept.suppressed;
          throw error;
        }
      }),
    close: async () => undefined,
  };
}

function putBack<T>(map: Map<string, T>, kept: ReadonlyMap<string, T>): void {
  map.clear();
  for (const [name, value] of kept) map.set(name, value);
}

function partsOf({ brief, issue, version, occasion, channel, recipient }: DeliveryKey): string[] {
  return [brief, issue, version, occasion, channel, recipient];
}

function nameOf(key: DeliveryKey): string {
  return JSON.stringify(partsOf(key));
}

function fits(row: Delivery, filter: DeliveryFilter): boolean {
  return Object.entries(filter).every(
    ([name, value]) =>
      value === undefined || Object.entries(row).some(([n, v]) => n === name && v === value),
  );
}

function isSame(one: Suppression, other: Suppression): boolean {
  return (
    one.recipient === other.recipient && one.brief === other.brief && one.reason === other.reason
  );
}

function inOrder(rows: readonly Delivery[]): Delivery[] {
  return rows.toSorted((a, b) => compare(partsOf(a), partsOf(b)));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}
