/** Time of `brief check` of the sample brief as a user runs it, whole process: medians over its three forms. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const WEEK = "libya-weekly/2021-W18";
/** Milliseconds, for two cores with nothing else to do. */
const LIMIT = 500;

export function evaluate(_load, { built, quick }) {
  const main = resolve(built, "cli/main.js");
  const out = mkdtempSync(join(tmpdir(), "briefwright-trust-"));
  const run = (...args) =>
    spawnSync(process.execPath, [main, ...args], { cwd: ROOT, encoding: "utf8" });
  try {
    run("generate", "--out", out);
    return ["issue.json", "brief.html", "brief.pdf"].map((name) =>
      rowOf(name, join(out, WEEK, name), run, quick ? 3 : 7),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function rowOf(name, file, run, rounds) {
  if (!existsSync(file)) throw new Error(`${file} was not made`);
  const times = [];
  const statuses = new Set();
  let told = "";
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    const { status, stdout, stderr } = run("check", file);
    if (round > 0) times.push(performance.now() - start);
    statuses.add(status);
    told = `${stdout}${stderr}`.trim().split("\n").at(-1);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  const isDone = statuses.size === 1 && statuses.has(0);
  return {
    on: `brief check ${name}, whole process`,
    measured: isDone ? `${median.toFixed(0)} ms` : `status ${[...statuses].join(", ")}`,
    asked: `< ${LIMIT} ms`,
    holds: isDone && median < LIMIT,
    detail: isDone
      ? `median of ${rounds}, ${times[0].toFixed(0)} to ${times.at(-1).toFixed(0)}`
      : told.replaceAll(out(file), ""),
  };
}

function out(file) {
  return file.slice(0, file.indexOf(WEEK));
}
