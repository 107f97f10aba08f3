/** An address in, connections to its PostgreSQL out; what goes wrong is told as `EngineError`. */
import type { EngineAddress } from "../model/engines.js";
import { EngineError } from "./engine-error.js";

export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: string;
  readonly connectionTimeoutMillis: number;
}

type Rows = readonly Record<string, unknown>[];
interface Statements {
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<Rows>;
}

export async function openPool(address: EngineAddress) {
  const connection = connectionOf(address);
  const engine = `PostgreSQL at ${connection.host}:${connection.port}`;
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asEngineError(error, engine);
    }
  };
  const { Client, Pool } = (await import("pg")).default;
  const pool = new Pool({ ...connection, max: 2, application_name: "briefwright-queue" });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const rowsOf =
    (client: { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }) =>
    async (text: string, values: readonly unknown[] = []): Promise<Rows> =>
      (await client.query(text, [...values])).rows as Record<string, unknown>[];
  return {
    connection,
    telling,
    rows: (text: string, values?: readonly unknown[]) => telling(() => rowsOf(pool)(text, values)),
    together: <T>(work: (statements: Statements) => Promise<T>): Promise<T> =>
      telling(async () => {
        const client = await pool.connect();
        let failed = true;
        try {
          await client.query("BEGIN");
          const value = await work({ rows: rowsOf(client) });
          await client.query("COMMIT");
          failed = false;
          return value;
        } finally {
          client.release(failed);
        }
      }),
    openSession: () =>
      telling(async () => {
        const client = new Client({ ...connection, application_name: "briefwright-worker" });
        let alive = true;
        client.on("error", () => {
          alive = false;
        });
        client.on("end", () => {
          alive = false;
        });
        await client.connect();
        return {
          isAlive: () => alive,
          rows: (text: string, values?: readonly unknown[]) =>
            telling(() => rowsOf(client)(text, values)),
          close: () => client.end(),
        };
      }),
    close: () => pool.end(),
  };
}

function connectionOf({ url, user, password }: EngineAddress): PostgresConnection {
  const { hostname, port, pathname, username } = new URL(url);
  const name = user ?? (username === "" ? null : decodeURIComponent(username));
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? 5432 : Number(port),
    database: decodeURIComponent(pathname.slice(1)),
    ...(name === null ? {} : { user: name }),
    ...(password === null ? {} : { password }),
    connectionTimeoutMillis: 10_000,
  };
}

function asEngineError(error: unknown, engine: string): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new EngineError("unreachable", engine, message, "see whether it runs", { cause: error });
}
