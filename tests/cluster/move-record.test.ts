import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { withSharedRecord } from "../../src/config/shared-record.js";
import { nodeHost } from "../../src/host/node.js";
import { contentsOf, ledgersOf } from "../../src/ledger/index.js";
import type { DeliveryKey } from "../../src/model/delivery.js";
import { RecordMoveSchema } from "../../src/model/record-move.js";
import { moveRecord } from "../../src/transfer/move-record.js";
import { freshDatabase } from "./engines.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const FILES = {
  "weekly/2021-W18/log.jsonl": '{"kind":"released"}\n',
  "weekly/2021-W18/v1.0/brief.pdf": "%PDF \u0000\u00ff",
  "weekly/2021-W18/v1.0/issue.json": "{}",
};

const KEY: DeliveryKey = {
  brief: "weekly",
  issue: "2021-W18",
  version: "1.0",
  occasion: "issue",
  channel: "mail",
  recipient: "r-1",
};

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-move-"));
  folders.push(folder);
  return folder;
}

/** A workspace with three released files, two deliveries and somebody who left. */
async function workspace(): Promise<string> {
  const root = emptyFolder();
  const settings = readFileSync("briefwright.yaml");
  writeFileSync(join(root, "briefwright.yaml"), settings);
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, "corpus/record", path)), { recursive: true });
    writeFileSync(join(root, "corpus/record", path), text);
  }
  const ledger = await ledgersOf({}).openLedger(join(root, "corpus/record/deliveries.sqlite"));
  const at = "2021-05-10T06:00:00.000Z";
  for (const recipient of ["r-1", "r-2"]) {
    await ledger.begin({ ...KEY, recipient }, { address: "a", messageId: null, copy: null, at });
  }
  await ledger.settle(KEY, { state: "sent", response: "250", at });
  const left = {
    recipient: "r-2",
    brief: "weekly",
    reason: "unsubscribed",
    at,
    note: null,
  } as const;
  await ledger.suppress(left);
  await ledger.close();
  return root;
}

async function enginesOf(url?: string) {
  const ledger = { url: url ?? (await freshDatabase()), user: null, password: null };
  return { corpus: null, ledger, queue: ledger, outputs: null };
}

/** Every file below a folder with its bytes, hidden ones and the ledger left out. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
  const files = names.filter((one) => one.isFile() && !/^\.|deliveries/.test(one.name));
  return Object.fromEntries(
    files.map((one) => {
      const path = join(one.parentPath, one.name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

async function contentsIn(folder: string) {
  const ledger = await ledgersOf({}).readLedger(join(folder, "deliveries.sqlite"));
  if (ledger === null) throw new Error("no ledger");
  const contents = await contentsOf(ledger);
  await ledger.close();
  return contents;
}

test("a record goes into PostgreSQL and comes back without a difference", async () => {
  const [root, engines, back] = [await workspace(), await enginesOf(), emptyFolder()];
  const taken = await moveRecord(nodeHost, engines, {
    action: "import",
    folder: root,
    files: undefined,
  });
  expect(RecordMoveSchema.parse(taken)).toEqual({
    action: "import",
    folder: "corpus/record",
    ...{ files: 3, already: 0, deliveries: 2, suppressions: 1 },
    diagnostics: [],
  });
  const given = await moveRecord(nodeHost, engines, {
    action: "export",
    folder: root,
    files: back,
  });
  expect(given).toMatchObject({ files: 3, deliveries: 2, suppressions: 1, diagnostics: [] });
  expect(filesIn(back)).toEqual(FILES);
  expect(await contentsIn(back)).toEqual(await contentsIn(join(root, "corpus/record")));
});

test("what was moved already stays, and what was added goes as well", async () => {
  const [root, engines] = [await workspace(), await enginesOf()];
  const request = { action: "import", folder: root, files: undefined } as const;
  await moveRecord(nodeHost, engines, request);
  writeFileSync(join(root, "corpus/record/weekly/2021-W18/v1.0/brief.html"), "<p>");
  const again = await moveRecord(nodeHost, engines, request);
  expect(again).toMatchObject({ files: 1, already: 3, deliveries: 2, diagnostics: [] });
});

test("nothing is written over another record, or another ledger", async () => {
  const [root, other, engines] = [await workspace(), await workspace(), await enginesOf()];
  const import_ = (folder: string) =>
    moveRecord(nodeHost, engines, { action: "import", folder, files: undefined });
  await import_(root);
  writeFileSync(join(other, "corpus/record/weekly/2021-W18/log.jsonl"), "another\n");
  const refused = await import_(other);
  expect(refused.diagnostics[0]).toMatchObject({
    code: "another-record",
    message: expect.stringContaining("weekly/2021-W18/log.jsonl"),
  });
  const ledger = await ledgersOf({}).openLedger(join(root, "corpus/record/deliveries.sqlite"));
  await ledger.restore("r-2", "weekly");
  await ledger.close();
  expect((await import_(root)).diagnostics.map(({ code }) => code)).toEqual(["another-ledger"]);
});

test("nothing is moved where no PostgreSQL is named, or nothing was released", async () => {
  const request = { action: "import", folder: await workspace(), files: undefined } as const;
  const codes = async (...given: Parameters<typeof moveRecord>) =>
    (await moveRecord(...given)).diagnostics.map(({ code }) => code);
  expect(await codes(nodeHost, undefined, request)).toEqual(["record-not-shared"]);
  const empty = { ...request, files: emptyFolder() };
  expect(await codes(nodeHost, await enginesOf(), empty)).toEqual(["nothing-to-move"]);
});

test("a ledger on the disk is not forgotten either, though nothing was released", async () => {
  const [root, engines] = [await workspace(), await enginesOf()];
  rmSync(join(root, "corpus/record/weekly"), { recursive: true });
  const path = join(root, "corpus/record/deliveries.sqlite");
  const { readLedger } = ledgersOf({ engines });
  await expect(readLedger(path)).rejects.toMatchObject({ kind: "left-behind" });
  const moved = await moveRecord(nodeHost, engines, {
    action: "import",
    folder: root,
    files: undefined,
  });
  expect(moved).toMatchObject({ files: 0, deliveries: 2, suppressions: 1, diagnostics: [] });
  const ledger = await readLedger(path);
  expect(await ledger?.deliveries({})).toHaveLength(2);
  await ledger?.close();
  const host = await withSharedRecord({ ...nodeHost, engines }, root);
  expect(await host.exists(join(root, "corpus/record/weekly"))).toBe(false);
});

test("a record on the disk is not forgotten where PostgreSQL is named for the first time", async () => {
  const [root, engines] = [await workspace(), await enginesOf()];
  const host = await withSharedRecord({ ...nodeHost, engines }, root);
  const file = join(root, "corpus/record/weekly/2021-W18/v1.0/issue.json");
  await expect(host.readFile(file)).rejects.toMatchObject({
    hint: expect.stringContaining("brief record import"),
  });
  await moveRecord(nodeHost, engines, { action: "import", folder: root, files: undefined });
  expect(new TextDecoder().decode(await host.readFile(file))).toBe("{}");
});
