/** What `brief doctor` finds in real engines, and that it leaves nothing behind in them. */
import { afterAll, expect, test } from "vitest";
import { openSharedArchive } from "../../src/corpus/index.js";
import { examine } from "../../src/doctor/index.js";
import { nodeHost } from "../../src/host/node.js";
import { nodeMachine } from "../../src/host/node-machine.js";
import { type DoctorResult, DoctorResultSchema } from "../../src/model/doctor.js";
import type { EngineAddress, Engines } from "../../src/model/engines.js";
import { openQueue } from "../../src/queue/index.js";
import { openTestWorkspace } from "../workspace.js";
import { emptyArchives } from "./empty-archive.js";
import { freshDatabase, lockedPostgres, openSearchAddress } from "./engines.js";

const { address, drop } = emptyArchives();
afterAll(drop);

const at = (url: string): EngineAddress => ({ url, user: null, password: null });

async function doctor(engines: Partial<Engines>): Promise<DoctorResult> {
  const host = {
    ...nodeHost,
    engines: { corpus: null, ledger: null, queue: null, outputs: null, ...engines },
  };
  const program = { version: "0.1.0", node: ">=24.15", packages: {}, optional: {} };
  const result = await examine({
    host,
    own: nodeHost,
    machine: nodeMachine,
    folder: openTestWorkspace(),
    faults: [],
    program,
    secret: () => undefined,
    asksNetwork: false,
  });
  return DoctorResultSchema.parse(result);
}

const of = ({ findings }: DoctorResult, check: string) =>
  findings.filter((one) => one.check === check);
const states = (result: DoctorResult, check: string) => of(result, check).map(({ state }) => state);

test("engines in order, without an archive and a queue, are left as they are", async () => {
  const corpus = address();
  const database = await freshDatabase();
  const result = await doctor({ corpus, ledger: at(database), queue: at(database) });
  expect(of(result, "opensearch")[0]?.found).toMatch(/^OpenSearch \d+\.\d+\.\d+, 3 nodes, health /);
  expect(of(result, "index")[0]?.found).toMatch(/^there is no archive yet/);
  expect(of(result, "postgres")[0]?.found).toMatch(/^PostgreSQL \d+.*, UTF8, /);
  expect(of(result, "queue")[0]?.found).toBe("nothing was queued yet");
  expect(await indicesOf(corpus)).toEqual([]);
});

test("a closed index and a block are errors that name the index", async () => {
  const corpus = address();
  await (await openSharedArchive(corpus)).close();
  const prefix = corpus.url.split("/").at(-1) ?? "";
  expect(states(await doctor({ corpus }), "index")).not.toContain("error");
  await ask("PUT", `/${prefix}-ids/_settings`, { "index.blocks.read_only_allow_delete": true });
  await ask("POST", `/${prefix}-hosts/_close`);
  const errors = of(await doctor({ corpus }), "opensearch").filter((one) => one.state === "error");
  expect(errors.map(({ found }) => found).join("\n")).toMatch(
    /hosts is closed[\s\S]*ids: index\.blocks/,
  );
});

test("jobs that nobody takes are a warning", async () => {
  const queue = at(await freshDatabase());
  const opened = await openQueue(
    { corpus: null, ledger: queue, queue, outputs: null },
    { supervises: false, onTrouble: () => undefined },
  );
  try {
    await opened.queue.add({ kind: "read", snapshot: "0".repeat(64) });
  } finally {
    await opened.queue.close();
  }
  const warned = of(await doctor({ ledger: queue, queue }), "queue").filter(
    ({ state }) => state === "warning",
  );
  expect(warned).toMatchObject([{ hint: "brief worker --kinds read, on any machine" }]);
});

test("a wrong password is told once, without the password", async () => {
  const { address: url } = lockedPostgres();
  const locked = { url, user: null, password: "not this one" };
  const result = await doctor({ ledger: locked, queue: locked });
  expect(states(result, "postgres")).toEqual(["error"]);
  expect(states(result, "queue")).toEqual(["skipped"]);
  expect(JSON.stringify(result)).not.toContain("not this one");
});

async function indicesOf({ url }: EngineAddress): Promise<readonly unknown[]> {
  const response = await ask("GET", `/_cat/indices/${url.split("/").at(-1)}-*?format=json`);
  return (await response.json()) as unknown[];
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${openSearchAddress()}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
}
