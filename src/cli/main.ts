#!/usr/bin/env node
/**
 * The command `brief`: finds a Node that is new enough, then hands over.
 *
 * Nothing is imported before that check: an old Node could not read the rest.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { constants } from "node:os";
import process from "node:process";
import { setFlagsFromString } from "node:v8";

const require = createRequire(import.meta.url);
const manifest = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string; engines: { node: string } };

const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

if (!isNewEnough(process.versions.node)) {
  process.exitCode = (await runPinned()) ?? refuse();
} else if (process.argv.length === 3 && process.argv[2] === "--version") {
  process.stdout.write(`${manifest.version}\n`);
} else {
  // Keeps compiled code between runs, in the system's folder for temporary files.
  module.enableCompileCache?.();
  const { run } = await import("./run.js");
  // From here on the room for young objects stays as it is: they need no more, and what is left of it
  // unused would be 30 MB.
  setFlagsFromString("--semi-space-growth-factor=1");
  process.exitCode = await run(process.argv.slice(2), manifest.version);
}

function isNewEnough(version: string): boolean {
  const wanted = numbers(manifest.engines.node);
  const found = numbers(version);
  const differing = wanted.findIndex((part, index) => part !== (found[index] ?? 0));
  return differing < 0 || (found[differing] ?? 0) > (wanted[differing] ?? 0);
}

function numbers(version: string): number[] {
  return version.replace(/^\D+/, "").split(".").map(Number);
}

/** Runs the Node that is pinned beside this package, where there is one, and ends as it ends. */
async function runPinned(): Promise<number | null> {
  if (process.env.BRIEFWRIGHT_PINNED === "1") return null;
  let pinned: string;
  try {
    pinned = require.resolve("node/bin/node");
  } catch {
    return null;
  }
  const child = spawn(pinned, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, BRIEFWRIGHT_PINNED: "1" },
  });
  // A terminal sends Ctrl-C to both: the command lets the second of the two pass.
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  const end = await new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", (status, signal) => resolve(signal ?? status));
  });
  for (const signal of PASSED_ON) process.removeListener(signal, passOn);
  return typeof end === "string" ? endBy(end) : end;
}

/** Whoever started this sees the signal too, as a shell must to end its script. */
function endBy(signal: NodeJS.Signals): number {
  process.kill(process.pid, signal);
  return 128 + constants.signals[signal];
}

function refuse(): number {
  process.stderr.write(
    `brief: Node ${process.versions.node} is too old: it needs Node ${manifest.engines.node}, from https://nodejs.org\n`,
  );
  return 2;
}
