/** The commands over the queue, as processes of their own: briefs by workers, and what becomes of those who die. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { JobSchema, JobsResultSchema, WorkerLineSchema } from "../../src/model/job.js";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";
import { freshDatabase, killPostgres, startPostgres } from "./engines.js";

vi.setConfig({ testTimeout: 120_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");
const WEEK = ["--week", "2021-W18"];

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

async function openDesk(changes: Record<string, string> = {}): Promise<string> {
  return openTestWorkspace({ "engines.yaml": `ledger: ${await freshDatabase()}\n`, ...changes });
}

function brief(root: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, [MAIN, ...words], { cwd: root, encoding: "utf8" });
}

function startWorker(root: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, "worker", ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let told = "";
  child.stdout.on("data", (piece) => {
    told += piece;
  });
  child.stderr.resume();
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, ended, told: () => told };
}

function jobsOf(root: string) {
  return JobsResultSchema.parse(JSON.parse(brief(root, "jobs", "--json").stdout));
}

const linesOf = (text: string) => text.trim().split("\n").filter(Boolean);

test("a worker makes the bytes that the command makes", async () => {
  const [alone, shared] = [openTestWorkspace(), await openDesk()];
  expect(brief(alone, "generate", ...WEEK).status).toBe(0);
  const worker = startWorker(shared);
  const { stdout, status } = brief(shared, "generate", ...WEEK, "--queue", "--wait", "--json");
  worker.child.kill("SIGTERM");
  expect(status).toBe(0);
  expect(await worker.ended).toBe(0);
  const job = JobSchema.parse(JSON.parse(stdout));
  expect(job).toMatchObject({ state: "done", kind: "generate", about: "libya-weekly/2021-W18" });
  expect(job.result?.files.length).toBeGreaterThan(5);
  for (const { path, sha256 } of job.result?.files ?? []) {
    for (const root of [alone, shared]) {
      const bytes = readFileSync(join(root, "out", path));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
  }
});

test("a workspace of no worker's own is laid out, and what it makes goes where the worker is told", async () => {
  const root = await openDesk();
  const elsewhere = openTestWorkspace({ "briefwright.yaml": null });
  expect(brief(root, "generate", ...WEEK, "--queue").status).toBe(0);
  const ledger = readFileSync(join(root, "engines.yaml"), "utf8").replace("ledger: ", "").trim();
  const { status, stdout } = spawnSync(
    process.execPath,
    [MAIN, "worker", "--drain", "--json", "--out", join(elsewhere, "made")],
    { cwd: elsewhere, encoding: "utf8", env: { ...process.env, BRIEF_LEDGER: ledger } },
  );
  expect(status).toBe(0);
  const events = linesOf(stdout).map((line) => WorkerLineSchema.parse(JSON.parse(line)).event);
  expect(events).toEqual(["taken", "finished"]);
  expect(
    readFileSync(join(elsewhere, "made/libya-weekly/2021-W18/brief.pdf")).length,
  ).toBeGreaterThan(1000);
});

test("what fails for its input is failed, and told to whoever waits", async () => {
  const root = await openDesk({ "corpus/lexicon/themes.yaml": "themes: [" });
  const worker = startWorker(root);
  const { stderr, status } = brief(root, "generate", ...WEEK, "--queue", "--wait");
  worker.child.kill("SIGTERM");
  expect(status).toBe(1);
  expect(stderr).toContain("corpus/lexicon/themes.yaml");
  expect(jobsOf(root).jobs[0]).toMatchObject({ state: "failed", attempts: 1 });
});

test("the job of a worker that was killed is done by another", async () => {
  const root = await openDesk();
  brief(root, "generate", ...WEEK, "--queue");
  const first = startWorker(root, "--json");
  await expect.poll(first.told, { timeout: 30_000, interval: 20 }).toContain('"taken"');
  first.child.kill("SIGKILL");
  await first.ended;
  const second = startWorker(root, "--drain", "--json");
  expect(await second.ended).toBe(0);
  expect(second.told()).toContain('"finished"');
  const { jobs, workers } = jobsOf(root);
  expect(jobs).toMatchObject([{ state: "done", attempts: 2 }]);
  expect(workers).toEqual([]);
});

test("a worker that is told to end gives back what it cannot finish in its grace", async () => {
  const root = await openDesk();
  brief(root, "generate", ...WEEK, "--queue");
  const worker = startWorker(root, "--grace", "0", "--json");
  await expect.poll(worker.told, { timeout: 30_000, interval: 20 }).toContain('"taken"');
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  const events = linesOf(worker.told()).map((line) => JSON.parse(line).event);
  if (events.includes("finished")) return;
  expect(events).toEqual(["taken", "given-back"]);
  expect(jobsOf(root).jobs).toMatchObject([{ state: "waiting" }]);
});

test("a worker lives through a crash of the database, and keeps what it has made until it is back", async () => {
  const root = await openDesk();
  brief(root, "generate", ...WEEK, "--queue");
  const worker = startWorker(root, "--drain", "--json");
  await expect.poll(worker.told, { timeout: 30_000, interval: 20 }).toContain('"taken"');
  await killPostgres();
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await startPostgres();
  expect(await worker.ended).toBe(0);
  expect(jobsOf(root).jobs).toMatchObject([{ state: "done" }]);
});

test("a person is told where no queue is named, and where it cannot be reached", async () => {
  const alone = brief(openTestWorkspace(), "generate", "--queue");
  expect(alone).toMatchObject({ status: 1, stdout: "" });
  expect(alone.stderr).toContain("no queue is named");
  const away = openTestWorkspace({ "engines.yaml": "ledger: postgres://brief@127.0.0.1:1/x\n" });
  for (const words of [["jobs"], ["worker", "--once"], ["generate", "--queue"]]) {
    const { status, stderr } = brief(away, ...words);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: PostgreSQL at 127\.0\.0\.1:1[\s\S]*hint: /);
  }
});
