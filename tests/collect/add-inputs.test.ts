import { describe, expect, test } from "vitest";
import { type AddInput, addInputs } from "../../src/collect/index.js";
import { listFolder, readListing } from "../../src/corpus/index.js";
import { manualClock } from "../../src/host/clock.js";
import { memoryHost } from "../../src/host/memory.js";
import { type MemoryAnswer, memoryNetwork } from "../../src/host/memory-network.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array | undefined) => new TextDecoder().decode(data);

const story = (name: string) =>
  `The port of ${name} reopened on Monday\n\nShips that had waited for a week came in first, the harbour master said.\n`;
const page = (name: string) =>
  `<!doctype html><html lang="en"><head><title>The port of ${name} reopened</title></head><body><article><h1>The port of ${name} reopened</h1><p>Ships that had waited for a week came in first, the harbour master said on Monday.</p><p>The town had waited for them with some impatience, and with bread for sale.</p></article></body></html>`;

const NOW = Date.parse("2021-05-09T18:00:00Z");

/** A desk in memory: files below `in/` are outside the corpus, those below `corpus/` in it. */
function openDesk(
  files: Record<string, string | Uint8Array> = {},
  web: Record<string, MemoryAnswer> = {},
) {
  const disk = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? bytes(content) : content,
    ]),
  );
  const asked: string[] = [];
  const outside = {
    host: memoryHost(disk),
    clock: manualClock(NOW),
    network: memoryNetwork((url) => {
      asked.push(url);
      return web[url] ?? null;
    }),
  };
  return {
    disk,
    host: outside.host,
    asked,
    corpus: () => [...disk.keys()].filter((path) => path.startsWith("corpus/")).sort(),
    add: async (inputs: readonly AddInput[], writes = true) => {
      const added = [];
      const request = { inputs, folder: "corpus", writes, options: {} };
      for await (const one of addInputs(outside, request)) added.push(one);
      return added;
    },
  };
}

describe("adding files", () => {
  test("leaves every entry of a folder under a name, read or not", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba") });
    const own = desk.host.listFiles;
    desk.host.listFiles = async (folder) => [
      ...(folder === "in"
        ? (["special", "unnamed", "link"] as const).map((kind) => {
            return { path: `${kind}.txt`, size: 0, kind, modified: null };
          })
        : []),
      ...(await own.call(desk.host, folder)),
    ];
    expect(await desk.add([{ kind: "path", path: "in" }])).toMatchObject([
      { input: "in/special.txt", status: "skipped", diagnostics: [{ code: "special-file" }] },
      { input: "in/unnamed.txt", status: "failed", diagnostics: [{ code: "unreadable-name" }] },
      { input: "in/link.txt", status: "skipped", diagnostics: [{ code: "article-link" }] },
      { input: "in/a.txt", status: "added" },
    ]);
    const { unread } = await readListing(desk.host, await listFolder(desk.host, "in"));
    expect(unread.map(({ file }) => file).sort()).toEqual([
      "link.txt",
      "special.txt",
      "unnamed.txt",
    ]);
  });

  test("copies a file's bytes as they are, and tells what was read", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba") });
    expect(await desk.add([{ kind: "path", path: "in/a.txt" }])).toMatchObject([
      {
        input: "in/a.txt",
        status: "added",
        file: "a.txt",
        articles: [{ title: expect.stringContaining("Alba"), language: "en" }],
      },
    ]);
    expect(text(desk.disk.get("corpus/a.txt"))).toBe(story("Alba"));
  });

  test("keeps the paths of a folder below its name", async () => {
    const desk = openDesk({ "in/dump/a.txt": story("Alba"), "in/dump/deep/b.txt": story("Brac") });
    await desk.add([{ kind: "path", path: "in/dump" }]);
    expect(desk.corpus()).toEqual(["corpus/dump/a.txt", "corpus/dump/deep/b.txt"]);
  });

  test("writes nothing where the same bytes stand already, whatever they are called", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba"), "corpus/old.txt": story("Alba") });
    expect(await desk.add([{ kind: "path", path: "in/a.txt" }])).toMatchObject([
      { status: "known", file: "old.txt" },
    ]);
    expect(desk.corpus()).toEqual(["corpus/old.txt"]);
  });

  test("keeps two files of one name apart", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba"), "corpus/A.txt": story("Brac") });
    const [added] = await desk.add([{ kind: "path", path: "in/a.txt" }]);
    expect(added?.file).toMatch(/^a-[0-9a-f]{8}\.txt$/);
    expect(desk.corpus()).toHaveLength(2);
  });

  test("goes on where it was interrupted", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba"), "in/b.txt": story("Brac") });
    await desk.add([{ kind: "path", path: "in/a.txt" }]);
    const added = await desk.add([{ kind: "path", path: "in" }]);
    expect(added.map(({ status }) => status)).toEqual(["known", "added"]);
  });

  test("refuses what nobody can read, with the reader's reason", async () => {
    const desk = openDesk({ "in/a.txt": new Uint8Array([1, 0, 2, 0, 0, 3]) });
    expect(await desk.add([{ kind: "path", path: "in/a.txt" }])).toMatchObject([
      { status: "failed", file: null, diagnostics: [{ place: { file: "in/a.txt" } }] },
    ]);
    expect(desk.corpus()).toEqual([]);
  });

  test("passes over what stands in a folder and is no article", async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const desk = openDesk({ "in/dump/a.txt": story("Alba"), "in/dump/logo.png": png });
    const added = await desk.add([{ kind: "path", path: "in/dump" }]);
    expect(added.map(({ status }) => status)).toEqual(["added", "skipped"]);
    const [named] = await desk.add([{ kind: "path", path: "in/dump/logo.png" }]);
    expect(named?.status).toBe("failed");
  });

  test("says which path is not there, and goes on", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba") });
    const added = await desk.add([
      { kind: "path", path: "nowhere" },
      { kind: "path", path: "in/a.txt" },
    ]);
    expect(added.map(({ status }) => status)).toEqual(["failed", "added"]);
  });

  test("shows what is hidden, where a person names it", async () => {
    const desk = openDesk({ "in/.a.txt": story("Alba"), ".dump/b.txt": story("Brac") });
    await desk.add([
      { kind: "path", path: "in/.a.txt" },
      { kind: "path", path: ".dump" },
    ]);
    expect(desk.corpus()).toEqual(["corpus/a.txt", "corpus/dump/b.txt"]);
  });

  test("takes along the record of where a file came from", async () => {
    const desk = openDesk({
      "in/a.txt": story("Alba"),
      "in/a.txt.source.json": '{"url":"https://news.example/1"}',
    });
    const [added] = await desk.add([{ kind: "path", path: "in" }]);
    expect(added?.articles).toMatchObject([{ url: "https://news.example/1" }]);
    expect(desk.corpus()).toEqual(["corpus/in/a.txt", "corpus/in/a.txt.source.json"]);
  });

  test("rehearses without a trace", async () => {
    const desk = openDesk({ "in/a.txt": story("Alba"), "in/b.txt": story("Alba") });
    const added = await desk.add([{ kind: "path", path: "in" }], false);
    expect(added.map(({ status }) => status)).toEqual(["added", "known"]);
    expect(desk.corpus()).toEqual([]);
  });
});

describe("adding a text", () => {
  test("names it by its content and format", async () => {
    const desk = openDesk();
    const [plain] = await desk.add([{ kind: "text", bytes: bytes(story("Alba")) }]);
    expect(plain?.file).toMatch(/^stdin-[0-9a-f]{8}\.txt$/);
    const [web] = await desk.add([{ kind: "text", bytes: bytes(page("Alba")) }]);
    expect(web?.file).toMatch(/^stdin-[0-9a-f]{8}\.html$/);
  });

  test("takes the name that it is given", async () => {
    const desk = openDesk();
    const [added] = await desk.add([
      { kind: "text", bytes: bytes(story("Alba")), name: "notes/alba.txt" },
    ]);
    expect(added?.file).toBe("notes/alba.txt");
  });

  test("refuses an empty one", async () => {
    const desk = openDesk();
    const [added] = await desk.add([{ kind: "text", bytes: bytes("") }]);
    expect(added).toMatchObject({ input: "-", status: "failed" });
  });
});

describe("adding a page", () => {
  const URL_A = "https://www.news.example/world/Port%20reopens.html?id=7";

  test("keeps its bytes, and beside them where and when they were fetched", async () => {
    const headers = { "Content-Type": "text/html; charset=utf-8", ETag: '"1"' };
    const desk = openDesk({}, { [URL_A]: { headers, body: page("Alba") } });
    const [added] = await desk.add([{ kind: "url", url: URL_A }]);
    expect(added).toMatchObject({ status: "added", articles: [{ url: URL_A }] });
    expect(added?.file).toMatch(/^news\.example\/port-reopens-[0-9a-f]{8}\.html$/);
    expect(text(desk.disk.get(`corpus/${added?.file}`))).toBe(page("Alba"));
    const record = text(desk.disk.get(`corpus/${added?.file}.source.json`));
    expect(JSON.parse(record)).toEqual({
      url: URL_A,
      finalUrl: URL_A,
      fetched: "2021-05-09T18:00:00.000Z",
      status: 200,
      contentType: "text/html; charset=utf-8",
      etag: '"1"',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("reads a page that declares no encoding in the one that the server names", async () => {
    const turkish = page("Alba").replace("waited", "bekledi\u011fi");
    const latin = Uint8Array.from(turkish, (letter) =>
      letter === "\u011f" ? 0xf0 : letter.charCodeAt(0),
    );
    const headers = { "content-type": "text/html; charset=iso-8859-9" };
    const desk = openDesk({}, { [URL_A]: { headers, body: latin } });
    const [added] = await desk.add([{ kind: "url", url: URL_A }]);
    expect(added).toMatchObject({ status: "added", diagnostics: [] });
    const { articles } = await readListing(desk.host, await listFolder(desk.host, "corpus"));
    expect(articles[0]?.paragraphs.join()).toContain("bekledi\u011fi");
  });

  test("does not ask again for a page that it has", async () => {
    const desk = openDesk({}, { [URL_A]: { body: page("Alba") } });
    await desk.add([{ kind: "url", url: URL_A }]);
    const [again] = await desk.add([{ kind: "url", url: URL_A }]);
    expect(again?.status).toBe("known");
    expect(desk.asked).toHaveLength(1);
  });

  test.each([
    [{ status: 404, body: "gone" }, "page-not-given"],
    [{ body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]) }, expect.anything()],
    [{ status: 301, headers: { location: "http://10.0.0.1/" } }, "network-refused"],
  ])("says why it keeps nothing of %j", async (answer, code) => {
    const desk = openDesk({}, { [URL_A]: answer });
    const [added] = await desk.add([{ kind: "url", url: URL_A }]);
    expect(added).toMatchObject({ status: "failed", diagnostics: [{ code }] });
    expect(desk.corpus()).toEqual([]);
  });

  test("names a page of a hostile address by harmless letters", async () => {
    const url = "https://news.example/%2e%2e%2f%2e%2e%2fetc%2f%1b[31mpasswd%00";
    const desk = openDesk({}, { [new URL(url).href]: { body: page("Alba") } });
    const [added] = await desk.add([{ kind: "url", url }]);
    expect(added?.file).toMatch(/^news\.example\/[\w-]+\.html$/);
  });
});

test("a page of which a feed gave a summary is fetched; of which it gave the text, it is not", async () => {
  const url = "https://news.example/alba";
  const ofFeed = (text: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title><item><title>The port of Alba reopened</title><link>${url}</link>${text}</item></channel></rss>`;
  const record = JSON.stringify({
    url: "https://news.example/rss",
    item: { url, key: "item alba of https://news.example/rss" },
  });
  const said = "Ships that had waited for a week came in first, the harbour master said.";
  const [summary, full] = [
    `<description>${said}</description>`,
    `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;${said}&lt;/p&gt;&lt;p&gt;${said.repeat(9)}&lt;/p&gt;</content:encoded>`,
  ].map((text) => ({
    "corpus/alba.xml": ofFeed(text),
    "corpus/alba.xml.source.json": record,
  }));
  const desk = openDesk(summary, { [url]: { body: page("Alba") } });
  expect(await desk.add([{ kind: "url", url }])).toMatchObject([{ status: "added" }]);
  const { articles } = await readListing(desk.host, await listFolder(desk.host, "corpus"));
  expect(articles).toMatchObject([{ format: "html" }]);
  expect(await desk.add([{ kind: "url", url }])).toMatchObject([
    { status: "known", file: expect.stringContaining(".html") },
  ]);
  const whole = openDesk(full, { [url]: { body: page("Alba") } });
  expect(await whole.add([{ kind: "url", url }])).toMatchObject([
    { status: "known", file: "alba.xml" },
  ]);
});
