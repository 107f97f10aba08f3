/** What every ledger promises; each implementation runs this suite. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { contentsOf } from "../../src/ledger/contents.js";
import { type Ledger, maySettle } from "../../src/ledger/ledger.js";
import { memoryLedger } from "../../src/ledger/memory-ledger.js";
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

export function ledgerContract(open: () => Ledger | Promise<Ledger>): void {
  const stateOf = async (ledger: Ledger, key = KEY) =>
    (await ledger.deliveries(key)).map(({ state, attempts }) => `${state} ${attempts}`)[0];

  test("is empty at first", async () => {
    const ledger = await open();
    expect([
      await ledger.deliveries({}),
      await ledger.suppressions(),
      await ledger.history(KEY),
    ]).toEqual([[], [], []]);
    await ledger.close();
  });

  test("keeps a delivery with all that is known of it", async () => {
    const ledger = await open();
    expect(await ledger.begin(KEY, BEGINNING)).toEqual({ kind: "begun" });
    expect(await ledger.settle(KEY, settled("sent", "250 2.0.0 queued"))).toBe(true);
    const [delivery] = await ledger.deliveries({});
    expect(DeliverySchema.parse({ ...delivery })).toEqual({
      ...KEY,
      ...BEGINNING,
      ...settled("sent", "250 2.0.0 queued"),
      attempts: 1,
      next: null,
    });
    await ledger.close();
  });

  test.each(["sending", "sent", "failed", "unknown", "bounced"] as const)(
    "begins none that is %s, and says what stands there",
    async (state) => {
      const ledger = await open();
      await ledger.begin(KEY, BEGINNING);
      if (state !== "sending") await ledger.settle(KEY, settled(state));
      const again = await ledger.begin(KEY, { ...BEGINNING, address: "b@example.org" });
      expect(again).toMatchObject({
        kind: "stands",
        delivery: { state, address: "a@example.org" },
      });
      expect(await ledger.history(KEY)).toHaveLength(state === "sending" ? 1 : 2);
      await ledger.close();
    },
  );

  test("begins a deferred one again, counting the attempt", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    await ledger.settle(KEY, { ...settled("deferred", "450 later"), next: LATER });
    expect((await ledger.deliveries({}))[0]?.next).toBe(LATER);
    expect(await ledger.begin(KEY, BEGINNING)).toEqual({ kind: "begun" });
    expect((await ledger.deliveries({}))[0]).toMatchObject({
      next: null,
      response: null,
      attempts: 2,
    });
    await ledger.close();
  });

  test("counts no attempt where the server took nothing from anybody", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    await ledger.settle(KEY, { ...settled("deferred", "421 closing"), isAttempt: false });
    expect(await stateOf(ledger)).toBe("deferred 0");
    await ledger.begin(KEY, BEGINNING);
    expect(await stateOf(ledger)).toBe("sending 1");
    await ledger.close();
  });

  test("begins an unknown one only where that is asked for", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    await ledger.settle(KEY, settled("unknown"));
    expect((await ledger.begin(KEY, BEGINNING)).kind).toBe("stands");
    expect((await ledger.begin(KEY, BEGINNING, true)).kind).toBe("begun");
    expect(await stateOf(ledger)).toBe("sending 2");
    await ledger.close();
  });

  test("begins none that is sent, even where an unknown one may be begun again", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    await ledger.settle(KEY, settled("sent"));
    expect((await ledger.begin(KEY, BEGINNING, true)).kind).toBe("stands");
    await ledger.close();
  });

  test.each([
    { version: "1.1" },
    { occasion: "correction" },
    { channel: "webhook" },
    { recipient: "r-000000000002" },
    { issue: "2021-W19" },
    { brief: "other" },
  ] as const)("takes %o for another delivery", async (other) => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    expect((await ledger.begin({ ...KEY, ...other }, BEGINNING)).kind).toBe("begun");
    expect(await ledger.deliveries({})).toHaveLength(2);
    expect(await ledger.deliveries(other)).toHaveLength(1);
    await ledger.close();
  });

  test("turns what is sending into unknown, and nothing else", async () => {
    const ledger = await open();
    const keys = [1, 2, 3].map((n) => ({ ...KEY, recipient: `r-00000000000${n}` }));
    for (const key of keys) await ledger.begin(key, BEGINNING);
    for (const key of keys.slice(2)) await ledger.settle(key, settled("sent"));
    const lost = await ledger.recover(LATER);
    expect(lost.map(({ recipient, state, at }) => [recipient, state, at])).toEqual(
      keys.slice(0, 2).map(({ recipient }) => [recipient, "unknown", LATER]),
    );
    expect(await ledger.deliveries({ state: "unknown" })).toEqual(lost);
    expect(await ledger.recover(LATER)).toEqual([]);
    await ledger.close();
  });

  test("learns later what became of an unknown one, and that a sent one came back", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    await ledger.recover(LATER);
    expect(await ledger.settle(KEY, settled("sent", "seen in the log of the server"))).toBe(true);
    expect(await ledger.settle(KEY, settled("bounced", "5.1.1"))).toBe(true);
    expect(await ledger.settle(KEY, settled("bounced", "5.1.1"))).toBe(false);
    expect(await ledger.settle(KEY, settled("sent"))).toBe(false);
    const history = (await ledger.history(KEY)).map((event) =>
      DeliveryEventSchema.parse({ ...event }),
    );
    expect(history.map(({ state }) => state)).toEqual(["sending", "unknown", "sent", "bounced"]);
    await ledger.close();
  });

  test("settles nothing that was never begun", async () => {
    const ledger = await open();
    expect(await ledger.settle(KEY, settled("bounced"))).toBe(false);
    expect(await ledger.deliveries({})).toEqual([]);
    await ledger.close();
  });

  test("finds deliveries by their message and by their state", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    await ledger.begin({ ...KEY, recipient: "r-2" }, { ...BEGINNING, messageId: "<2@x>" });
    await ledger.settle(KEY, settled("sent"));
    const found = async (filter: Parameters<Ledger["deliveries"]>[0]) =>
      (await ledger.deliveries(filter)).map(({ recipient }) => recipient);
    expect(await found({ messageId: "<2@x>" })).toEqual(["r-2"]);
    expect(await found({ state: "sent", brief: "weekly" })).toEqual([KEY.recipient]);
    expect(await found({ messageId: "<1@x>' OR 1" })).toEqual([]);
    await ledger.close();
  });

  test("lists deliveries in the order of their keys, by code unit of what is in ASCII", async () => {
    const ledger = await open();
    for (const recipient of ["b", "B", "a", "10", "9"])
      await ledger.begin({ ...KEY, recipient }, BEGINNING);
    expect((await ledger.deliveries({})).map(({ recipient }) => recipient)).toEqual([
      "10",
      "9",
      "B",
      "a",
      "b",
    ]);
    await ledger.close();
  });

  test("begins nothing for somebody who gets no more of this brief", async () => {
    const ledger = await open();
    await ledger.suppress(UNSUBSCRIBED);
    expect(await ledger.begin(KEY, BEGINNING)).toEqual({
      kind: "suppressed",
      suppression: UNSUBSCRIBED,
    });
    expect((await ledger.begin({ ...KEY, brief: "other" }, BEGINNING)).kind).toBe("begun");
    await ledger.restore(KEY.recipient, KEY.brief);
    expect((await ledger.begin(KEY, BEGINNING)).kind).toBe("begun");
    await ledger.close();
  });

  test("begins nothing of any brief for somebody who gets none at all", async () => {
    const ledger = await open();
    await ledger.suppress({ ...UNSUBSCRIBED, brief: null, reason: "bounced" });
    expect((await ledger.begin({ ...KEY, brief: "other" }, BEGINNING)).kind).toBe("suppressed");
    await ledger.restore(KEY.recipient, "other");
    expect((await ledger.begin({ ...KEY, brief: "other" }, BEGINNING)).kind).toBe("suppressed");
    await ledger.restore(KEY.recipient, null);
    expect((await ledger.begin({ ...KEY, brief: "other" }, BEGINNING)).kind).toBe("begun");
    await ledger.close();
  });

  test("keeps the first of two suppressions for one reason", async () => {
    const ledger = await open();
    await ledger.suppress(UNSUBSCRIBED);
    await ledger.suppress({ ...UNSUBSCRIBED, at: LATER, note: "again" });
    await ledger.suppress({ ...UNSUBSCRIBED, reason: "by-hand" });
    const all = (await ledger.suppressions()).map((one) => SuppressionSchema.parse({ ...one }));
    expect(all.filter(({ reason }) => reason === "unsubscribed")).toEqual([UNSUBSCRIBED]);
    expect(all).toHaveLength(2);
    await ledger.close();
  });

  test("writes all of what belongs together, or nothing", async () => {
    const ledger = await open();
    const fail = () =>
      ledger.together(async (work) => {
        await work.begin(KEY, BEGINNING);
        await work.suppress({ ...UNSUBSCRIBED, recipient: "r-2" });
        throw new Error("stop");
      });
    await expect(fail()).rejects.toThrow("stop");
    expect([
      await ledger.deliveries({}),
      await ledger.suppressions(),
      await ledger.history(KEY),
    ]).toEqual([[], [], []]);
    expect(await ledger.together(async (work) => (await work.begin(KEY, BEGINNING)).kind)).toBe(
      "begun",
    );
    expect(await stateOf(ledger)).toBe("sending 1");
    await ledger.close();
  });

  test("lets nothing of others into what is done together", async () => {
    const ledger = await open();
    const gate = Promise.withResolvers<void>();
    const failing = ledger.together(async (work) => {
      await work.begin(KEY, BEGINNING);
      await gate.promise;
      throw new Error("stop");
    });
    const other = ledger.begin({ ...KEY, recipient: "r-9" }, BEGINNING);
    gate.resolve();
    await expect(failing).rejects.toThrow("stop");
    expect((await other).kind).toBe("begun");
    expect((await ledger.deliveries({})).map(({ recipient }) => recipient)).toEqual(["r-9"]);
    await ledger.close();
  });

  test("turns into unknown no more than it is asked to", async () => {
    const ledger = await open();
    const elsewhere = { ...KEY, issue: "2021-W19" };
    await ledger.begin(KEY, BEGINNING);
    await ledger.begin(elsewhere, BEGINNING);
    const { brief, issue } = KEY;
    expect(await ledger.recover(LATER, { brief, issue })).toHaveLength(1);
    const left = await ledger.deliveries({ state: "sending" });
    expect(left.map((delivery) => delivery.issue)).toEqual([elsewhere.issue]);
    await ledger.close();
  });

  test("settles by whatever a server answered", async () => {
    const ledger = await open();
    await ledger.begin(KEY, BEGINNING);
    const response = "250 \u0000 \ud800 \u{1f4f0} '; --";
    expect(await ledger.settle(KEY, settled("sent", response))).toBe(true);
    expect((await ledger.deliveries({}))[0]?.response).toMatch(/^250 .+ \u{1f4f0} '; --$/u);
    await ledger.close();
  });

  test("takes over all that another one held, to the last event, and nothing on top of its own", async () => {
    const former = memoryLedger();
    const keys = [1, 2, 3].map((n) => ({ ...KEY, recipient: `r-${n}` }));
    for (const key of keys) await former.begin(key, BEGINNING);
    await former.settle(keys[0] ?? KEY, { ...settled("deferred", "450"), next: LATER });
    await former.begin(keys[0] ?? KEY, { ...BEGINNING, messageId: null, copy: "abc" });
    await former.settle(keys[1] ?? KEY, settled("sent", "250 ok"));
    await former.settle(keys[1] ?? KEY, settled("bounced", "5.1.1"));
    await former.suppress(UNSUBSCRIBED);
    await former.suppress({ ...UNSUBSCRIBED, brief: null, reason: "bounced", note: "no such box" });
    const contents = await contentsOf(former);
    const ledger = await open();
    expect(await ledger.fill(contents)).toBe(true);
    expect(await contentsOf(ledger)).toEqual(contents);
    expect(await ledger.fill(contents)).toBe(false);
    expect(await contentsOf(ledger)).toEqual(contents);
    expect((await ledger.begin(KEY, BEGINNING)).kind).toBe("suppressed");
    await ledger.close();
  });

  test("hands nobody the same twice, whatever is asked of it in whatever order", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("begin" as const), who: fc.nat(2) }),
      fc.record({
        do: fc.constant("settle" as const),
        who: fc.nat(2),
        state: fc.constantFrom(...DeliveryStateSchema.exclude(["sending"]).options),
      }),
      fc.record({ do: fc.constant("recover" as const), who: fc.nat(2) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const ledger = await open();
        for (const one of steps) {
          const key = { ...KEY, recipient: `r-${one.who}` };
          if (one.do === "begin") await ledger.begin(key, BEGINNING);
          else if (one.do === "settle") await ledger.settle(key, settled(one.state));
          else await ledger.recover(LATER);
        }
        for (const who of [0, 1, 2]) {
          const history = await ledger.history({ ...KEY, recipient: `r-${who}` });
          for (const [index, { state }] of history.entries()) {
            const before = history[index - 1]?.state ?? null;
            if (state === "sending") expect([null, "deferred"]).toContain(before);
            else expect(before !== null && maySettle(before, state)).toBe(true);
          }
          expect(history.at(-1)?.state).toBe(
            (await ledger.deliveries({ recipient: `r-${who}` }))[0]?.state,
          );
        }
        await ledger.close();
      }),
      { numRuns: 20 },
    );
  });
}
