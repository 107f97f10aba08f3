/** Paths below the record in, its files in the table of PostgreSQL out: folders are what paths begin with. */
import type { FileEntry } from "../host.js";
import type { Statements } from "./transaction.js";

const TABLE = "briefwright.record_file";

/** What lies below a folder, "" for all: `/` and the character behind it are its bounds in byte order. */
const BELOW = "($1 = '' OR (path > $1 || '/' AND path < $1 || '0'))";

export async function bytesAt({ rows }: Statements, path: string): Promise<Uint8Array | null> {
  const [found] = await rows(`SELECT bytes FROM ${TABLE} WHERE path = $1`, [path]);
  return found === undefined ? null : (found.bytes as Uint8Array);
}

export async function sizeAt({ rows }: Statements, path: string): Promise<number | null> {
  const [found] = await rows(`SELECT octet_length(bytes) AS size FROM ${TABLE} WHERE path = $1`, [
    path,
  ]);
  return found === undefined ? null : Number(found.size);
}

export async function isFolderAt({ rows }: Statements, path: string): Promise<boolean> {
  const found = await rows(`SELECT FROM ${TABLE} WHERE ${BELOW} LIMIT 1`, [path]);
  return found.length > 0;
}

/** Hidden ones are left out, as of every folder. */
export async function filesBelow({ rows }: Statements, folder: string): Promise<FileEntry[]> {
  const found = await rows(
    `SELECT path, octet_length(bytes) AS size,
        extract(epoch FROM modified)::float * 1000 AS modified
      FROM ${TABLE} WHERE ${BELOW}`,
    [folder],
  );
  const entries = found.flatMap(({ path, size, modified }): FileEntry[] => {
    const below = String(path).slice(folder === "" ? 0 : folder.length + 1);
    if (/(?:^|\/)\./.test(below)) return [];
    return [{ path: below, size: Number(size), kind: "file", modified: Number(modified) }];
  });
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Why nothing can be written at a path, as the system says it; null where it can. */
export async function inTheWay(
  statements: Statements,
  path: string,
  as: "file" | "folder",
): Promise<"ENOTDIR" | "EISDIR" | null> {
  const parts = path.split("/");
  const above = parts.map((_, depth) => parts.slice(0, depth).join("/")).slice(1);
  const asked = as === "folder" ? [...above, path] : above;
  const found = await statements.rows(`SELECT FROM ${TABLE} WHERE path = ANY($1) LIMIT 1`, [asked]);
  if (found.length > 0) return "ENOTDIR";
  return as === "file" && (await isFolderAt(statements, path)) ? "EISDIR" : null;
}

export async function put(
  { rows }: Statements,
  path: string,
  bytes: Uint8Array,
  modified: number | null = null,
): Promise<void> {
  await rows(
    `INSERT INTO ${TABLE} (path, bytes, modified)
      VALUES ($1, $2, coalesce(to_timestamp($3::float / 1000), clock_timestamp()))
      ON CONFLICT (path) DO UPDATE SET bytes = excluded.bytes, modified = excluded.modified`,
    [path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), modified],
  );
}

/** @returns bytes of the file then */
export async function append(
  { rows }: Statements,
  path: string,
  bytes: Uint8Array,
): Promise<number> {
  const [found] = await rows(
    `INSERT INTO ${TABLE} AS file (path, bytes) VALUES ($1, $2)
      ON CONFLICT (path) DO UPDATE
        SET bytes = file.bytes || excluded.bytes, modified = clock_timestamp()
      RETURNING octet_length(bytes) AS size`,
    [path, Buffer.from(bytes)],
  );
  return Number(found?.size);
}

/** @param keeps which files and folders right below the folder stay */
export async function clear(
  { rows }: Statements,
  folder: string,
  keeps: (name: string) => boolean,
): Promise<void> {
  const found = await rows(`SELECT path FROM ${TABLE} WHERE ${BELOW}`, [folder]);
  const gone = found.flatMap(({ path }) => {
    const [name = ""] = String(path)
      .slice(folder === "" ? 0 : folder.length + 1)
      .split("/");
    return keeps(name) ? [] : [String(path)];
  });
  await remove({ rows }, gone);
}

export async function remove({ rows }: Statements, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) await rows(`DELETE FROM ${TABLE} WHERE path = ANY($1)`, [paths]);
}
