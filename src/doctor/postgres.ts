/** The PostgreSQL that holds ledger, record and queue: version, what it promises, connections and clock. */
import { openPool } from "../host/postgres/pool.js";
import type { EngineAddress } from "../model/engines.js";
import { type Examined, type Found, found } from "./check.js";
import { clockFound } from "./clock.js";
import { bytesInWords, counted } from "./words.js";

export async function look({ host, machine }: Examined): Promise<readonly Found[]> {
  const { ledger = null, queue = null } = host.engines ?? {};
  const places = new Map(
    [ledger, queue].flatMap((address) => (address === null ? [] : [[address.url, address]])),
  );
  const told = [...places.values()].map((address) => lookAt(address, () => machine.now()));
  return (await Promise.all(told)).flat();
}

interface Facts {
  readonly number: number;
  readonly version: string;
  readonly encoding: string;
  readonly collation: string;
  readonly size: number;
  readonly standby: boolean;
  readonly readonly: string;
  readonly fsync: string;
  readonly commit: string;
  readonly used: number;
  readonly most: number;
  readonly now: number;
}

const ASKED = `SELECT current_setting('server_version_num')::int AS number,
  current_setting('server_version') AS version,
  pg_encoding_to_char(encoding) AS encoding, datcollate AS collation,
  pg_database_size(datname)::float AS size, pg_is_in_recovery() AS standby,
  current_setting('default_transaction_read_only') AS readonly,
  current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
  (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
  current_setting('max_connections')::int AS most,
  extract(epoch FROM clock_timestamp())::float * 1000 AS now
  FROM pg_database WHERE datname = current_database()`;

async function lookAt(address: EngineAddress, now: () => number): Promise<readonly Found[]> {
  const { rows, close } = await openPool(address);
  try {
    // The first statement connects, which takes its time.
    await rows("SELECT 1");
    const asked = now();
    const [facts] = (await rows(ASKED)) as readonly unknown[] as readonly Facts[];
    if (facts === undefined) return [];
    const skew = facts.now - (asked + now()) / 2;
    return [...inOrder(facts), ...clockFound("PostgreSQL", skew)];
  } finally {
    await close();
  }
}

/** What pg-boss needs: https://github.com/timgit/pg-boss. */
const OLDEST = 130_000;
/** Of a hundred connections. */
const MANY = 85;

function inOrder(facts: Facts): readonly Found[] {
  const { version, encoding, collation, size, used, most } = facts;
  const room = `${used} of ${counted(most, "connection")} in use`;
  const words = `PostgreSQL ${version}, ${encoding}, ${collation}, ${bytesInWords(size)}, ${room}`;
  const faults = FAULTS.filter(([isSo]) => isSo(facts)).map(([, ...said]) => found(...said));
  return [found("ok", words), ...faults];
}

type Fault = readonly [(facts: Facts) => boolean, "error" | "warning", string, string];

const FAULTS: readonly Fault[] = [
  [
    ({ number }) => number < OLDEST,
    "error",
    "this version is too old",
    "it takes PostgreSQL 13 or later",
  ],
  [
    ({ encoding }) => encoding !== "UTF8",
    "error",
    "the database does not keep UTF-8",
    "make another: createdb --encoding UTF8 --template template0",
  ],
  [
    ({ standby, readonly }) => standby || readonly === "on",
    "error",
    "it can only be read",
    "name the primary, and no standby, in engines.yaml",
  ],
  [
    ({ fsync }) => fsync === "off",
    "error",
    "what it commits may be lost with the power (fsync is off)",
    "set fsync = on: without it nobody can promise that no mail goes twice",
  ],
  [
    ({ commit }) => commit === "off",
    "warning",
    "it says done before it is on the disk (synchronous_commit is off)",
    "set synchronous_commit = on for this database",
  ],
  [
    ({ used, most }) => used * 100 > most * MANY,
    "warning",
    "few connections are left",
    "raise max_connections, or run fewer workers: each holds up to seven",
  ],
];
