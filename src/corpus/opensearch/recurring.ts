/** What the archive keeps so that lines that recur over the articles of a host can be found and dropped. */
import type { BulkItem } from "../../host/opensearch/bulk.js";
import type { Article } from "../../model/article.js";
import { hostOfArticle, type ReadResult } from "../../readers/index.js";
import { sha256 } from "../../text/sha256.js";
import { digestOfSample } from "../recurring-lines.js";
import type { FileReading, Recleaned, RecurringStore, Settlement, Unclean } from "../store.js";
import type { Archive } from "./archive.js";
import { bodyOf, docId, type FileState, fileDoc, placesOf, stateIn, stateOf } from "./documents.js";
import { pack, unpack } from "./packed.js";
import { all, any, type Query } from "./queries.js";
import { dropPlaces, fileAt, putArticles, statesOf } from "./writer.js";

const BY_ORDER = [{ order: "asc" }] as const;
const EVERY: Query = { match_all: {} };

export function openRecurring(archive: Archive): RecurringStore {
  const seen = new Map<string, number>();
  return {
    async unsettled() {
      const query = { term: { isUnsettled: true } };
      const hosts: string[] = [];
      const asked = { query, sort: [{ host: "asc" }] as const, fields: ["host", "generation"] };
      for await (const page of archive.pages("hosts", asked)) {
        for (const { source } of page) {
          hosts.push(source.host);
          seen.set(source.host, source.generation);
        }
      }
      return hosts;
    },

    async *allFirstReadings() {
      for await (const states of filePages(archive, EVERY))
        yield* await readingsOf(archive, states);
    },

    async readingsNamed(files) {
      const states = await statesOf(archive, files);
      return readingsOf(
        archive,
        files.flatMap((file) => states.get(file) ?? []),
      );
    },

    async sample(host, most) {
      const { files, lowest } = await lowestOf(archive, host, most);
      const load = async () => {
        const articles: Article[] = [];
        for (let start = 0; start < lowest.length; start += LOADED) {
          const readings = await readingsOf(archive, lowest.slice(start, start + LOADED));
          articles.push(...readings.flatMap(({ result }) => result.articles));
        }
        return articles.filter((article) => hostOfArticle(article) === host);
      };
      return { files, digest: digestOfSample(lowest), load };
    },

    async settlement(host) {
      const [got] = await archive.get([{ index: `${archive.prefix}-hosts`, id: docId(host) }]);
      const data = (got?.source as HostDoc | undefined)?.data;
      return data === undefined ? null : unpack<Settlement>(data);
    },

    async *firstReadings(host) {
      for await (const states of filePages(archive, { term: { hosts: host } })) {
        for (const { result } of await readingsOf(archive, states)) {
          yield* result.articles.filter((article) => hostOfArticle(article) === host);
        }
      }
    },

    async settle(host, settlement, which, affected) {
      await changeHost(archive, host, (doc) => ({ ...doc, data: pack(settlement) }));
      const now = await statesOf(archive, [...affected]);
      await archive.write(
        [...now.values()]
          .filter((state) => !state.affected.includes(host))
          .map((state) => {
            return indexState(archive, { ...state, affected: [...state.affected, host].sort() });
          }),
      );
      // Only some files were looked at: what is known of the others stays.
      if (which === "unsettled") return;
      for await (const states of filePages(archive, { term: { affected: host } })) {
        const gone = states.filter(({ file }) => !affected.has(file));
        await archive.write(
          gone.map((state) => {
            const others = state.affected.filter((one) => one !== host);
            return indexState(archive, { ...state, affected: others });
          }),
        );
      }
    },

    async unclean(hosts) {
      if (hosts.length === 0) return [];
      const found = new Map<string, Unclean>();
      const lines = new Map<string, string[]>();
      const touched = any([{ exists: { field: "affected" } }, { term: { isCleaned: true } }]);
      for await (const states of filePages(archive, all({ terms: { hosts } }, touched))) {
        await learnLines(archive, states, lines);
        for (const state of states) {
          const unclean = uncleanOf(state, lines);
          if (unclean !== null) found.set(state.file, unclean);
        }
      }
      return [...found.values()];
    },

    reclean: (files) => reclean(archive, files),

    async settled(hosts) {
      for (const host of hosts) {
        // Of a host that got articles meanwhile it is begun anew.
        await changeHost(archive, host, (doc) => {
          const isUnsettled = doc.generation !== seen.get(host);
          return { ...doc, isUnsettled };
        });
      }
    },
  };
}

async function* filePages(archive: Archive, query: Query): AsyncGenerator<FileState[]> {
  const asked = { query, sort: BY_ORDER, fields: ["data"] };
  for await (const page of archive.pages("files", asked)) {
    yield page.map(({ source }) => stateIn(source));
  }
}

/** Files that are loaded at a time. */
const LOADED = 200;

async function lowestOf(archive: Archive, host: string, most: number) {
  const query = { term: { hosts: host } };
  const asked = { query, sort: [{ rank: "asc" }, { order: "asc" }] as const, fields: ["data"] };
  const [files, hits] = await Promise.all([
    archive.count("files", query),
    archive.first("files", asked, most),
  ]);
  return { files, lowest: hits.map(({ source }) => stateIn(source)) };
}

function indexState(archive: Archive, state: FileState): BulkItem {
  return { action: "index", ...fileAt(archive, state.file), doc: fileDoc(state) };
}

async function readingsOf(archive: Archive, states: readonly FileState[]): Promise<FileReading[]> {
  const plain = states.filter(({ firstReading }) => firstReading === null);
  const got = await archive.get(
    plain.flatMap(({ places }) => places.map(({ index, doc }) => ({ index, id: doc }))),
  );
  const bodies = new Map(got.flatMap((one) => (one === null ? [] : [[one.id, one.source]])));
  return states.map((state): FileReading => {
    const { file, size, stamp, sha256: hash, readBy, firstReading, places, diagnostics } = state;
    const articles = places.flatMap(({ doc }) => {
      const source = bodies.get(doc);
      return source === undefined ? [] : [bodyOf(source)];
    });
    const result = firstReading ?? { articles, diagnostics };
    return { file, size, stamp, sha256: hash, readBy, result };
  });
}

interface HostDoc {
  readonly host: string;
  readonly isUnsettled: boolean;
  /** Another one each time articles come or go. */
  readonly generation: number;
  readonly data?: string;
}

async function changeHost(
  archive: Archive,
  host: string,
  change: (doc: HostDoc) => HostDoc,
): Promise<void> {
  const at = { index: `${archive.prefix}-hosts`, id: docId(host) };
  for (;;) {
    const [got] = await archive.get([at]);
    if (got === null || got === undefined) return;
    const { seqNo, primaryTerm } = got;
    const doc = change(got.source as HostDoc);
    const over = { seqNo, primaryTerm };
    const conflicts = await archive.write([{ action: "index", ...at, doc, over }]);
    if (conflicts.length === 0) return;
  }
}

async function learnLines(
  archive: Archive,
  states: readonly FileState[],
  lines: Map<string, string[]>,
): Promise<void> {
  const hosts = new Set(states.flatMap(({ affected }) => affected));
  const unknown = [...hosts].filter((host) => !lines.has(host));
  const index = `${archive.prefix}-hosts`;
  const got = await archive.get(unknown.map((host) => ({ index, id: docId(host) })));
  for (const [at, host] of unknown.entries()) {
    const data = got[at]?.source.data;
    lines.set(host, data === undefined ? [] : [...unpack<Settlement>(data).lines]);
  }
}

/** The same digest as the embedded index makes of the same lines. */
function uncleanOf(
  { file, hosts, affected, cleaned }: FileState,
  known: ReadonlyMap<string, string[]>,
): Unclean | null {
  const isAffected = affected.length > 0;
  const rows = (isAffected ? [...hosts].sort() : []).flatMap((host) => {
    const lines = known.get(host) ?? [];
    return lines.length === 0 ? [] : [{ host, lines: JSON.stringify(lines) }];
  });
  const digest = isAffected ? sha256(JSON.stringify(rows)).slice(0, 16) : "";
  if (digest === cleaned) return null;
  const lines = new Map(rows.map((row) => [row.host, new Set(known.get(row.host))]));
  return { file, digest, lines: isAffected ? lines : null };
}

async function reclean(archive: Archive, files: readonly Recleaned[]): Promise<void> {
  if (files.length === 0) return;
  const states = await statesOf(
    archive,
    files.map(({ file }) => file),
  );
  for (const { file, digest, result } of files) {
    const state = states.get(file);
    if (state === undefined) continue;
    const [first] = await readingsOf(archive, [state]);
    if (first === undefined) continue;
    const kept = result === null ? null : first.result;
    await replaceArticles(
      archive,
      state,
      { ...first, result: result ?? first.result },
      {
        cleaned: digest,
        firstReading: kept,
      },
    );
  }
}

/** The same file with other articles: which host they are of stays as it is. */
async function replaceArticles(
  archive: Archive,
  state: FileState,
  reading: FileReading,
  now: { readonly cleaned: string; readonly firstReading: ReadResult | null },
): Promise<void> {
  const places = placesOf(archive.prefix, reading);
  const kept = new Set(places.map(({ index, doc, id }) => `${index}/${doc}/${id}`));
  const gone = state.places.filter(({ index, doc, id }) => !kept.has(`${index}/${doc}/${id}`));
  await putArticles(archive, [{ reading, places }]);
  await dropPlaces(archive, gone, places);
  const { diagnostics } = reading.result;
  const { unread } = stateOf(reading, places);
  await archive.write([indexState(archive, { ...state, ...now, places, diagnostics, unread })]);
}
