/**
 * The tests that need real engines: `npm run test:cluster -- [arguments of vitest]`.
 *
 * Starts an OpenSearch of three nodes and a PostgreSQL on 127.0.0.1, both with what they keep in a
 * temporary folder, runs the tests, and stops both. `--serve` leaves them running until Ctrl-C and
 * prints the variables that the tests find them by; `--opensearch 2` takes the older release;
 * `--only postgres` or `--only opensearch` starts one; `--heap 3g` gives OpenSearch more.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MissingPart } from "./engines/missing-part.mjs";
import { startEngines } from "./engines/start-engines.mjs";

const ROOT = join(import.meta.dirname, "../..");

const own = takeOwn(process.argv.slice(2));
const interrupted = new Promise((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(130));
});

try {
  const engines = await startEngines({ ...own.engines, inMemory: !own.serves });
  try {
    for (const { about } of [engines.opensearch, engines.postgres].filter(Boolean)) {
      console.error(about);
    }
    process.exitCode = await Promise.race([
      interrupted,
      own.serves ? serve(engines) : runTests(engines, own.rest),
    ]);
  } finally {
    await engines.stop();
  }
} catch (error) {
  if (!(error instanceof MissingPart)) throw error;
  console.error(`${error.message}\nhint: ${error.hint}`);
  process.exitCode = 1;
}

/** What is not ours goes to vitest. */
function takeOwn(args) {
  const options = {
    heap: { type: "string" },
    only: { type: "string" },
    opensearch: { type: "string" },
    serve: { type: "boolean", default: false },
  };
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const ours = tokens.filter(({ kind, name }) => kind === "option" && Object.hasOwn(options, name));
  const taken = new Set(
    ours.flatMap(({ index, inlineValue, value }) =>
      inlineValue === false && value !== undefined ? [index, index + 1] : [index],
    ),
  );
  const { heap, only = null, opensearch: major = null } = values;
  return {
    serves: values.serve,
    engines: { only, major, ...(heap === undefined ? {} : { heap }) },
    rest: args.filter((_, index) => !taken.has(index)),
  };
}

function serve({ variables }) {
  for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`);
  console.error("Ctrl-C stops them");
  return new Promise(() => undefined);
}

function runTests({ variables }, args) {
  const pinned = join(ROOT, "node_modules/.bin/node");
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const config = ["--config", "tests/cluster/vitest.config.ts"];
  const child = spawn(
    existsSync(pinned) ? pinned : process.execPath,
    [vitest, "run", ...config, ...args],
    { cwd: ROOT, env: { ...process.env, ...variables }, stdio: "inherit" },
  );
  interrupted.then(() => child.kill());
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
