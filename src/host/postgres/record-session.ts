/**
 * The address of the record in, one connection to it out, over which everything of it is asked and
 * written. What it locks it holds by this connection: a process that dies frees it, and one whose
 * connection was lost writes nothing more under a lock that may be another's by now.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { EngineAddress } from "../../model/engines.js";
import { EngineError } from "../engine-error.js";
import { inTurn } from "../in-turn.js";
import type { Lock } from "../lock.js";
import { openPool, type Pool, patiently, type Statements } from "./pool.js";
import { makeRecordTables } from "./record-tables.js";
import { isOfConnection, transact } from "./transaction.js";

type Session = Awaited<ReturnType<Pool["openSession"]>>;

/** All methods reject with `EngineError`. */
export interface RecordSession {
  readonly read: <T>(work: (statements: Statements) => Promise<T>) => Promise<T>;
  /** All that the work writes, on the disk of the server, or nothing of it; one writer at a time. */
  readonly write: <T>(work: (statements: Statements) => Promise<T>) => Promise<T>;
  /** @param patience milliseconds to wait for one that another holds @returns null where it is held */
  readonly takeLock: (name: string, patience: number) => Promise<Lock | null>;
}

/** One for each address in a process: a lock that one part of it holds is held for the others too. */
const opened = new Map<string, Promise<RecordSession>>();

export function recordSession(address: EngineAddress): Promise<RecordSession> {
  const name = JSON.stringify([address.url, address.user]);
  const session = opened.get(name) ?? openRecord(address);
  opened.set(name, session);
  // One that could not be opened may be there the next time.
  session.catch(() => opened.delete(name));
  return session;
}

async function openRecord(address: EngineAddress): Promise<RecordSession> {
  const pool = await openPool(address, { name: "briefwright-record", connections: 1 });
  return new HeldSession(pool);
}

class HeldSession implements RecordSession {
  private session: Session | null = null;
  private wasThere = false;
  /** Over which connection each lock was taken. */
  private readonly held = new Map<string, Session>();
  private readonly turn = inTurn();

  constructor(private readonly pool: Pool) {}

  readonly read: RecordSession["read"] = (work) =>
    this.alone(async () => {
      for (let times = 1; ; times += 1) {
        const session = await this.connect();
        try {
          return await work(session);
        } catch (error) {
          if (!isOfConnection(error) || times === MOST_TIMES) throw error;
          this.drop(session);
        }
      }
    });

  readonly write: RecordSession["write"] = (work) =>
    this.alone(async () => {
      this.refuseLost();
      return transact({
        connect: () => this.connection(),
        work: async (statements) => {
          await statements.rows(ONE_WRITER);
          return work(statements);
        },
        mayRepeat: () => this.lost().length === 0,
      });
    });

  readonly takeLock: RecordSession["takeLock"] = async (name, patience) => {
    for (let waited = 0; ; waited += PAUSE_MS) {
      const lock = this.held.has(name) ? null : await this.tryLock(name);
      if (lock !== null || waited >= patience) return lock;
      await wait(PAUSE_MS);
    }
  };

  private async tryLock(name: string): Promise<Lock | null> {
    return this.read(async ({ rows }) => {
      // Over one connection the server gives the same lock twice.
      if (this.held.has(name)) return null;
      const [found] = await rows("SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken", [
        lockKey(name),
      ]);
      if (found?.taken !== true || this.session === null) return null;
      const session = this.session;
      this.held.set(name, session);
      return { release: () => this.release(name, session) };
    });
  }

  private release(name: string, session: Session): void {
    if (this.held.get(name) !== session) return;
    // Whoever asks next in this process comes behind this one.
    this.held.delete(name);
    const unlock = "SELECT pg_advisory_unlock(hashtextextended($1, 0))";
    const freed = this.alone(async () => {
      // Freed by the server where the connection is gone.
      if (session.isAlive()) await session.rows(unlock, [lockKey(name)]);
    });
    freed.catch(() => this.drop(session));
  }

  /** Nothing else over the connection meanwhile; while nothing is asked, it keeps no program running. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    return this.turn(() =>
      this.pool.telling(async () => {
        this.session?.ref();
        try {
          return await work();
        } finally {
          this.session?.unref();
        }
      }),
    );
  }

  private async connect(): Promise<Session> {
    if (this.session?.isAlive() === true) return this.session;
    const open = () => this.pool.openSession("briefwright-record");
    const session = await patiently(open, this.wasThere);
    try {
      if (!this.wasThere) await makeRecordTables(session, this.pool.engine);
    } catch (error) {
      await session.close();
      throw error;
    }
    this.wasThere = true;
    this.session = session;
    return session;
  }

  private async connection() {
    const session = await this.connect();
    const release = (isBroken: boolean) => (isBroken ? this.drop(session) : undefined);
    return { rows: session.rows, release };
  }

  private drop(session: Session): void {
    if (this.session === session) this.session = null;
    session.close().catch(() => undefined);
  }

  /** Names of locks that were held over a connection that is gone. */
  private lost(): readonly string[] {
    return [...this.held].flatMap(([name, session]) =>
      session === this.session && session.isAlive() ? [] : [name],
    );
  }

  private refuseLost(): void {
    const [name] = this.lost();
    if (name === undefined) return;
    const message = `was away, and what was locked (${name}) may be another's since`;
    throw new EngineError(
      "closed",
      this.pool.engine,
      message,
      "look what is done, and run it again",
    );
  }
}

const MOST_TIMES = 3;
/** Between two looks whether a lock is free. */
const PAUSE_MS = 100;
const lockKey = (name: string) => `briefwright.lock ${name}`;

/** A write checks what stands in its way before it writes. */
const ONE_WRITER = "SELECT pg_advisory_xact_lock(hashtextextended('briefwright.record', 0))";
