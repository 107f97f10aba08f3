/** The real command as a process of its own: `brief send … --yes --json`, its lines and how it ended. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { ISSUE } from "./approved-workspace.mjs";

/** @returns the child, and a promise of its lines, exit status and signal */
export function startSend(built, root, ...flags) {
  const words = [resolve(built, "cli/main.js"), "send", ISSUE, "--json", "--by", "E. F.", ...flags];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let [out, told] = ["", ""];
  child.stdout.on("data", (piece) => {
    out += piece;
  });
  child.stderr.on("data", (piece) => {
    told += piece;
  });
  const ended = once(child, "close").then(([status, signal]) => ({
    status,
    signal,
    told,
    lines: out
      .split("\n")
      .filter((line) => line.endsWith("}"))
      .map((line) => JSON.parse(line)),
  }));
  return { child, ended };
}

export async function send(built, root, ...flags) {
  const { ended } = startSend(built, root, "--yes", ...flags);
  const run = await ended;
  return { ...run, end: run.lines.find(({ kind }) => kind === "end") };
}

/** Everything that the ledger has, by address. */
export async function statusOf(built, root) {
  const { lines, told } = await startSend(built, root, "--status").ended;
  const [status] = lines;
  if (status === undefined) throw new Error(told);
  return { ...status, by: new Map(status.deliveries.map((one) => [one.address, one])) };
}
