/** The real command as a process of its own: to its end, or a worker that is left to work. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** @returns the child, and a promise of what it printed and how it ended */
export function start(built, root, words) {
  const child = spawn(process.execPath, [resolve(built, "cli/main.js"), ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, told] = ["", ""];
  child.stdout.on("data", (piece) => {
    out += piece;
  });
  child.stderr.on("data", (piece) => {
    told += piece;
  });
  const ended = once(child, "close").then(([status, signal]) => ({ status, signal, told, out }));
  return { child, ended };
}

/** @returns what it printed to standard output @throws where it does not end well */
export async function brief(built, root, ...words) {
  const { status, told, out } = await start(built, root, words).ended;
  if (status !== 0) throw new Error(`brief ${words.join(" ")}: ${told}`);
  return out;
}

export async function jobsOf(built, root) {
  return JSON.parse(await brief(built, root, "jobs", "--json", "--limit", "10000"));
}
