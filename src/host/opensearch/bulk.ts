/**
 * Many documents in, what became of each out (`_bulk`): in requests of some megabytes, few at a time;
 * what the engine refuses because it has too much to do is sent again by itself, ever more slowly.
 */
import { setTimeout as wait } from "node:timers/promises";
import { telemetry } from "../telemetry.js";
import type { SearchEngine } from "./connect.js";
import { faultOf } from "./errors.js";

export interface BulkItem {
  /** `create` fails with a conflict where the document is there. */
  readonly action: "index" | "create" | "delete";
  readonly index: string;
  readonly id: string;
  readonly doc?: object;
  /** Only in the place of the one that was read. */
  readonly over?: { readonly seqNo: number; readonly primaryTerm: number };
}

/** Requests of this size are what an engine takes best; one larger document goes alone. */
const REQUEST_BYTES = 5 * 1024 * 1024;
const REQUEST_ITEMS = 5000;
/** Requests under way: one is indexed while the next one is written. */
const AT_ONCE = 2;
const FIRST_PAUSE_MS = 200;
const PATIENCE_MS = 120_000;

/** What the engine refused for a while, by who is told of it. */
export interface BulkCounts {
  refused: number;
}

/**
 * @returns the items that conflict with what is there @throws {EngineError} for any that fails otherwise;
 * others may have been written then
 */
export async function bulk(
  engine: SearchEngine,
  items: readonly BulkItem[],
  counts: BulkCounts = { refused: 0 },
): Promise<readonly BulkItem[]> {
  const requests = cutRequests(byIndex(items));
  const conflicts: BulkItem[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < requests.length; at = next++) {
      conflicts.push(...(await sendPatiently(engine, requests[at] ?? [], counts)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, requests.length) }, work));
  return conflicts;
}

/** Every shard that a request touches waits for its disk: what goes to one index goes together. */
function byIndex(items: readonly BulkItem[]): readonly BulkItem[] {
  return [...Map.groupBy(items, ({ index }) => index).values()].flat();
}

interface Written {
  readonly item: BulkItem;
  readonly lines: string;
}

function cutRequests(items: readonly BulkItem[]): Written[][] {
  const requests: Written[][] = [];
  let room = 0;
  for (const item of items) {
    const lines = linesOf(item);
    const last = requests.at(-1);
    if (last === undefined || lines.length > room || last.length === REQUEST_ITEMS) {
      requests.push([{ item, lines }]);
      room = REQUEST_BYTES - lines.length;
    } else {
      last.push({ item, lines });
      room -= lines.length;
    }
  }
  return requests;
}

function linesOf({ action, index, id, doc, over }: BulkItem): string {
  const seen = over && { if_seq_no: over.seqNo, if_primary_term: over.primaryTerm };
  const head = JSON.stringify({ [action]: { _index: index, _id: id, ...seen } });
  return doc === undefined ? `${head}\n` : `${head}\n${JSON.stringify(doc)}\n`;
}

async function sendPatiently(
  engine: SearchEngine,
  request: readonly Written[],
  counts: BulkCounts,
): Promise<readonly BulkItem[]> {
  const conflicts: BulkItem[] = [];
  const start = performance.now();
  let open = request;
  for (let pause = FIRST_PAUSE_MS; open.length > 0; pause = Math.min(pause * 2, 10_000)) {
    const answers = await send(engine, open);
    const refused: Written[] = [];
    for (const [index, written] of open.entries()) {
      const { status, error } = answers[index] ?? { status: 503, error: null };
      if (status < 300 || (status === 404 && written.item.action === "delete")) continue;
      if (status === 409) conflicts.push(written.item);
      else if (mayPass(status, error)) refused.push(written);
      else throw faultOf(status, error, engine.name);
    }
    if (refused.length > 0 && performance.now() - start > PATIENCE_MS) {
      throw faultOf(429, null, engine.name);
    }
    counts.refused += refused.length;
    if (refused.length > 0) telemetry().count("brief.bulk.refused", refused.length);
    open = refused;
    if (open.length > 0) await wait(pause);
  }
  return conflicts;
}

/** A block, as of a disk that is full, is told at once: somebody has to do something about it. */
function mayPass(status: number, error: ItemAnswer["error"]): boolean {
  const isBlock = typeof error === "object" && error?.type === "cluster_block_exception";
  return (status === 429 || status === 503) && !isBlock;
}

interface ItemAnswer {
  readonly status: number;
  readonly error: Parameters<typeof faultOf>[1];
}

async function send(engine: SearchEngine, request: readonly Written[]): Promise<ItemAnswer[]> {
  const { body } = await engine.ask({
    method: "POST",
    path: "/_bulk",
    body: request.map(({ lines }) => lines).join(""),
    isLines: true,
  });
  const items = body.items as Record<string, { status: number; error?: ItemAnswer["error"] }>[];
  return items.map((item) => {
    const [answer] = Object.values(item);
    return { status: answer?.status ?? 0, error: answer?.error ?? null };
  });
}
