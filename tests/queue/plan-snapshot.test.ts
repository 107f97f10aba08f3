/** Which files of a workspace a job works with. */
import { expect, test } from "vitest";
import { openWorkspace } from "../../src/config/workspace.js";
import { FailedRun } from "../../src/failed-run.js";
import { memoryHost } from "../../src/host/memory.js";
import { planSnapshot } from "../../src/queue/snapshot/plan-snapshot.js";
import { isInside } from "../../src/queue/snapshot/snapshot-store.js";

const SETTINGS = `
briefs:
  weekly:
    title: Weekly
    parameters: { logo: pictures/logo.svg, out: ../secret.svg }
`;

const files = (more: Record<string, string | Uint8Array> = {}) =>
  new Map(
    Object.entries({
      "/w/briefwright.yaml": SETTINGS,
      "/w/distribution.yaml":
        "mail: { dkim: { keyFile: keys/dkim.pem }, relay: { caFile: keys/ca.pem } }",
      "/w/engines.yaml": "ledger: postgres://db/briefwright",
      "/w/corpus/lexicon/themes.yaml": "themes: []",
      "/w/corpus/desk/weekly/2021-W18.yaml": "pins: []",
      "/w/corpus/desk/standing/scope.md": "scope",
      "/w/corpus/recipients/desk.yaml": "[]",
      "/w/corpus/articles/a.txt": "an article",
      "/w/corpus/record/runs.jsonl": "{}",
      "/w/templates/weekly/brief.hbs": "x",
      "/w/templates/weekly/fonts/a.woff2": "y",
      "/w/pictures/logo.svg": "<svg/>",
      "/w/keys/dkim.pem": "private",
      "/w/keys/ca.pem": "public",
      "/w/out/weekly/2021-W18/brief.html": "made",
      "/w/.env": "PASSWORD=x",
      "/secret.svg": "secret",
      ...more,
    }).map(([path, content]) => [
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    ]),
  );

async function plan(all: Map<string, Uint8Array>, hasArticles = false) {
  const host = memoryHost(all);
  const { value: workspace } = await openWorkspace(host, "/w");
  if (workspace === null) throw new Error("no workspace");
  return planSnapshot(host, { workspace, hasArticles });
}

const OWN = [
  "briefwright.yaml",
  "corpus/desk/standing/scope.md",
  "corpus/desk/weekly/2021-W18.yaml",
  "corpus/lexicon/themes.yaml",
  "corpus/recipients/desk.yaml",
  "distribution.yaml",
  "keys/ca.pem",
  "pictures/logo.svg",
  "templates/weekly/brief.hbs",
  "templates/weekly/fonts/a.woff2",
];

test("takes what the desk wrote and chose, and neither keys nor what is shared or made", async () => {
  const { entries } = await plan(files());
  expect(entries.map(({ path }) => path)).toEqual(OWN);
});

test("takes the articles along where no shared archive has them", async () => {
  const { entries } = await plan(files(), true);
  expect(entries.map(({ path }) => path)).toEqual([...OWN, "corpus/articles/a.txt"].sort());
});

test("is the same for the same files, and another one where a byte differs", async () => {
  const { id } = await plan(files());
  expect((await plan(files())).id).toBe(id);
  expect((await plan(files({ "/w/engines.yaml": "", "/w/out/x": "y" }))).id).toBe(id);
  expect((await plan(files({ "/w/corpus/lexicon/themes.yaml": "themes:  []" }))).id).not.toBe(id);
});

test("says which file is too much, and what to do", async () => {
  const large = { "/w/corpus/articles/b.txt": new Uint8Array(65 * 1024 * 1024) };
  expect((await plan(files(large))).files.size).toBe(OWN.length);
  const error = await plan(files(large), true).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FailedRun);
  expect(error instanceof FailedRun && error.diagnostics[0]).toMatchObject({
    code: "snapshot-too-large",
    place: { file: "corpus/articles/b.txt" },
  });
});

test.each(["../a", "a/../../b", "/etc/passwd", "a//b", "", "C:\\x", "a/./b", "a\0b"])(
  "writes nothing to %j on a worker's disk",
  (path) => {
    expect(isInside(path)).toBe(false);
  },
);

test.each(["a.yaml", "corpus/desk/ü.md", "a/..b/c", "x/.y"])("writes %j", (path) => {
  expect(isInside(path)).toBe(true);
});
