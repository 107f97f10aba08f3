/** The built program as a user runs it: arguments in; exit status, what it said, time and memory out. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

const MEMORY = join(import.meta.dirname, "memory.mjs");
const PATIENCE_MS = 30 * 60_000;

/**
 * @param options `built`, the folder of the program; `cwd`, `env`; `signal` ends it
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string, ms: number, mb: number }>}
 */
export function runBrief(args, { built, cwd, env = {}, signal }) {
  return runNode([join(resolve(built), "cli/main.js"), ...args], { cwd, env, signal });
}

/** A script of ours, measured in the same way. */
export function runNode(args, { cwd, env = {}, signal }) {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", MEMORY, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: PATIENCE_MS,
    signal,
    killSignal: "SIGKILL",
  });
  const [stdout, stderr, memory] = [1, 2, 3].map((channel) => gather(child.stdio[channel]));
  return new Promise((done) => {
    child.on("error", () => undefined);
    child.on("close", (status) => {
      const ms = performance.now() - start;
      const { mb = 0 } = memory.text === "" ? {} : JSON.parse(memory.text);
      done({ status, stdout: stdout.text, stderr: stderr.text, ms, mb });
    });
  });
}

function gather(stream) {
  const gathered = { text: "" };
  stream.setEncoding("utf8").on("data", (chunk) => {
    gathered.text += chunk;
  });
  return gathered;
}
