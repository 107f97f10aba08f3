/**
 * The issues of twenty desks by one worker, then by two: how many a minute, and where two are not twice
 * as fast, what was busy meanwhile.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEngines } from "../../cluster/engines/start-engines.mjs";
import { ISSUE, openDesks } from "./queue/desks.mjs";
import { processorTime, processorTimeBelow } from "./queue/processor-time.mjs";
import { brief, jobsOf, start } from "./queue/run-brief.mjs";

export async function evaluate(_, { built, quick }) {
  const engines = await startEngines({ only: "postgres" });
  const { root, desks, close } = openDesks(quick ? 6 : 20, engines.postgres.address);
  try {
    // The first run makes the tables.
    await measure(built, root, desks.slice(0, 1), 1);
    const one = await measure(built, root, desks, 1);
    const two = await measure(built, root, desks, 2);
    return rows(desks.length, one, two);
  } finally {
    close();
    await engines.stop();
  }
}

/** Every job of them is done anew: what is asked again is made again. */
async function measure(built, root, desks, workers) {
  const words = ["--brief", desks.join(","), "--week", ISSUE, "--json"];
  const out = await brief(built, root, "generate", "--queue", ...words);
  const ids = new Set(
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).id),
  );
  const running = Array.from({ length: workers }, () =>
    start(built, root, ["worker", "--drain", "--out", join(root, "made")]),
  );
  const pids = running.map(({ child }) => child.pid);
  const [server, began] = [processorTimeBelow(process.pid), performance.now()];
  let time = 0;
  const watch = setInterval(() => {
    time = Math.max(time, processorTime(pids));
  }, 100);
  await Promise.all(running.map(({ ended }) => ended));
  clearInterval(watch);
  await sleep(50);
  const jobs = (await jobsOf(built, root)).jobs.filter(({ id }) => ids.has(id));
  const done = jobs.filter(({ state }) => state === "done");
  // From the first that was taken to the last that was done: a worker that starts is no throughput.
  const first = Math.min(...done.map(({ started }) => Date.parse(started)));
  const last = Math.max(...done.map(({ ended }) => Date.parse(ended)));
  return {
    isWhole: done.length === desks.length,
    perMinute: (desks.length * 60_000) / (last - first),
    each: done.reduce((sum, { result }) => sum + result.seconds, 0) / done.length,
    busy: (time * 1000) / (performance.now() - began),
    // Everything below this process but the workers themselves: PostgreSQL.
    rest: (processorTimeBelow(process.pid) - server - time) / time,
  };
}

function rows(count, one, two) {
  const cores = availableParallelism();
  const gain = two.perMinute / one.perMinute;
  const isBound = two.busy > 0.85 * cores;
  const told = ({ perMinute }) => `${perMinute.toFixed(0)} issues a minute`;
  const detail = ({ each, busy }) =>
    `${each.toFixed(2)} s each, ${busy.toFixed(2)} of ${cores} processors busy`;
  return [
    {
      on: `${count} desks, 1 worker`,
      measured: told(one),
      holds: one.isWhole,
      detail: detail(one),
    },
    {
      on: `${count} desks, 2 workers`,
      measured: told(two),
      holds: two.isWhole,
      detail: detail(two),
    },
    {
      on: "2 workers against 1",
      measured: `${gain.toFixed(2)} times`,
      asked: "1.8, or the bottleneck named",
      holds: gain >= 1.8 || isBound,
      detail: isBound
        ? `the processors: ${two.busy.toFixed(2)} of ${cores} at work`
        : `${two.busy.toFixed(2)} of ${cores} processors at work`,
    },
  ];
}
