/**
 * Statements that belong together in, what they gave once the server has them on its disk out. Where the
 * connection is lost meanwhile, the server is asked whether they were committed (`pg_xact_status`): they
 * are made once more only where it is known that they were not.
 */

import { setTimeout as wait } from "node:timers/promises";
import { isPassing } from "../engine-error.js";
import { postgresError } from "./errors.js";

export type Rows = readonly Record<string, unknown>[];
export interface Statements {
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<Rows>;
}

export interface Connection extends Statements {
  /** @param isBroken whether nobody may use it again */
  readonly release: (isBroken: boolean) => void;
}

export interface Transaction<T> {
  /** Waits for a server that is being restarted. */
  readonly connect: () => Promise<Connection>;
  readonly work: (statements: Statements) => Promise<T>;
  /** Whether what was not committed may be made again; it may by default. */
  readonly mayRepeat?: () => boolean;
}

const MOST_TIMES = 5;

export async function transact<T>({
  connect,
  work,
  mayRepeat = () => true,
}: Transaction<T>): Promise<T> {
  for (let times = 1; ; times += 1) {
    const tried = await attempt(await connect(), work);
    if (tried.kind === "committed") return tried.value;
    if (tried.kind === "unknown" && (await isCommitted(connect, tried.id))) return tried.value;
    if (!isRepeatable(tried.error) || times === MOST_TIMES || !mayRepeat()) throw tried.error;
  }
}

type Attempt<T> =
  | { readonly kind: "committed"; readonly value: T }
  | { readonly kind: "undone"; readonly error: unknown }
  /** The answer to COMMIT was lost. @param id of the transaction */
  | { readonly kind: "unknown"; readonly error: unknown; readonly id: string; readonly value: T };

/** Whatever the server is set to: a commit waits for its disk. */
const BEGUN = `SELECT set_config('synchronous_commit', 'on', true),
  pg_current_xact_id()::text AS id`;

async function attempt<T>(
  { rows, release }: Connection,
  work: (statements: Statements) => Promise<T>,
): Promise<Attempt<T>> {
  let asked: { readonly id: string; readonly value: T } | null = null;
  try {
    await rows("BEGIN");
    const [begun] = await rows(BEGUN);
    const value = await work({ rows });
    asked = { id: String(begun?.id), value };
    await rows("COMMIT");
    release(false);
    return { kind: "committed", value };
  } catch (error) {
    const isLost = isOfConnection(error);
    const isUndone = !isLost && (await undo(rows));
    release(!isUndone);
    return asked !== null && isLost
      ? { kind: "unknown", error, ...asked }
      : { kind: "undone", error };
  }
}

async function undo(rows: Statements["rows"]): Promise<boolean> {
  return rows("ROLLBACK").then(
    () => true,
    () => false,
  );
}

/** It may still be at it, over a connection of which it has not learned yet that it is gone. */
async function isCommitted(connect: () => Promise<Connection>, id: string): Promise<boolean> {
  for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
    const { rows, release } = await connect();
    let isBroken = true;
    try {
      const [found] = await rows("SELECT pg_xact_status($1::xid8) AS status", [id]);
      isBroken = false;
      if (found?.status !== "in progress") return found?.status === "committed";
    } catch (error) {
      if (!isOfConnection(error)) throw error;
    } finally {
      release(isBroken);
    }
    await wait(pause);
  }
}

/** `deadlock_detected` and `serialization_failure`: one of two was taken back. */
const TAKEN_BACK = new Set(["40P01", "40001"]);

function isRepeatable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return TAKEN_BACK.has(code) || isOfConnection(error);
}

export function isOfConnection(error: unknown): boolean {
  return isPassing(postgresError(error, ""));
}
