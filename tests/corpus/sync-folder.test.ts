/** A folder with imports and the store of it, brought up again and again. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importToStore, openFolder, viewImports, withIndex } from "../../src/corpus/index.js";
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

/** What the store holds then, and whether the imports were listed for it. */
async function bringUp(options = {}, host: Host = nodeHost) {
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
      return (await store.all()).map(({ file }) => file);
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
    expect(await bringUp()).toEqual({ files: whole, isListed: true });
    expect(await bringUp()).toEqual({ files: whole, isListed: false });
  });

  it("is listed when something is imported, and not when it is there already", async () => {
    await bringUp();
    await importToStore(nodeHost, root, [{ file: "b.txt", bytes: bytes("a man said") }]);
    expect(await bringUp()).toEqual({ files: ["b.txt", "own.txt"], isListed: true });
    await importToStore(nodeHost, root, [{ file: "b.txt", bytes: bytes("a man said") }]);
    expect((await bringUp()).isListed).toBe(false);
    await importToStore(nodeHost, root, [{ file: "b.txt", bytes: bytes("a woman said") }]);
    expect((await bringUp()).isListed).toBe(true);
  });

  it("is listed when a file of its own comes, changes or goes", async () => {
    await bringUp();
    writeFileSync(join(root, "articles/more.txt"), text("others said"));
    expect(await bringUp()).toEqual({ files: ["more.txt", "own.txt"], isListed: true });
    utimesSync(join(root, "articles/more.txt"), 1, 1);
    expect((await bringUp()).isListed).toBe(true);
    rmSync(join(root, "articles/own.txt"));
    expect(await bringUp()).toEqual({ files: ["more.txt"], isListed: true });
    expect((await bringUp()).isListed).toBe(false);
  });

  it("is read anew by other settings", async () => {
    await bringUp();
    expect((await bringUp({ fields: { title: ["kop"] } })).isListed).toBe(true);
  });

  it("is looked at again as long as one of its files cannot be opened", async () => {
    const locked: Host = {
      ...nodeHost,
      readFile: (path) => nodeHost.readFile(path.endsWith("own.txt") ? `${path}/` : path),
    };
    expect((await bringUp({}, locked)).files).toEqual([]);
    expect((await bringUp({}, locked)).isListed).toBe(true);
    expect((await bringUp()).files).toEqual(["own.txt"]);
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
