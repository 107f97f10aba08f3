/** What OpenSearch answers, or why it does not, in; what a person can do about it out. */
import { EngineError } from "../engine-error.js";

interface ErrorBody {
  readonly type?: string;
  readonly reason?: string;
  readonly root_cause?: readonly ErrorBody[];
  readonly caused_by?: ErrorBody;
  readonly failed_shards?: readonly { readonly reason?: ErrorBody }[];
}

/** Kinds of errors of the engine that are told of in words of their own, by a part of their type or reason. */
const KNOWN: readonly (readonly [string, EngineError["kind"], string, string])[] = [
  [
    "flood-stage",
    "full",
    "its disk is full, and its indices can only be read (flood stage)",
    "free space on the nodes: the engine then takes off the block by itself",
  ],
  [
    "read-only",
    "full",
    "its indices can only be read",
    "look for an index block: index.blocks.read_only_allow_delete, index.blocks.write",
  ],
  ["index_closed_exception", "closed", "an index is closed", "open it: POST /<prefix>-*/_open"],
  [
    "security_exception",
    "refused",
    "does not take the user or the password",
    "look at corpusUserEnv and corpusPasswordEnv in engines.yaml, and at the rights of the user",
  ],
  [
    "circuit_breaking_exception",
    "full",
    "has no memory for this",
    "give its nodes more heap, or let fewer workers run at once",
  ],
  [
    "this action would add",
    "full",
    "cannot hold more shards",
    "raise cluster.max_shards_per_node, or add a node",
  ],
];

export function engineErrorOf(error: unknown, engine: string): unknown {
  if (!(error instanceof Error)) return error;
  const { statusCode, body } = "meta" in error ? metaOf(error.meta) : { statusCode: 0, body: null };
  if (statusCode >= 400) return answered(statusCode, body, engine, error);
  if (!NO_ANSWER.has(error.name)) return error;
  return new EngineError(
    "unreachable",
    engine,
    `cannot be reached (${error.message.slice(0, 200)})`,
    "look whether it runs, and whether engines.yaml names its address",
    { cause: error },
  );
}

const NO_ANSWER = new Set(["ConnectionError", "NoLivingConnectionsError", "TimeoutError"]);

function metaOf(meta: unknown) {
  const { statusCode, body } = (meta ?? {}) as { statusCode?: number | null; body?: unknown };
  return { statusCode: statusCode ?? 0, body: body ?? null };
}

function answered(status: number, body: unknown, engine: string, cause: Error): EngineError {
  const { error = null } = (typeof body === "object" && body !== null ? body : {}) as {
    error?: ErrorBody | string | null;
  };
  return faultOf(status, error, engine, cause);
}

/** @param error as the engine words it, of a request or of one item of many */
export function faultOf(
  status: number,
  error: ErrorBody | string | null,
  engine: string,
  cause?: Error,
): EngineError {
  const said = typeof error === "string" ? error : typesAndReasons(error).join(" ");
  const options = { cause: cause ?? new Error(`${status} ${said.slice(0, 500)}`) };
  if (status === 401 || status === 403) {
    const blocked = KNOWN.find(([part]) => said.includes(part));
    if (blocked !== undefined) return named(blocked, engine, options);
    const refused = KNOWN.find(([, kind]) => kind === "refused");
    if (refused !== undefined) return named(refused, engine, options);
  }
  const known = KNOWN.find(([part]) => said.includes(part));
  if (known !== undefined) return named(known, engine, options);
  if (PASSING.has(status)) {
    const hint = "wait until its nodes are back, or let fewer workers run at once";
    return new EngineError("unreachable", engine, `cannot answer now (${status})`, hint, options);
  }
  const message = `refuses what it was asked (${status}: ${said.slice(0, 300)})`;
  const hint = "this may be a fault of briefwright: tell of it with the version of the engine";
  return new EngineError("unusable", engine, message, hint, options);
}

/** Too many requests, and what a proxy or a node says that is not ready. */
const PASSING = new Set([429, 502, 503, 504]);

function named(
  [, kind, message, hint]: (typeof KNOWN)[number],
  engine: string,
  options: ErrorOptions,
): EngineError {
  return new EngineError(kind, engine, message, hint, options);
}

function typesAndReasons(error: ErrorBody | null | undefined): string[] {
  if (error === null || error === undefined) return [];
  const { type = "", reason = "", root_cause: roots = [], caused_by: cause, failed_shards } = error;
  const shards = (failed_shards ?? []).slice(0, 3).map((shard) => shard.reason);
  return [type, reason, ...[...roots.slice(0, 3), cause, ...shards].flatMap(typesAndReasons)];
}
