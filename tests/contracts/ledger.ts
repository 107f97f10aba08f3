/** What every ledger promises; each implementation runs this suite. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ledger, maySettle } from "../../src/ledger/ledger.js";
import {
  DeliveryEventSchema,
  type DeliveryKey,
  DeliverySchema,
  DeliveryStateSchema,
  SuppressionSchema,
} from "../../src/model/delivery.js";

export const KEY: DeliveryKey = {
  brief: "weekly",
  issue: "2021-W18",
  version: "1.0",
  occasion: "issue",
  channel: "mail",
  recipient: "r-000000000001",
};

const AT = "2021-05-10T06:00:00.000Z";
const LATER = "2021-05-10T06:01:00.000Z";
export const BEGINNING = { address: "a@example.org", messageId: "<1@x>", copy: null, at: AT };

const UNSUBSCRIBED = {
  recipient: KEY.recipient,
  brief: KEY.brief,
  reason: "unsubscribed",
  at: AT,
  note: null,
} as const;

const settled = (state: "sent" | "deferred" | "failed" | "unknown" | "bounced", response = "") => ({
  state,
  response,
  at: LATER,
});

export function ledgerContract(open: () => Ledger): void {
  const stateOf = (ledger: Ledger, key = KEY) =>
    ledger.deliveries(key).map(({ state, attempts }) => `${state} ${attempts}`)[0];

  test("is empty at first", () => {
    const ledger = open();
    expect([ledger.deliveries({}), ledger.suppressions(), ledger.history(KEY)]).toEqual([
      [],
      [],
      [],
    ]);
    ledger.close();
  });

  test("keeps a delivery with all that is known of it", () => {
    const ledger = open();
    expect(ledger.begin(KEY, BEGINNING)).toEqual({ kind: "begun" });
    expect(ledger.settle(KEY, settled("sent", "250 2.0.0 queued"))).toBe(true);
    const [delivery] = ledger.deliveries({});
    expect(DeliverySchema.parse({ ...delivery })).toEqual({
      ...KEY,
      ...BEGINNING,
      ...settled("sent", "250 2.0.0 queued"),
      attempts: 1,
      next: null,
    });
    ledger.close();
  });

  test.each(["sending", "sent", "failed", "unknown", "bounced"] as const)(
    "begins none that is %s, and says what stands there",
    (state) => {
      const ledger = open();
      ledger.begin(KEY, BEGINNING);
      if (state !== "sending") ledger.settle(KEY, settled(state));
      const again = ledger.begin(KEY, { ...BEGINNING, address: "b@example.org" });
      expect(again).toMatchObject({
        kind: "stands",
        delivery: { state, address: "a@example.org" },
      });
      expect(ledger.history(KEY)).toHaveLength(state === "sending" ? 1 : 2);
      ledger.close();
    },
  );

  test("begins a deferred one again, counting the attempt", () => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    ledger.settle(KEY, { ...settled("deferred", "450 later"), next: LATER });
    expect(ledger.deliveries({})[0]?.next).toBe(LATER);
    expect(ledger.begin(KEY, BEGINNING)).toEqual({ kind: "begun" });
    expect(ledger.deliveries({})[0]).toMatchObject({ next: null, response: null, attempts: 2 });
    ledger.close();
  });

  test("counts no attempt where the server took nothing from anybody", () => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    ledger.settle(KEY, { ...settled("deferred", "421 closing"), isAttempt: false });
    expect(stateOf(ledger)).toBe("deferred 0");
    ledger.begin(KEY, BEGINNING);
    expect(stateOf(ledger)).toBe("sending 1");
    ledger.close();
  });

  test("begins an unknown one only where that is asked for", () => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    ledger.settle(KEY, settled("unknown"));
    expect(ledger.begin(KEY, BEGINNING).kind).toBe("stands");
    expect(ledger.begin(KEY, BEGINNING, true).kind).toBe("begun");
    expect(stateOf(ledger)).toBe("sending 2");
    ledger.close();
  });

  test("begins none that is sent, even where an unknown one may be begun again", () => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    ledger.settle(KEY, settled("sent"));
    expect(ledger.begin(KEY, BEGINNING, true).kind).toBe("stands");
    ledger.close();
  });

  test.each([
    { version: "1.1" },
    { occasion: "correction" },
    { channel: "webhook" },
    { recipient: "r-000000000002" },
    { issue: "2021-W19" },
    { brief: "other" },
  ] as const)("takes %o for another delivery", (other) => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    expect(ledger.begin({ ...KEY, ...other }, BEGINNING).kind).toBe("begun");
    expect(ledger.deliveries({})).toHaveLength(2);
    expect(ledger.deliveries(other)).toHaveLength(1);
    ledger.close();
  });

  test("turns what is sending into unknown, and nothing else", () => {
    const ledger = open();
    const keys = [1, 2, 3].map((n) => ({ ...KEY, recipient: `r-00000000000${n}` }));
    for (const key of keys) ledger.begin(key, BEGINNING);
    for (const key of keys.slice(2)) ledger.settle(key, settled("sent"));
    const lost = ledger.recover(LATER);
    expect(lost.map(({ recipient, state, at }) => [recipient, state, at])).toEqual(
      keys.slice(0, 2).map(({ recipient }) => [recipient, "unknown", LATER]),
    );
    expect(ledger.deliveries({ state: "unknown" })).toEqual(lost);
    expect(ledger.recover(LATER)).toEqual([]);
    ledger.close();
  });

  test("learns later what became of an unknown one, and that a sent one came back", () => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    ledger.recover(LATER);
    expect(ledger.settle(KEY, settled("sent", "seen in the log of the server"))).toBe(true);
    expect(ledger.settle(KEY, settled("bounced", "5.1.1"))).toBe(true);
    expect(ledger.settle(KEY, settled("bounced", "5.1.1"))).toBe(false);
    expect(ledger.settle(KEY, settled("sent"))).toBe(false);
    const history = ledger.history(KEY).map((event) => DeliveryEventSchema.parse({ ...event }));
    expect(history.map(({ state }) => state)).toEqual(["sending", "unknown", "sent", "bounced"]);
    ledger.close();
  });

  test("settles nothing that was never begun", () => {
    const ledger = open();
    expect(ledger.settle(KEY, settled("bounced"))).toBe(false);
    expect(ledger.deliveries({})).toEqual([]);
    ledger.close();
  });

  test("finds deliveries by their message and by their state", () => {
    const ledger = open();
    ledger.begin(KEY, BEGINNING);
    ledger.begin({ ...KEY, recipient: "r-2" }, { ...BEGINNING, messageId: "<2@x>" });
    ledger.settle(KEY, settled("sent"));
    const found = (filter: Parameters<Ledger["deliveries"]>[0]) =>
      ledger.deliveries(filter).map(({ recipient }) => recipient);
    expect(found({ messageId: "<2@x>" })).toEqual(["r-2"]);
    expect(found({ state: "sent", brief: "weekly" })).toEqual([KEY.recipient]);
    expect(found({ messageId: "<1@x>' OR 1" })).toEqual([]);
    ledger.close();
  });

  test("lists deliveries in the order of their keys, by code unit of what is in ASCII", () => {
    const ledger = open();
    for (const recipient of ["b", "B", "a", "10", "9"])
      ledger.begin({ ...KEY, recipient }, BEGINNING);
    expect(ledger.deliveries({}).map(({ recipient }) => recipient)).toEqual([
      "10",
      "9",
      "B",
      "a",
      "b",
    ]);
    ledger.close();
  });

  test("begins nothing for somebody who gets no more of this brief", () => {
    const ledger = open();
    ledger.suppress(UNSUBSCRIBED);
    expect(ledger.begin(KEY, BEGINNING)).toEqual({
      kind: "suppressed",
      suppression: UNSUBSCRIBED,
    });
    expect(ledger.begin({ ...KEY, brief: "other" }, BEGINNING).kind).toBe("begun");
    ledger.restore(KEY.recipient, KEY.brief);
    expect(ledger.begin(KEY, BEGINNING).kind).toBe("begun");
    ledger.close();
  });

  test("begins nothing of any brief for somebody who gets none at all", () => {
    const ledger = open();
    ledger.suppress({ ...UNSUBSCRIBED, brief: null, reason: "bounced" });
    expect(ledger.begin({ ...KEY, brief: "other" }, BEGINNING).kind).toBe("suppressed");
    ledger.restore(KEY.recipient, "other");
    expect(ledger.begin({ ...KEY, brief: "other" }, BEGINNING).kind).toBe("suppressed");
    ledger.restore(KEY.recipient, null);
    expect(ledger.begin({ ...KEY, brief: "other" }, BEGINNING).kind).toBe("begun");
    ledger.close();
  });

  test("keeps the first of two suppressions for one reason", () => {
    const ledger = open();
    ledger.suppress(UNSUBSCRIBED);
    ledger.suppress({ ...UNSUBSCRIBED, at: LATER, note: "again" });
    ledger.suppress({ ...UNSUBSCRIBED, reason: "by-hand" });
    const all = ledger.suppressions().map((one) => SuppressionSchema.parse({ ...one }));
    expect(all.filter(({ reason }) => reason === "unsubscribed")).toEqual([UNSUBSCRIBED]);
    expect(all).toHaveLength(2);
    ledger.close();
  });

  test("writes all of what belongs together, or nothing", () => {
    const ledger = open();
    const fail = () =>
      ledger.together(() => {
        ledger.begin(KEY, BEGINNING);
        ledger.suppress({ ...UNSUBSCRIBED, recipient: "r-2" });
        throw new Error("stop");
      });
    expect(fail).toThrow("stop");
    expect([ledger.deliveries({}), ledger.suppressions(), ledger.history(KEY)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(ledger.together(() => ledger.begin(KEY, BEGINNING).kind)).toBe("begun");
    expect(stateOf(ledger)).toBe("sending 1");
    ledger.close();
  });

  test("hands nobody the same twice, whatever is asked of it in whatever order", () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("begin" as const), who: fc.nat(2) }),
      fc.record({
        do: fc.constant("settle" as const),
        who: fc.nat(2),
        state: fc.constantFrom(...DeliveryStateSchema.exclude(["sending"]).options),
      }),
      fc.record({ do: fc.constant("recover" as const), who: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const ledger = open();
        for (const one of steps) {
          const key = { ...KEY, recipient: `r-${one.who}` };
          if (one.do === "begin") ledger.begin(key, BEGINNING);
          else if (one.do === "settle") ledger.settle(key, settled(one.state));
          else ledger.recover(LATER);
        }
        for (const who of [0, 1, 2]) {
          const history = ledger.history({ ...KEY, recipient: `r-${who}` });
          for (const [index, { state }] of history.entries()) {
            const before = history[index - 1]?.state ?? null;
            if (state === "sending") expect([null, "deferred"]).toContain(before);
            else expect(before !== null && maySettle(before, state)).toBe(true);
          }
          expect(history.at(-1)?.state).toBe(
            ledger.deliveries({ recipient: `r-${who}` })[0]?.state,
          );
        }
        ledger.close();
      }),
      { numRuns: 20 },
    );
  });
}
