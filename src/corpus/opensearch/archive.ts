/**
 * The indices of an archive in an engine, to search, count and get documents of: in pages that begin
 * where the last one ended, over a point in time where one is held.
 */
import { type BulkCounts, type BulkItem, bulk } from "../../host/opensearch/bulk.js";
import type { SearchEngine } from "../../host/opensearch/connect.js";
import { faultOf } from "../../host/opensearch/errors.js";
import { type IndexKind, KINDS } from "./mappings.js";
import type { Query } from "./queries.js";

export interface Hit {
  readonly id: string;
  readonly index: string;
  // biome-ignore lint/suspicious/noExplicitAny: documents are what documents.ts wrote
  readonly source: any;
}

/** A document as it is now, also where no search sees it yet. */
export interface Got extends Hit {
  readonly seqNo: number;
  readonly primaryTerm: number;
}

export type Sort = readonly Readonly<Record<string, "asc" | "desc">>[];

export interface SearchRequest {
  readonly query: Query;
  readonly sort: Sort;
  /** Fields of the document. */
  readonly fields: readonly string[];
}

export interface Archive {
  readonly engine: SearchEngine;
  readonly prefix: string;
  readonly counts: BulkCounts;
  /** The first hits of a kind. @param limit up to 10,000 */
  first(kind: IndexKind, request: SearchRequest, limit: number): Promise<Hit[]>;
  /** All hits, page by page. @param limit the first so many */
  pages(kind: IndexKind, request: SearchRequest, limit?: number): AsyncGenerator<Hit[]>;
  count(kind: IndexKind, query: Query): Promise<number>;
  // biome-ignore lint/suspicious/noExplicitAny: aggregations are as different as what is asked
  aggregate(kind: IndexKind, query: Query, aggs: object): Promise<any>;
  get(docs: readonly { readonly index: string; readonly id: string }[]): Promise<(Got | null)[]>;
  /** @returns the items that conflict with what is there */
  write(items: readonly BulkItem[]): Promise<readonly BulkItem[]>;
  hold(): Promise<void>;
  close(): Promise<void>;
}

const PAGE = 2000;
const KEEP_ALIVE = "5m";
const HELD: readonly IndexKind[] = ["articles", "files"];

export function openArchive(engine: SearchEngine): Archive {
  const { prefix } = engine;
  const counts: BulkCounts = { refused: 0 };
  const held = new Map<IndexKind, string>();
  const stale = new Set<IndexKind>(KINDS);

  /** Whoever wrote sees what it wrote; of many months each refresh costs, and what was not written needs none. */
  const refreshed = new Map<IndexKind, Promise<unknown>>();
  const refresh = async (kind: IndexKind) => {
    const path = `/${indexOf(prefix, kind)}/_refresh?${ANYWHERE}`;
    if (stale.delete(kind)) refreshed.set(kind, engine.ask({ method: "POST", path }));
    // Whoever asks at the same time waits for the same refresh.
    await refreshed.get(kind);
  };
  const kindOf = (index: string) => KINDS.find((kind) => index.startsWith(`${prefix}-${kind}`));
  const search = async (kind: IndexKind, body: object) => {
    const pit = held.get(kind);
    if (pit === undefined) await refresh(kind);
    const asked =
      pit === undefined
        ? { path: `/${indexOf(prefix, kind)}/_search?${ANYWHERE}&${WHOLE}`, body }
        : {
            path: `/_search?${WHOLE}`,
            body: { ...body, pit: { id: pit, keep_alive: KEEP_ALIVE } },
          };
    const { body: answer } = await engine.ask({ method: "POST", ...asked });
    return answer;
  };
  const page = async (kind: IndexKind, request: SearchRequest, size: number, after?: unknown) => {
    const { query, sort, fields: source } = request;
    const body = { query, sort, size, _source: source, track_total_hits: false };
    const { hits } = await search(
      kind,
      after === undefined ? body : { ...body, search_after: after },
    );
    return hits.hits as RawHit[];
  };
  return {
    engine,
    prefix,
    counts,
    first: async (kind, request, limit) => (await page(kind, request, limit)).map(hitOf),
    async *pages(kind, request, limit = Number.POSITIVE_INFINITY) {
      let left = limit;
      for (let after: unknown; left > 0; ) {
        const size = Math.min(PAGE, left);
        const found = await page(kind, request, size, after);
        if (found.length > 0) yield found.map(hitOf);
        if (found.length < size) return;
        after = found.at(-1)?.sort;
        left -= found.length;
      }
    },
    async count(kind, query) {
      const { hits } = await search(kind, { query, size: 0, track_total_hits: true });
      return hits.total.value;
    },
    async aggregate(kind, query, aggs) {
      const answer = await search(kind, { query, size: 0, track_total_hits: true, aggs });
      return { ...answer.aggregations, total: answer.hits.total.value };
    },
    async get(docs) {
      if (docs.length === 0) return [];
      const wanted = docs.map(({ index, id }) => ({ _index: index, _id: id }));
      const { body } = await engine.ask({ method: "POST", path: "/_mget", body: { docs: wanted } });
      const got = body.docs as RawGot[];
      // A shard that does not answer is told document by document: what it holds is not gone.
      const fault = got.find(({ error }) => error !== undefined && error.type !== NO_INDEX)?.error;
      if (fault !== undefined) throw faultOf(503, fault, engine.name);
      return got.map(gotOf);
    },
    async write(items) {
      for (const { index } of items) stale.add(kindOf(index) ?? "articles");
      return bulk(engine, items, counts);
    },
    async hold() {
      for (const kind of HELD) await refresh(kind);
      for (const kind of HELD) held.set(kind, await openPoint(engine, indexOf(prefix, kind)));
    },
    async close() {
      const points = [...held.values()];
      held.clear();
      await closePoints(engine, points).catch(() => undefined);
      await engine.close();
    },
  };
}

/** Months of which there is no article are no fault; one that is closed is, or its articles would be missing. */
const ANYWHERE = "expand_wildcards=open,closed&allow_no_indices=true";

/** An answer without a part of the archive is none; shards of other months are not asked. */
const WHOLE = "allow_partial_search_results=false&pre_filter_shard_size=1";

function indexOf(prefix: string, kind: IndexKind): string {
  return kind === "articles" ? `${prefix}-articles-*` : `${prefix}-${kind}`;
}

interface RawHit {
  readonly _id: string;
  readonly _index: string;
  readonly _source: unknown;
  readonly sort?: unknown;
}

const hitOf = ({ _id: id, _index: index, _source: source }: RawHit): Hit => ({ id, index, source });

interface RawGot extends RawHit {
  readonly found?: boolean;
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly error?: { readonly type?: string; readonly reason?: string };
}

/** Of a month of which there is no article yet. */
const NO_INDEX = "index_not_found_exception";

function gotOf(got: RawGot): Got | null {
  if (got.found !== true) return null;
  return { ...hitOf(got), seqNo: got._seq_no, primaryTerm: got._primary_term };
}

/** OpenSearch and Elasticsearch differ here alone. */
async function openPoint({ kind, ask }: SearchEngine, index: string): Promise<string> {
  const path = kind === "opensearch" ? "_search/point_in_time" : "_pit";
  const asked = `/${index}/${path}?keep_alive=${KEEP_ALIVE}&${ANYWHERE}`;
  const { body } = await ask({ method: "POST", path: asked });
  return kind === "opensearch" ? body.pit_id : body.id;
}

async function closePoints({ kind, ask }: SearchEngine, ids: readonly string[]): Promise<void> {
  if (kind === "opensearch") {
    if (ids.length === 0) return;
    await ask({ method: "DELETE", path: "/_search/point_in_time", body: { pit_id: ids } });
  } else for (const id of ids) await ask({ method: "DELETE", path: "/_pit", body: { id } });
}
