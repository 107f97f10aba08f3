/** Servers on 127.0.0.1 that behave as an engine does in a state that a real one is hard to bring to. */
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";

/** @param answer from a request's path to status and body */
export function fakeSearchEngine(answer) {
  return listening(
    createHttpServer((request, response) => {
      const { status = 200, body } = answer(request.url ?? "");
      const isText = typeof body === "string";
      response.writeHead(status, { "content-type": isText ? "text/html" : "application/json" });
      response.end(isText ? body : JSON.stringify(body));
    }),
  );
}

export const rootOf = (number, distribution) => ({
  body: { name: "one", version: { number, ...(distribution && { distribution }) }, tagline: "x" },
});

/** Takes connections and never says a word. */
export const silentServer = () => listening(createServer(() => undefined));

/** Lets everyone in and says that it is of this version; protocol 3.0, chapter 55 of the manual. */
export function fakePostgres(version) {
  return listening(
    createServer((socket) => {
      socket.on("error", () => undefined);
      let isStarted = false;
      socket.on("data", () => {
        if (isStarted) return socket.write(Buffer.concat([answerRow(version), READY]));
        isStarted = true;
        socket.write(Buffer.concat([WELCOME, parameter("server_version", version), READY]));
      });
    }),
  );
}

function message(type, ...parts) {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const text = (value) => Buffer.from(`${value}\0`);
const int16 = (value) => Buffer.from([value >> 8, value & 255]);
const int32 = (value) => Buffer.concat([int16(value >>> 16), int16(value & 0xffff)]);
const parameter = (name, value) => message("S", text(name), text(value));
const WELCOME = message("R", int32(0));
const READY = message("Z", Buffer.from("I"));

/** To any question: one row with the version. */
function answerRow(version) {
  const TEXT_TYPE = int32(25);
  const column = [
    text("server_version"),
    int32(0),
    int16(0),
    TEXT_TYPE,
    int16(-1),
    int32(-1),
    int16(0),
  ];
  const value = Buffer.from(version);
  return Buffer.concat([
    message("T", int16(1), ...column),
    message("D", int16(1), int32(value.length), value),
    message("C", text("SELECT 1")),
  ]);
}

function listening(server) {
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        at: `127.0.0.1:${server.address().port}`,
        stop: () =>
          new Promise((done) => {
            server.close(done);
            for (const socket of sockets) socket.destroy();
          }),
      }),
    );
  });
}
