import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { generate } from "../../src/pipeline.js";
import { sha256 } from "../../src/text/sha256.js";
import { exportCorpus } from "../../src/transfer/export-corpus.js";
import { importCorpus } from "../../src/transfer/import-corpus.js";
import { openTestWorkspace } from "../workspace.js";

function withoutArticles(): string {
  const root = openTestWorkspace();
  rmSync(join(root, "corpus/articles"), { recursive: true });
  return root;
}

const exporting = (folder: string, shards: string) => exportCorpus(nodeHost, { folder, shards });
const importing = (folder: string, shards: string, rereads = false) =>
  importCorpus(nodeHost, { folder, shards, rereads });
const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  diagnostics.map(({ code }) => code);

async function issueOf(folder: string): Promise<string> {
  const request = { folder, formats: new Set(["json" as const]), period: null };
  const { made } = await generate(nodeHost, request);
  const file = [...(made?.files ?? [])].find((name) => name.endsWith("issue.json")) ?? "";
  return readFileSync(file, "utf8");
}

describe("an archive that is carried to another workspace", () => {
  test("makes the same issue there, byte for byte", async () => {
    const [from, to] = [openTestWorkspace(), withoutArticles()];
    const shards = join(from, "shards");
    const out = await exporting(from, shards);
    expect(out.diagnostics).toEqual([]);
    const taken = await importing(to, shards);
    expect([taken.files > 0, taken.articles]).toEqual([true, out.articles]);
    expect(await issueOf(to)).toBe(await issueOf(from));
  });

  test("keeps the record of where a file was fetched from", async () => {
    const [from, to] = [openTestWorkspace(), withoutArticles()];
    const record = JSON.stringify({
      url: "https://example.org/a",
      fetched: "2021-05-06T10:00:00Z",
    });
    const [name = ""] = readdirSync(join(from, "corpus/articles"));
    writeFileSync(join(from, "corpus/articles", `${name}.source.json`), record);
    await exporting(from, join(from, "shards"));
    await importing(to, join(from, "shards"));
    const again = join(to, "again");
    await exporting(to, again);
    const lines = gunzipSync(readFileSync(join(again, "shard-00001.jsonl.gz"))).toString();
    expect(lines).toContain(Buffer.from(record).toString("base64"));
  });

  test("is taken from a folder of articles as it lies, too", async () => {
    const [from, to] = [openTestWorkspace(), withoutArticles()];
    const { articles } = await importing(to, join(from, "corpus/articles"));
    expect(articles).toBeGreaterThan(0);
    expect(await issueOf(to)).toBe(await issueOf(from));
  });
});

describe("an export", () => {
  test("writes the same bytes for the same archive", async () => {
    const from = openTestWorkspace();
    await exporting(from, join(from, "one"));
    await exporting(from, join(from, "other"));
    for (const name of readdirSync(join(from, "one"))) {
      expect(readFileSync(join(from, "other", name))).toEqual(
        readFileSync(join(from, "one", name)),
      );
    }
  });

  test("goes on where it was interrupted", async () => {
    const from = openTestWorkspace();
    const shards = join(from, "shards");
    const whole = await exporting(from, shards);
    const manifest = JSON.parse(readFileSync(join(shards, "manifest.json"), "utf8"));
    writeFileSync(join(shards, "manifest.json"), JSON.stringify({ ...manifest, complete: false }));
    const again = await exporting(from, shards);
    expect([again.files, again.already]).toEqual([whole.files, whole.files]);
  });

  test("refuses a folder that holds the export of another archive", async () => {
    const from = openTestWorkspace();
    const shards = join(from, "shards");
    await exporting(from, shards);
    writeFileSync(join(from, "corpus/articles/new.txt"), "Title\n\nWords of 3 May 2021.\n");
    expect(codes(await exporting(from, shards))).toEqual(["export-of-another"]);
  });
});

describe("an import", () => {
  async function exported(): Promise<string> {
    const from = openTestWorkspace();
    await exporting(from, join(from, "shards"));
    return join(from, "shards");
  }

  function rewrite(shards: string, change: (line: Record<string, unknown>) => void): void {
    const file = join(shards, "shard-00001.jsonl.gz");
    const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n");
    const changed = lines.map((line) => {
      const value = JSON.parse(line);
      change(value);
      return `${JSON.stringify(value)}\n`;
    });
    const bytes = gzipSync(changed.join(""));
    writeFileSync(file, bytes);
    const manifest = JSON.parse(readFileSync(join(shards, "manifest.json"), "utf8"));
    manifest.shards[0].sha256 = sha256(bytes);
    writeFileSync(join(shards, "manifest.json"), JSON.stringify(manifest));
  }

  test("takes nothing of a shard that was changed on the way", async () => {
    const shards = await exported();
    const file = join(shards, "shard-00001.jsonl.gz");
    writeFileSync(file, readFileSync(file).subarray(0, 200));
    const to = withoutArticles();
    expect(codes(await importing(to, shards))).toEqual(["shard-broken"]);
    expect((await exporting(to, join(to, "none"))).files).toBe(0);
  });

  test.each(["../../evil.txt", "/etc/evil.txt", "a/../../b.txt", "a\0b"])(
    "refuses a name that leads out of the folder: %j",
    async (name) => {
      const shards = await exported();
      rewrite(shards, (line) => {
        line.file = name;
      });
      const to = withoutArticles();
      expect(codes(await importing(to, shards))).toEqual(["name-refused"]);
      expect(existsSync(join(to, "evil.txt"))).toBe(false);
    },
  );

  test("says that a line is none", async () => {
    const shards = await exported();
    rewrite(shards, (line) => {
      line.bytes = 3;
    });
    expect(codes(await importing(withoutArticles(), shards))).toEqual(["shard-broken"]);
  });

  test("says that there is no such folder, and that a manifest is none", async () => {
    const to = withoutArticles();
    expect(codes(await importing(to, join(to, "nowhere")))).toEqual(["nothing-to-import"]);
    mkdirSync(join(to, "odd"));
    writeFileSync(join(to, "odd/manifest.json"), "{}");
    expect(codes(await importing(to, join(to, "odd")))).toEqual(["manifest-broken"]);
  });

  test("tells of an export that was interrupted, and takes what is there", async () => {
    const shards = await exported();
    const copy = join(shards, "copy");
    cpSync(join(shards, "shard-00001.jsonl.gz"), join(copy, "shard-00001.jsonl.gz"));
    const manifest = JSON.parse(readFileSync(join(shards, "manifest.json"), "utf8"));
    writeFileSync(join(copy, "manifest.json"), JSON.stringify({ ...manifest, complete: false }));
    const taken = await importing(withoutArticles(), copy);
    expect([codes(taken), taken.articles > 0]).toEqual([["export-incomplete"], true]);
  });
});
