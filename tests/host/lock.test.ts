import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Host } from "../../src/host/host.js";
import { memoryHost } from "../../src/host/memory.js";
import { nodeHost } from "../../src/host/node.js";

const folder = mkdtempSync(join(tmpdir(), "brief-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each<[string, () => Host]>([
  ["on disk", () => nodeHost],
  ["in memory", () => memoryHost(new Map())],
])("a lock %s", (_, hostOf) => {
  test("is held by one at a time, and is free again when it was released", async () => {
    const host = hostOf();
    const path = join(folder, "below", "one.lock");
    const first = await host.takeLock(path);
    expect(first).not.toBeNull();
    expect(await host.takeLock(path)).toBeNull();
    first?.release();
    first?.release();
    const second = await host.takeLock(path);
    expect(second).not.toBeNull();
    second?.release();
  });

  test("adds lines to the end of a file", async () => {
    const host = hostOf();
    const path = join(folder, "log", "lines.jsonl");
    await host.appendLine(path, "one");
    await host.appendLine(path, "two");
    expect(new TextDecoder().decode(await host.readFile(path))).toBe("one\ntwo\n");
  });
});

test("a lock is free again when its process was killed", async () => {
  const path = join(folder, "killed.lock");
  const holder = spawn(process.execPath, [
    "-e",
    `const { DatabaseSync } = require("node:sqlite");
     new DatabaseSync(${JSON.stringify(path)}).exec("BEGIN EXCLUSIVE");
     console.log("held"); setInterval(() => {}, 1000);`,
  ]);
  await once(holder.stdout, "data");
  expect(await nodeHost.takeLock(path)).toBeNull();
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const lock = await nodeHost.takeLock(path);
  expect(lock).not.toBeNull();
  lock?.release();
  expect(readFileSync(path)).toHaveLength(0);
});
