/**
 * What those pay who name no engine: time and memory of the program as they start it, the modules that
 * it loads and the packages that are installed. `BRIEF_BEFORE=<checkout>`, built and installed, is
 * measured beside it, turn by turn: each figure is then the median of the ratios of the rounds.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runBrief } from "./measure/run-brief.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const LIST_MODULES = join(import.meta.dirname, "measure/list-modules.mjs");
const ENGINE = /node_modules\/(?:@opensearch-project|@opentelemetry|pg|pg-[a-z]+|pgpass)\//;

const COMMANDS = [
  { on: "brief --version", args: ["--version"], rounds: 25 },
  { on: "brief --help", args: ["--help"], rounds: 15 },
  { on: "brief generate, the sample", args: ["generate"], rounds: 11 },
];

/** Beyond what a median of so few rounds swings by. */
const MOST_TIME = 1.05;
const MOST_MB = 5;

export async function evaluate(_load, { built, quick }) {
  const before = process.env.BRIEF_BEFORE;
  const sides = [
    ...(before === undefined ? [] : [{ root: resolve(before), built: join(before, "dist") }]),
    { root: ROOT, built: resolve(built) },
  ].map((side) => ({ ...side, workspace: sampleOf(side.root) }));
  try {
    const rows = [];
    for (const { on, args, rounds } of COMMANDS) {
      const runs = await takeTurns(sides, args, quick ? 3 : rounds);
      rows.push(timeRow(on, runs), memoryRow(on, runs));
    }
    return [...rows, await modulesRow(sides), packagesRow(sides)];
  } finally {
    for (const { workspace } of sides) rmSync(workspace, { recursive: true });
  }
}

function sampleOf(root) {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-startup-"));
  for (const part of ["briefwright.yaml", "corpus", "templates"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** A first run of each fills the disk's cache, the cache of compiled code and the index. */
async function takeTurns(sides, args, rounds) {
  const runs = sides.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [side, { built, workspace }] of sides.entries()) {
      const run = await runBrief(args, { built, cwd: workspace });
      if (run.status !== 0) throw new Error(run.stderr);
      if (round >= 0) runs[side].push(run);
    }
  }
  return runs;
}

function timeRow(on, runs) {
  const own = runs.at(-1).map(({ ms }) => ms);
  const row = { on: `startup: ${on}, time`, measured: `${Math.round(median(own))} ms` };
  if (runs.length === 1) return row;
  const ratio = median(own.map((ms, round) => ms / runs[0][round].ms));
  const was = Math.round(median(runs[0].map(({ ms }) => ms)));
  return {
    ...row,
    measured: `${row.measured}, ${ratio.toFixed(3)} x before`,
    asked: `<= ${MOST_TIME} x`,
    holds: ratio <= MOST_TIME,
    detail: `before ${was} ms, ${own.length} rounds`,
  };
}

function memoryRow(on, runs) {
  const [own, was] = [runs.at(-1), runs[0]].map((side) => median(side.map(({ mb }) => mb)));
  const row = { on: `startup: ${on}, memory at most`, measured: `${own.toFixed(1)} MB` };
  if (runs.length === 1) return row;
  return {
    ...row,
    asked: `before + ${MOST_MB} MB`,
    holds: own - was <= MOST_MB,
    detail: `before ${was.toFixed(1)} MB`,
  };
}

async function modulesRow(sides) {
  const lists = [];
  for (const { built, workspace } of sides) lists.push(await modulesOf(built, workspace));
  const own = lists.at(-1);
  const engines = own.filter((url) => ENGINE.test(url));
  const was = lists.length === 1 ? "" : `before ${lists[0].length}; `;
  return {
    on: "startup: modules loaded by brief generate",
    measured: `${own.length}, ${engines.length} of them for engines`,
    asked: "0 for engines",
    holds: engines.length === 0,
    detail: `${was}files of the program, of packages and of Node`,
  };
}

function modulesOf(built, cwd) {
  const child = spawn(
    process.execPath,
    ["--import", LIST_MODULES, join(built, "cli/main.js"), "generate"],
    { cwd, stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  let text = "";
  child.stdio[3].setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  return new Promise((done) => child.on("close", () => done(JSON.parse(text))));
}

/** What `npm install briefwright` brings: by the lock, without what is only for developing or optional. */
function packagesRow(sides) {
  const counts = sides.map(({ root }) => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
    return Object.entries(packages).filter(
      ([path, { dev, devOptional, optional, peer }]) =>
        path !== "" && !dev && !devOptional && !optional && !peer,
    ).length;
  });
  const [was, own] = [counts[0], counts.at(-1)];
  return {
    on: "startup: packages installed",
    measured: String(own),
    ...(counts.length > 1 && { asked: String(was), holds: own === was, detail: `before ${was}` }),
  };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
