/**
 * A change of the corpus to the documents of the archive. An engine has no transactions: of each file
 * the articles come first and what is known of the file last, all under ids of their own, so that whoever
 * is interrupted repeats the same call and ends with the same archive.
 */
import type { BulkItem } from "../../host/opensearch/bulk.js";
import type { FileReading, StoreChange } from "../store.js";
import type { Archive } from "./archive.js";
import {
  articleDoc,
  docId,
  type FileState,
  fileDoc,
  type Place,
  placesOf,
  stateIn,
  stateOf,
} from "./documents.js";
import { settleTwins } from "./twins.js";

/** @throws {EngineError} what was written until then stays, and is written again by the same change */
export async function writeChange(archive: Archive, change: StoreChange): Promise<void> {
  const { put, touched, removed } = change;
  if (put.length + touched.length + removed.length === 0) return;
  const names = [...put, ...touched].map(({ file }) => file);
  const before = await statesOf(archive, [...names, ...removed]);
  const wanted = put.map((reading) => ({ reading, places: placesOf(archive.prefix, reading) }));
  const gone = [...placesGone(wanted, before), ...placesIn(removed, before)];
  await putArticles(archive, wanted);
  await dropPlaces(
    archive,
    gone,
    wanted.flatMap(({ places }) => places),
  );
  const hosts = [
    ...put.map(stateOfHosts),
    ...[...removed, ...names].map((file) => before.get(file)?.hosts),
  ].flatMap((list) => list ?? []);
  // Also before: who repeats the call after an interruption may find the file as it is to be.
  await unsettle(archive, new Set(hosts));
  await archive.write([
    ...wanted.map(({ reading, places }) => indexFile(archive, stateOf(reading, places))),
    ...touched.flatMap(({ file, size, stamp }) => {
      const state = before.get(file);
      return state === undefined ? [] : [indexFile(archive, { ...state, size, stamp })];
    }),
    ...removed.map((file) => ({ action: "delete" as const, ...fileAt(archive, file) })),
  ]);
  await unsettle(archive, new Set(hosts));
}

interface Wanted {
  readonly reading: FileReading;
  readonly places: readonly Place[];
}

const stateOfHosts = (reading: FileReading) => stateOf(reading, []).hosts;

export function fileAt({ prefix }: Archive, file: string) {
  return { index: `${prefix}-files`, id: docId(file) };
}

function indexFile(archive: Archive, state: FileState): BulkItem {
  return { action: "index", ...fileAt(archive, state.file), doc: fileDoc(state) };
}

export async function statesOf(
  archive: Archive,
  files: readonly string[],
): Promise<ReadonlyMap<string, FileState>> {
  const unique = [...new Set(files)];
  const got = await archive.get(unique.map((file) => fileAt(archive, file)));
  const states = got.flatMap((one) => (one === null ? [] : [stateIn(one.source)]));
  return new Map(states.map((state) => [state.file, state]));
}

/** Of files that are read anew: what stands where nothing will be put. */
function placesGone(wanted: readonly Wanted[], before: ReadonlyMap<string, FileState>): Place[] {
  return wanted.flatMap(({ reading, places }) => {
    const kept = new Set(places.map(nameOf));
    return (before.get(reading.file)?.places ?? []).filter((place) => !kept.has(nameOf(place)));
  });
}

const nameOf = ({ index, doc, id }: Place) => `${index}/${doc}/${id}`;

function placesIn(files: readonly string[], before: ReadonlyMap<string, FileState>): Place[] {
  return files.flatMap((file) => before.get(file)?.places ?? []);
}

/**
 * Most ids come once: each is claimed by a document, before its article comes, and only where others
 * claim it too are copies compared.
 */
export async function putArticles(archive: Archive, wanted: readonly Wanted[]): Promise<void> {
  const places = wanted.flatMap((one) => one.places);
  const first = new Map(places.map((place) => [place.id, place] as const).reverse());
  const claims = [...first.values()].map((place): BulkItem => claimOf(archive, place));
  const claimed = new Set((await archive.write(claims)).map(({ id }) => id));
  await archive.write(wanted.flatMap(indexArticles));
  const joined = await claimedByOthers(archive, [...first.values()]);
  const twins = places.filter(
    (place) => claimed.has(place.id) || joined.has(place.id) || first.get(place.id) !== place,
  );
  await settleTwins(archive, { come: twins, gone: [] });
}

function indexArticles({ reading, places }: Wanted): BulkItem[] {
  return reading.result.articles.flatMap((article, part): BulkItem[] => {
    const place = places[part];
    if (place === undefined) return [];
    const doc = articleDoc(article, place, null);
    return [{ action: "index", index: place.index, id: place.doc, doc }];
  });
}

/** Another machine may have found a claim whose article had not come yet. */
async function claimedByOthers(
  archive: Archive,
  places: readonly Place[],
): Promise<ReadonlySet<string>> {
  const index = `${archive.prefix}-ids`;
  const claims = await archive.get(places.map(({ id }) => ({ index, id })));
  const isShared = (claim: (typeof claims)[number]) => claim?.source.places.length !== 1;
  return new Set(places.flatMap(({ id }, at) => (isShared(claims[at] ?? null) ? [id] : [])));
}

function claimOf({ prefix }: Archive, place: Place): BulkItem {
  return { action: "create", index: `${prefix}-ids`, id: place.id, doc: { places: [place] } };
}

/** @param put what stands now: an article under another id may have taken the document of one that is gone */
export async function dropPlaces(
  archive: Archive,
  gone: readonly Place[],
  put: readonly Place[],
): Promise<void> {
  if (gone.length === 0) return;
  const taken = new Set(put.map(({ index, doc }) => `${index}/${doc}`));
  const free = gone.filter(({ index, doc }) => !taken.has(`${index}/${doc}`));
  await archive.write(free.map(({ index, doc }) => ({ action: "delete", index, id: doc })));
  await settleTwins(archive, { come: [], gone });
}

/** Lines that recur over a host are looked for anew where its articles came or went. */
async function unsettle(archive: Archive, hosts: ReadonlySet<string>): Promise<void> {
  const index = `${archive.prefix}-hosts`;
  for (let open = [...hosts]; open.length > 0; ) {
    const at = open.map((host) => ({ host, index, id: docId(host) }));
    const got = await archive.get(at);
    const items = at.map(({ host, id }, n): BulkItem => {
      const before = got[n] ?? null;
      const generation = (before?.source.generation ?? 0) + 1;
      const doc = { ...before?.source, host, isUnsettled: true, generation };
      if (before === null) return { action: "create", index, id, doc };
      const over = { seqNo: before.seqNo, primaryTerm: before.primaryTerm };
      return { action: "index", index, id, doc, over };
    });
    const lost = new Set((await archive.write(items)).map(({ id }) => id));
    open = open.filter((host) => lost.has(docId(host)));
  }
}
