/**
 * The address of an OpenSearch or Elasticsearch in, a way to ask it out: JSON over HTTP by the API that
 * both share (https://docs.opensearch.org/latest/api-reference/). Requests wait for nodes that come back,
 * and fail with one clear line where none does.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { EngineAddress } from "../../model/engines.js";
import { EngineError, isPassing } from "../engine-error.js";
import { engineErrorOf } from "./errors.js";

export interface EngineRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  /** With its query. */
  readonly path: string;
  /** An object, or lines of JSON with `isLines`. */
  readonly body?: object | string;
  readonly isLines?: boolean;
  /** Statuses that are answers and no errors, e.g. 404. */
  readonly expected?: readonly number[];
}

export interface EngineAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows what the API answers
  readonly body: any;
}

export interface SearchEngine {
  /** As a person calls it: `OpenSearch at 127.0.0.1:9200`. */
  readonly name: string;
  /** All names of indices begin with it. */
  readonly prefix: string;
  readonly kind: "opensearch" | "elasticsearch";
  readonly version: string;
  /** @throws {EngineError} */
  ask(request: EngineRequest): Promise<EngineAnswer>;
  close(): Promise<void>;
}

const PACKAGE = "@opensearch-project/opensearch";
const TIME_OUT_MS = 60_000;
/** How long a request waits for an engine that was there, while nodes go and come back. */
const PATIENCE_MS = 60_000;

/** @throws {EngineError} where it is not there, refuses, or is of a version that is not supported */
export async function connectSearchEngine(address: EngineAddress): Promise<SearchEngine> {
  const { nodes, prefix, name } = placesOf(address.url);
  const client = await openClient(address, nodes);
  const once = async (request: EngineRequest, timeOut = TIME_OUT_MS): Promise<EngineAnswer> => {
    const { method, path, body, isLines = false, expected = [] } = request;
    try {
      const answer = await client.transport.request(
        { method, path, ...(body && (isLines ? { bulkBody: body as string } : { body })) },
        { ignore: [...expected], requestTimeout: timeOut },
      );
      return { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, body: answer.body };
    } catch (error) {
      throw engineErrorOf(error, name);
    }
  };
  try {
    const { body } = await once({ method: "GET", path: "/" }, 10_000);
    const { kind, version } = supported(body, name);
    const ask = (request: EngineRequest) => patiently(() => once(request));
    return { name, prefix, kind, version, ask, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** `opensearch+https://a:9200,b:9200/prefix`: every node that may be asked, and the prefix. */
export function placesOf(url: string) {
  const [scheme = "", rest = ""] = url.split("://");
  const [hosts = "", prefix = ""] = rest.split("/");
  const protocol = scheme.endsWith("+https") ? "https" : "http";
  const [user, listed = ""] = hosts.includes("@") ? hosts.split("@") : [null, hosts];
  const nodes = listed.split(",").map((host) => `${protocol}://${host}`);
  const product = scheme.startsWith("elasticsearch") ? "Elasticsearch" : "OpenSearch";
  return { nodes, prefix, user: user ?? null, name: `${product} at ${listed}` };
}

async function openClient({ url, user, password }: EngineAddress, nodes: string[]) {
  const { Client } = await import("@opensearch-project/opensearch").catch((error: unknown) => {
    throw new EngineError(
      "missing",
      placesOf(url).name,
      `the package ${PACKAGE} is not installed`,
      `npm install ${PACKAGE}@3.9.0`,
      { cause: error },
    );
  });
  const username = user ?? placesOf(url).user;
  const auth = username === null ? {} : { auth: { username, password: password ?? "" } };
  return new Client({ nodes, ...auth, maxRetries: nodes.length, requestTimeout: TIME_OUT_MS });
}

interface Root {
  readonly version?: { readonly number?: string; readonly distribution?: string };
  readonly tagline?: string;
}

function supported({ version }: Root, name: string) {
  const number = version?.number ?? "";
  const kind = version?.distribution === "opensearch" ? "opensearch" : "elasticsearch";
  const major = Number.parseInt(number, 10);
  const known = kind === "opensearch" ? [2, 3] : [8, 9];
  if (known.includes(major)) return { kind, version: number } as const;
  const found = number === "" ? "it does not say its version" : `${kind} ${number}`;
  throw new EngineError(
    "version",
    name,
    `is of a version that is not supported (${found})`,
    "it takes OpenSearch 2 or 3, or Elasticsearch 8",
  );
}

/** Asks again, ever more slowly, while what is in the way may pass. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
    try {
      return await work();
    } catch (error) {
      const isOver = performance.now() - start + pause > PATIENCE_MS;
      if (!isPassing(error) || isOver) throw error;
      await wait(pause);
    }
  }
}
