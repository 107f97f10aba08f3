/** The web server on Node: HTTP/1.1 on the loopback address or another one, with every wait and every size bounded. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HostError } from "./host.js";
import {
  BodyTooLarge,
  type Serve,
  type WebAnswer,
  type WebHandler,
  type WebReader,
  type WebRequest,
} from "./web.js";

const LOOPBACK = "127.0.0.1";

/** Milliseconds, bytes and numbers that no honest browser comes near. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
  connectionsCheckingInterval: 5_000,
} as const;
const MAX_CONNECTIONS = 512;

/** Bytes that may wait for a reader of a stream. */
const MAX_WAITING = 1024 * 1024;

export const nodeServe: Serve = async (port, handle, address = LOOPBACK) => {
  const server = createServer(LIMITS, (request, response) => {
    void answer(handle, request, response);
  });
  server.maxConnections = MAX_CONNECTIONS;
  const open = new Set<object>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(asPortError(error, `${address}:${port}`)));
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => open.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

async function answer(
  handle: WebHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.on("error", () => response.destroy());
  try {
    send(await handle(readRequest(request)), request, response);
  } catch {
    // The handler words what went wrong; what it throws is a fault of ours, told without its insides.
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
}

function send(
  { status, headers, body }: WebAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // What was sent and not read must not be taken for the next request.
  const isRead = request.complete || request.method === "GET";
  response.writeHead(status, isRead ? headers : { ...headers, connection: "close" });
  if (typeof body !== "function") {
    response.end(body);
    return;
  }
  response.flushHeaders();
  body(readerOf(response));
}

function readerOf(response: ServerResponse): WebReader {
  return {
    write: (text) => {
      if (response.destroyed || response.writableEnded) return;
      response.write(text);
      if (response.writableLength > MAX_WAITING) response.destroy();
    },
    onClose: (left) => {
      if (response.destroyed) left();
      else response.once("close", left);
    },
    close: () => response.end(),
  };
}

function readRequest(request: IncomingMessage): WebRequest {
  const { method = "GET", url = "/" } = request;
  const [path = "/", ...query] = url.split("?");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = typeof value === "string" ? value : value.join(", ");
  }
  return {
    method,
    path,
    query: new URLSearchParams(query.join("?")),
    headers,
    body: (maxBytes) => readBody(request, maxBytes),
  };
}

/** What is over the cap is left unread: the answer closes the connection. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Uint8Array) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= maxBytes) return;
      request.pause().removeAllListeners("data");
      reject(new BodyTooLarge(maxBytes));
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("the request broke off")));
  });
}

function asPortError(error: NodeJS.ErrnoException, path: string): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new HostError(
        "the port is taken, perhaps by another one of this program",
        path,
        "end that one, name another port with --port, or take any free one with --port 0",
      );
    case "EACCES":
      return new HostError(
        "the system keeps this port for others",
        path,
        "name a port above 1023 with --port, or take any free one with --port 0",
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new HostError(
        "this machine has no such address",
        path,
        "name one that it has, or none",
      );
    default:
      return error;
  }
}
