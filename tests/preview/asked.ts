/** A preview without network, threads or disk: what browsers ask goes in, what they are answered comes out. */

import { memoryHost } from "../../src/host/memory.js";
import type { Watch } from "../../src/host/watch.js";
import type { Serve, WebAnswer, WebHandler, WebReader } from "../../src/host/web.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Coverage, Issue } from "../../src/model/issue.js";
import type { Answers, Ask, OnTold, Order, OrderKind } from "../../src/preview/protocol.js";
import { type Preview, servePreview } from "../../src/preview/serve-preview.js";

export const TOKEN = "0123456789abcdef";
export const PORT = 4780;
export const ROOT = "/desk";

const SETTINGS = "briefs:\n  weekly-x: { title: Weekly X }\n";

export const bytes = (text: string) => new TextEncoder().encode(text);
export const textOf = (body: unknown) =>
  typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);

/** A reader of a stream that keeps what it was sent. */
export interface TestReader extends WebReader {
  readonly sent: string[];
  readonly leave: () => void;
}

export function openReader(): TestReader {
  const sent: string[] = [];
  const listeners: (() => void)[] = [];
  const leave = () => {
    for (const left of listeners.splice(0)) left();
  };
  return {
    sent,
    leave,
    write: (text) => sent.push(text),
    onClose: (left) => listeners.push(left),
    close: leave,
  };
}

/** What the threads answer; a test takes its own in the place of one. */
export type Answering = {
  readonly [K in OrderKind]?: (order: Extract<Order, { kind: K }>, onTold: OnTold) => unknown;
};

const ISSUE = { id: "2021-W18" } as Issue;
export const PAGE = { issue: ISSUE, coverage: {} as Coverage, diagnostics: [], timings: [] };

/** Each making gives a page with the number of the making in it. */
function answering(own: Answering, asked: Order[]): Ask {
  let makings = 0;
  const defaults: Answering = {
    make: (_, onTold) => {
      makings += 1;
      onTold({
        kind: "page",
        page: { ...PAGE, files: new Map([["brief.html", bytes(`page ${makings}`)]]) },
      });
      return { kind: "made", print: { filled: makings }, diagnostics: [], timings: [] };
    },
    print: ({ job }) => ({ bytes: bytes(`print ${String(job.filled)}`), diagnostics: [] }),
    list: () => ({ briefs: [], templates: [], diagnostics: [] }),
    explain: () => null,
    article: () => null,
    "check-notes": () => [],
    "forget-corpus": () => null,
  };
  return (async (order: Order, onTold: OnTold = () => undefined) => {
    asked.push(order);
    const answer = own[order.kind] ?? defaults[order.kind];
    return answer?.(order as never, onTold) as Answers[OrderKind];
  }) as unknown as Ask;
}

export interface TestPreview {
  readonly preview: Preview;
  readonly files: Map<string, Uint8Array>;
  /** Orders that the threads got. */
  readonly asked: Order[];
  readonly told: Diagnostic[];
  /** Saves a file, and lets the preview notice it. */
  readonly save: (path: string, text: string) => Promise<void>;
  readonly request: (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ) => Promise<WebAnswer>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<WebAnswer>;
  readonly post: (path: string, body: unknown) => Promise<WebAnswer>;
  readonly stream: (path: string) => Promise<TestReader>;
}

export async function openTestPreview(own: Answering = {}): Promise<TestPreview> {
  const files = new Map([[`${ROOT}/briefwright.yaml`, bytes(SETTINGS)]]);
  const asked: Order[] = [];
  const told: Diagnostic[] = [];
  let handle: WebHandler | null = null;
  let onChange: (path: string) => void = () => undefined;
  const serve: Serve = async (port, handler) => {
    handle = handler;
    return { port, connections: () => 0, close: async () => undefined };
  };
  const watch: Watch = (request) => {
    onChange = request.onChange;
    return { close: () => undefined };
  };
  const ask = answering(own, asked);
  const preview = await servePreview(
    {
      host: memoryHost(files),
      serve,
      watch,
      now: () => 0,
      later: (_, call) => {
        const timer = setImmediate(call);
        return () => clearImmediate(timer);
      },
      make: ask,
      print: ask,
    },
    { folder: ROOT, port: PORT, token: TOKEN, onDiagnostic: (fault) => told.push(fault) },
  );
  const request = (method: string, path: string, headers: Record<string, string>, body = "") => {
    const [before = "", query = ""] = path.split("?");
    if (handle === null) throw new Error("nobody answers");
    return handle({
      method,
      path: `/${TOKEN}/${before}`,
      query: new URLSearchParams(query),
      headers: { host: `127.0.0.1:${PORT}`, ...headers },
      body: async () => bytes(body),
    });
  };
  const get = (path: string, headers = {}) => request("GET", path, headers);
  return {
    preview,
    files,
    asked,
    told,
    request,
    get,
    post: (path, body) =>
      request("POST", path, { "content-type": "application/json" }, JSON.stringify(body)),
    save: async (path, text) => {
      files.set(`${ROOT}/${path}`, bytes(text));
      onChange(`${ROOT}/${path}`);
      await settled();
    },
    stream: async (path) => {
      const { body } = await get(path);
      if (typeof body !== "function") throw new Error(textOf(body));
      const reader = openReader();
      body(reader);
      await settled();
      return reader;
    },
  };
}

/** Until everything that was begun is done. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((done) => setImmediate(done));
}

export const eventsOf = ({ sent }: TestReader): string[] =>
  sent.flatMap((text) => /^event: (\w+)/.exec(text)?.[1] ?? []);

export const jsonOf = ({ body }: WebAnswer) => JSON.parse(textOf(body));
