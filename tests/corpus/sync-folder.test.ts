/** A folder with imports and the store of it, brought up again and again. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CorpusStore,
  importToStore,
  listFolder,
  openFolder,
  openMemoryStore,
  syncStore,
  viewImports,
  withIndex,
} from "../../src/corpus/index.js";
import type { Host } from "../../src/host/host.js";
import { nodeHost } from "../../src/host/node.js";

const text = (words: string) => `date 2021-05-03\n\nThe ships had waited for a week, ${words}.\n`;
const bytes = (words: string) => new TextEncoder().encode(text(words));

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "briefwright-sync-"));
  mkdirSync(join(root, "articles"));
  writeFileSync(join(root, "articles/own.txt"), text("it was said"));
});
afterEach(() => rmSync(root, { recursive: true }));

const names = async (store: CorpusStore) => (await store.all()).map(({ file }) => file);

/** What the store tells then, and whether the imports were listed for it. */
async function bringUp<T>(
  tell: (store: CorpusStore) => Promise<T>,
  { options = {}, host = nodeHost }: { options?: object; host?: Host } = {},
) {
  const folder = join(root, "articles");
  const view = await viewImports(host, root, folder);
  let isListed = false;
  const watched = {
    ...view.host,
    listFiles(path: string) {
      isListed = true;
      return view.host.listFiles(path);
    },
  };
  try {
    const files = await openFolder({ host, folder, view: { ...view, host: watched }, options });
    const { value } = await withIndex(host, root, async (store) => {
      await files.bringUp(store);
      return tell(store);
    });
    return { files: value, isListed };
  } finally {
    view.close();
  }
}

describe("a folder with imports", () => {
  it("is not listed again where nothing has changed", async () => {
    await importToStore(nodeHost, root, [{ file: "imported.txt", bytes: bytes("a man said") }]);
    const whole = ["imported.txt", "own.txt"];
    expect(await bringUp(names)).toEqual({ files: whole, isListed: true });
    expect(await bringUp(names)).toEqual({ files: whole, isListed: false });
  });

  it("is not listed for what comes, changes or goes", async () => {
    await importToStore(nodeHost, root, [{ file: "a.txt", bytes: bytes("a man said") }]);
    await bringUp(names);
    await importToStore(nodeHost, root, [{ file: "b.txt", bytes: bytes("a woman said") }]);
    writeFileSync(join(root, "articles/more.txt"), text("others said"));
    rmSync(join(root, "articles/own.txt"));
    const files = ["a.txt", "b.txt", "more.txt"];
    expect(await bringUp(names)).toEqual({ files, isListed: false });
  });

  it("is listed where its imports are others than those that were there", async () => {
    await importToStore(nodeHost, root, [{ file: "a.txt", bytes: bytes("a man said") }]);
    await bringUp(names);
    for (const name of readdirSync(join(root, ".briefwright"))) {
      if (name.startsWith("imports")) rmSync(join(root, ".briefwright", name));
    }
    await importToStore(nodeHost, root, [{ file: "b.txt", bytes: bytes("a woman said") }]);
    expect(await bringUp(names)).toEqual({ files: ["b.txt", "own.txt"], isListed: true });
  });

  it("is read anew by other settings", async () => {
    await bringUp(names);
    expect((await bringUp(names, { options: { fields: { title: ["kop"] } } })).isListed).toBe(true);
  });

  it("is looked at again as long as one of its files cannot be opened", async () => {
    const locked: Host = {
      ...nodeHost,
      readFile: (path) => nodeHost.readFile(path.endsWith("own.txt") ? `${path}/` : path),
    };
    expect((await bringUp(names, { host: locked })).files).toEqual([]);
    expect((await bringUp(names, { host: locked })).files).toEqual([]);
    expect((await bringUp(names)).files).toEqual(["own.txt"]);
  });

  it("is looked at again where another process wrote the index meanwhile", async () => {
    const folder = join(root, "articles");
    const view = await viewImports(nodeHost, root, folder);
    const files = await openFolder({ host: nodeHost, folder, view, options: {} });
    await withIndex(nodeHost, root, async (mine) => {
      await mine.syncMark?.read();
      await withIndex(nodeHost, root, (theirs) => files.bringUp(theirs));
      await mine.syncMark?.write("mine");
      expect(await mine.syncMark?.read()).not.toBe("mine");
    });
    view.close();
  });
});

/** What is done to a file of the folder, or of the imports, which forget nothing. */
interface Change {
  readonly file: string;
  readonly to: "written" | "imported" | "removed";
  readonly content: number;
}

const RECORD = ".source.json";
const CHANGE: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom(
    ..."abc".split("").flatMap((name) => [`${name}.txt`, `${name}.txt${RECORD}`]),
  ),
  to: fc.constantFrom("written", "imported", "removed"),
  content: fc.nat(4),
});

let clock = 1_600_000_000;

async function carryOut({ file, to, content }: Change): Promise<void> {
  const path = join(root, "articles", file);
  const host = `site-${content % 2}.example`;
  const words = file.endsWith(RECORD)
    ? JSON.stringify({
        url: `https://${host}/${file[0]}`,
        fetched: `2021-05-0${content + 1}T10:00:00Z`,
      })
    : `${text(`people told ${content}`)}\nSubscribe to the newsletter of the ships.\n`;
  if (to === "removed") return rmSync(path, { force: true });
  if (to === "imported") {
    await importToStore(nodeHost, root, [{ file, bytes: new TextEncoder().encode(words) }]);
    return;
  }
  writeFileSync(path, words);
  clock += 1;
  utimesSync(path, clock, clock);
}

async function contentOf(store: CorpusStore) {
  const heads = await store.all();
  return {
    files: (await store.files()).map(({ file, size, sha256 }) => ({ file, size, sha256 })),
    sum: await store.fileSum(),
    articles: await store.load(heads),
    unread: await store.unread(),
    diagnostics: await store.diagnostics(),
  };
}

async function madeAnew() {
  const folder = join(root, "articles");
  const view = await viewImports(nodeHost, root, folder);
  const store = openMemoryStore();
  const listing = await listFolder(view.host, folder);
  await syncStore({ host: view.host, store, listing, options: {} });
  view.close();
  return contentOf(store);
}

it("gives the same store as one that is made anew, whatever comes and goes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(CHANGE, { maxLength: 4 }), { maxLength: 5 }),
      async (runs) => {
        rmSync(root, { recursive: true });
        mkdirSync(join(root, "articles"), { recursive: true });
        for (const changes of runs) {
          for (const change of changes) await carryOut(change);
          expect((await bringUp(contentOf)).files).toEqual(await madeAnew());
        }
      },
    ),
    { numRuns: 25 },
  );
});
