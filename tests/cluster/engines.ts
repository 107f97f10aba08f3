/** The engines that `npm run test:cluster` started, and a room of its own in each for whoever asks. */
import { randomUUID } from "node:crypto";
import pg from "pg";

/** Of one node, for example `http://127.0.0.1:19200`. */
export const openSearchAddress = (): string => variable("BRIEF_TEST_OPENSEARCH");

/** Of all nodes; a test that closes one uses another. */
export const openSearchNodes = (): readonly string[] =>
  variable("BRIEF_TEST_OPENSEARCH_NODES").split(",");

/** A prefix of indices that nobody else uses. */
export const freshPrefix = (): string => `t${randomUUID().replaceAll("-", "").slice(0, 12)}`;

/** For example `postgres://brief@127.0.0.1:15432/brief`. */
export const postgresAddress = (): string => variable("BRIEF_TEST_POSTGRES");

/** Of an account that is let in by this password only. */
export const lockedPostgres = (): { readonly address: string; readonly password: string } => ({
  address: variable("BRIEF_TEST_POSTGRES_LOCKED"),
  password: variable("BRIEF_TEST_POSTGRES_PASSWORD"),
});

/** The address of an empty database. */
export async function freshDatabase(): Promise<string> {
  const name = freshPrefix();
  const client = new pg.Client({ connectionString: postgresAddress() });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const address = new URL(postgresAddress());
  address.pathname = `/${name}`;
  return address.href;
}

/** One of the nodes ends, without a word to whoever is connected. @param node from 0 */
export const closeNode = (node: number): Promise<void> => act(`opensearch/close/${node}`);

/** The node comes back over what it kept. */
export const startNode = (node: number): Promise<void> => act(`opensearch/start/${node}`);

/** As by an operator: connections are cut, and what was not committed is taken back. */
export const stopPostgres = (): Promise<void> => act("postgres/stop");

/** As by a failing machine. */
export const killPostgres = (): Promise<void> => act("postgres/kill");

export const startPostgres = (): Promise<void> => act("postgres/start");

async function act(path: string): Promise<void> {
  const response = await fetch(`${variable("BRIEF_TEST_CONTROL")}/${path}`, { method: "POST" });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run by npm run test:cluster`);
  return value;
}
