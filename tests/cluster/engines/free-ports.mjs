/** The first of so many ports in a row of 127.0.0.1 that nothing listens on. */
import { createServer } from "node:net";

/** Below those that Linux gives to outgoing connections. */
const [FIRST, LAST] = [18_000, 31_000];

export async function freePorts(count) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const first = FIRST + Math.floor(Math.random() * (LAST - FIRST - count));
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`no ${count} free ports in a row on 127.0.0.1`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
