/**
 * Engines that are not there, refuse, are of another version, closed or full: a command then ends with one
 * clear line and a hint and exit status 1, says no password, and leaves nothing half-done behind.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngines } from "../../cluster/engines/start-engines.mjs";
import { CASES, SECRET } from "./faults/cases.mjs";
import { runBrief } from "./measure/run-brief.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const ASKED_SECONDS = 90;
/** Articles that come: one before an engine fails, one after. */
const [EARLY, LATE] = ["early.txt", "late.txt"];

const ARGUMENTS = {
  add: [LATE],
  generate: ["--week", "2021-W18", "--out", "out"],
  jobs: [],
  search: ["Libya"],
};

export async function evaluate(_load, { built, verbose }) {
  const engines = await startEngines({ nodes: 1 });
  const folder = mkdtempSync(join(tmpdir(), "briefwright-faults-"));
  try {
    for (const part of ["briefwright.yaml", "corpus", "templates"]) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    for (const [at, file] of [EARLY, LATE].entries()) {
      const text = `date 2021-05-0${at + 5}\n\nThe ministers met in Tripoli again, Libya ${at}.\n`;
      writeFileSync(join(folder, file), text);
    }
    const rows = [];
    for (const one of CASES) rows.push(await tryCase(one, { engines, folder, built, verbose }));
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
    await engines.stop();
  }
}

async function tryCase({ name, says, commands, arrange }, { engines, folder, built, verbose }) {
  const run = (command, env, words = ARGUMENTS[command]) =>
    runBrief([command, ...words], { built, cwd: folder, env });
  const { env, undo } = await arrange(engines, async (wanted) => {
    await run("add", wanted, [EARLY]);
    await run("search", wanted);
  });
  const faults = [];
  let slowest = 0;
  try {
    for (const command of commands) {
      const result = await run(command, env);
      slowest = Math.max(slowest, result.ms);
      const wrong = faultsOf(result, says, folder);
      faults.push(...wrong.map((fault) => `${command}: ${fault}`));
      if (verbose && wrong.length > 0) console.error(`${name}, ${command}:\n${result.stderr}`);
    }
  } finally {
    rmSync(join(folder, "out"), { recursive: true, force: true });
    await undo?.();
  }
  return {
    on: name,
    measured: faults.length === 0 ? "one line, one hint, exit 1" : faults.join("; "),
    asked: "the same, nothing half-done",
    holds: faults.length === 0,
    detail: `${commands.map((command) => `brief ${command}`).join(", ")}; ${(slowest / 1000).toFixed(1)} s at most`,
  };
}

function faultsOf({ status, stdout, stderr, ms }, says, folder) {
  const lines = stderr.trim().split("\n");
  const errors = lines.filter((line) => line.startsWith("error:"));
  const hints = lines.filter((line) => line.trim().startsWith("hint:"));
  return [
    status === 1 ? null : `exit ${status}`,
    errors.length === 1 && hints.length === 1
      ? null
      : `${errors.length} errors, ${hints.length} hints`,
    says.test(errors[0] ?? "") ? null : `says ${errors[0] ?? "nothing"}`,
    /\n\s+at /.test(stderr) ? "a stack" : null,
    `${stdout}${stderr}`.includes(SECRET) ? "the password" : null,
    existsSync(join(folder, "out")) ? "something is made" : null,
    ms < ASKED_SECONDS * 1000 ? null : `${(ms / 1000).toFixed(0)} s`,
  ].filter((fault) => fault !== null);
}
