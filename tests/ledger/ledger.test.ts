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

async function filled(): Promise<string> {
  const path = newPath();
  const ledger = await openLedger(path);
  for (let n = 0; n < 40; n += 1) await ledger.begin({ ...KEY, recipient: `r-${n}` }, BEGINNING);
  await ledger.close();
  return path;
}

describe("the ledger in memory", () => ledgerContract(memoryLedger));

describe("the ledger on SQLite", () => {
  ledgerContract(() => openLedger(newPath()));

  test("holds what it held, and is one file", async () => {
    const path = await filled();
    expect(readdirSync(dirname(path))).toEqual(["deliveries.sqlite"]);
    const ledger = await openLedger(path);
    expect(await ledger.deliveries({ state: "sending" })).toHaveLength(40);
    await ledger.close();
  });

  test("gates two processes that open it at once", async () => {
    const path = newPath();
    const [one, other] = [await openLedger(path), await openLedger(path)];
    expect((await one.begin(KEY, BEGINNING)).kind).toBe("begun");
    expect((await other.begin(KEY, BEGINNING)).kind).toBe("stands");
    await one.close();
    await other.close();
  });

  test("has what a killed process began", async () => {
    const path = await filled();
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
    const ledger = await openLedger(path);
    expect(await ledger.deliveries({ state: "sent" })).toHaveLength(40);
    await ledger.close();
  });

  test("can be read where it cannot be written, and then takes nothing", async () => {
    const path = await filled();
    const ledger = await readLedger(path);
    expect(await ledger?.deliveries({})).toHaveLength(40);
    await expect(ledger?.begin({ ...KEY, recipient: "new" }, BEGINNING)).rejects.toThrow(
      expect.objectContaining({ name: "LedgerError", kind: "read-only" }),
    );
    await ledger?.close();
  });

  test.skipIf(process.getuid?.() === 0)(
    "is not opened to write where that is not allowed",
    async () => {
      const path = await filled();
      chmodSync(path, 0o400);
      await expect(openLedger(path)).rejects.toThrow(
        expect.objectContaining({ kind: "read-only" }),
      );
    },
  );

  test("says what the disk refuses, in the middle of what is done together as well", async () => {
    const ledger = await openLedger(newPath());
    await ledger.begin(KEY, BEGINNING);
    const odd = { state: "odd" as "sent", response: "", at: BEGINNING.at };
    const failing = ledger.together((work) => work.settle(KEY, odd));
    await expect(failing).rejects.toThrow(LedgerError);
    expect((await ledger.deliveries({}))[0]?.state).toBe("sending");
    await ledger.close();
  });

  test("is not begun by somebody who only looks", async () => {
    const path = newPath();
    expect(await readLedger(path)).toBeNull();
    expect(existsSync(path)).toBe(false);
  });

  test("says that its folder cannot be made", async () => {
    const path = newPath();
    writeFileSync(dirname(path), "a file");
    await expect(openLedger(path)).rejects.toThrow(expect.objectContaining({ kind: "unusable" }));
  });

  test.each<[string, (path: string) => void]>([
    ["no database", (path) => writeFileSync(path, "not a database at all".repeat(100))],
    ["emptied", (path) => writeFileSync(path, "")],
    ["cut off", (path) => writeFileSync(path, readFileSync(path).subarray(0, 6000))],
    ["overwritten", (path) => overwrite(path, 5000, new Array(3000).fill(7))],
    ["of another version", (path) => overwrite(path, 60, [0, 0, 0, 99])],
    ["of someone else", (path) => overwrite(path, 68, [1, 2, 3, 4])],
  ])("refuses one that is %s, and leaves it as it is", async (_, damage) => {
    const path = await filled();
    damage(path);
    const before = readFileSync(path);
    await expect(openLedger(path)).rejects.toThrow(LedgerError);
    await expect(openLedger(path)).rejects.toThrow(expect.objectContaining({ kind: "damaged" }));
    expect(readFileSync(path)).toEqual(before);
  });

  test("lets nobody change or remove what happened, by whatever tool", async () => {
    const path = await filled();
    const database = new DatabaseSync(path);
    for (const sql of ["DELETE FROM event", "UPDATE event SET state = 'x'", "DELETE FROM delivery"])
      expect(() => database.exec(sql)).toThrow(/never (changed|removed)/);
    database.close();
  });

  test("is whole in a copy of its file between two changes", async () => {
    const path = newPath();
    const ledger = await openLedger(path);
    await ledger.begin(KEY, BEGINNING);
    copyFileSync(path, `${path}.copy`);
    await ledger.close();
    const copy = await openLedger(`${path}.copy`);
    expect(await copy.deliveries({})).toHaveLength(1);
    await copy.close();
  });
});

function overwrite(path: string, at: number, values: readonly number[]): void {
  const bytes = readFileSync(path);
  bytes.set(values, at);
  writeFileSync(path, bytes);
}
