/** An address in, connections to its PostgreSQL out; what goes wrong is told as `EngineError`. */
import { setTimeout as wait } from "node:timers/promises";
import type { EngineAddress } from "../../model/engines.js";
import { EngineError, isPassing } from "../engine-error.js";
import { postgresError } from "./errors.js";
import { type Rows, type Statements, transact } from "./transaction.js";

export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: string;
  /** Encrypted, to a server whose certificate holds. */
  readonly ssl?: boolean;
  readonly connectionTimeoutMillis: number;
}

export type { Rows, Statements } from "./transaction.js";

export type Pool = Awaited<ReturnType<typeof openPool>>;

export interface PoolOptions {
  /** What the server lists its connections by. */
  readonly name: string;
  readonly connections: number;
}

const QUEUE: PoolOptions = { name: "briefwright-queue", connections: 2 };
/** A statement that takes longer has something in its way; a server that says nothing at all is gone. */
const PATIENCE = { statement_timeout: 60_000, query_timeout: 70_000, keepAlive: true } as const;
const OLDEST = 130_000;

/** @throws {EngineError} where PostgreSQL's client is not installed */
export async function openPool(address: EngineAddress, options: PoolOptions = QUEUE) {
  const connection = connectionOf(address);
  const engine = `PostgreSQL at ${connection.host}:${connection.port}`;
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw postgresError(error, engine);
    }
  };
  const { Client, Pool } = await loadClient(engine);
  const pool = new Pool({
    ...connection,
    max: options.connections,
    application_name: options.name,
    ...PATIENCE,
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  let wasThere = false;
  const connect = async () => {
    const client = await patiently(() => telling(() => pool.connect()), wasThere);
    wasThere = true;
    return client;
  };
  const rowsOf =
    (client: { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }) =>
    async (text: string, values: readonly unknown[] = []): Promise<Rows> =>
      (await client.query(text, [...values])).rows as Record<string, unknown>[];
  return {
    connection,
    engine,
    telling,
    /** One statement; another connection is waited for, the statement itself is never repeated. */
    rows: (text: string, values?: readonly unknown[]) =>
      telling(async () => {
        const client = await connect();
        let failed = true;
        try {
          const found = await rowsOf(client)(text, values);
          failed = false;
          return found;
        } finally {
          client.release(failed);
        }
      }),
    /** @throws {EngineError} where the server is older than what is asked of it */
    refuseOld: () =>
      telling(async () => {
        const { rows } = await pool.query("SHOW server_version_num");
        const [{ server_version_num: version }] = rows as [{ server_version_num: string }];
        if (Number(version) >= OLDEST) return;
        const message = `is of a version that is not supported (${version})`;
        throw new EngineError("version", engine, message, "it takes PostgreSQL 13 or newer");
      }),
    together: <T>(work: (statements: Statements) => Promise<T>): Promise<T> =>
      telling(() =>
        transact({
          connect: async () => {
            const client = await connect();
            return { rows: rowsOf(client), release: (isBroken) => client.release(isBroken) };
          },
          work,
        }),
      ),
    /** A connection of its own. */
    openSession: (name = "briefwright-worker") =>
      telling(async () => {
        const client = new Client({ ...connection, ...PATIENCE, application_name: name });
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
          /** Whether the connection alone keeps the program from its end; it does at first. */
          ref: () => (client as WithReference).ref(),
          unref: () => (client as WithReference).unref(),
          rows: (text: string, values?: readonly unknown[]) =>
            telling(() => rowsOf(client)(text, values)),
          close: () => client.end(),
        };
      }),
    close: () => pool.end(),
  };
}

/** As every socket of Node; the types leave it out. */
type WithReference = InstanceType<typeof import("pg")["Client"]> & {
  ref(): void;
  unref(): void;
};

function connectionOf({ url, user, password }: EngineAddress): PostgresConnection {
  const { hostname, port, pathname, username, searchParams } = new URL(url);
  const name = user ?? (username === "" ? null : decodeURIComponent(username));
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? 5432 : Number(port),
    database: decodeURIComponent(pathname.slice(1)),
    ...(name === null ? {} : { user: name }),
    ...(password === null ? {} : { password }),
    ...((searchParams.get("sslmode") ?? "disable") === "disable" ? {} : { ssl: true }),
    connectionTimeoutMillis: 10_000,
  };
}

/** How long a server that is restarted is waited for. */
const PATIENCE_MS = 60_000;

/**
 * A connection that was not made has done nothing: it is tried again, ever more slowly.
 * @param wasThere a server that was never reached is not waited for
 */
export async function patiently<T>(connect: () => Promise<T>, wasThere: boolean): Promise<T> {
  const start = performance.now();
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await connect();
    } catch (error) {
      const isOver = !wasThere || performance.now() - start + pause > PATIENCE_MS;
      if (!isPassing(error) || isOver) throw error;
      await wait(pause);
    }
  }
}

async function loadClient(engine: string) {
  try {
    return (await import("pg")).default;
  } catch (cause) {
    const hint = "npm install pg@8.23.1";
    throw new EngineError("missing", engine, "the package pg is not installed", hint, { cause });
  }
}
