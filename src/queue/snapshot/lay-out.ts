/** Snapshots in, folders that hold them out: each whole or not at all, once for all jobs that share it. */
import { join } from "node:path";
import { parse } from "yaml";
import { DISTRIBUTION_FILE } from "../../config/distribution-file.js";
import type { Host } from "../../host/host.js";
import type { QueueDatabase } from "../queue-database.js";
import type { SnapshotFiles } from "./plan-snapshot.js";
import { isInside, readSnapshot } from "./snapshot-store.js";

export interface LaidOut {
  /** Absolute. */
  readonly root: string;
  /** To be called once the job is over. */
  readonly release: () => Promise<void>;
}

export interface RoomsRequest {
  readonly host: Host;
  readonly database: QueueDatabase;
  /** Absolute path of a folder that is this worker's alone. */
  readonly scratch: string;
  /** Of this worker's own workspace, where it has one: keys to sign with are taken from there. */
  readonly own: string | null;
  /** Takes a folder away with all that is in it. */
  readonly remove: (folder: string) => Promise<void>;
}

interface Room {
  readonly root: string;
  users: number;
  /** Grows with every use. */
  used: number;
}

/** So many stay when nobody uses them: what was read of their articles is kept with them. */
const MOST_ROOMS = 4;

export class SnapshotRooms {
  private readonly rooms = new Map<string, Room>();
  private readonly making = new Map<string, Promise<Room | null>>();
  private uses = 0;

  constructor(private readonly request: RoomsRequest) {}

  /** @returns null where there is no such snapshot @throws {EngineError} @throws {HostError} */
  async layOut(id: string): Promise<LaidOut | null> {
    const room = this.rooms.get(id) ?? (await this.make(id));
    if (room === null) return null;
    room.users += 1;
    this.uses += 1;
    room.used = this.uses;
    return {
      root: room.root,
      release: async () => {
        room.users -= 1;
        await this.tidy();
      },
    };
  }

  /** Two jobs may ask for one at the same time. */
  private async make(id: string): Promise<Room | null> {
    const begun = this.making.get(id) ?? this.write(id);
    this.making.set(id, begun);
    try {
      return await begun;
    } finally {
      this.making.delete(id);
    }
  }

  private async write(id: string): Promise<Room | null> {
    const { host, database, scratch } = this.request;
    const files = await readSnapshot(database, id);
    if (files === null) return null;
    const root = join(scratch, id.slice(0, 16));
    await host.writeFiles(root, new Map([...files, ...(await this.keysOf(files))]));
    const room = { root, users: 0, used: 0 };
    this.rooms.set(id, room);
    return room;
  }

  private async keysOf(files: SnapshotFiles): Promise<SnapshotFiles> {
    const { host, own } = this.request;
    const keys = new Map<string, Uint8Array>();
    for (const name of keyFilesIn(files.get(DISTRIBUTION_FILE))) {
      const path = own === null || !isInside(name) ? null : join(own, name);
      if (path !== null && (await host.sizeOf(path)) !== null) {
        keys.set(name, await host.readFile(path));
      }
    }
    return keys;
  }

  private async tidy(): Promise<void> {
    const idle = [...this.rooms].filter(([, { users }]) => users === 0);
    const old = idle.sort(([, a], [, b]) => b.used - a.used).slice(MOST_ROOMS);
    for (const [id, { root }] of old) {
      this.rooms.delete(id);
      await this.request.remove(root);
    }
  }
}

function keyFilesIn(distribution: Uint8Array | undefined): readonly string[] {
  if (distribution === undefined) return [];
  try {
    return [...namesOf(parse(new TextDecoder().decode(distribution), { maxAliasCount: 100 }))];
  } catch {
    return [];
  }
}

function* namesOf(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "keyFile" && typeof inner === "string") yield inner;
    else yield* namesOf(inner);
  }
}
