/** The program started by a Node that is too old, which hands over to the pinned one. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");
const PINNED = join(REPOSITORY, "node_modules/node/bin/node");
/** This Node under an older number: it is refused as an old one is. */
const OLD =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})';

function startOld(args: readonly string[], cwd: string, isGroup = false): ChildProcess {
  return spawn(process.execPath, ["--import", OLD, MAIN, ...args], { cwd, detached: isGroup });
}

function ended(child: ChildProcess) {
  let stderr = "";
  child.stderr?.on("data", (text) => {
    stderr += text;
  });
  return new Promise<{ status: number | null; signal: string | null; stderr: string }>(
    (resolve) => {
      child.on("close", (status, signal) => resolve({ status, signal, stderr }));
    },
  );
}

const STORIES = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [
    `in/${1000 + index}.txt`,
    `The port of ${index} reopened on Monday\n\nShips that had waited for a week came in first, the harbour master said.\n`,
  ]),
);

const added = (root: string) => readdirSync(join(root, "corpus/articles/in")).length;

describe.runIf(existsSync(PINNED) && process.platform !== "win32")("under an older Node", () => {
  test("ends with the status of the pinned Node", async () => {
    const root = openTestWorkspace();
    expect(await ended(startOld(["--version"], root))).toMatchObject({ status: 0 });
    expect(await ended(startOld(["genrate"], root))).toMatchObject({ status: 2 });
  });

  test.each([
    ["sent to it alone", (child: ChildProcess) => child.kill("SIGINT"), false],
    // As a terminal does.
    ["sent to all", (child: ChildProcess) => process.kill(-(child.pid ?? 0), "SIGINT"), true],
  ])("stops between two files at an interruption %s", async (_, interrupt, isGroup) => {
    const root = openTestWorkspace(STORIES);
    const child = startOld(["add", "in"], root, isGroup);
    child.stdout?.once("data", () => interrupt(child));
    const { status, stderr } = await ended(child);
    expect(stderr).toMatch(/stopped: run the command again/);
    expect(status).toBe(1);
    expect(added(root)).toBeLessThan(400);
  });

  test.each(["SIGTERM", "SIGHUP"] as const)("leaves nothing running behind at %s", async (name) => {
    const root = openTestWorkspace(STORIES);
    const child = startOld(["add", "in"], root);
    child.stdout?.once("data", () => child.kill(name));
    expect(await ended(child)).toMatchObject({ status: null, signal: name });
    expect(added(root)).toBeLessThan(400);
  });
});
