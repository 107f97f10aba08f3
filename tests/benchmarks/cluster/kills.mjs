/**
 * Workers killed (kill -9) and PostgreSQL crashed at random moments, fifty times, while the issues of
 * twenty desks are made and sent to their readers over a real SMTP server: every issue once and as an
 * undisturbed run makes it, every message at most once, and what is not known listed, no more and no less.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEngines } from "../../cluster/engines/start-engines.mjs";
import { randomFrom } from "../seeded-random.mjs";
import { ISSUE, openDesks } from "./queue/desks.mjs";
import { crash, openFleet } from "./queue/fleet.mjs";
import { mailDesks } from "./queue/mail-desks.mjs";
import { brief, jobsOf } from "./queue/run-brief.mjs";

export async function evaluate(load, { built, quick, seed, verbose }) {
  const sizes = quick
    ? { desks: 4, readers: 10, making: 5, sending: 5 }
    : { desks: 20, readers: 25, making: 25, sending: 25 };
  const random = randomFrom(Number(seed));
  const engines = await startEngines({ only: "postgres" });
  const opened = openDesks(sizes.desks, engines.postgres.address);
  const bench = { ...opened, built, load, random, verbose, sizes, postgres: engines.postgres };
  try {
    return [...(await makeIssues(bench)), ...(await mailDesks(bench))];
  } finally {
    opened.close();
    await engines.stop();
  }
}

/** Until so many were killed and nothing waits. @returns what was done */
async function makeIssues(bench) {
  const { root, desks, built, sizes, random, verbose } = bench;
  const undisturbed = await hashesUndisturbed(bench);
  const out = join(root, "made");
  const queued = [];
  const queue = async () => {
    const words = ["--brief", desks.join(","), "--week", ISSUE, "--json"];
    const lines = (await brief(built, root, "generate", "--queue", ...words)).trim().split("\n");
    queued.push(...lines.map((line) => JSON.parse(line).id));
  };
  await queue();
  const ends = [];
  const fleet = openFleet(built, root, ["--kinds", "generate", "--out", out], {
    onEnd: (end) => ends.push(end),
  });
  const done = { kills: 0, crashes: 0 };
  const began = performance.now();
  try {
    while (done.kills + done.crashes < sizes.making) {
      await sleep(400 + random() * 2600);
      if ((await openJobs(built, root)) === 0) await queue();
      // Most moments are those of a worker at work; every fifth is one of the database.
      if ((done.kills + done.crashes) % 5 === 4) {
        await crash(bench.postgres, random() * 1500);
        done.crashes += 1;
      } else {
        await fleet.kill(random());
        done.kills += 1;
      }
    }
    while ((await openJobs(built, root)) > 0) await sleep(500);
  } finally {
    await fleet.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const { jobs } = await jobsOf(built, root);
  const own = jobs.filter(({ id }) => queued.includes(id));
  if (verbose) for (const job of own.filter(({ state }) => state !== "done")) console.error(job);
  const wrong = desks.filter((desk) => {
    const made = own.filter(({ about, state }) => about === `${desk}/${ISSUE}` && state === "done");
    const hashes = made.map(({ result }) => hashOfFiles(result.files));
    const isOnDisk = hashOfFiles(filesBelow(out, made[0]?.result.files ?? [])) === hashes[0];
    return made.length === 0 || !isOnDisk || hashes.some((hash) => hash !== undisturbed.get(desk));
  });
  const notDone = own.filter(({ state }) => state !== "done");
  const on = `${done.kills} kill -9 of workers and ${done.crashes} crashes of PostgreSQL while ${desks.length} desks generate`;
  const most = Math.max(...own.map(({ attempts }) => attempts));
  const stray = ends.filter(
    ({ signal, status, told }) => signal !== "SIGKILL" && status !== 0 && !FOUND_NONE.test(told),
  );
  if (verbose) for (const { told } of stray) console.error(told);
  return [
    {
      on: `${on}: issues that are not as an undisturbed run makes them`,
      measured: String(wrong.length),
      asked: "0",
      holds: wrong.length === 0,
      detail: `${own.length} jobs in ${seconds.toFixed(0)} s, at most ${most} attempts at one`,
    },
    {
      on: `${on}: jobs that did not end as done`,
      measured: String(notDone.length),
      asked: "0",
      holds: notDone.length === 0,
      detail: notDone.map(({ about, state }) => `${about} ${state}`).join(", "),
    },
    {
      on: `${on}: workers that ended by themselves, but for want of a database when they began`,
      measured: String(stray.length),
      asked: "0",
      holds: stray.length === 0,
    },
  ];
}

/** One that begins while the database is down says so in a line, and ends. */
const FOUND_NONE = /^error: PostgreSQL at \S+: (?:cannot be reached|is being stopped or started)/;

/** What one process makes of each desk with nobody in its way, by desk: into `out/`, which is approved later. */
async function hashesUndisturbed({ root, desks, built }) {
  const words = ["--brief", desks.join(","), "--week", ISSUE, "--queue", "--json"];
  await brief(built, root, "generate", ...words);
  await brief(built, root, "worker", "--drain");
  const { jobs } = await jobsOf(built, root);
  return new Map(
    jobs
      .filter(({ state }) => state === "done")
      .map(({ about, result }) => [about.split("/")[0], hashOfFiles(result.files)]),
  );
}

function hashOfFiles(files) {
  const lines = files.map(({ path, sha256 }) => `${sha256} ${path}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

function filesBelow(folder, files) {
  return files.map(({ path }) => {
    const bytes = readFileSync(join(folder, path));
    return { path, sha256: createHash("sha256").update(bytes).digest("hex") };
  });
}

async function openJobs(built, root) {
  const { backlog } = await jobsOf(built, root);
  return backlog.reduce((sum, { waiting, again, running }) => sum + waiting + again + running, 0);
}
