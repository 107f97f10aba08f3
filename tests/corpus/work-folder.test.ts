import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  type CorpusStore,
  importToStore,
  listFolder,
  StoreError,
  syncStore,
  viewImports,
  withIndex,
} from "../../src/corpus/index.js";
import { memoryHost } from "../../src/host/memory.js";
import { nodeHost } from "../../src/host/node.js";

const opened: string[] = [];

afterEach(() => {
  for (const folder of opened.splice(0)) rmSync(folder, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const ARTICLE =
  "date 2021-05-03\n\nThe ships had waited for a week outside the port, it was said.\n";

function workspace(): string {
  const root = mkdtempSync(join(tmpdir(), "briefwright-work-"));
  opened.push(root);
  mkdirSync(join(root, "articles"));
  writeFileSync(join(root, "articles/a.txt"), ARTICLE);
  return root;
}

/** The files that were read, and the articles that are there then. */
function bringUp(root: string, host = nodeHost) {
  const folder = join(root, "articles");
  let read = 0;
  const counting = {
    ...host,
    readFile(path: string) {
      read += 1;
      return host.readFile(path);
    },
  };
  return withIndex(host, root, async (store: CorpusStore) => {
    const listing = await listFolder(counting, folder);
    await syncStore({ host: counting, store, listing, options: {} });
    return { read, files: (await store.all()).map(({ file }) => file) };
  });
}

const index = (root: string) => join(root, ".briefwright/index.sqlite");

describe("the index of a workspace", () => {
  it("is kept where git does not look, and used again", async () => {
    const root = workspace();
    expect((await bringUp(root)).value).toEqual({ read: 1, files: ["a.txt"] });
    expect((await bringUp(root)).value).toEqual({ read: 0, files: ["a.txt"] });
    expect(readFileSync(join(root, ".briefwright/.gitignore"), "utf8")).toBe("*\n");
  });

  it.each([
    ["missing", (root: string) => rmSync(index(root))],
    ["empty", (root: string) => writeFileSync(index(root), "")],
    ["no database", (root: string) => writeFileSync(index(root), "nonsense ".repeat(2000))],
    [
      "cut off",
      (root: string) => writeFileSync(index(root), readFileSync(index(root)).subarray(0, 9000)),
    ],
    ["of a newer version", (root: string) => setBytes(root, 60, [0, 0, 0, 200])],
    ["of an older version", (root: string) => setBytes(root, 60, [0, 0, 0, 0])],
    ["garbled inside", (root: string) => setBytes(root, 4096, new Array(40_000).fill(3))],
  ])("is made anew where it is %s, without a word", async (_, damage) => {
    const root = workspace();
    await bringUp(root);
    damage(root);
    expect(await bringUp(root)).toEqual({ value: { read: 1, files: ["a.txt"] }, diagnostics: [] });
    expect((await bringUp(root)).value.read).toBe(0);
  });

  it("is done without where a file stands in the way, and in memory", async () => {
    const root = workspace();
    writeFileSync(join(root, ".briefwright"), "a file");
    expect(await bringUp(root)).toEqual({ value: { read: 1, files: ["a.txt"] }, diagnostics: [] });
    const host = memoryHost(new Map([["w/articles/a.txt", bytes(ARTICLE)]]));
    expect((await bringUp("w", host)).value.files).toEqual(["a.txt"]);
  });

  it("is done without, with a warning, where the disk is full or another process holds it", async () => {
    for (const kind of ["full", "busy"] as const) {
      const root = workspace();
      let calls = 0;
      const { value, diagnostics } = await withIndex(nodeHost, root, async (store) => {
        calls += 1;
        if (calls === 1) throw new StoreError(kind, "no room");
        return store.count();
      });
      expect(value).toBe(0);
      expect(diagnostics).toMatchObject([{ code: "index-unused", severity: "warning" }]);
    }
  });

  it("lets through what is no fault of its own", async () => {
    const failing = withIndex(nodeHost, workspace(), async () => {
      throw new RangeError("ours");
    });
    await expect(failing).rejects.toThrow(RangeError);
  });
});

describe("imports", () => {
  const folderOf = (root: string) => join(root, "articles");
  const sources = (...names: readonly string[]) =>
    names.map((file) => ({ file, bytes: bytes(`${ARTICLE}${file}\n`) }));

  it("stand beside the files of the folder, and outlive the index", async () => {
    const root = workspace();
    const progress: number[] = [];
    await importToStore(nodeHost, root, sources("b.txt", "in/c.txt"), (n) => progress.push(n));
    expect(progress.at(-1)).toBe(2);
    rmSync(index(root), { force: true });
    const { host, close } = await viewImports(nodeHost, root, folderOf(root));
    expect((await bringUp(root, host)).value).toEqual({
      read: 3,
      files: ["a.txt", "b.txt", "in/c.txt"],
    });
    expect((await bringUp(root, host)).value.read).toBe(0);
    close();
    expect(readdirSync(folderOf(root))).toEqual(["a.txt"]);
  });

  it("take a file of the same name and bytes once, and another in its place", async () => {
    const root = workspace();
    await importToStore(nodeHost, root, sources("b.txt"));
    const before = await viewImports(nodeHost, root, folderOf(root));
    const stamp = (await before.host.listFiles(folderOf(root))).find(
      ({ path }) => path === "b.txt",
    );
    before.close();
    await importToStore(nodeHost, root, sources("b.txt"));
    const same = await viewImports(nodeHost, root, folderOf(root));
    expect(await same.host.listFiles(folderOf(root))).toContainEqual(stamp);
    same.close();
    await importToStore(nodeHost, root, [{ file: "b.txt", bytes: bytes("other") }]);
    const other = await viewImports(nodeHost, root, folderOf(root));
    const read = await other.host.readFile(join(folderOf(root), "b.txt"));
    expect(Buffer.from(read).toString()).toBe("other");
    other.close();
  });

  it("give way to a file of the folder", async () => {
    const root = workspace();
    await importToStore(nodeHost, root, sources("a.txt", "b.txt"));
    const { host, close } = await viewImports(nodeHost, root, folderOf(root));
    expect(Buffer.from(await host.readFile(join(folderOf(root), "a.txt"))).toString()).toBe(
      ARTICLE,
    );
    expect(await host.listFiles(folderOf(root))).toHaveLength(2);
    close();
  });

  it("are never dropped: a file that holds none is refused", async () => {
    const root = workspace();
    mkdirSync(join(root, ".briefwright"));
    writeFileSync(join(root, ".briefwright/imports.sqlite"), "precious ".repeat(999));
    await expect(viewImports(nodeHost, root, folderOf(root))).rejects.toThrow(StoreError);
    expect(readFileSync(join(root, ".briefwright/imports.sqlite"), "utf8")).toMatch(/^precious/);
  });
});

function setBytes(root: string, position: number, values: readonly number[]): void {
  const content = readFileSync(index(root));
  content.set(values.slice(0, content.length - position), position);
  writeFileSync(index(root), content);
}
