/**
 * Wall time of the built program as a user runs it: `npm run bench` (medians of 9; 3 with --quick).
 *
 * The folder for what is made is a new one each time, so that nothing is warm but the disk.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../dist/cli/main.js");
const ROOT = join(import.meta.dirname, "../..");
const runs = process.argv.includes("--quick") ? 3 : 9;

/** Limits in milliseconds, for two cores with nothing else to do. */
const CASES = [
  { name: "brief generate, HTML, PDF and JSON", args: ["generate"], limit: 1000 },
  { name: "brief --version", args: ["--version"], limit: 150 },
];

for (const { name, args, limit } of CASES) {
  const times = [];
  for (let run = 0; run <= runs; run += 1) {
    const out = mkdtempSync(join(tmpdir(), "briefwright-bench-"));
    const options = args[0] === "generate" ? ["--out", out] : [];
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [MAIN, ...args, ...options], { cwd: ROOT });
    const time = performance.now() - start;
    rmSync(out, { recursive: true });
    if (status !== 0) throw new Error(`${name} ended with status ${status}`);
    if (run > 0) times.push(time);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  const spread = `${times[0].toFixed(0)} to ${times.at(-1).toFixed(0)}`;
  const verdict = median < limit ? "under" : "OVER";
  console.log(
    `${name}: median ${median.toFixed(0)} ms of ${runs} (${spread}), ${verdict} ${limit} ms`,
  );
}
