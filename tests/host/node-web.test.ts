/** The web server on real sockets: what is capped, who is left behind, and that nothing is left open. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HostError } from "../../src/host/host.js";
import { nodeServe } from "../../src/host/node-web.js";
import { BodyTooLarge, type WebReader, type WebServer } from "../../src/host/web.js";

let server: WebServer;
let readers: WebReader[] = [];
let left = 0;
const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const eventually = (look: () => void) => vi.waitFor(look, { timeout: 8000, interval: 20 });

beforeAll(async () => {
  server = await nodeServe(0, async ({ method, path, query, body }) => {
    if (path === "/throws") throw new Error("a fault");
    if (path === "/stream") {
      return {
        status: 200,
        headers: {},
        body: (reader) => {
          readers.push(reader);
          reader.onClose(() => {
            left += 1;
          });
          reader.write("hello\n");
        },
      };
    }
    try {
      const sent = method === "POST" ? await body(1000) : new Uint8Array();
      return { status: 200, headers: {}, body: `${path} ${query.get("q")} ${sent.length}` };
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) throw error;
      return { status: 413, headers: {}, body: "too large" };
    }
  });
});
afterAll(() => server.close());

describe("the server", () => {
  it("gives path, query and body as they came", async () => {
    const answer = await fetch(at("/a%2fb?q=%20x"), { method: "POST", body: "12345" });
    expect(await answer.text()).toBe("/a%2fb  x 5");
  });

  it("takes no body that is too large, and goes on", async () => {
    const answer = await fetch(at("/"), { method: "POST", body: "x".repeat(2000) });
    expect([answer.status, await answer.text()]).toEqual([413, "too large"]);
    expect((await fetch(at("/"))).status).toBe(200);
  });

  it("tells nothing of a fault of its own", async () => {
    const answer = await fetch(at("/throws"));
    expect([answer.status, await answer.text()]).toEqual([500, ""]);
  });

  it("says of a port that is taken what to do", async () => {
    const second = nodeServe(server.port, async () => ({ status: 200, headers: {}, body: "" }));
    await expect(second).rejects.toThrow(HostError);
    await expect(second).rejects.toMatchObject({
      message: "the port is taken, perhaps by another one of this program",
      hint: expect.stringContaining("--port 0"),
    });
  });

  it("survives what is no HTTP", async () => {
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write("\u0000\u0001 nonsense\r\n\r\n");
    await new Promise((closed) => socket.once("close", closed));
    expect((await fetch(at("/"))).status).toBe(200);
  });
});

describe("readers of a stream", () => {
  it("are told at once, and forgotten when they leave: a hundred of them", async () => {
    readers = [];
    left = 0;
    const controls = Array.from({ length: 100 }, () => new AbortController());
    await Promise.all(
      controls.map(async ({ signal }) => {
        const { body } = await fetch(at("/stream"), { signal });
        const { value } = (await body?.getReader().read()) ?? {};
        expect(new TextDecoder().decode(value)).toBe("hello\n");
      }),
    );
    for (const control of controls) control.abort();
    await eventually(() => expect(left).toBe(100));
    await eventually(() => expect(server.connections()).toBeLessThan(10));
    for (const reader of readers) reader.write("nobody hears it\n");
  });

  it("that do not read are left behind", async () => {
    readers = [];
    left = 0;
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.pause();
    socket.write("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
    await eventually(() => expect(readers).toHaveLength(1));
    const line = `${"x".repeat(100_000)}\n`;
    for (let time = 0; time < 200 && left === 0; time += 1) {
      readers[0]?.write(line);
      await new Promise((done) => setImmediate(done));
    }
    await eventually(() => expect(left).toBe(1));
    socket.destroy();
  });
});
