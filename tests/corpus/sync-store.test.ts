import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CorpusStore,
  listFolder,
  openMemoryStore,
  type ReadListing,
  readInTurn,
  readListing,
  syncStore,
} from "../../src/corpus/index.js";
import { SAMPLE } from "../../src/corpus/recurring-lines.js";
import type { Host } from "../../src/host/host.js";
import { memoryHost } from "../../src/host/memory.js";
import type { ReadOptions } from "../../src/readers/index.js";

const ROOT = "articles";

/** What a brief gets of the folder without an index: a second copy of an article is named, not kept. */
async function readAfresh(host: Host): Promise<Omit<ReadListing, "twins">> {
  const { twins: _twins, ...corpus } = await readListing(host, await listFolder(host, ROOT));
  return corpus;
}
const bytes = (text: string) => new TextEncoder().encode(text);

const ARTICLE = (day: number, words: string) =>
  `date 2021-05-${String(day).padStart(2, "0")}\n\n${words} were said in the capital on that day, and many heard them.\n`;

/** Files of a folder, each read counted by name. */
function countingHost(files: Map<string, Uint8Array>) {
  const host = memoryHost(files);
  const read: string[] = [];
  const times = new Map<string, number>();
  const counting: Host = {
    ...host,
    async readFile(path) {
      read.push(path.slice(ROOT.length + 1));
      return host.readFile(path);
    },
    async listFiles(folder) {
      const entries = await host.listFiles(folder);
      return entries.map((entry) => ({ ...entry, modified: times.get(entry.path) ?? 1 }));
    },
  };
  return { host: counting, read, times };
}

async function sync(host: Host, store: CorpusStore, options: ReadOptions = {}) {
  const readings: string[] = [];
  await syncStore({
    host,
    store,
    listing: await listFolder(host, ROOT),
    options,
    readAll: (files, given) => {
      readings.push(...files.map(({ file }) => file));
      return readInTurn(files, given);
    },
  });
  return readings;
}

async function contentOf(store: CorpusStore) {
  return {
    articles: await store.load(await store.all()),
    unread: await store.unread(),
    diagnostics: await store.diagnostics(),
    inputs: (await store.files())
      .filter((file) => file.sha256 !== "")
      .map(({ file, sha256 }) => ({ file, sha256 })),
  };
}

describe("bringing a store up to its folder", () => {
  it("gives what a reading of the whole folder gives", async () => {
    const files = new Map([
      [`${ROOT}/b.txt`, bytes(ARTICLE(3, "The first words"))],
      [`${ROOT}/a.txt`, bytes(ARTICLE(3, "The first words"))],
      [`${ROOT}/c.bin`, Uint8Array.from([0, 1, 2, 255])],
    ]);
    const host = memoryHost(files);
    const store = openMemoryStore();
    await sync(host, store);
    expect(await contentOf(store)).toEqual(await readAfresh(host));
    await store.close();
  });

  it("neither reads nor opens a file again that has the same size and time", async () => {
    const files = new Map([
      [`${ROOT}/a.txt`, bytes(ARTICLE(3, "The first words"))],
      [`${ROOT}/b.txt`, bytes(ARTICLE(4, "The other words"))],
    ]);
    const { host, read } = countingHost(files);
    const store = openMemoryStore();
    expect(await sync(host, store)).toEqual(["a.txt", "b.txt"]);
    read.length = 0;
    expect(await sync(host, store)).toEqual([]);
    expect(read).toEqual([]);
    await store.close();
  });

  it("opens, but does not read again, a file that was written with the same bytes", async () => {
    const files = new Map([[`${ROOT}/a.txt`, bytes(ARTICLE(3, "The first words"))]]);
    const { host, read, times } = countingHost(files);
    const store = openMemoryStore();
    await sync(host, store);
    times.set("a.txt", 2);
    read.length = 0;
    expect(await sync(host, store)).toEqual([]);
    expect(read).toEqual(["a.txt"]);
    read.length = 0;
    await sync(host, store);
    expect(read).toEqual([]);
    await store.close();
  });

  it("reads a file again when the record beside it changes", async () => {
    const record = (url: string) => bytes(JSON.stringify({ url }));
    const files = new Map([
      [`${ROOT}/a.txt`, bytes(ARTICLE(3, "The first words"))],
      [`${ROOT}/a.txt.source.json`, record("https://example.org/one")],
    ]);
    const { host, times } = countingHost(files);
    const store = openMemoryStore();
    await sync(host, store);
    files.set(`${ROOT}/a.txt.source.json`, record("https://example.org/two"));
    times.set("a.txt.source.json", 2);
    expect(await sync(host, store)).toEqual(["a.txt"]);
    expect(await contentOf(store)).toEqual(await readAfresh(host));
    await store.close();
  });

  it("reads everything again when the fields of the settings change", async () => {
    const files = new Map([[`${ROOT}/a.txt`, bytes(ARTICLE(3, "The first words"))]]);
    const { host } = countingHost(files);
    const store = openMemoryStore();
    await sync(host, store);
    expect(await sync(host, store, { fields: { body: ["content"] } })).toEqual(["a.txt"]);
    expect(await sync(host, store, { fields: { body: ["content"] } })).toEqual([]);
    await store.close();
  });

  it("goes on where it was interrupted", async () => {
    const files = new Map<string, Uint8Array>();
    for (let index = 0; index < 600; index += 1) {
      files.set(
        `${ROOT}/${index}.txt`,
        bytes(ARTICLE(1 + (index % 28), `${index} words`.repeat(9))),
      );
    }
    const { host } = countingHost(files);
    const store = openMemoryStore();
    const listing = await listFolder(host, ROOT);
    let batches = 0;
    const interrupted = syncStore({
      host,
      store,
      listing,
      options: {},
      gathered: 1,
      readAll: async (sources, options) => {
        batches += 1;
        if (batches === 3) throw new Error("interrupted");
        return readInTurn(sources, options);
      },
    });
    await expect(interrupted).rejects.toThrow("interrupted");
    const before = (await store.files()).length;
    expect(before).toBeGreaterThan(0);
    expect(await sync(host, store)).toHaveLength(600 - before);
    expect(await contentOf(store)).toEqual(await readAfresh(host));
    await store.close();
  });

  it("gives what a reading of the whole folder gives after any edits", async () => {
    const name = fc.constantFrom("a.txt", "b.txt", "c/d.txt", "e.md", "f.bin");
    const content = fc.oneof(
      fc.record({ day: fc.integer({ min: 1, max: 9 }), words: fc.constantFrom("One", "Two") }),
      fc.constant(null),
      fc.uint8Array({ maxLength: 8 }),
    );
    const edits = fc.array(fc.tuple(name, content), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 5 }), async (rounds) => {
        const files = new Map([[`${ROOT}/kept.txt`, bytes(ARTICLE(3, "One"))]]);
        const host = memoryHost(files);
        const store = openMemoryStore();
        for (const round of rounds) {
          for (const [file, what] of round) {
            const path = `${ROOT}/${file}`;
            if (what === null) files.delete(path);
            else if (what instanceof Uint8Array) files.set(path, what);
            else files.set(path, bytes(ARTICLE(what.day, what.words)));
          }
          await sync(host, store);
          expect(await contentOf(store)).toEqual(await readAfresh(host));
        }
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the longest copy of a page, of equals the first, after any edits", async () => {
    const name = fc.constantFrom("a.txt", "b.txt", "c/d.txt", "e.txt");
    const words = fc.constantFrom("One", "Two", "Three words more", "Four other words more");
    const page = fc.record({ words, url: fc.constantFrom("one", "two") });
    const edits = fc.array(fc.tuple(name, fc.option(page)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 5 }), async (rounds) => {
        const files = new Map([[`${ROOT}/kept.txt`, bytes(ARTICLE(3, "Kept"))]]);
        const host = memoryHost(files);
        const store = openMemoryStore();
        for (const round of rounds) {
          for (const [file, what] of round) {
            const path = `${ROOT}/${file}`;
            files.delete(path);
            files.delete(`${path}.source.json`);
            if (what === null) continue;
            files.set(path, bytes(ARTICLE(3, what.words)));
            const url = `https://news.example/${what.url}`;
            files.set(`${path}.source.json`, bytes(JSON.stringify({ url })));
          }
          await sync(host, store);
          expect(await contentOf(store)).toEqual(await readAfresh(host));
          for (const { id, key } of await store.all())
            expect((await store.find(id))?.key).toBe(key);
        }
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  it("drops the lines that recur over a paper's articles now, after any edits", async () => {
    const NOTES = ["The Harbour Post is written on the quay.", "Read us in the morning, too."];
    const textOf = (day: string, paper: string, notes: readonly number[]) =>
      [
        `Ships wait on ${day}`,
        paper,
        `Two ships waited outside the port on ${day}, the harbour master said in a statement.`,
        `Their crews said that they would leave the port on ${day} evening, whatever happened.`,
        ...notes.map((note) => NOTES[note] ?? ""),
      ].join("\n\n");
    const day = fc.constantFrom("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    const edit = fc.tuple(
      fc.constantFrom("1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt"),
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        {
          weight: 6,
          arbitrary: fc.record({
            day,
            paper: fc.constantFrom("Harbour Post", "Harbour Post", "Quay Times"),
            notes: fc.subarray([0, 1]),
          }),
        },
      ),
    );
    const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    });
    let dropped = 0;
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const files = new Map<string, Uint8Array>();
        const host = memoryHost(files);
        const store = openMemoryStore();
        files.set(`${ROOT}/0.txt`, bytes(textOf("Sunday", "Harbour Post", [0, 1])));
        for (const round of all) {
          for (const [file, what] of round) {
            if (what === null) files.delete(`${ROOT}/${file}`);
            else files.set(`${ROOT}/${file}`, bytes(textOf(what.day, what.paper, what.notes)));
          }
          await sync(host, store);
          const content = await contentOf(store);
          expect(content).toEqual(await readAfresh(host));
          expect(await store.recurring.unsettled()).toEqual([]);
          const removed = content.articles.flatMap((article) => article.removed);
          dropped += removed.filter(({ rule }) => rule === "recurring-line").length;
        }
        await store.close();
      }),
      { numRuns: 60 },
    );
    expect(dropped).toBeGreaterThan(0);
  });

  it("finds the lines of a paper with very many articles in a sample of them", async () => {
    const note = "The Harbour Post is written on the quay.";
    const textOf = (number: number, last: string) =>
      `Ships wait, ${number}\n\nHarbour Post\n\nSome ${number} ships waited outside the port, it was said.\n\n${last}`;
    const files = new Map<string, Uint8Array>();
    const put = (number: number, last: string) =>
      files.set(`${ROOT}/${number}.txt`, bytes(textOf(number, last)));
    const host = memoryHost(files);
    const store = openMemoryStore();
    const ends = async () => {
      await sync(host, store);
      const content = await contentOf(store);
      expect(content).toEqual(await readAfresh(host));
      return content.articles.filter(({ paragraphs }) => paragraphs.at(-1) === note).length;
    };
    for (let number = 0; number < SAMPLE + 40; number += 1) put(number, note);
    expect(await ends()).toBe(0);
    put(SAMPLE + 40, note);
    put(SAMPLE + 41, "Nobody was hurt.");
    expect(await ends()).toBe(0);
    // Of all that stand in a sample, less than a fifth hold it now: the others get it back.
    for (let number = 0; number < SAMPLE; number += 1) put(number, `It was the ship ${number}.`);
    expect(await ends()).toBe(41);
    await store.close();
  });
});
