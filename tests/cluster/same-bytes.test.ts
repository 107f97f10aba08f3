import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseTextQuery } from "../../src/corpus/index.js";
import type { Host } from "../../src/host/host.js";
import { nodeHost } from "../../src/host/node.js";
import { parseWeek } from "../../src/issue/index.js";
import { generate } from "../../src/pipeline.js";
import { searchCorpus } from "../../src/search-corpus.js";
import { exportCorpus } from "../../src/transfer/export-corpus.js";
import { importCorpus } from "../../src/transfer/import-corpus.js";
import { openTestWorkspace } from "../workspace.js";
import { emptyArchives } from "./empty-archive.js";

const { address, drop } = emptyArchives();
afterAll(drop);

const shared = (): Host => ({
  ...nodeHost,
  engines: { corpus: address(), ledger: null, queue: null, outputs: null },
});

function withoutArticles(): string {
  const root = openTestWorkspace();
  rmSync(join(root, "corpus/articles"), { recursive: true });
  return root;
}

/** Every file of the output, by path. */
async function outputOf(host: Host, folder: string, week?: string) {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  const period = week === undefined ? null : parseWeek(week);
  const formats = new Set(["html", "pdf", "json"] as const);
  const { made, diagnostics } = await generate(host, { folder, formats, period });
  expect(made).not.toBeNull();
  const out = join(folder, "out");
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [relative(out, path), readFileSync(path).toString("base64")] as const;
  });
  return { files: new Map(bytes.sort()), told: diagnostics.map(({ code }) => code) };
}

describe("the same corpus in the workspace, in OpenSearch, and carried back", () => {
  test("makes the same brief, every file of it byte for byte", async () => {
    const [own, there, back] = [openTestWorkspace(), withoutArticles(), withoutArticles()];
    const host = shared();
    const shards = (name: string) => join(own, name);
    await exportCorpus(nodeHost, { folder: own, shards: shards("one") });
    const taken = await importCorpus(host, {
      folder: there,
      shards: shards("one"),
      rereads: false,
    });
    expect(taken.diagnostics).toEqual([]);
    await exportCorpus(host, { folder: there, shards: shards("two") });
    await importCorpus(nodeHost, { folder: back, shards: shards("two"), rereads: false });
    const made = await outputOf(nodeHost, own);
    expect(await outputOf(host, there)).toEqual(made);
    expect(await outputOf(nodeHost, back)).toEqual(made);
    for (const name of readdirSync(shards("one"))) {
      expect(readFileSync(join(shards("two"), name))).toEqual(
        readFileSync(join(shards("one"), name)),
      );
    }
  });

  test("makes it where every file is read anew at the import, too", async () => {
    const [own, there] = [openTestWorkspace(), withoutArticles()];
    const host = shared();
    const articles = join(own, "corpus/articles");
    await importCorpus(host, { folder: there, shards: articles, rereads: false });
    expect(await outputOf(host, there)).toEqual(await outputOf(nodeHost, own));
  });

  test("finds the same articles in the same order, with the same scores", async () => {
    const [own, there] = [openTestWorkspace(), withoutArticles()];
    const host = shared();
    const shards = join(own, "corpus/articles");
    await importCorpus(host, { folder: there, shards, rereads: false });
    for (const words of ["libya turkey", '"foreign forces"', "turk*", "the -libya", "ceasefire"]) {
      const query = parseTextQuery(words);
      if (query === null) throw new Error("asks for nothing");
      const found = await searchCorpus(nodeHost, { folder: own, query, limit: 10 });
      const same = await searchCorpus(host, { folder: there, query, limit: 10 });
      expect(same.lines).toEqual(found.lines);
    }
  });

  test("tells of a file that somebody put beside the archive", async () => {
    const there = openTestWorkspace();
    const { told } = await outputOf(shared(), there, "2021-W18");
    expect(told.filter((code) => code === "not-in-archive")).toHaveLength(1);
  });
});
