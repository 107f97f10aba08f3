/** A real SMTP server on loopback that keeps count of what it took from whom, and behaves as it is told. */
import { SMTPServer } from "smtp-server";

/**
 * @param behaviour answers to each step, all optional:
 *   `onRcpt(address, times)` and `onData(address, times)` give null to take it, or `{code, text}`, or
 *   "drop" to cut the connection, or "hang" to say nothing; "drop-early" of a message cuts it before it
 *   was taken. `pause()` gives milliseconds between taking a message and saying so, `onTaken(address)` is
 *   told of each.
 * @param options of smtp-server
 */
export async function openPostOffice(behaviour = {}, options = {}) {
  /** How often each address was taken a whole message for. */
  const taken = new Map();
  const tries = new Map();
  const sockets = new Set();
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1).get(key);
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    ...options,
    onConnect(session, done) {
      answer(behaviour.onConnect?.(session) ?? null, session, done);
    },
    onRcptTo({ address }, session, done) {
      const times = count(tries, address);
      answer(behaviour.onRcpt?.(address, times) ?? null, session, done);
    },
    onData(stream, session, done) {
      const [{ address }] = session.envelope.rcptTo;
      const verdict = behaviour.onData?.(address, tries.get(address)) ?? null;
      stream.on("data", () => {
        if (verdict === "drop-early") cut(session);
      });
      if (verdict === "drop-early") return;
      stream.on("end", () => {
        if (verdict === null || verdict === "drop" || verdict === "hang" || verdict.isTaken) {
          count(taken, address);
          behaviour.onTaken?.(address);
        }
        setTimeout(() => answer(verdict, session, done), behaviour.pause?.() ?? 0);
      });
    },
  });
  function cut(session) {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  }
  function answer(verdict, session, done) {
    if (verdict === "hang") return;
    if (verdict === "drop") return cut(session);
    if (verdict === null) return done();
    done(Object.assign(new Error(verdict.text), { responseCode: verdict.code }));
  }
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.server.address().port,
    taken,
    tries,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
