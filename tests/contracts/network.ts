/** What every network promises; each implementation runs this suite over addresses of its own. */
import { expect, test } from "vitest";
import type { Network } from "../../src/host/network.js";

/** What the addresses below `root` answer. */
export interface SampleAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** @param headers that were sent */
export function sampleAnswer(
  path: string,
  headers: Readonly<Record<string, string | undefined>>,
): SampleAnswer {
  const hops = /^\/hop\/(\d+)$/.exec(path)?.[1];
  if (hops === "0") return { body: "arrived" };
  if (hops !== undefined) return { status: 302, headers: { location: `/hop/${Number(hops) - 1}` } };
  if (path === "/inside") return { status: 301, headers: { location: "http://127.0.0.1:80/" } };
  if (path === "/file") return { status: 301, headers: { location: "file:///etc/passwd" } };
  if (path === "/asked") return { body: headers["if-none-match"] ?? "nothing" };
  if (path === "/page") {
    return { headers: { ETag: '"1"', "content-type": "text/html" }, body: "şğı" };
  }
  return { status: 404, body: "nothing here" };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

export function networkContract(open: () => Promise<{ network: Network; root: string }>): void {
  test("gives status, headers in lower case, bytes and the address", async () => {
    const { network, root } = await open();
    const response = await network.get(`${root}/page#part`);
    expect(response).toMatchObject({ status: 200, finalUrl: `${root}/page`, isDowngraded: false });
    expect(response.headers).toMatchObject({ etag: '"1"', "content-type": "text/html" });
    expect(text(response.bytes)).toBe("şğı");
  });

  test("takes an answer of failure as an answer", async () => {
    const { network, root } = await open();
    expect(await network.get(`${root}/none`)).toMatchObject({ status: 404 });
  });

  test("sends the headers that it is given", async () => {
    const { network, root } = await open();
    const response = await network.get(`${root}/asked`, { headers: { "if-none-match": '"7"' } });
    expect(text(response.bytes)).toBe('"7"');
  });

  test("follows redirects, and says where it arrived", async () => {
    const { network, root } = await open();
    const response = await network.get(`${root}/hop/5`);
    expect(response.finalUrl).toBe(`${root}/hop/0`);
  });

  test.each([
    ["more redirects than it may follow", "/hop/6", {}, "too-many-redirects"],
    ["a redirect to an address of the house", "/inside", {}, "refused"],
    ["a redirect to a file", "/file", {}, "refused"],
    ["more bytes than it may take", "/page", { maxBytes: 5 }, "too-large"],
  ])("refuses %s", async (_, path, request, failure) => {
    const { network, root } = await open();
    await expect(network.get(`${root}${path}`, request)).rejects.toMatchObject({ failure });
  });

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "not an address",
    "http://",
    "https://user:secret@example.org/",
    "http://example.org:22/",
    `http://example.org/${"a".repeat(9000)}`,
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://10.0.0.1./",
  ])("refuses %s before anything is asked", async (url) => {
    const { network } = await open();
    await expect(network.get(url)).rejects.toMatchObject({ failure: "refused" });
  });
}
