/** Room where the index, what is made, the record and temporary files stand. */
import { join, resolve } from "node:path";
import type { DiskRoom } from "../host/machine.js";
import { type Check, type Examined, type Found, found } from "./check.js";
import { bytesInWords } from "./words.js";

export const diskCheck: Check = { name: "disk", look };

/** Bytes below which an issue with its evidence may not fit, and below which it is time to look. */
const LEAST = 100e6;
const LITTLE = 1e9;
/** Of a hundred files that the disk can hold. */
const FEW_FILES = 2;

async function look(examined: Examined): Promise<readonly Found[]> {
  const places = placesOf(examined);
  const rooms = await Promise.all(
    places.map(async ({ what, path }) => ({
      what,
      path,
      room: await examined.machine.roomAt(path),
    })),
  );
  const known = rooms.flatMap(({ room, ...place }) => (room === null ? [] : [{ ...place, room }]));
  const disks = Map.groupBy(known, ({ room }) => room.disk);
  return [
    ...[...disks.values()].flatMap((alike) => onDisk(alike)),
    ...known.filter(({ room }) => !room.isWritable).map(({ what, path }) => locked(what, path)),
  ];
}

interface DiskPlace {
  readonly what: string;
  readonly path: string;
}

function placesOf({ workspace, folder, host, machine }: Examined): readonly DiskPlace[] {
  const temporary = { what: "temporary files", path: machine.temporary };
  if (workspace === null) return [{ what: "this folder", path: folder }, temporary];
  const { root, settings } = workspace;
  const out = host.engines?.outputs ?? settings.out;
  return [
    { what: "index", path: join(root, ".briefwright") },
    { what: "what is made", path: resolve(root, out) },
    { what: "record", path: join(root, settings.corpus, "record") },
    temporary,
  ];
}

function onDisk(places: readonly (DiskPlace & { readonly room: DiskRoom })[]): readonly Found[] {
  const [first] = places;
  if (first === undefined) return [];
  const { free, total, filesLeft } = first.room;
  const names = places.map(({ what }) => what).join(", ");
  const words = `${bytesInWords(free)} of ${bytesInWords(total)} free for ${names}`;
  const hint = "free some space; out/ and .briefwright/index.sqlite can be made again";
  const state = free < LEAST ? "error" : free < LITTLE ? "warning" : "ok";
  const told = [found(state, words, state === "ok" ? undefined : hint)];
  if (filesLeft !== null && filesLeft < FEW_FILES) {
    told.push(found("warning", `the disk can hold few more files (${names})`, hint));
  }
  return told;
}

function locked(what: string, path: string): Found {
  const hint = "give the user that runs the program the right to write there";
  return found("error", `${what}: nothing can be written there`, hint, { file: path });
}
