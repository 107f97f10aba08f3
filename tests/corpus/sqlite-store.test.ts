import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openSqliteStore, StoreError } from "../../src/corpus/index.js";
import { articleWith } from "../article.js";
import { storeContract } from "../contracts/store.js";

const opened: string[] = [];

afterEach(() => {
  for (const folder of opened.splice(0)) rmSync(folder, { recursive: true });
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-store-"));
  opened.push(folder);
  return join(folder, "index.sqlite");
}

const READING = {
  file: "a.txt",
  size: 3,
  stamp: "1",
  sha256: "b".repeat(64),
  readBy: "1",
  result: { articles: [articleWith({ paragraphs: ["A port."] })], diagnostics: [] },
};

async function fill(path: string): Promise<void> {
  const store = openSqliteStore(path);
  await store.change({ put: [READING], touched: [], removed: [] });
  await store.close();
}

describe("the store on SQLite", () => {
  storeContract(() => openSqliteStore(newPath()));

  test("holds what it held when it was closed", async () => {
    const path = newPath();
    await fill(path);
    const store = openSqliteStore(path);
    expect(await store.load(await store.all())).toEqual(READING.result.articles);
    await store.close();
  });

  test("shows one process what another has stored", async () => {
    const path = newPath();
    const [one, other] = [openSqliteStore(path), openSqliteStore(path)];
    await one.change({ put: [READING], touched: [], removed: [] });
    await other.change({ put: [READING], touched: [], removed: [] });
    expect([await one.count(), await other.count()]).toEqual([1, 1]);
    await one.close();
    await other.close();
  });

  test.each([
    [
      "no database",
      (path: string) =>
        writeFileSync(path, "not a database, but long enough for a header".repeat(20)),
    ],
    ["cut off", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 6000))],
    ["overwritten", (path: string) => overwrite(path)],
    ["of another version", (path: string) => overwriteAt(path, 60, [0, 0, 0, 99])],
    ["of someone else", (path: string) => overwriteAt(path, 68, [1, 2, 3, 4])],
  ])("refuses an index that is %s", async (_, damage) => {
    const path = newPath();
    await fill(path);
    damage(path);
    const use = async () => {
      const store = openSqliteStore(path);
      try {
        await store.change({ put: [READING], touched: [], removed: [] });
        return store.load(await store.all());
      } finally {
        await store.close();
      }
    };
    await expect(use()).rejects.toThrow(StoreError);
    await expect(use()).rejects.toThrow(expect.objectContaining({ kind: "damaged" }));
  });
});

function overwrite(path: string): void {
  overwriteAt(path, 4096, new Array(statSync(path).size - 4096).fill(7));
}

function overwriteAt(path: string, position: number, bytes: readonly number[]): void {
  const file = openSync(path, "r+");
  writeSync(file, Uint8Array.from(bytes), 0, bytes.length, position);
  closeSync(file);
}
