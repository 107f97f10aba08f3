/** The queue in memory, for tests of what works with one: the same promises, within one program. */
import type { Clock } from "../../src/host/clock.js";
import type { Job, JobKind, JobOrder, JobState } from "../../src/model/job.js";
import { aboutJob, keyOf } from "../../src/queue/about-job.js";
import { LIMITS } from "../../src/queue/job-limits.js";
import type { Attempt, JobQueue } from "../../src/queue/job-queue.js";

interface Kept {
  order: JobOrder;
  job: Job;
  retry: number;
  wasTaken: boolean;
}

const OPEN: readonly JobState[] = ["waiting", "again"];

export function memoryQueue(clock: Clock): JobQueue {
  const all: Kept[] = [];
  const now = () => new Date(clock.now()).toISOString();
  const mine = ({ id, retry }: Attempt) =>
    all.find((one) => one.job.id === id && one.retry === retry && one.job.state === "running");
  const change = (one: Kept, job: Partial<Job>) => {
    one.job = { ...one.job, ...job };
  };
  const named = (id: string) => all.find(({ job }) => job.id.startsWith(id));
  const queue: JobQueue = {
    async add(order, priority = 0) {
      const told = { kind: order.kind, about: aboutJob(order) };
      const like = all.filter((one) => keyOf(one.order) === keyOf(order));
      const running = like.find(
        ({ job, order: old }) => job.state === "running" && old.snapshot === order.snapshot,
      );
      if (running !== undefined) return { id: running.job.id, ...told, state: "running" };
      const waiting = like.find(({ job }) => OPEN.includes(job.state));
      if (waiting !== undefined) {
        waiting.order = order;
        change(waiting, { priority });
        return { id: waiting.job.id, ...told, state: "renewed" };
      }
      const id = `${String(all.length + 1).padStart(4, "0")}`;
      all.push({ order, retry: 0, wasTaken: false, job: fresh(id, order, priority, now()) });
      return { id, ...told, state: "queued" };
    },
    async take(kinds) {
      for (const kind of kinds) {
        const [next] = all
          .filter(({ job }) => job.kind === kind && OPEN.includes(job.state))
          .filter(({ job }) => (job.next ?? "") <= now())
          .filter((one) => !isAtWork(all, one))
          .sort((a, b) => b.job.priority - a.job.priority);
        if (next === undefined) continue;
        if (next.wasTaken) next.retry += 1;
        next.wasTaken = true;
        const attempts = next.retry + 1;
        change(next, { state: "running", started: now(), next: null, attempts });
        const { order, retry, job } = next;
        const expires = LIMITS[kind].expire * 1000;
        return { id: job.id, kind, retry, order, about: job.about, expires };
      }
      return null;
    },
    async keep(job) {
      return mine(job) !== undefined;
    },
    async finish(job, result) {
      const one = mine(job);
      if (one === undefined) return false;
      change(one, { state: result.outcome, ended: now(), result, worker: result.worker });
      return true;
    },
    async again(job, reason) {
      const one = mine(job);
      if (one === undefined) return;
      const isLast = one.job.attempts >= one.job.maxAttempts;
      const next = new Date(clock.now() + 1000).toISOString();
      if (isLast) change(one, { state: "dead", reason, ended: now() });
      else change(one, { state: "again", reason, next });
    },
    async giveBack(job) {
      const one = mine(job);
      if (one === undefined) return;
      const maxAttempts = one.job.maxAttempts + 1;
      change(one, { state: "waiting", started: null, next: now(), maxAttempts });
    },
    async open(kinds) {
      return all.filter(({ job }) => kinds.includes(job.kind) && OPEN.includes(job.state)).length;
    },
    async find({ states, kinds, ids, limit }) {
      return all
        .map(({ job }) => job)
        .filter(({ state }) => states?.includes(state) ?? true)
        .filter(({ kind }) => kinds?.includes(kind) ?? true)
        .filter(({ id }) => ids?.some((start) => id.startsWith(start)) ?? true)
        .reverse()
        .slice(0, limit);
    },
    async backlog() {
      const kinds: readonly JobKind[] = ["send", "render", "generate", "fetch", "read"];
      return kinds.map((kind) => {
        const count = (state: JobState) =>
          all.filter(({ job }) => job.kind === kind && job.state === state).length;
        const oldest = count("waiting") === 0 ? null : 0;
        const [waiting, again] = [count("waiting"), count("again")];
        return { kind, waiting, again, running: count("running"), dead: count("dead"), oldest };
      });
    },
    async retry(id) {
      const one = named(id);
      if (one === undefined) return "not-there";
      if (one.job.state === "failed") await queue.add(one.order);
      else if (one.job.state === "dead" || one.job.state === "cancelled") {
        const maxAttempts = one.job.maxAttempts + 1;
        change(one, { state: "again", ended: null, next: now(), maxAttempts });
      } else return "not-so";
      return "changed";
    },
    async cancel(id) {
      const one = named(id);
      if (one === undefined) return "not-there";
      if (![...OPEN, "running"].includes(one.job.state)) return "not-so";
      change(one, { state: "cancelled", ended: now() });
      return "changed";
    },
    async close() {},
  };
  return queue;
}

function isAtWork(all: readonly Kept[], { order }: Kept): boolean {
  return all.some((one) => one.job.state === "running" && keyOf(one.order) === keyOf(order));
}

function fresh(id: string, order: JobOrder, priority: number, queued: string): Job {
  return {
    ...{ id, kind: order.kind, state: "waiting", about: aboutJob(order), priority, attempts: 0 },
    ...{ maxAttempts: LIMITS[order.kind].retries + 1, queued, started: null, ended: null },
    ...{ next: queued, worker: null, result: null, reason: null },
  };
}
