import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { Host } from "../../src/host/host.js";
import { memoryHost } from "../../src/host/memory.js";
import { recordHost } from "../../src/host/postgres/record-host.js";
import { hostContract } from "../contracts/host.js";
import { freshDatabase, killPostgres, lockedPostgres, startPostgres } from "./engines.js";

const PLACE = { folder: "/desk/corpus/record", locks: "/desk/.briefwright" };
const RECORD = PLACE.folder;
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

const addressOf = (url: string) => ({ url, user: null, password: null });
const hostAt = (url: string, beside: Host = memoryHost(new Map())) =>
  recordHost(beside, PLACE, addressOf(url));
/** A name in the address makes it another process for the host: one of its own connections. */
const anotherAt = (url: string) => hostAt(`${url}?process=${randomUUID()}`);

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
});

async function asAdministrator(database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'briefwright-record' AND datname = current_database()`;

describe("the record in PostgreSQL", () => {
  hostContract(async () => ({ host: hostAt(url), root: `${RECORD}/${randomUUID()}` }));

  test("is the same for everybody, and what is beside it is not there", async () => {
    const fresh = await freshDatabase();
    const [one, other] = [hostAt(fresh), anotherAt(fresh)];
    await one.writeFile(`${RECORD}/weekly/2021-W18/issue.json`, bytes("{}"));
    await one.writeFile("/desk/corpus/articles/x.txt", bytes("here"));
    expect(text(await other.readFile(`${RECORD}/weekly/2021-W18/issue.json`))).toBe("{}");
    expect(await other.exists("/desk/corpus/articles/x.txt")).toBe(false);
    const listed = (await one.listFiles("/desk/corpus")).map(({ path }) => path);
    expect(listed).toEqual(["articles/x.txt", "record/weekly/2021-W18/issue.json"]);
  });

  test("takes nothing beside it for a part of it", async () => {
    const host = hostAt(await freshDatabase());
    await host.writeFile("/desk/corpus/record.txt", bytes("1"));
    await host.writeFile("/desk/corpus/recorded/x.txt", bytes("1"));
    expect(await host.exists(RECORD)).toBe(false);
    await host.writeFile(`${RECORD}/a.b/x.txt`, bytes("1"));
    await host.writeFile(`${RECORD}/a0/x.txt`, bytes("1"));
    await host.writeFiles(`${RECORD}/a`, new Map([["y.txt", bytes("1")]]));
    await host.writeFiles(`${RECORD}/a`, new Map([["z.txt", bytes("1")]]));
    const listed = (await host.listFiles(RECORD)).map(({ path }) => path);
    expect(listed).toEqual(["a.b/x.txt", "a/z.txt", "a0/x.txt"]);
  });

  test("keeps a PDF of some megabytes to the byte", async () => {
    const host = hostAt(url);
    const pdf = Uint8Array.from({ length: 5_000_000 }, (_, at) => (at * 31) % 256);
    await host.writeFile(`${RECORD}/brief.pdf`, pdf);
    expect(Buffer.compare(await anotherAt(url).readFile(`${RECORD}/brief.pdf`), pdf)).toBe(0);
    expect(await host.sizeOf(`${RECORD}/brief.pdf`)).toBe(5_000_000);
  });

  test("has every line that several add at once", async () => {
    const hosts = [hostAt(url), anotherAt(url), anotherAt(url)];
    const lines = Array.from({ length: 30 }, (_, n) => `line ${n}`);
    await Promise.all(
      lines.map((line, n) => hosts[n % hosts.length]?.appendLine(`${RECORD}/log.jsonl`, line)),
    );
    const kept = text(await hostAt(url).readFile(`${RECORD}/log.jsonl`))
      .trimEnd()
      .split("\n");
    expect(kept.toSorted()).toEqual(lines.toSorted());
  });
});

describe("a lock in PostgreSQL", () => {
  const LOCK = `${RECORD}/.deliveries.lock`;

  test("is held by one, on whatever machine, until it is let go", async () => {
    const [one, other] = [hostAt(url), anotherAt(url)];
    const lock = await one.takeLock(LOCK);
    expect(lock).not.toBeNull();
    expect(await one.takeLock(LOCK)).toBeNull();
    expect(await other.takeLock(LOCK)).toBeNull();
    lock?.release();
    const next = await one.takeLock(LOCK);
    expect(next).not.toBeNull();
    next?.release();
    await one.exists(RECORD);
    const last = await other.takeLock(LOCK);
    expect(last).not.toBeNull();
    last?.release();
  });

  test("is the same in the folder of work, and another one elsewhere", async () => {
    const [one, other] = [hostAt(url), anotherAt(url)];
    const [run, publish] = ["/desk/.briefwright/run.lock", "/site/publish.lock"];
    const locks = [await one.takeLock(run), await one.takeLock(publish)];
    expect(await other.takeLock(run)).toBeNull();
    expect(await other.takeLock(publish)).not.toBeNull();
    for (const lock of locks) lock?.release();
  });

  test("of the record is waited for, as many desks add to it", async () => {
    const [one, other] = [hostAt(url), anotherAt(url)];
    const lock = await one.takeLock("/desk/.briefwright/record.lock");
    const waiting = other.takeLock("/desk/.briefwright/record.lock");
    setTimeout(() => lock?.release(), 300);
    const next = await waiting;
    expect(next).not.toBeNull();
    next?.release();
  });

  test("that was lost with its connection lets nothing be written, until it is let go", async () => {
    const one = anotherAt(url);
    const lock = await one.takeLock(LOCK);
    await asAdministrator(url, CUT);
    await expect(one.writeFile(`${RECORD}/x.txt`, bytes("1"))).rejects.toThrow(
      /may be another's since/,
    );
    expect(await one.exists(`${RECORD}/x.txt`)).toBe(false);
    const taken = await anotherAt(url).takeLock(LOCK);
    expect(taken).not.toBeNull();
    taken?.release();
    lock?.release();
    await one.writeFile(`${RECORD}/x.txt`, bytes("1"));
    expect(text(await one.readFile(`${RECORD}/x.txt`))).toBe("1");
  });
});

describe("a server that goes", () => {
  test("and comes back is waited for, and has every line once", async () => {
    const host = hostAt(await freshDatabase());
    await host.appendLine(`${RECORD}/log.jsonl`, "before");
    await killPostgres();
    await Promise.all([host.appendLine(`${RECORD}/log.jsonl`, "meanwhile"), startPostgres()]);
    expect(text(await host.readFile(`${RECORD}/log.jsonl`))).toBe("before\nmeanwhile\n");
  });

  test("is told by its name, without the password", async () => {
    const { address, password } = lockedPostgres();
    const wrong = recordHost(memoryHost(new Map()), PLACE, {
      url: address,
      user: null,
      password: `${password}x`,
    });
    const failure = await wrong.exists(RECORD).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "EngineError", kind: "refused" });
    expect(String(failure)).not.toContain(password);
    await expect(hostAt("postgres://brief@127.0.0.1:1/brief").exists(RECORD)).rejects.toMatchObject(
      { kind: "unreachable" },
    );
  });
});
