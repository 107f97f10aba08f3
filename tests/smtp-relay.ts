/** A real SMTP server on the loopback address for tests, and one whose every answer a test writes. */
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

const SAMPLES = join(import.meta.dirname, "samples/relay");
/** Of `localhost`, signed by itself. */
export const TEST_CERTIFICATE = readFileSync(join(SAMPLES, "certificate.pem"), "utf8");
const KEY = readFileSync(join(SAMPLES, "key.pem"), "utf8");

export interface TakenMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

export interface TestServer {
  readonly port: number;
  readonly taken: readonly TakenMessage[];
  /** Connections that were made so far. */
  connections(): number;
  close(): Promise<void>;
}

/** Takes everything over STARTTLS with the certificate above, where the options do not say otherwise. */
export async function openSmtpServer(options: SMTPServerOptions = {}): Promise<TestServer> {
  const taken: TakenMessage[] = [];
  let connections = 0;
  const server = new SMTPServer({
    key: KEY,
    cert: TEST_CERTIFICATE,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_, done) => {
      connections += 1;
      done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, raw: Buffer.concat(chunks) });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * @param answer what to say to a line (without its end); null says nothing. It is asked with "" for the
 *   greeting, and with "." when a whole message came.
 */
export async function openScriptedServer(
  answer: (line: string, socket: Socket) => string | null,
): Promise<Omit<TestServer, "taken">> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    const say = (line: string) => {
      const words = answer(line, socket);
      if (words !== null && !socket.destroyed) socket.write(`${words}\r\n`);
      return words;
    };
    let isInMessage = false;
    let rest = "";
    say("");
    socket.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (isInMessage && line !== ".") continue;
        isInMessage = say(line)?.startsWith("354") === true;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
