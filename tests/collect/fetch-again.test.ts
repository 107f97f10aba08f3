import { describe, expect, test } from "vitest";
import { type AddInput, addInputs } from "../../src/collect/index.js";
import { listFolder, openMemoryStore, readListing, syncStore } from "../../src/corpus/index.js";
import { manualClock } from "../../src/host/clock.js";
import { memoryHost } from "../../src/host/memory.js";
import { memoryNetwork } from "../../src/host/memory-network.js";
import { articleText } from "../../src/model/article.js";

const URL = "https://news.example.org/port";
const DAY = 24 * 60 * 60 * 1000;

const page = (ships: string, around = "") =>
  `<!doctype html><html lang="en"><head><title>The port reopened</title></head><body><article><h1>The port reopened</h1><p>${ships} ships that had waited for a week came in first, the harbour master said on Monday.</p><p>The town had waited for them with some impatience, and with bread for sale in every street.</p></article>${around}</body></html>`;

/** A corpus that one page of the web is added to, as the page is at the time. */
function openDesk() {
  const disk = new Map<string, Uint8Array>();
  const host = memoryHost(disk);
  const clock = manualClock(Date.parse("2021-05-09T18:00:00Z"));
  let now = page("Twelve");
  const network = memoryNetwork(() => ({
    headers: { "content-type": "text/html" },
    body: new TextEncoder().encode(now),
  }));
  return {
    host,
    files: () => [...disk.keys()].filter((path) => path.endsWith(".html")).sort(),
    add: async (isAgain: boolean) => {
      const inputs: AddInput[] = [{ kind: "url", url: URL, isAgain }];
      const request = { inputs, folder: "corpus", writes: true, options: {} };
      const added = [];
      for await (const one of addInputs({ host, clock, network }, request)) added.push(one);
      return added[0];
    },
    change: async (html: string) => {
      now = html;
      await clock.wait(DAY);
    },
  };
}

async function readBoth(host: ReturnType<typeof memoryHost>) {
  const listing = await listFolder(host, "corpus");
  const store = openMemoryStore();
  await syncStore({ host, store, listing, options: {} });
  const stored = await store.load(await store.all());
  const unread = await store.unread();
  await store.close();
  const read = await readListing(host, listing);
  expect(stored.map(articleText)).toEqual(read.articles.map(articleText));
  expect(unread).toEqual(read.unread);
  return { texts: stored.map(articleText), unread };
}

describe("a page of the corpus", () => {
  test("is asked for once", async () => {
    const desk = openDesk();
    expect(await desk.add(false)).toMatchObject({ status: "added" });
    await desk.change(page("Eleven"));
    expect(await desk.add(false)).toMatchObject({
      status: "known",
      diagnostics: [{ code: "page-known", hint: expect.stringContaining("--again") }],
    });
    expect(desk.files()).toHaveLength(1);
  });

  test("that changed is kept beside the earlier copy, and counts in its place though it is shorter", async () => {
    const desk = openDesk();
    await desk.add(false);
    const [first = ""] = desk.files();
    const before = await desk.host.readFile(first);
    await desk.change(page("No"));
    expect(await desk.add(true)).toMatchObject({ status: "added" });
    expect(desk.files()).toHaveLength(2);
    expect(await desk.host.readFile(first)).toEqual(before);
    const { texts, unread } = await readBoth(desk.host);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("No ships");
    expect(unread).toMatchObject([{ reason: expect.stringContaining("an earlier copy") }]);
  });

  test("that was put back as it was counts as it is now", async () => {
    const desk = openDesk();
    await desk.add(false);
    await desk.change(page("Eleven hundred"));
    await desk.add(true);
    await desk.change(page("Twelve", "<p>12</p>"));
    await desk.add(true);
    expect((await readBoth(desk.host)).texts[0]).toContain("Twelve ships");
  });

  test("of which only what stands around the article changed is no new copy", async () => {
    const desk = openDesk();
    await desk.add(false);
    await desk.change(page("Twelve", "<footer>13 visitors</footer>"));
    expect(await desk.add(true)).toMatchObject({
      status: "known",
      diagnostics: [{ code: "page-unchanged" }],
    });
    expect(desk.files()).toHaveLength(1);
  });
});
