import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { nodeNetwork } from "../../src/host/node-network.js";
import { networkContract, sampleAnswer } from "../contracts/network.js";

const servers: Server[] = [];
const networks: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  for (const network of networks.splice(0)) await network.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function open(allow: readonly string[], lookup?: LookupFunction) {
  const network = nodeNetwork({ userAgent: "briefwright/test", allow, ...(lookup && { lookup }) });
  networks.push(network);
  return network;
}

async function openServed(listener: RequestListener) {
  const end = await serve(listener);
  return { network: open([end]), root: `http://${end}`, end };
}

/** Every name leads to these addresses. */
const leadingTo =
  (...addresses: string[]): LookupFunction =>
  (_name, options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family);
  };

const sample: RequestListener = (request, response) => {
  const {
    status = 200,
    headers = {},
    body = "",
  } = sampleAnswer(request.url ?? "", request.headers as Record<string, string | undefined>);
  response.writeHead(status, headers).end(body);
};

describe("the network on Node", () => {
  networkContract(() => openServed(sample));

  test("names itself", async () => {
    const { network, root } = await openServed((request, response) => {
      response.end(request.headers["user-agent"]);
    });
    const { bytes } = await network.get(root, { headers: { "user-agent": "somebody else" } });
    expect(Buffer.from(bytes).toString()).toBe("briefwright/test");
  });

  test.each([
    ["gzip", gzipSync("the page")],
    ["br", brotliCompressSync("the page")],
  ])("unpacks %s", async (encoding, packed) => {
    const { network, root } = await openServed((_, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(packed);
    });
    expect(Buffer.from((await network.get(root)).bytes).toString()).toBe("the page");
  });

  test("stops unpacking where it becomes too much", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const { network, root } = await openServed((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    const got = network.get(root, { maxBytes: 1_000_000 });
    await expect(got).rejects.toMatchObject({ failure: "too-large" });
  });

  test("stops a body without end", async () => {
    const { network, root } = await openServed((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536)));
      };
      response.on("drain", more);
      more();
    });
    const got = network.get(root, { maxBytes: 1_000_000 });
    await expect(got).rejects.toMatchObject({ failure: "too-large" });
  });

  test.each([
    ["packed bytes that are broken", { "content-encoding": "gzip" }, "no gzip"],
    ["a packing that nobody asked for", { "content-encoding": "rot13" }, "x"],
  ])("refuses %s", async (_, headers, body) => {
    const { network, root } = await openServed((_request, response) => {
      response.writeHead(200, headers).end(body);
    });
    await expect(network.get(root)).rejects.toMatchObject({ failure: "malformed" });
  });

  test("gives up on headers without end", async () => {
    const { network, root } = await openServed((_, response) => {
      response.writeHead(200, { "x-long": "a".repeat(60_000) }).end();
    });
    await expect(network.get(root)).rejects.toMatchObject({ failure: "too-large" });
  });

  test.each([
    ["never answers", () => undefined],
    [
      "drips",
      (_: unknown, response: { write(text: string): void; destroyed: boolean }) => {
        const drip = setInterval(() => {
          if (response.destroyed) clearInterval(drip);
          else response.write(".");
        }, 20);
      },
    ],
  ] as const)("counts the time of the whole where a server %s", async (_, listener) => {
    const { network, root } = await openServed(listener as RequestListener);
    const got = network.get(root, { timeoutMs: 200 });
    await expect(got).rejects.toMatchObject({ failure: "timeout", isPassing: true });
  });

  test("says that nobody is there", async () => {
    const got = open(["127.0.0.1:1"]).get("http://127.0.0.1:1/");
    await expect(got).rejects.toMatchObject({ failure: "unreachable", isPassing: true });
  });
});

describe("addresses of the house are not asked", () => {
  const notReached: RequestListener = (_, response) => {
    response.end("inside");
  };

  test("where nothing allows them", async () => {
    const end = await serve(notReached);
    await expect(open([]).get(`http://${end}/`)).rejects.toMatchObject({ failure: "refused" });
  });

  test.each([["127.0.0.1"], ["10.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["64:ff9b::7f00:1"]])(
    "where a public name leads to %s",
    async (address) => {
      const network = open([], leadingTo(address));
      const got = network.get("http://news.example/");
      await expect(got).rejects.toMatchObject({ failure: "refused" });
    },
  );

  test("where a redirect of an allowed server leads to another port of it", async () => {
    const inside = await serve(notReached);
    const { network, root } = await openServed((_, response) => {
      response.writeHead(302, { location: `http://${inside}/` }).end();
    });
    await expect(network.get(root)).rejects.toMatchObject({ failure: "refused" });
  });

  test("where a redirect of an allowed server leads to a name of the house", async () => {
    const end = await serve((_, response) => {
      response.writeHead(302, { location: "http://news.example/" }).end();
    });
    const network = open([end], leadingTo("192.168.1.1"));
    await expect(network.get(`http://${end}/`)).rejects.toMatchObject({ failure: "refused" });
  });

  test("and of several addresses of a name only the permitted are connected to", async () => {
    const end = await serve(notReached);
    const port = end.split(":")[1];
    const network = open([end], leadingTo("10.0.0.1", "127.0.0.1"));
    const { bytes } = await network.get(`http://localhost:${port}/`);
    expect(Buffer.from(bytes).toString()).toBe("inside");
  });
});
