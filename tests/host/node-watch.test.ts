/** Watching real files: saved as editors save them, made, taken away, in folders that come and go. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { nodeWatch } from "../../src/host/node-watch.js";
import type { Watching } from "../../src/host/watch.js";

const opened: { readonly root: string; readonly watching: Watching }[] = [];

afterEach(() => {
  for (const { root, watching } of opened.splice(0)) {
    watching.close();
    rmSync(root, { recursive: true, force: true });
  }
});

function open(files: readonly string[] = []) {
  const root = mkdtempSync(join(tmpdir(), "briefwright-watch-"));
  for (const file of files) put(root, file);
  const seen = new Set<string>();
  const watching = nodeWatch({
    folder: root,
    isSkipped: (path) => path.endsWith("/skipped"),
    onChange: (path) => seen.add(path.slice(root.length + 1)),
    onFault: (path, reason) => seen.add(`${path}: ${reason}`),
  });
  opened.push({ root, watching });
  return { root, seen };
}

function put(root: string, file: string, text = "text") {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), text);
}

const eventually = (look: () => void) => vi.waitFor(look, { timeout: 5000, interval: 20 });

describe("a change is noticed", () => {
  it("of a file that is written, deep in the folder", async () => {
    const { root, seen } = open(["a/b/c.txt"]);
    put(root, "a/b/c.txt", "new");
    await eventually(() => expect(seen).toContain("a/b/c.txt"));
  });

  it("of a file that another one is renamed over, time and again", async () => {
    const { root, seen } = open(["a/style.css"]);
    for (let time = 0; time < 3; time += 1) {
      seen.clear();
      put(root, "a/.style.css.new", `${time}`);
      renameSync(join(root, "a/.style.css.new"), join(root, "a/style.css"));
      await eventually(() => expect(seen).toContain("a/style.css"));
    }
  });

  it("of a file that is taken away", async () => {
    const { root, seen } = open(["a/b.txt"]);
    rmSync(join(root, "a/b.txt"));
    await eventually(() => expect(seen).toContain("a/b.txt"));
  });

  it("of files in a folder that comes later, those written before it was noticed too", async () => {
    const { root, seen } = open();
    put(root, "desk/weekly/one.yaml");
    await eventually(() => expect(seen).toContain("desk/weekly/one.yaml"));
    put(root, "desk/weekly/two.yaml");
    await eventually(() => expect(seen).toContain("desk/weekly/two.yaml"));
  });

  it("of files in a folder that goes and comes again", async () => {
    const { root, seen } = open(["a/b.txt"]);
    rmSync(join(root, "a"), { recursive: true });
    await eventually(() => expect(seen).toContain("a"));
    seen.clear();
    put(root, "a/b.txt");
    await eventually(() => expect(seen).toContain("a/b.txt"));
    seen.clear();
    put(root, "a/b.txt", "again");
    await eventually(() => expect(seen).toContain("a/b.txt"));
  });

  it("of nothing in a folder that is skipped", async () => {
    const { root, seen } = open(["skipped/a.txt", "b.txt"]);
    put(root, "skipped/a.txt", "new");
    put(root, "b.txt", "new");
    await eventually(() => expect(seen).toContain("b.txt"));
    expect([...seen]).toEqual(["b.txt"]);
  });
});
