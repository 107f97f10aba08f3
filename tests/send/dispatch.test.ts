import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clock, manualClock } from "../../src/host/clock.js";
import { type HandOver, memoryRelay, type RawMessage, type Relay } from "../../src/host/relay.js";
import { type Ledger, LedgerError, type LedgerWork, memoryLedger } from "../../src/ledger/index.js";
import type { DeliveryKey } from "../../src/model/delivery.js";
import {
  type Consignment,
  type DispatchMeans,
  type DispatchStep,
  dispatch,
} from "../../src/send/dispatch.js";

const START = Date.parse("2021-05-10T06:00:00Z");
const MINUTE = 60_000;
const LIMITS = { connections: 1, perMinute: undefined, attempts: 3, retryMs: MINUTE };

const ACCEPTED: HandOver = { kind: "accepted", response: "250 ok" };
const GREYLISTED: HandOver = {
  kind: "temporary",
  code: 450,
  response: "450 come back",
  about: "recipient",
};
const NO_MAILBOX: HandOver = {
  kind: "permanent",
  code: 550,
  response: "550 nobody here",
  about: "recipient",
};
const CLOSING: HandOver = { kind: "temporary", code: 421, response: "421 closing", about: "relay" };
const NO_LOGIN: HandOver = { kind: "permanent", code: 535, response: "535 no", about: "relay" };
const LOST: HandOver = { kind: "unknown", response: "connection lost in DATA" };

const keyOf = (n: number): DeliveryKey => ({
  brief: "weekly",
  issue: "2021-W18",
  version: "1.0",
  occasion: "issue",
  channel: "mail",
  recipient: `r-${n}`,
});

const consignments = (count: number): Consignment[] =>
  Array.from({ length: count }, (_, n) => ({
    key: keyOf(n),
    address: `${n}@example.org`,
    attempts: 0,
    wait: 0,
  }));

interface World extends Partial<DispatchMeans> {
  readonly ledger?: Ledger;
  readonly clock?: Clock;
}

async function run(work: readonly Consignment[], world: World = {}) {
  const steps: DispatchStep[] = [];
  const end = await dispatch(work, {
    ledger: memoryLedger(),
    relay: memoryRelay(),
    clock: manualClock(START),
    make: async ({ address }) => ({
      envelope: { from: "desk@example.org", to: address },
      raw: new Uint8Array(),
      messageId: `<${address}>`,
      copy: null,
    }),
    limits: LIMITS,
    from: null,
    until: null,
    again: false,
    stop: new AbortController().signal,
    onStep: (step) => steps.push(step),
    ...world,
  });
  return { end, steps };
}

const statesOf = async (ledger: Ledger) => (await ledger.deliveries({})).map(({ state }) => state);
const addresses = (relay: { readonly taken: readonly RawMessage[] }) =>
  relay.taken.map(({ envelope }) => envelope.to);

describe("a run", () => {
  test("hands each message over once, several at a time", async () => {
    const [ledger, relay] = [memoryLedger(), memoryRelay()];
    const { end } = await run(consignments(50), {
      ledger,
      relay,
      limits: { ...LIMITS, connections: 7 },
    });
    expect(end).toEqual({ kind: "done" });
    expect(new Set(addresses(relay)).size).toBe(50);
    expect(relay.taken).toHaveLength(50);
    expect(new Set(await statesOf(ledger))).toEqual(new Set(["sent"]));
  });

  test("has each delivery as sending in the ledger while it is handed over", async () => {
    const ledger = memoryLedger();
    const seen: string[] = [];
    const relay = memoryRelay(async ({ envelope }) => {
      seen.push(`${envelope.to} ${(await statesOf(ledger)).at(-1)}`);
      return ACCEPTED;
    });
    await run(consignments(3), { ledger, relay });
    expect(seen).toEqual([
      "0@example.org sending",
      "1@example.org sending",
      "2@example.org sending",
    ]);
  });

  test("does nothing where there is nothing to do", async () => {
    expect((await run([])).end).toEqual({ kind: "done" });
  });

  test("hands nothing over that the ledger does not begin", async () => {
    const [ledger, relay] = [memoryLedger(), memoryRelay()];
    await run(consignments(2), { ledger });
    const { end, steps } = await run(consignments(3), { ledger, relay });
    expect(addresses(relay)).toEqual(["2@example.org"]);
    expect(steps.map(({ kind }) => kind)).toEqual(["held", "held", "settled"]);
    expect(end.kind).toBe("done");
  });

  test("goes on where one message cannot be made, and begins it not", async () => {
    const [ledger, relay] = [memoryLedger(), memoryRelay()];
    const { steps } = await run(consignments(2), {
      ledger,
      relay,
      make: async ({ address }) =>
        address.startsWith("0")
          ? [{ code: "no-key", severity: "error", message: "no key" }]
          : {
              envelope: { from: "x", to: address },
              raw: new Uint8Array(),
              messageId: null,
              copy: null,
            },
    });
    expect(steps[0]).toMatchObject({ kind: "unmade", diagnostics: [{ code: "no-key" }] });
    expect(await statesOf(ledger)).toEqual(["sent"]);
  });

  test("ends what is in hand before a fault of ours is told", async () => {
    const ledger = memoryLedger();
    const make = async ({ address }: Consignment) => {
      if (address.startsWith("1")) throw new TypeError("ours");
      return {
        envelope: { from: "x", to: address },
        raw: new Uint8Array(),
        messageId: null,
        copy: null,
      };
    };
    const work = run(consignments(9), {
      ledger,
      make,
      limits: { ...LIMITS, connections: 2 },
    });
    await expect(work).rejects.toThrow("ours");
    expect(await statesOf(ledger)).toEqual(["sent"]);
  });
});

describe("a recipient who is put off", () => {
  test("is tried again twice as late each time, while the others get theirs", async () => {
    const [ledger, clock] = [memoryLedger(), manualClock(START)];
    const tried: number[] = [];
    const relay = memoryRelay(({ envelope }, times) => {
      if (!envelope.to.startsWith("0")) return ACCEPTED;
      tried.push((clock.now() - START) / MINUTE);
      return times < 3 ? GREYLISTED : ACCEPTED;
    });
    const { end } = await run(consignments(3), { ledger, clock, relay });
    expect(end.kind).toBe("done");
    expect(tried).toEqual([0, 1, 3]);
    expect(addresses(relay)).toEqual(["1@example.org", "2@example.org", "0@example.org"]);
    expect((await ledger.history(keyOf(0))).map(({ state }) => state)).toEqual([
      "sending",
      "deferred",
      "sending",
      "deferred",
      "sending",
      "sent",
    ]);
  });

  test("is given up after so many attempts, those of earlier runs included", async () => {
    const ledger = memoryLedger();
    const relay = memoryRelay(() => GREYLISTED);
    const [one] = consignments(1);
    if (one === undefined) throw new Error("none");
    const { steps } = await run([{ ...one, attempts: 1, wait: 5 * MINUTE }], { ledger, relay });
    expect(steps.map((step) => step.kind === "settled" && step.settlement.state)).toEqual([
      "deferred",
      "failed",
    ]);
    expect((await ledger.deliveries({}))[0]?.response).toBe("given up after 3: 450 come back");
  });

  test("has the moment of the next attempt in the ledger while the run waits", async () => {
    const ledger = memoryLedger();
    const stop = new AbortController();
    const clock: Clock = {
      now: () => START,
      wait: async () => stop.abort(),
    };
    const relay = memoryRelay(() => GREYLISTED);
    const { end } = await run(consignments(1), { ledger, relay, clock, stop: stop.signal });
    expect(end.kind).toBe("stopped");
    expect((await ledger.deliveries({}))[0]).toMatchObject({
      state: "deferred",
      next: "2021-05-10T06:01:00.000Z",
    });
  });
});

test("a recipient whom the server refuses is not tried again", async () => {
  const ledger = memoryLedger();
  const relay = memoryRelay(({ envelope }) =>
    envelope.to.startsWith("1") ? NO_MAILBOX : ACCEPTED,
  );
  await run(consignments(3), { ledger, relay });
  expect(await statesOf(ledger)).toEqual(["sent", "failed", "sent"]);
  const again = await run(consignments(3), { ledger, relay });
  expect(again.steps.map(({ kind }) => kind)).toEqual(["held", "held", "held"]);
});

describe("a connection that is lost once the message travels", () => {
  const relay = () =>
    memoryRelay(({ envelope }, times) =>
      envelope.to.startsWith("2") && times === 1 ? LOST : ACCEPTED,
    );

  test("leaves an unknown delivery, which is not tried again", async () => {
    const [ledger, one] = [memoryLedger(), relay()];
    await run(consignments(4), { ledger, relay: one });
    await run(consignments(4), { ledger, relay: one });
    expect(await statesOf(ledger)).toEqual(["sent", "sent", "unknown", "sent"]);
    expect(addresses(one)).not.toContain("2@example.org");
  });

  test("leaves one that is tried again where that is asked for", async () => {
    const [ledger, one] = [memoryLedger(), relay()];
    await run(consignments(4), { ledger, relay: one });
    await run(consignments(4), { ledger, relay: one, again: true });
    expect(await statesOf(ledger)).toEqual(["sent", "sent", "sent", "sent"]);
    expect(new Set(addresses(one)).size).toBe(one.taken.length);
  });

  test("ends the run where it happens again and again, so that not all become unknown", async () => {
    const ledger = memoryLedger();
    const lost = memoryRelay(({ envelope }) => (envelope.to.startsWith("0") ? ACCEPTED : LOST));
    const { end } = await run(consignments(100), { ledger, relay: lost });
    expect(end).toMatchObject({ kind: "relay" });
    expect(await statesOf(ledger)).toEqual(["sent", "unknown", "unknown", "unknown", "unknown"]);
  });

  test("is what a relay that breaks its promise leaves as well", async () => {
    const ledger = memoryLedger();
    const broken: Relay = {
      hand: async () => {
        throw new Error("socket gone");
      },
      close: async () => undefined,
    };
    await run(consignments(1), { ledger, relay: broken });
    expect((await ledger.deliveries({}))[0]).toMatchObject({
      state: "unknown",
      response: "socket gone",
    });
  });
});

describe("a server that takes nothing from anybody", () => {
  test("ends the run at once where somebody has to mend something", async () => {
    const ledger = memoryLedger();
    const { end } = await run(consignments(50), { ledger, relay: memoryRelay(() => NO_LOGIN) });
    expect(end).toEqual({ kind: "relay", response: "535 no" });
    expect(await ledger.deliveries({})).toMatchObject([{ state: "deferred", attempts: 0 }]);
  });

  test("ends it at the first message, for whom would it do better?", async () => {
    const { end } = await run(consignments(9), { relay: memoryRelay(() => CLOSING) });
    expect(end).toEqual({ kind: "relay", response: "421 closing" });
  });

  test("is let be for a while where it took some, and gets the rest", async () => {
    const clock = manualClock(START);
    const relay = memoryRelay(({ envelope }, times) =>
      envelope.to.startsWith("3") && times < 3 ? CLOSING : ACCEPTED,
    );
    const ledger = memoryLedger();
    const { end } = await run(consignments(6), { ledger, relay, clock });
    expect(end.kind).toBe("done");
    expect(clock.now() - START).toBe(3 * MINUTE);
    expect(new Set(await statesOf(ledger))).toEqual(new Set(["sent"]));
  });

  test("ends the run after three pauses, and the next one goes on from there", async () => {
    const [ledger, clock] = [memoryLedger(), manualClock(START)];
    const relay = memoryRelay(({ envelope }) => (envelope.to.startsWith("0") ? ACCEPTED : CLOSING));
    const { end } = await run(consignments(4), { ledger, relay, clock });
    expect(end.kind).toBe("relay");
    expect(clock.now() - START).toBe(7 * MINUTE);
    const better = memoryRelay();
    await run(consignments(4), { ledger, relay: better });
    expect(addresses(better).sort()).toEqual(["1@example.org", "2@example.org", "3@example.org"]);
  });
});

describe("the moments between which it may be sent", () => {
  test("end the run where they are over, with what is in hand done", async () => {
    const [ledger, clock] = [memoryLedger(), manualClock(START)];
    const relay = memoryRelay(async () => {
      await clock.wait(MINUTE);
      return ACCEPTED;
    });
    const { end } = await run(consignments(9), { ledger, clock, relay, until: START + 3 * MINUTE });
    expect(end.kind).toBe("too-late");
    expect(await statesOf(ledger)).toEqual(["sent", "sent", "sent"]);
  });

  test("end it where a clock that was set back says that they have not begun", async () => {
    const ledger = memoryLedger();
    let now = START;
    const clock: Clock = { now: () => now, wait: async () => undefined };
    const relay = memoryRelay(() => {
      now -= 10 * MINUTE;
      return ACCEPTED;
    });
    const { end } = await run(consignments(9), { ledger, clock, relay, from: START - MINUTE });
    expect(end.kind).toBe("too-early");
    expect(await statesOf(ledger)).toEqual(["sent"]);
  });
});

test("a run that is stopped ends what is in hand, and begins nothing more", async () => {
  const ledger = memoryLedger();
  const stop = new AbortController();
  const relay = memoryRelay(({ envelope }) => {
    if (envelope.to.startsWith("2")) stop.abort();
    return ACCEPTED;
  });
  const { end } = await run(consignments(20), { ledger, relay, stop: stop.signal });
  expect(end).toEqual({ kind: "stopped" });
  expect(await statesOf(ledger)).toEqual(["sent", "sent", "sent"]);
});

describe("a ledger that cannot be written", () => {
  const full = () => new LedgerError("full", "database or disk is full");

  /** Fails from the given change on, for so many changes. */
  function failing(ledger: Ledger, from: number, times = Number.POSITIVE_INFINITY): Ledger {
    let changes = 0;
    const guarded = <T extends LedgerWork>(work: T): T => ({
      ...work,
      begin: async (...args) => counted(() => work.begin(...args)),
      settle: async (...args) => counted(() => work.settle(...args)),
    });
    return {
      ...guarded(ledger),
      together: (work) => ledger.together((inner) => work(guarded(inner))),
    };
    function counted<T>(work: () => T): T {
      changes += 1;
      if (changes >= from && changes < from + times) throw full();
      return work();
    }
  }

  test("lets nothing leave, where it fails at the beginning of one", async () => {
    const [ledger, relay] = [memoryLedger(), memoryRelay()];
    const { end } = await run(consignments(9), { ledger: failing(ledger, 5), relay });
    expect(end).toMatchObject({ kind: "ledger", error: { kind: "full" } });
    expect(addresses(relay)).toEqual(["0@example.org", "1@example.org"]);
    expect(await statesOf(ledger)).toEqual(["sent", "sent"]);
  });

  test("has one that left as sending, where it fails at the end of it, and says so", async () => {
    const [ledger, relay] = [memoryLedger(), memoryRelay()];
    const { steps } = await run(consignments(9), { ledger: failing(ledger, 4), relay });
    expect(relay.taken).toHaveLength(2);
    expect(await statesOf(ledger)).toEqual(["sent", "sending"]);
    expect(steps.at(-1)).toMatchObject({ isWritten: false, settlement: { state: "sent" } });
    await ledger.recover("2021-05-10T07:00:00.000Z");
    const next = memoryRelay();
    await run(consignments(9), { ledger, relay: next });
    expect(next.taken).toHaveLength(7);
    expect((await statesOf(ledger)).filter((state) => state === "unknown")).toHaveLength(1);
  });

  test("gets the outcome once more before the run ends", async () => {
    const [ledger, relay] = [memoryLedger(), memoryRelay()];
    const { end, steps } = await run(consignments(9), { ledger: failing(ledger, 4, 1), relay });
    expect(end.kind).toBe("ledger");
    expect(await statesOf(ledger)).toEqual(["sent", "sent"]);
    expect(steps.at(-1)).toMatchObject({ isWritten: true });
  });

  test("never has fewer deliveries than left, however many are in hand when it fails", async () => {
    for (let from = 1; from < 40; from += 1) {
      const [ledger, relay] = [memoryLedger(), memoryRelay()];
      const limits = { ...LIMITS, connections: 4 };
      await run(consignments(12), { ledger: failing(ledger, from), relay, limits });
      const written = new Set((await ledger.deliveries({})).map(({ address }) => address));
      expect(addresses(relay).filter((address) => !written.has(address))).toEqual([]);
    }
  });
});

describe("the rate", () => {
  test("is kept, and a second's worth may go at once", async () => {
    const clock = manualClock(START);
    const times: number[] = [];
    const relay = memoryRelay(() => {
      times.push(clock.now() - START);
      return ACCEPTED;
    });
    await run(consignments(5), { clock, relay, limits: { ...LIMITS, perMinute: 30 } });
    expect(times).toEqual([0, 2000, 4000, 6000, 8000]);
    times.length = 0;
    const fast = manualClock(START);
    const quick = memoryRelay(() => {
      times.push(fast.now() - START);
      return ACCEPTED;
    });
    await run(consignments(400), {
      clock: fast,
      relay: quick,
      limits: { ...LIMITS, perMinute: 6000 },
    });
    expect(times.filter((time) => time < 1000).length).toBeLessThanOrEqual(201);
    expect(times.at(-1)).toBeGreaterThan(2900);
  });

  test("is kept where the clock is set back or forth", async () => {
    let [now, shown] = [0, START];
    const clock: Clock = {
      now: () => shown,
      wait: async (ms) => {
        now += ms;
        shown += ms;
      },
    };
    const times: number[] = [];
    const jumps = [0, -86_400_000, 0, 86_400_000, 0];
    const relay = memoryRelay(() => {
      times.push(now);
      shown += jumps[times.length - 1] ?? 0;
      return ACCEPTED;
    });
    await run(consignments(5), { clock, relay, limits: { ...LIMITS, perMinute: 60 } });
    expect(times.at(-1)).toBeGreaterThanOrEqual(3000);
    expect(times.at(-1)).toBeLessThan(6000);
  });
});

test("nobody is handed the same twice, whatever the server does over several runs", async () => {
  const answers = [ACCEPTED, GREYLISTED, NO_MAILBOX, CLOSING, NO_LOGIN, LOST] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(answers.length - 1), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      async (given, connections) => {
        const ledger = memoryLedger();
        const answer = given.values();
        /** A lost one may have been taken. */
        const taken = new Map<string, number>();
        const relay = memoryRelay(({ envelope }) => {
          const handed = answers[answer.next().value ?? 0] ?? ACCEPTED;
          if (handed === ACCEPTED || handed === LOST)
            taken.set(envelope.to, (taken.get(envelope.to) ?? 0) + 1);
          return handed;
        });
        for (let round = 0; round < 4; round += 1) {
          await ledger.recover("2021-05-10T07:00:00.000Z");
          await run(consignments(8), { ledger, relay, limits: { ...LIMITS, connections } });
        }
        expect([...taken.values()].filter((times) => times > 1)).toEqual([]);
        expect(await ledger.deliveries({ state: "sending" })).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
