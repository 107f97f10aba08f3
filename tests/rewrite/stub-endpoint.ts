/** A local server that answers chat completions as it is told to: honestly, with lies, with junk, or not at all. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

export interface Sent {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [name: string]: unknown;
  };
  readonly raw: string;
  readonly passage: string;
  readonly from: string;
  readonly to: string;
}

export type Behaviour = (sent: Sent, response: ServerResponse) => void;

export interface Stub {
  readonly endpoint: string;
  readonly sent: readonly Sent[];
  close(): Promise<void>;
}

const running: Server[] = [];

afterAll(async () => {
  await Promise.all(running.splice(0).map(closeServer));
});

export async function openStub(behave: Behaviour): Promise<Stub> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString();
      const body = JSON.parse(raw) as Sent["body"];
      const data = JSON.parse(body.messages.at(-1)?.content ?? "{}") as Sent;
      const { passage, from, to } = data;
      const one = {
        path: request.url ?? "",
        headers: request.headers,
        body,
        raw,
        passage,
        from,
        to,
      };
      sent.push(one);
      behave(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push(server);
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/v1`,
    sent,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

export function completion(content: unknown, more: object = {}): string {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return JSON.stringify({
    id: "c",
    object: "chat.completion",
    choices: [
      { index: 0, message: { role: "assistant", content: text, ...more }, finish_reason: "stop" },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 40, total_tokens: 140 },
  });
}

export function answerJson(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}

/** Answers each passage with what is made of it. */
export const saying =
  (change: (passage: string, sent: Sent) => string): Behaviour =>
  (sent, response) =>
    answerJson(response, completion({ text: change(sent.passage, sent) }));

/** `…, X said.` to `X said …`: what an honest editor might do. */
export function moveAttribution(passage: string): string {
  const found = /^([^“”"]+), ([^,“”"]+ said(?: on \w+day)?)\.$/u.exec(passage);
  return found === null ? passage : `${found[2]} that ${found[1]}.`;
}
