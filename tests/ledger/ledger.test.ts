import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { LedgerError, memoryLedger, openLedger, readLedger } from "../../src/ledger/index.js";
import { BEGINNING, KEY, ledgerContract } from "../contracts/ledger.js";

const opened: string[] = [];

afterEach(() => {
  for (const folder of opened.splice(0)) rmSync(folder, { recursive: true });
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-ledger-"));
  opened.push(folder);
  return join(folder, "record", "deliveries.sqlite");
}

function filled(): string {
  const path = newPath();
  const ledger = openLedger(path);
  for (let n = 0; n < 40; n += 1) ledger.begin({ ...KEY, recipient: `r-${n}` }, BEGINNING);
  ledger.close();
  return path;
}

describe("the ledger in memory", () => ledgerContract(memoryLedger));

describe("the ledger on SQLite", () => {
  ledgerContract(() => openLedger(newPath()));

  test("holds what it held, and is one file", () => {
    const path = filled();
    expect(readdirSync(dirname(path))).toEqual(["deliveries.sqlite"]);
    const ledger = openLedger(path);
    expect(ledger.deliveries({ state: "sending" })).toHaveLength(40);
    ledger.close();
  });

  test("gates two processes that open it at once", () => {
    const path = newPath();
    const [one, other] = [openLedger(path), openLedger(path)];
    expect(one.begin(KEY, BEGINNING).kind).toBe("begun");
    expect(other.begin(KEY, BEGINNING).kind).toBe("stands");
    one.close();
    other.close();
  });

  test("has what a killed process began", async () => {
    const path = filled();
    const child = spawn(process.execPath, [
      "-e",
      `const { DatabaseSync } = require("node:sqlite");
       const database = new DatabaseSync(${JSON.stringify(path)});
       database.exec("PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;" +
         "UPDATE delivery SET state = 'sent'; COMMIT; BEGIN; UPDATE delivery SET state = 'failed'");
       console.log("written"); setInterval(() => {}, 1000);`,
    ]);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const ledger = openLedger(path);
    expect(ledger.deliveries({ state: "sent" })).toHaveLength(40);
    ledger.close();
  });

  test("can be read where it cannot be written, and then takes nothing", () => {
    const path = filled();
    const ledger = readLedger(path);
    expect(ledger?.deliveries({})).toHaveLength(40);
    expect(() => ledger?.begin({ ...KEY, recipient: "new" }, BEGINNING)).toThrow(
      expect.objectContaining({ name: "LedgerError", kind: "read-only" }),
    );
    ledger?.close();
  });

  test.skipIf(process.getuid?.() === 0)("is not opened to write where that is not allowed", () => {
    const path = filled();
    chmodSync(path, 0o400);
    expect(() => openLedger(path)).toThrow(expect.objectContaining({ kind: "read-only" }));
  });

  test("is not begun by somebody who only looks", () => {
    const path = newPath();
    expect(readLedger(path)).toBeNull();
    expect(existsSync(path)).toBe(false);
  });

  test("says that its folder cannot be made", () => {
    const path = newPath();
    writeFileSync(dirname(path), "a file");
    expect(() => openLedger(path)).toThrow(expect.objectContaining({ kind: "unusable" }));
  });

  test.each<[string, (path: string) => void]>([
    ["no database", (path) => writeFileSync(path, "not a database at all".repeat(100))],
    ["emptied", (path) => writeFileSync(path, "")],
    ["cut off", (path) => writeFileSync(path, readFileSync(path).subarray(0, 6000))],
    ["overwritten", (path) => overwrite(path, 5000, new Array(3000).fill(7))],
    ["of another version", (path) => overwrite(path, 60, [0, 0, 0, 99])],
    ["of someone else", (path) => overwrite(path, 68, [1, 2, 3, 4])],
  ])("refuses one that is %s, and leaves it as it is", (_, damage) => {
    const path = filled();
    damage(path);
    const before = readFileSync(path);
    expect(() => openLedger(path)).toThrow(LedgerError);
    expect(() => openLedger(path)).toThrow(expect.objectContaining({ kind: "damaged" }));
    expect(readFileSync(path)).toEqual(before);
  });

  test("lets nobody change or remove what happened, by whatever tool", () => {
    const path = filled();
    const database = new DatabaseSync(path);
    for (const sql of ["DELETE FROM event", "UPDATE event SET state = 'x'", "DELETE FROM delivery"])
      expect(() => database.exec(sql)).toThrow(/never (changed|removed)/);
    database.close();
  });

  test("is whole in a copy of its file between two changes", () => {
    const path = newPath();
    const ledger = openLedger(path);
    ledger.begin(KEY, BEGINNING);
    copyFileSync(path, `${path}.copy`);
    ledger.close();
    const copy = openLedger(`${path}.copy`);
    expect(copy.deliveries({})).toHaveLength(1);
    copy.close();
  });
});

function overwrite(path: string, at: number, values: readonly number[]): void {
  const bytes = readFileSync(path);
  bytes.set(values, at);
  writeFileSync(path, bytes);
}
