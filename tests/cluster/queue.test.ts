/** The queue on pg-boss keeps the promises of every queue, and its workers live through what befalls them. */
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import type { Engines } from "../../src/model/engines.js";
import type { JobQueue } from "../../src/queue/job-queue.js";
import { type OpenQueue, openQueue } from "../../src/queue/open-queue.js";
import { snapshotOf } from "../../src/queue/snapshot/plan-snapshot.js";
import {
  forgetSnapshots,
  keepSnapshot,
  readSnapshot,
} from "../../src/queue/snapshot/snapshot-store.js";
import { readWorkers, WorkerRegistry } from "../../src/queue/worker-registry.js";
import { generateOrder, jobQueueContract } from "../contracts/job-queue.js";
import { freshDatabase } from "./engines.js";

const opened: JobQueue[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.close()));
});

const enginesAt = (url: string): Engines => {
  const address = { url, user: null, password: null };
  return { corpus: null, ledger: address, queue: address, outputs: null };
};

async function open(): Promise<OpenQueue & { readonly address: string }> {
  const address = await freshDatabase();
  return { ...(await openAt(address)), address };
}

async function openAt(address: string): Promise<OpenQueue> {
  const found = await openQueue(enginesAt(address), {
    supervises: false,
    onTrouble: (message) => {
      throw new Error(message);
    },
  });
  opened.push(found.queue);
  return found;
}

async function ask(address: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(text);
  await client.end();
}

describe("the queue on pg-boss", () => {
  jobQueueContract(async () => {
    const { queue, address } = await open();
    const later = () =>
      ask(address, "UPDATE briefwright_jobs.job SET start_after = now() WHERE state = 'retry'");
    return { queue, later };
  });

  test("is there for all who come first at the same time", async () => {
    const address = await freshDatabase();
    const all = await Promise.all([openAt(address), openAt(address), openAt(address)]);
    const [first, second, third] = all;
    const ids = await Promise.all(all.map(({ queue }) => queue.add(generateOrder("weekly"))));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    const taken = await Promise.all(
      [first, second, third].map((one) => one?.queue.take(["generate"])),
    );
    expect(taken.filter((job) => job !== null)).toHaveLength(1);
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the files that jobs work with", () => {
  test("are read as they were kept, and are there once however many workspaces have them", async () => {
    const { database } = await open();
    const one = snapshotOf(
      new Map([
        ["a.yaml", bytes("same")],
        ["b/ü.txt", bytes("")],
      ]),
    );
    const two = snapshotOf(new Map([["c.yaml", bytes("same")]]));
    await Promise.all([one, two, one].map((snapshot) => keepSnapshot(database, snapshot)));
    expect(await readSnapshot(database, one.id)).toEqual(one.files);
    expect(await readSnapshot(database, two.id)).toEqual(two.files);
    const [count] = await database.rows("SELECT count(*)::int AS n FROM briefwright.snapshot_file");
    expect(count?.n).toBe(2);
  });

  test("are none where a byte is not as it was, or a path leads out", async () => {
    const { database } = await open();
    const good = snapshotOf(new Map([["a.yaml", bytes("good")]]));
    const out = snapshotOf(new Map([["../a.yaml", bytes("out")]]));
    await keepSnapshot(database, good);
    await keepSnapshot(database, out);
    await database.rows("UPDATE briefwright.snapshot_file SET content = 'x' WHERE sha256 = $1", [
      good.entries[0]?.sha256,
    ]);
    expect(await readSnapshot(database, good.id)).toBeNull();
    expect(await readSnapshot(database, out.id)).toBeNull();
    expect(await readSnapshot(database, "0".repeat(64))).toBeNull();
  });

  test("are forgotten once they are old and no job waits for them", async () => {
    const { database, queue, address } = await open();
    const wanted = snapshotOf(
      new Map([
        ["a.yaml", bytes("wanted")],
        ["s", bytes("shared")],
      ]),
    );
    const left = snapshotOf(
      new Map([
        ["b.yaml", bytes("left")],
        ["s", bytes("shared")],
      ]),
    );
    await keepSnapshot(database, wanted);
    await keepSnapshot(database, left);
    await queue.add(generateOrder("weekly", wanted.id));
    for (const table of ["snapshot", "snapshot_file"]) {
      await ask(address, `UPDATE briefwright.${table} SET used_at = now() - interval '40 days'`);
    }
    await forgetSnapshots(database, "briefwright_jobs.job", 35);
    expect(await readSnapshot(database, wanted.id)).toEqual(wanted.files);
    expect(await readSnapshot(database, left.id)).toBeNull();
    const [count] = await database.rows("SELECT count(*)::int AS n FROM briefwright.snapshot_file");
    expect(count?.n).toBe(2);
  });
});

describe("workers", () => {
  const identity = (id: string) => ({
    ...{ id, name: `${id}:1`, host: id, pid: 1, concurrency: 1 },
    kinds: ["generate" as const],
  });
  const quiet = (address: string) =>
    ask(address, "UPDATE briefwright.worker SET seen_at = now() - interval '1 minute'");
  const news = { state: "idle", doing: [], done: 0, failed: 0 } as const;

  test("are buried once their session is gone, and what they had is taken up", async () => {
    const { queue, database, address } = await open();
    const other = await openAt(address);
    let now = 0;
    const dies = new WorkerRegistry(other.database, identity("dies"), () => 0);
    const lives = new WorkerRegistry(database, identity("lives"), () => now);
    await queue.add(generateOrder("weekly"));
    const job = await queue.take(["generate"]);
    if (job === null) throw new Error("nothing could be taken");
    const since = "2021-05-10T06:00:00.000Z";
    const doing = [{ id: job.id, kind: job.kind, about: job.about, retry: job.retry, since }];
    await dies.beat({ ...news, state: "working", doing });
    await lives.beat(news);
    const [running] = await queue.find({ states: ["running"], limit: 1 });
    expect(running?.worker).toBe("dies:1");
    now = 60_000;
    await quiet(address);
    const buried: string[] = [];
    const bury = () =>
      lives.bury(async (attempt, name) => {
        buried.push(`${name} ${attempt.id}`);
      });
    await bury();
    expect(buried).toEqual([]);
    expect((await readWorkers(database)).map(({ state }) => state)).toEqual(["quiet", "quiet"]);
    expect(await queue.open(["generate"])).toBe(0);
    await database.rows(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'briefwright-worker' AND query LIKE '%worker%' AND pid <> pg_backend_pid() AND pid = (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('briefwright worker dies', 0))",
    );
    await expect.poll(() => queue.open(["generate"]), { timeout: 5_000 }).toBe(1);
    await expect.poll(async () => bury().then(() => buried), { timeout: 5_000 }).toHaveLength(1);
    expect(buried).toEqual([`dies:1 ${job.id}`]);
    expect((await readWorkers(database)).map(({ id }) => id)).toEqual(["lives:1"]);
    await lives.leave();
    expect(await readWorkers(database)).toEqual([]);
  });

  test("bury nobody right after they came back themselves", async () => {
    const { database, address } = await open();
    const own = new WorkerRegistry(database, identity("own"), () => 5_000);
    await own.beat(news);
    await ask(
      address,
      `INSERT INTO briefwright.worker (id, name, host, pid, kinds, concurrency, state, seen_at)
       VALUES ('gone', 'gone:1', 'gone', 1, '["send"]', 1, 'idle', now() - interval '1 hour')`,
    );
    await own.bury(async () => undefined);
    expect(await readWorkers(database)).toHaveLength(2);
    await own.leave();
  });
});
