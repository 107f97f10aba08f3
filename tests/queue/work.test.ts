/** A worker: what it does with jobs, and what it does when things go wrong. */
import { expect, test } from "vitest";
import { manualClock } from "../../src/host/clock.js";
import { EngineError } from "../../src/host/engine-error.js";
import { done, failed, type JobEnd } from "../../src/queue/job-end.js";
import type { JobQueue, TakenJob } from "../../src/queue/job-queue.js";
import { type WorkNews, type WorkRequest, work } from "../../src/queue/work.js";
import { generateOrder, sendOrder } from "../contracts/job-queue.js";
import { memoryQueue } from "./memory-queue.js";

const AWAY = new EngineError(
  "unreachable",
  "PostgreSQL at db:5432",
  "connection refused",
  "start it",
);

function bench(run: (job: TakenJob, stop: AbortSignal) => Promise<JobEnd>) {
  const clock = manualClock(Date.UTC(2021, 4, 10));
  // Nobody waits for ever in vain: a turn of the loop is let pass.
  const ticking = {
    ...clock,
    wait: async (ms: number) => {
      await new Promise((resolve) => setImmediate(resolve));
      await clock.wait(ms);
    },
  };
  const queue = memoryQueue(clock);
  const stop = new AbortController();
  const news: WorkNews[] = [];
  const start = (request: Partial<WorkRequest> = {}, over: Partial<JobQueue> = {}) =>
    work(
      {
        queue: { ...queue, ...over },
        clock: ticking,
        name: "here:1",
        run,
        onBeat: async () => undefined,
        onNews: (one) => news.push(one),
        stop: stop.signal,
      },
      { kinds: ["send", "generate"], concurrency: 1, until: "empty", grace: 10_000, ...request },
    );
  const told = () => news.map(({ kind }) => kind);
  return { clock, queue, stop, start, told };
}

test("does all that waits, what readers wait for first", async () => {
  const order: string[] = [];
  const { queue, start } = bench(async ({ kind, about }) => {
    order.push(`${kind} ${about}`);
    return done({});
  });
  await queue.add(generateOrder("one"));
  await queue.add(sendOrder("two"));
  expect(await start()).toEqual({ done: 2, failed: 0, isAbandoned: false });
  expect(order).toEqual(["send two/2021-W18", "generate one/2021-W18"]);
});

test("does one job where one is asked for", async () => {
  const { queue, start } = bench(async () => done({}));
  await queue.add(generateOrder("one"));
  await queue.add(generateOrder("two"));
  expect((await start({ until: "one" })).done).toBe(1);
  expect(await queue.open(["generate"])).toBe(1);
});

test("ends at once where nothing waits", async () => {
  const { start } = bench(async () => done({}));
  expect(await start()).toEqual({ done: 0, failed: 0, isAbandoned: false });
  expect((await start({ until: "one" })).done).toBe(0);
});

test("keeps the diagnostics of a job that failed for its input, and goes on", async () => {
  const diagnostics = [{ code: "no-lexicon", severity: "error", message: "is not there" }] as const;
  const { queue, start } = bench(async ({ about }) =>
    about.startsWith("one") ? failed({ diagnostics }) : done({}),
  );
  await queue.add(generateOrder("one"));
  await queue.add(generateOrder("two"));
  expect(await start()).toMatchObject({ done: 1, failed: 1 });
  const [job] = await queue.find({ states: ["failed"], limit: 5 });
  expect(job?.result?.diagnostics).toEqual(diagnostics);
  expect(job?.result?.worker).toBe("here:1");
});

test("tries again what an engine or a disk stood in the way of", async () => {
  let tries = 0;
  const { queue, start, told } = bench(async () => {
    tries += 1;
    const full = { code: "host", severity: "error", message: "the disk is full" } as const;
    return tries < 3 ? failed({ diagnostics: [full] }) : done({});
  });
  await queue.add(generateOrder("one"));
  expect(await start()).toMatchObject({ done: 1 });
  expect(told()).toEqual(["taken", "again", "taken", "again", "taken", "finished"]);
});

test("leaves a job dead that dies every time, and does the others", async () => {
  const { queue, start } = bench(async ({ about }) => {
    if (about.startsWith("one")) throw new Error("a fault of ours");
    return done({});
  });
  await queue.add(generateOrder("one"));
  await queue.add(generateOrder("two"));
  await start();
  const [dead] = await queue.find({ states: ["dead"], limit: 5 });
  expect(dead).toMatchObject({ about: "one/2021-W18", attempts: 6 });
  expect(dead?.reason?.message).toContain("a fault of ours");
  expect(await queue.find({ states: ["done"], limit: 5 })).toHaveLength(1);
});

test("waits for an engine that is away, and tells it once", async () => {
  const { queue, start, told } = bench(async () => done({}));
  await queue.add(generateOrder("one"));
  let calls = 0;
  const take: JobQueue["take"] = async (kinds) => {
    calls += 1;
    if (calls < 5) throw AWAY;
    return queue.take(kinds);
  };
  expect(await start({}, { take })).toMatchObject({ done: 1 });
  expect(told()).toEqual(["away", "back", "taken", "finished"]);
});

test("keeps what came of a job until the engine is back", async () => {
  const { queue, start } = bench(async () => done({ counts: { articles: 5 } }));
  await queue.add(generateOrder("one"));
  let calls = 0;
  const finish: JobQueue["finish"] = async (job, result) => {
    calls += 1;
    if (calls < 8) throw AWAY;
    return queue.finish(job, result);
  };
  await start({}, { finish });
  const [job] = await queue.find({ states: ["done"], limit: 5 });
  expect(job?.result?.counts).toEqual({ articles: 5 });
});

test("gives back what is in hand when its grace is over", async () => {
  const { queue, start, stop, told } = bench(async () => {
    stop.abort();
    return new Promise<JobEnd>(() => undefined);
  });
  await queue.add(generateOrder("one"));
  expect(await start({ until: "stopped" })).toMatchObject({ done: 0, isAbandoned: true });
  expect(told()).toEqual(["taken", "given-back"]);
  expect(await queue.find({ states: ["waiting"], limit: 5 })).toHaveLength(1);
});

test("finishes what is in hand within its grace, and takes nothing more", async () => {
  const { queue, start, stop } = bench(async () => {
    stop.abort();
    return done({});
  });
  await queue.add(generateOrder("one"));
  await queue.add(generateOrder("two"));
  expect(await start({ until: "stopped" })).toMatchObject({ done: 1, isAbandoned: false });
  expect(await queue.open(["generate"])).toBe(1);
});

test("gives back a mailing that was stopped between two messages", async () => {
  const { queue, start, stop } = bench(async () => {
    stop.abort();
    return { kind: "stopped" };
  });
  await queue.add(sendOrder("one"));
  await start({ until: "stopped" });
  expect(await queue.find({ states: ["waiting"], limit: 5 })).toHaveLength(1);
});

test("says where another worker has finished its job meanwhile", async () => {
  const { queue, start, told } = bench(async () => done({}));
  await queue.add(generateOrder("one"));
  await start({ until: "one" }, { finish: async () => false });
  expect(told()).toEqual(["taken", "lost"]);
});

test("stops a job between two pieces of work once it was cancelled", async () => {
  const { queue, start, told } = bench(async ({ id }, signal) => {
    await queue.cancel(id);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    return { kind: "stopped" };
  });
  await queue.add(sendOrder("one"));
  await start();
  expect(told()).toEqual(["taken", "lost"]);
  expect(await queue.find({ states: ["cancelled"], limit: 5 })).toHaveLength(1);
});

test("does several at once where that is asked for, and no more", async () => {
  const running = new Set<string>();
  let most = 0;
  const { queue, start } = bench(async ({ id }) => {
    running.add(id);
    most = Math.max(most, running.size);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running.delete(id);
    return done({});
  });
  for (const brief of ["a", "b", "c", "d", "e", "f"]) await queue.add(generateOrder(brief));
  expect((await start({ concurrency: 3 })).done).toBe(6);
  expect(most).toBe(3);
});
