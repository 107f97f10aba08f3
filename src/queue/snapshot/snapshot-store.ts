/** Snapshots in PostgreSQL, content-addressed: a file that many of them share is there once. */
import { z } from "zod";
import { sha256 } from "../../text/sha256.js";
import type { QueueDatabase } from "../queue-database.js";
import type { Snapshot, SnapshotEntry, SnapshotFiles } from "./plan-snapshot.js";

const EntriesSchema = z.array(z.strictObject({ path: z.string(), sha256: z.string() }));

/** Those that are there already are not sent again. */
export async function keepSnapshot(database: QueueDatabase, snapshot: Snapshot): Promise<void> {
  const contents = new Map(
    snapshot.entries.map(({ path, sha256: hash }) => [hash, snapshot.files.get(path)]),
  );
  await database.together(async ({ rows }) => {
    const known = await rows(
      "UPDATE briefwright.snapshot_file SET used_at = now() WHERE sha256 = ANY($1) RETURNING sha256",
      [[...contents.keys()].sort()],
    );
    for (const { sha256: hash } of known) contents.delete(String(hash));
    for (const [hash, bytes] of contents) {
      await rows(
        `INSERT INTO briefwright.snapshot_file (sha256, content) VALUES ($1, $2)
         ON CONFLICT (sha256) DO UPDATE SET used_at = now()`,
        [hash, Buffer.from(bytes ?? new Uint8Array())],
      );
    }
    await rows(
      `INSERT INTO briefwright.snapshot (sha256, files) VALUES ($1, $2)
       ON CONFLICT (sha256) DO UPDATE SET used_at = now()`,
      [snapshot.id, JSON.stringify(snapshot.entries)],
    );
  });
}

/** @returns null where it is not there, or not as it was kept */
export async function readSnapshot(
  { rows }: Pick<QueueDatabase, "rows">,
  id: string,
): Promise<SnapshotFiles | null> {
  const [row] = await rows("SELECT files FROM briefwright.snapshot WHERE sha256 = $1", [id]);
  const entries = EntriesSchema.safeParse(row?.files).data;
  if (entries === undefined || sha256(JSON.stringify(entries)) !== id) return null;
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at < entries.length; at += BATCH) {
    const some = entries.slice(at, at + BATCH);
    const contents = await contentsOf({ rows }, some);
    for (const { path, sha256: hash } of some) {
      const bytes = contents.get(hash);
      if (bytes === undefined || sha256(bytes) !== hash || !isInside(path)) return null;
      files.set(path, bytes);
    }
  }
  return files;
}

const BATCH = 200;

async function contentsOf(
  { rows }: Pick<QueueDatabase, "rows">,
  entries: readonly SnapshotEntry[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await rows(
    "SELECT sha256, content FROM briefwright.snapshot_file WHERE sha256 = ANY($1)",
    [entries.map(({ sha256: hash }) => hash)],
  );
  return new Map(
    found.flatMap(({ sha256: hash, content }) =>
      content instanceof Uint8Array ? [[String(hash), new Uint8Array(content)] as const] : [],
    ),
  );
}

/** Whoever writes to the queue must not write elsewhere on a worker's disk. */
export function isInside(path: string): boolean {
  const steps = path.split("/");
  return path !== "" && !/[\\:\0]/.test(path) && steps.every((step) => !/^\.{0,2}$/.test(step));
}

/** Takes away what no job has asked for in this time. @param days whole ones */
export async function forgetSnapshots(
  { together }: QueueDatabase,
  jobs: string,
  days: number,
): Promise<void> {
  const old = `used_at < now() - make_interval(days => ${days})`;
  await together(async ({ rows }) => {
    await rows(
      `DELETE FROM briefwright.snapshot s WHERE ${old} AND NOT EXISTS
         (SELECT 1 FROM ${jobs} j WHERE j.data->>'snapshot' = s.sha256 AND j.state < 'completed')`,
    );
    await rows(
      `DELETE FROM briefwright.snapshot_file WHERE ${old} AND sha256 NOT IN
         (SELECT file->>'sha256' FROM briefwright.snapshot, jsonb_array_elements(files) file)`,
    );
  });
}
