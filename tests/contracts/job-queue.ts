/** What every queue of jobs promises; each implementation runs this suite. */
import { expect, test } from "vitest";
import type { JobOrder, JobResult } from "../../src/model/job.js";
import type { JobQueue, TakenJob } from "../../src/queue/job-queue.js";

export const hashOf = (letter: string): string => letter.repeat(64);

export const generateOrder = (brief: string, snapshot = hashOf("a")): JobOrder => ({
  kind: "generate",
  snapshot,
  brief,
  period: { id: "2021-W18", week: 18, from: "2021-05-03", to: "2021-05-09" },
  asOf: null,
  template: null,
  languages: [],
  formats: ["html", "pdf", "json"],
  exports: [],
  reissue: false,
  offline: false,
});

export const sendOrder = (brief: string): JobOrder => ({
  kind: "send",
  snapshot: hashOf("a"),
  brief,
  issue: "2021-W18",
  lists: [],
  occasion: "issue",
  by: "C. D.",
  again: false,
});

export const resultOf = (outcome: JobResult["outcome"]): JobResult => ({
  outcome,
  issue: "weekly/2021-W18",
  files: [{ path: "weekly/2021-W18/issue.json", bytes: 12, sha256: hashOf("b") }],
  counts: { articles: 5 },
  unknown: [],
  diagnostics:
    outcome === "failed"
      ? [{ code: "no-lexicon", severity: "error", message: "is not there" }]
      : [],
  seconds: 1.5,
  worker: "here:1",
});

const REASON = { code: "engine-unreachable", severity: "error", message: "is away" } as const;

async function taken(queue: JobQueue): Promise<TakenJob> {
  const job = await queue.take(["send", "generate"]);
  if (job === null) throw new Error("nothing could be taken");
  return job;
}

/** @param later makes what waits for its next attempt due */
export function jobQueueContract(
  open: () => Promise<{ readonly queue: JobQueue; readonly later: () => Promise<void> }>,
): void {
  test("gives a job once, with what was asked", async () => {
    const { queue } = await open();
    const { id, state } = await queue.add(generateOrder("weekly"));
    expect(state).toBe("queued");
    const job = await taken(queue);
    expect(job).toMatchObject({ id, kind: "generate", about: "weekly/2021-W18", retry: 0 });
    expect(job.order).toEqual(generateOrder("weekly"));
    expect(await queue.take(["generate"])).toBeNull();
  });

  test("takes the kinds in the order in which they are named, and no others", async () => {
    const { queue } = await open();
    await queue.add(generateOrder("weekly"));
    await queue.add(sendOrder("weekly"));
    expect(await queue.take(["fetch"])).toBeNull();
    expect((await queue.take(["send", "generate"]))?.kind).toBe("send");
    expect((await queue.take(["send", "generate"]))?.kind).toBe("generate");
  });

  test("takes what is of higher priority first", async () => {
    const { queue } = await open();
    await queue.add(generateOrder("one"));
    await queue.add(generateOrder("two"), 10);
    expect((await taken(queue)).about).toBe("two/2021-W18");
  });

  test("queues the same work once, with the files as they are now", async () => {
    const { queue } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    const again = await queue.add(generateOrder("weekly", hashOf("c")));
    expect(again).toMatchObject({ id, state: "renewed" });
    expect((await taken(queue)).order.snapshot).toBe(hashOf("c"));
    expect(await queue.find({ states: ["waiting"], limit: 5 })).toEqual([]);
  });

  test("queues nothing where the very same is at work", async () => {
    const { queue } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    await taken(queue);
    expect(await queue.add(generateOrder("weekly"))).toMatchObject({ id, state: "running" });
  });

  test("keeps the same work with other files until the first has ended", async () => {
    const { queue } = await open();
    await queue.add(generateOrder("weekly"));
    const first = await taken(queue);
    expect((await queue.add(generateOrder("weekly", hashOf("c")))).state).toBe("queued");
    expect(await queue.take(["generate"])).toBeNull();
    await queue.finish(first, resultOf("done"));
    expect((await taken(queue)).order.snapshot).toBe(hashOf("c"));
  });

  test("keeps what came of a job", async () => {
    const { queue } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    expect(await queue.finish(await taken(queue), resultOf("done"))).toBe(true);
    const [job] = await queue.find({ ids: [id.slice(0, 8)], limit: 2 });
    expect(job).toMatchObject({ id, state: "done", attempts: 1, result: resultOf("done") });
  });

  test("does not try again what failed for its input", async () => {
    const { queue, later } = await open();
    await queue.add(generateOrder("weekly"));
    await queue.finish(await taken(queue), resultOf("failed"));
    await later();
    expect(await queue.take(["generate"])).toBeNull();
    expect(await queue.find({ states: ["failed"], limit: 5 })).toHaveLength(1);
  });

  test("tries again what failed for a reason outside, but not at once", async () => {
    const { queue, later } = await open();
    await queue.add(generateOrder("weekly"));
    await queue.again(await taken(queue), REASON);
    expect(await queue.take(["generate"])).toBeNull();
    const [job] = await queue.find({ states: ["again"], limit: 5 });
    expect(job).toMatchObject({ state: "again", reason: REASON });
    await later();
    expect((await taken(queue)).retry).toBe(1);
  });

  test("leaves a job dead once it was tried as often as it may be, and takes it up when told", async () => {
    const { queue, later } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await queue.again(await taken(queue), REASON);
      await later();
    }
    expect(await queue.take(["generate"])).toBeNull();
    const [dead] = await queue.find({ ids: [id], limit: 1 });
    expect(dead).toMatchObject({ state: "dead", attempts: 6, reason: REASON });
    expect((await queue.backlog()).find(({ kind }) => kind === "generate")?.dead).toBe(1);
    expect(await queue.retry(id)).toBe("changed");
    expect((await taken(queue)).id).toBe(id);
  });

  test("takes no result of a worker that lost its job to another", async () => {
    const { queue, later } = await open();
    await queue.add(generateOrder("weekly"));
    const first = await taken(queue);
    await queue.again(first, REASON);
    await later();
    const second = await taken(queue);
    expect(await queue.keep(first)).toBe(false);
    expect(await queue.finish(first, resultOf("failed"))).toBe(false);
    expect(await queue.keep(second)).toBe(true);
    expect(await queue.finish(second, resultOf("done"))).toBe(true);
  });

  test("has what was given back as if it had not been taken", async () => {
    const { queue } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    for (let time = 0; time < 10; time += 1) await queue.giveBack(await taken(queue));
    expect(await queue.find({ states: ["waiting"], limit: 5 })).toHaveLength(1);
    expect((await taken(queue)).id).toBe(id);
  });

  test("cancels what has not ended, and queues it once more when told", async () => {
    const { queue } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    expect(await queue.retry(id)).toBe("not-so");
    expect(await queue.cancel(id)).toBe("changed");
    expect(await queue.take(["generate"])).toBeNull();
    expect(await queue.cancel(id)).toBe("not-so");
    expect(await queue.retry(id)).toBe("changed");
    expect((await taken(queue)).id).toBe(id);
  });

  test("queues anew what failed for its input, once that is mended", async () => {
    const { queue } = await open();
    const { id } = await queue.add(generateOrder("weekly"));
    await queue.finish(await taken(queue), resultOf("failed"));
    expect(await queue.retry(id)).toBe("changed");
    expect((await taken(queue)).order).toEqual(generateOrder("weekly"));
  });

  test("says of a job that is not there that it is not there", async () => {
    const { queue } = await open();
    expect(await queue.cancel("ffffffff-0000")).toBe("not-there");
    expect(await queue.retry("100%")).toBe("not-there");
    expect(await queue.find({ ids: ["_"], limit: 5 })).toEqual([]);
  });

  test("says how much waits", async () => {
    const { queue } = await open();
    await queue.add(generateOrder("one"));
    await queue.add(generateOrder("two"));
    await taken(queue);
    const backlog = await queue.backlog();
    expect(backlog.map(({ kind }) => kind)).toEqual([
      "send",
      "render",
      "generate",
      "fetch",
      "read",
    ]);
    expect(backlog[2]).toMatchObject({ waiting: 1, again: 0, running: 1, dead: 0 });
    expect(backlog[2]?.oldest).toBeGreaterThanOrEqual(0);
    expect(backlog[0]?.oldest).toBeNull();
  });
}
