import pg from "pg";
import { expect, it } from "vitest";
import {
  closeNode,
  freshDatabase,
  killPostgres,
  lockedPostgres,
  openSearchAddress,
  openSearchNodes,
  startNode,
  startPostgres,
} from "./engines.js";

async function nodesSeenBy(address: string): Promise<number> {
  const response = await fetch(`${address}/_cluster/health`);
  const { number_of_nodes: nodes } = (await response.json()) as { number_of_nodes: number };
  return nodes;
}

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("has three nodes of OpenSearch, of which one can be lost and come back", async () => {
  const [first = ""] = openSearchNodes();
  expect(openSearchAddress()).toBe(first);
  expect(await nodesSeenBy(first)).toBe(3);
  await closeNode(1);
  await expect.poll(() => nodesSeenBy(first), { timeout: 30_000 }).toBe(2);
  await startNode(1);
  await expect.poll(() => nodesSeenBy(first), { timeout: 30_000 }).toBe(3);
});

it("knows the analysers of the five languages", async () => {
  for (const analyzer of ["english", "french", "german", "arabic", "russian"]) {
    const response = await fetch(`${openSearchAddress()}/_analyze`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ analyzer, text: "war война guerre حرب" }),
    });
    expect(response.status, analyzer).toBe(200);
  }
});

it("keeps what PostgreSQL committed when it is killed", async () => {
  const address = await freshDatabase();
  await ask(address, "create table kept as select 1 as number");
  await killPostgres();
  await expect(ask(address, "select 1")).rejects.toThrow();
  await startPostgres();
  expect(await ask(address, "select number from kept")).toEqual([{ number: 1 }]);
});

it("lets one account in by its password only", async () => {
  const { address, password } = lockedPostgres();
  const withPassword = new URL(address);
  withPassword.password = "wrong";
  await expect(ask(withPassword.href, "select 1")).rejects.toThrow(/password/);
  withPassword.password = password;
  expect(await ask(withPassword.href, "select 1 as one")).toEqual([{ one: 1 }]);
});
