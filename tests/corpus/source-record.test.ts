import { describe, expect, test } from "vitest";
import { listFolder, listPath, readListing } from "../../src/corpus/index.js";
import { memoryHost } from "../../src/host/memory.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const ARTICLE = "The port reopened on Monday.\n\nShips that had waited for a week came in first.\n";

const hostWith = (files: Record<string, string>) =>
  memoryHost(new Map(Object.entries(files).map(([path, text]) => [`in/${path}`, bytes(text)])));

async function read(files: Record<string, string>) {
  const host = hostWith(files);
  return readListing(host, await listFolder(host, "in"));
}

describe("a record beside a file", () => {
  test("gives the article its address and outlet, and is no article itself", async () => {
    const record = { url: "https://a.example/1", finalUrl: "https://b.example/2", outlet: "Beta" };
    const { articles, unread, diagnostics } = await read({
      "a.txt": ARTICLE,
      "a.txt.source.json": JSON.stringify(record),
    });
    expect(articles).toMatchObject([{ file: "a.txt", url: "https://b.example/2", outlet: "Beta" }]);
    expect([...unread, ...diagnostics]).toEqual([]);
  });

  test("of a feed's item gives the item's address, never the feed's", async () => {
    const record = { url: "https://a.example/rss", item: { url: null, key: "7" } };
    const { articles } = await read({
      "a.txt": ARTICLE,
      "a.txt.source.json": JSON.stringify(record),
    });
    expect(articles).toMatchObject([{ url: null }]);
  });

  test("counts for a file that is named by itself", async () => {
    const host = hostWith({
      "a.txt": ARTICLE,
      "a.txt.source.json": '{"url":"https://a.example/"}',
    });
    const { articles } = await readListing(host, await listPath(host, "in/a.txt"));
    expect(articles).toMatchObject([{ url: "https://a.example/" }]);
  });

  test("is told where its file is not there", async () => {
    const { diagnostics } = await read({ "a.txt.source.json": "{}" });
    expect(diagnostics).toMatchObject([
      { code: "record-without-file", place: { file: "a.txt.source.json" } },
    ]);
  });

  test.each(["{", "[]", '{"url":""}'])("is told where it says %s", async (text) => {
    const { articles, diagnostics } = await read({ "a.txt": ARTICLE, "a.txt.source.json": text });
    expect(articles).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { code: "record-unreadable", place: { file: "a.txt.source.json" } },
    ]);
  });
});
