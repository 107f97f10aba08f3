/** The OpenSearch that holds the archive: version, nodes, indices, blocks, disks, heap and clock. */
import { EngineError } from "../host/engine-error.js";
import { connectSearchEngine, type SearchEngine } from "../host/opensearch/connect.js";
import { type Examined, type Found, found } from "./check.js";
import { clockFound } from "./clock.js";
import { bytesInWords, counted } from "./words.js";

export async function look({ host, machine }: Examined): Promise<readonly Found[]> {
  const address = host.engines?.corpus ?? null;
  if (address === null) return [];
  const engine = await connectSearchEngine(address);
  try {
    const looks = [onHealth, onIndices, onBlocks, onNodes(() => machine.now())];
    const told = await Promise.all(looks.map((one) => one(engine).catch(unanswered)));
    return told.flat();
  } finally {
    await engine.close();
  }
}

/** Whoever may use an archive need not be let see its nodes. */
function unanswered(error: unknown): readonly Found[] {
  if (!(error instanceof EngineError)) throw error;
  const { kind, message, hint } = error;
  if (kind !== "refused") return [found("error", message, hint)];
  const how = "give the user cluster:monitor/* and indices:monitor/* to have it looked at";
  return [found("skipped", "the user may not look at all of the engine", how)];
}

interface Health {
  readonly status: "green" | "yellow" | "red";
  readonly number_of_nodes: number;
  readonly unassigned_shards: number;
}

const COLOURS = { green: "ok", yellow: "warning", red: "error" } as const;

async function onHealth(engine: SearchEngine): Promise<readonly Found[]> {
  const health = await ask<Health>(engine, "/_cluster/health?timeout=5s");
  const { status, number_of_nodes: nodes, unassigned_shards: unassigned } = health;
  const kind = engine.kind === "opensearch" ? "OpenSearch" : "Elasticsearch";
  const words = `${kind} ${engine.version}, ${counted(nodes, "node")}, health ${status}`;
  if (status === "green") return [found("ok", words)];
  const hint =
    status === "red"
      ? "a shard is on no node: start the nodes that are missing, or restore a snapshot"
      : "copies of shards are on no node: what is there is whole, and a lost node would not be";
  return [found(COLOURS[status], `${words}, ${counted(unassigned, "shard")} unassigned`, hint)];
}

interface CatIndex {
  readonly index: string;
  readonly health?: string;
  readonly status: string;
  readonly "docs.count"?: string | null;
  readonly "store.size"?: string | null;
}

async function onIndices(engine: SearchEngine): Promise<readonly Found[]> {
  const path = `/_cat/indices/${engine.prefix}-*?format=json&bytes=b&expand_wildcards=all`;
  const indices = await ask<readonly CatIndex[]>(engine, path);
  if (indices.length === 0) return [found("ok", "no index yet: the first article makes them")];
  const sum = (field: "docs.count" | "store.size") =>
    indices.reduce((all, one) => all + Number(one[field] ?? 0), 0);
  const size = bytesInWords(sum("store.size"));
  const documents = counted(sum("docs.count"), "document");
  const closed = indices.filter(({ status }) => status === "close");
  const red = indices.filter(({ health, status }) => health === "red" && status !== "close");
  return [
    found("ok", `${counted(indices.length, "index", "indices")} of ${documents}, ${size}`),
    ...closed.map(({ index }) => found("error", `${index} is closed`, `POST /${index}/_open`)),
    ...red.map(({ index }) => found("error", `${index} lacks a shard`, "start the missing nodes")),
  ];
}

type Blocks = Readonly<Record<string, { readonly settings?: Record<string, unknown> }>>;

async function onBlocks(engine: SearchEngine): Promise<readonly Found[]> {
  const path = `/${engine.prefix}-*/_settings/index.blocks.*?flat_settings=true&allow_no_indices=true`;
  const indices = await ask<Blocks>(engine, path);
  const blocked = Object.entries(indices).flatMap(([index, { settings = {} }]) => {
    const set = Object.keys(settings).filter((name) => String(settings[name]) === "true");
    return set.length === 0 ? [] : [{ index, set }];
  });
  const [first] = blocked;
  if (first === undefined) return [];
  const which = `${counted(blocked.length, "index", "indices")} can only be read (${first.index}: ${first.set.join()})`;
  const hint = "free space on the nodes (the flood stage sets such blocks), or take the block off";
  return [found("error", which, hint)];
}

interface NodeStats {
  readonly name: string;
  readonly timestamp: number;
  readonly jvm: { readonly mem: { readonly heap_used_percent: number } };
  readonly fs: {
    readonly total: { readonly total_in_bytes: number; readonly available_in_bytes: number };
  };
}

const STATS =
  "/_nodes/stats/fs,jvm?filter_path=nodes.*.name,nodes.*.timestamp,nodes.*.fs.total,nodes.*.jvm.mem";

/** Of a hundred parts: the high watermark moves shards away, the flood stage stops writing (its defaults). */
const HIGH = 90;
const FLOOD = 95;
const HEAP = 90;

function onNodes(now: () => number) {
  return async (engine: SearchEngine): Promise<readonly Found[]> => {
    const asked = now();
    const stats = await ask<{ readonly nodes?: Record<string, NodeStats> }>(engine, STATS);
    const here = (asked + now()) / 2;
    const nodes = Object.values(stats.nodes ?? {}).sort((a, b) => (a.name < b.name ? -1 : 1));
    return nodes.flatMap((node) => [
      onDisk(node),
      ...onHeap(node),
      ...clockFound(`node ${node.name}`, node.timestamp - here),
    ]);
  };
}

function onDisk({ name, fs }: NodeStats): Found {
  const { total_in_bytes: total, available_in_bytes: free } = fs.total;
  const used = total > 0 ? Math.round(((total - free) / total) * 100) : 0;
  const words = `node ${name}: disk ${used} % full, ${bytesInWords(free)} free`;
  if (used < HIGH) return found("ok", words);
  const hint = "free space or add a node; at 95 % the engine takes nothing more (flood stage)";
  return found(used < FLOOD ? "warning" : "error", words, hint);
}

function onHeap({ name, jvm }: NodeStats): readonly Found[] {
  const { heap_used_percent: used } = jvm.mem;
  if (used < HEAP) return [];
  const hint = "give the node more heap (half of its memory, at most 31 GB), or more nodes";
  return [found("warning", `node ${name}: ${used} % of the heap is in use`, hint)];
}

async function ask<T>(engine: SearchEngine, path: string): Promise<T> {
  const { body } = await engine.ask({ method: "GET", path });
  return body as T;
}
